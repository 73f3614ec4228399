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
  readonly fix: boolean;
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
  const configurations = new Set<string>();
  for (const path of paths) {
    const configuration = await workspace.configurationOf(path);
    if (configuration) configurations.add(configuration.path);
    if (fix) {
      const problem = await fixFile(path, workspace, host);
      if (problem !== undefined) problems.push(`${path}: ${problem}`);
    }
    const snapshot = await workspace.snapshot(path);
    if (snapshot) files.push(toReport(snapshot, host.hash));
    else {
      const reason = await host.whyUnreadable(path);
      if (reason !== undefined) problems.push(`${path}: ${reason}`);
    }
  }
  return { files, problems, configurations: [...configurations] };
}

/** Writes what needs no decision; undefined when all went well. */
async function fixFile(path: string, workspace: Workspace, { replace }: CheckHost): Promise<string | undefined> {
  const before = await workspace.snapshot(path);
  if (!before) return undefined;
  let text = before.file.document.text;
  for (let round = 0; round < FIX_ROUNDS; round++) {
    const edits = fixAllEdits((await workspace.snapshot(path))?.diagnostics ?? []);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    workspace.setOpen(path, text);
  }
  const problem = text === before.file.document.text ? undefined : await replace(path, text);
  // What could not be written is not what stands in the file.
  if (problem !== undefined) workspace.setOpen(path, undefined);
  return problem;
}
