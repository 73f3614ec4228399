import type { TextEdit } from "vscode-languageserver-types";
import { Lines } from "../base/lines.ts";
import type { MigratedFile } from "../migrate/model.ts";

/** The single edit from a file's old text to the new one, without their common begin and end. */
export function migrationEdits({ before, after }: Pick<MigratedFile, "before" | "after">): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const lines = new Lines(before);
  const range = { start: lines.positionAt(start), end: lines.positionAt(before.length - same) };
  return [{ range, newText: after.slice(start, after.length - same) }];
}

/** The folder of all of a node's files; undefined for a server.xml that stands alone. */
export function folderOfNode(path: string): string | undefined {
  return /^(.*)\/conf\/[^/]+$/.exec(path)?.[1];
}
