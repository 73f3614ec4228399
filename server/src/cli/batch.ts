import { applyEdits } from "../base/span.ts";
import type { PlacedGroup, SiteKey } from "../config/grouping.ts";
import { fixAllEdits } from "../lint/fix-all.ts";
import type { Rule } from "../rules/rule.ts";
import type { Files } from "../workspace/files.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { ReportedFile } from "./report.ts";
import { type Hash, toReport } from "./to-report.ts";

/** What a check needs of the machine. */
export interface CheckHost {
  readonly files: Files;
  readonly rules: readonly Rule[];
  readonly hash: Hash;
  /** Replaces a file's text as a whole or not at all; gives back what went wrong. */
  readonly replace: (path: string, text: string) => Promise<string | undefined>;
  /** Why a file cannot be read, in words of the system; undefined when it can. */
  readonly whyUnreadable: (path: string) => Promise<string | undefined>;
  /** Takes a line about a rule that failed. */
  readonly complain: (line: string) => void;
}

/** How each file of a run is checked. */
export interface BatchOptions {
  /** The Tomcat line the user named. */
  readonly line: string | undefined;
  /** What happens with fixes that need no decision. */
  readonly fix: "leave" | "write" | "show";
}

/** A file as it is, and as its fixes would make it. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Files that are checked together, as plain data. */
export interface Batch {
  readonly paths: readonly string[];
  /** The clusters they are part of; without it, they are sorted out from the files. */
  readonly groups?: readonly PlacedGroup[];
}

/** What came of a batch, as plain data. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  /** What could not be read or written, one line each. */
  readonly problems: readonly string[];
  /** Paths of the configuration files that count for these. */
  readonly configurations: readonly string[];
  /** What fixes would change, where they are only shown. */
  readonly changes: readonly Change[];
}

/** What tells which of some files belong together, as plain data. */
export interface FoundKeys {
  readonly keys: readonly SiteKey[];
  readonly configurations: readonly string[];
}

/** A fix may make room for another of the same place. */
const FIX_ROUNDS = 3;

export function workspaceFor({ files, rules, complain }: CheckHost, line: string | undefined): Workspace {
  return new Workspace(files, {
    rules,
    chosenLine: () => Promise.resolve(line ?? "auto"),
    onRuleError: (rule, error) => complain(`rule ${rule.id} failed: ${String(error)}`),
  });
}

/** The keys of all Clusters in some server.xml. */
export async function keysOf(paths: readonly string[], workspace: Workspace): Promise<FoundKeys> {
  const keys: SiteKey[] = [];
  const configurations = new Set<string>();
  for (const path of paths) {
    keys.push(...(await workspace.siteKeys(path)));
    const configuration = await workspace.configurationOf(path);
    if (configuration) configurations.add(configuration.path);
  }
  return { keys, configurations: [...configurations] };
}

/** Checks some files, and writes what needs no decision where that is wanted. */
export async function checkBatch(
  { paths, groups }: Batch,
  workspace: Workspace,
  host: CheckHost,
  { fix }: BatchOptions,
): Promise<Checked> {
  if (groups) workspace.setGroups(groups);
  const files: ReportedFile[] = [];
  const problems: string[] = [];
  const changes: Change[] = [];
  const configurations = new Set<string>();
  for (const path of paths) {
    const configuration = await workspace.configurationOf(path);
    if (configuration) configurations.add(configuration.path);
    const change = fix === "leave" ? undefined : await fixed(path, workspace);
    if (change) {
      const problem = fix === "write" ? await host.replace(path, change.after) : undefined;
      if (problem !== undefined) problems.push(`${path}: ${problem}`);
      if (fix === "show") changes.push(change);
      // What was not written is not what stands in the file.
      if (fix === "show" || problem !== undefined) workspace.setOpen(path, undefined);
    }
    const snapshot = await workspace.snapshot(path);
    if (snapshot) files.push(toReport(snapshot, host.hash));
    else {
      const reason = await host.whyUnreadable(path);
      if (reason !== undefined) problems.push(`${path}: ${reason}`);
    }
  }
  return { files, problems, configurations: [...configurations], changes };
}

/** What the fixes that need no decision make of a file, which the workspace then has open; undefined when nothing. */
async function fixed(path: string, workspace: Workspace): Promise<Change | undefined> {
  const before = (await workspace.snapshot(path))?.file.document.text;
  if (before === undefined) return undefined;
  let after = before;
  for (let round = 0; round < FIX_ROUNDS; round++) {
    const edits = fixAllEdits((await workspace.snapshot(path))?.diagnostics ?? []);
    if (edits.length === 0) break;
    after = applyEdits(after, edits);
    workspace.setOpen(path, after);
  }
  return after === before ? undefined : { path, before, after };
}
