import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/base/span.ts";
import { type Mention, References } from "../../server/src/config/references/index.ts";
import type { Renaming } from "../../server/src/features/rename.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { WorkspaceOptions } from "../../server/src/workspace/workspace.ts";
import { workspaceOf } from "./workspace.ts";

/** Files in memory, and the place of the cursor in one of them. */
export interface Named {
  readonly files: ReadonlyMap<string, string>;
  readonly references: References;
  readonly path: string;
  readonly offset: number;
}

/** Reads files of which one has the cursor at `$0`, which is not part of it. */
export async function namesAt(
  marked: Readonly<Record<string, string>>,
  options: Partial<WorkspaceOptions> = {},
): Promise<Named> {
  const files = new Map(Object.entries(marked).map(([path, text]) => [path, text.replace("$0", "")]));
  const [path, text] = Object.entries(marked).find(([, each]) => each.includes("$0")) ?? [];
  assert.ok(path !== undefined && text !== undefined, "no file has $0");
  const references = new References(await workspaceOf(files, "9.0", rules, options).nameSources(path));
  return { files, references, path, offset: text.indexOf("$0") };
}

/** Where mentions are and what stands there: `conf/server.xml:3 pool`. */
export function placesOf({ files }: Named, mentions: readonly Mention[]): readonly string[] {
  return mentions.map(({ file, at }) => {
    const line = file.lines.positionAt(at.start).line + 1;
    return `${file.path}:${line} ${files.get(file.path)?.slice(at.start, at.end)}`;
  });
}

/** The lines a rename changes, as they are then. */
export function renamed({ files }: Named, { files: changes }: Renaming): readonly string[] {
  return changes.flatMap(({ file, edits }) => {
    const before = files.get(file.path) ?? "";
    const lines = before.split("\n");
    return applyEdits(before, edits)
      .split("\n")
      .flatMap((line, index) => (line === lines[index] ? [] : [`${file.path}:${index + 1} ${line.trim()}`]));
  });
}
