import type { Localized } from "../base/localized.ts";
import { applyEdits } from "../base/span.ts";
import type { PathGroup, SiteKey } from "../config/grouping.ts";
import { fixAllEdits } from "../lint/fix-all.ts";
import type { Rule } from "../rules/rule.ts";
import { type Files, parentOf } from "../workspace/files.ts";
import { type Hash, placeBelow } from "../workspace/quoted.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { ReportedFile } from "./report.ts";
import { toReport } from "./to-report.ts";

/** What a check needs of the machine. */
export interface CheckHost {
  readonly files: Files;
  readonly rules: readonly Rule[];
  readonly hash: Hash;
  /** Undoes what a run left half-written in a file; to be called before the file is read. */
  readonly recover: (path: string) => Promise<{ readonly note?: Localized; readonly problem?: Localized }>;
  /** Gives a file another text, if it still has the one it had; gives back what went wrong. */
  readonly edit: (path: string, before: string, after: string) => Promise<Localized | undefined>;
  /** Puts a file of our own in its place, as a whole or not at all; gives back what went wrong. */
  readonly put: (path: string, text: string) => Localized | undefined;
  /** True where a path, with all links followed, stays below a folder. */
  readonly isBelow: (folder: string, path: string) => Promise<boolean>;
  /** Why a file cannot be read; undefined when it can. */
  readonly whyUnreadable: (path: string) => Promise<Localized | undefined>;
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
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Files that are checked together, as plain data. */
export interface Batch {
  readonly paths: readonly string[];
  /** The clusters they are part of; without it, they are sorted out from the files. */
  readonly groups?: readonly PathGroup[];
  /** Paths of what may be in front of them, where the clusters are given. */
  readonly frontPaths?: readonly string[];
}

/** A sentence about a file, as plain data. */
export interface FileNote {
  readonly path: string;
  /** From 1; undefined where the whole file is meant. */
  readonly line?: number;
  readonly text: Localized;
}

/** What came of a batch, as plain data. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  /** What could not be read, checked or written. */
  readonly problems: readonly FileNote[];
  /** Notes that are no failure. */
  readonly notes: readonly FileNote[];
  /** Paths of the configuration files that count for these. */
  readonly configurations: readonly string[];
  /** What fixes would change, where they are only shown. */
  readonly changes: readonly FileChange[];
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
    try {
      for (const key of await workspace.siteKeys(path)) keys.push(key);
      const configuration = await workspace.configurationOf(path);
      if (configuration) configurations.add(configuration.path);
    } catch {
      // The check of the file says what is wrong with it.
    }
  }
  return { keys, configurations: [...configurations] };
}

/** Checks some files, and writes what needs no decision where that is wanted. */
export async function checkBatch(
  { paths, groups, frontPaths }: Batch,
  workspace: Workspace,
  host: CheckHost,
  { fix }: BatchOptions,
): Promise<Checked> {
  if (groups) workspace.setGroups(groups, frontPaths);
  const problems: FileNote[] = [];
  const notes: FileNote[] = [];
  const changes: FileChange[] = [];
  if (fix === "write") {
    const damaged = await recoverAll(paths, host, { problems, notes });
    await write(
      await fixed(
        paths.filter((path) => !damaged.has(path)),
        workspace,
      ),
      workspace,
      host,
      problems,
    );
  } else if (fix === "show") {
    for (const change of await fixed(paths, workspace)) {
      changes.push(change);
      // With `show` the file keeps its text.
      workspace.setOpen(change.path, undefined);
    }
  }
  const files: ReportedFile[] = [];
  const configurations = new Set<string>();
  for (const path of paths) {
    try {
      const configuration = await workspace.configurationOf(path);
      if (configuration) configurations.add(configuration.path);
      const snapshot = await workspace.snapshot(path);
      const reason = snapshot ? undefined : await host.whyUnreadable(path);
      const folder = configuration && parentOf(configuration.path);
      if (snapshot) files.push(toReport(snapshot, host.hash, placeBelow(folder, path)));
      else if (reason !== undefined) problems.push({ path, text: reason });
    } catch (error) {
      // A bug that one file brings out must not lose the findings of all others.
      problems.push({ path, text: couldNotCheck(error) });
    }
  }
  for (const path of await workspace.frontPaths()) {
    const configuration = await workspace.configurationOf(path);
    const snapshot = await workspace.frontSnapshot(path);
    const folder = configuration && parentOf(configuration.path);
    if (snapshot) files.push(toReport(snapshot, host.hash, placeBelow(folder, path)));
  }
  return { files, problems, notes, configurations: [...configurations], changes };
}

export function couldNotCheck(error: unknown): Localized {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    en: `could not be checked, which is a mistake of this program: ${reason}`,
    ko: `이 프로그램의 오류로 검사하지 못했습니다: ${reason}`,
  };
}

/** Undoes what a killed run left; gives back the files that are not to be touched. */
async function recoverAll(
  paths: readonly string[],
  host: CheckHost,
  { problems, notes }: { readonly problems: FileNote[]; readonly notes: FileNote[] },
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  for (const path of paths) {
    const { note, problem } = await host.recover(path);
    if (note) notes.push({ path, text: note });
    if (!problem) continue;
    problems.push({ path, text: problem });
    damaged.add(path);
  }
  return damaged;
}

async function write(
  changes: readonly FileChange[],
  workspace: Workspace,
  host: CheckHost,
  problems: FileNote[],
): Promise<void> {
  let failed = false;
  for (const { path, before, after } of changes) {
    const text = await host.edit(path, before, after);
    if (text === undefined) continue;
    problems.push({ path, text });
    workspace.setOpen(path, undefined);
    failed = true;
  }
  // It may have changed since it was read.
  if (failed) workspace.refresh();
}

/**
 * What the fixes that need no decision make of some files, which the workspace then has open. A round fixes all files
 * before anything is checked again: a cluster is checked once a round, however many nodes it has.
 */
async function fixed(paths: readonly string[], workspace: Workspace): Promise<readonly FileChange[]> {
  const changes = new Map<string, FileChange>();
  for (let round = 0; round < FIX_ROUNDS; round++) {
    const edited: FileChange[] = [];
    for (const path of paths) {
      const change = await fixedOnce(path, workspace);
      if (change) edited.push({ ...change, before: changes.get(path)?.before ?? change.before });
    }
    for (const change of edited) {
      changes.set(change.path, change);
      workspace.setOpen(change.path, change.after);
    }
    if (edited.length === 0) break;
  }
  return [...changes.values()].filter(({ before, after }) => before !== after);
}

async function fixedOnce(path: string, workspace: Workspace): Promise<FileChange | undefined> {
  try {
    const snapshot = await workspace.snapshot(path);
    const edits = fixAllEdits(snapshot?.diagnostics ?? []);
    if (!snapshot || edits.length === 0) return undefined;
    const before = snapshot.file.document.text;
    return { path, before, after: applyEdits(before, edits) };
  } catch {
    // The check that follows says what is wrong with the file.
    return undefined;
  }
}
