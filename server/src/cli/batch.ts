import { groupBy } from "../base/group-by.ts";
import type { Localized } from "../base/localized.ts";
import { applyEdits, type Edit } from "../base/span.ts";
import type { PathGroup, SiteKey } from "../config/grouping.ts";
import { writtenIn } from "../config/launch/held-path.ts";
import { fixAllEdits } from "../lint/fix-all.ts";
import type { Rule } from "../rules/rule.ts";
import { type Files, parentOf } from "../workspace/files.ts";
import { type Hash, placeBelow } from "../workspace/quoted.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { FileNote } from "./file-note.ts";
import type { ReportedFile } from "./report.ts";
import { joined, toReport } from "./to-report.ts";
import { saidOfTooOld } from "./too-old.ts";

/** What a check needs of the machine. */
export interface CheckHost {
  readonly files: Files;
  readonly rules: readonly Rule[];
  readonly hash: Hash;
  /** Restores a file that an interrupted run left half-written. Must be called before the file is read. */
  readonly recover: (path: string) => Promise<{ readonly note?: Localized; readonly problem?: Localized }>;
  /** Replaces a file's text if it still equals `before`; gives back what went wrong. */
  readonly edit: (path: string, before: string, after: string) => Promise<Localized | undefined>;
  /** Writes a file as a whole or not at all; gives back what went wrong. */
  readonly put: (path: string, text: string) => Localized | undefined;
  /** True where a path, with all links followed, stays below a folder. */
  readonly isBelow: (folder: string, path: string) => Promise<boolean>;
  /** Why a file cannot be read; undefined when it can. */
  readonly whyUnreadable: (path: string) => Promise<Localized | undefined>;
  /** Prints a line about a rule that failed. */
  readonly complain: (line: string) => void;
}

/** The options for checking each file of a run. */
export interface BatchOptions {
  /** The Tomcat line the user named. */
  readonly line: string | undefined;
  /** What to do with automatic fixes. */
  readonly fix: "leave" | "write" | "show";
}

/** A file's text before and after its fixes. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Files that are checked together, as plain data. */
export interface Batch {
  readonly paths: readonly string[];
  /** The clusters they are part of. Without it, the batch forms clusters from its own files. */
  readonly groups?: readonly PathGroup[];
  /** Paths of files that may be in front of the clusters; present together with `groups`. */
  readonly frontPaths?: readonly string[];
}

/** The result of a batch, as plain data. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  /** Files that could not be read, checked or written. */
  readonly problems: readonly FileNote[];
  /** Notes that are no failure. */
  readonly notes: readonly FileNote[];
  /** What is said of each server.xml of a Tomcat older than all that are known here: nothing in it was checked. */
  readonly tooOld: readonly FileNote[];
  /** Paths of the configuration files that apply to these files. */
  readonly configurations: readonly string[];
  /** The changes of fixes that are shown and not written. */
  readonly changes: readonly FileChange[];
}

/** The keys by which files are grouped, as plain data. */
export interface FoundKeys {
  readonly keys: readonly SiteKey[];
  readonly configurations: readonly string[];
}

/** Rounds of fixes: one that is applied may make room for another at the same place. */
const FIX_ROUNDS = 3;

export function workspaceFor({ files, rules, complain }: CheckHost, line: string | undefined): Workspace {
  return new Workspace(files, {
    rules,
    chosenLine: () => Promise.resolve(line ?? "auto"),
    onRuleError: (rule, error) => complain(`rule ${rule.id} failed: ${String(error)}`),
  });
}

/** The keys of all Clusters in some server.xml. */
export async function clusterKeysIn(paths: readonly string[], workspace: Workspace): Promise<FoundKeys> {
  const keys: SiteKey[] = [];
  const configurations = new Set<string>();
  for (const path of paths) {
    try {
      for (const key of await workspace.siteKeys(path)) keys.push(key);
      const configuration = await workspace.configurationOf(path);
      if (configuration) configurations.add(configuration.path);
    } catch {
      // The later check of the file reports the error.
    }
  }
  return { keys, configurations: [...configurations] };
}

/** Checks some files, and applies automatic fixes as `options.fix` says. */
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
    const damaged = await recoverAll([...new Set(paths.map(writtenIn))], host, { problems, notes });
    await write(
      await fixed(
        paths.filter((path) => !damaged.has(writtenIn(path))),
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
  const tooOld: FileNote[] = [];
  const configurations = new Set<string>();
  for (const path of paths) {
    try {
      const configuration = await workspace.configurationOf(path);
      if (configuration) configurations.add(configuration.path);
      const snapshot = await workspace.snapshot(path);
      const reason = snapshot ? undefined : await host.whyUnreadable(writtenIn(path));
      const folder = configuration && parentOf(configuration.path);
      if (snapshot) files.push(toReport(snapshot, host.hash, placeBelow(folder, path)));
      else if (reason !== undefined) problems.push({ path, text: reason });
      else tooOld.push(...(await saidOfTooOld(path, workspace)));
    } catch (error) {
      // A bug that one file triggers must not lose the findings of the others.
      problems.push({ path, text: couldNotCheck(error) });
    }
  }
  for (const path of await workspace.frontPaths()) {
    try {
      const configuration = await workspace.configurationOf(path);
      const snapshot = await workspace.frontSnapshot(path);
      const folder = configuration && parentOf(configuration.path);
      if (snapshot) files.push(toReport(snapshot, host.hash, placeBelow(folder, path)));
    } catch (error) {
      problems.push({ path, text: couldNotCheck(error) });
    }
  }
  return { files: joined(files), problems, notes, tooOld, configurations: [...configurations], changes };
}

export function couldNotCheck(error: unknown): Localized {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    en: `could not be checked, which is a mistake of this program: ${reason}`,
    ko: `이 프로그램의 오류로 검사하지 못했습니다: ${reason}`,
  };
}

/** Restores files that a killed run left half-written; gives back the files that must not be changed. */
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
  // The file may have changed since it was read.
  if (failed) workspace.refresh();
}

/**
 * Applies automatic fixes to some files, which the workspace then has open, and gives back their changes. A round fixes
 * all files before anything is checked again: a cluster is checked once a round, however many nodes it has.
 */
async function fixed(paths: readonly string[], workspace: Workspace): Promise<readonly FileChange[]> {
  const changes = new Map<string, FileChange>();
  for (let round = 0; round < FIX_ROUNDS; round++) {
    const edited: FileChange[] = [];
    for (const [path, held] of groupBy(paths, writtenIn)) {
      const change = await fixedOnce(path, held, workspace);
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

/** @param held the configurations that stand in the file, which most are themselves */
async function fixedOnce(path: string, held: readonly string[], workspace: Workspace): Promise<FileChange | undefined> {
  try {
    const edits: Edit[] = [];
    for (const each of held) edits.push(...fixAllEdits((await workspace.snapshot(each))?.diagnostics ?? []));
    const before = edits.length > 0 ? await workspace.textOf(path) : undefined;
    return before === undefined ? undefined : { path, before, after: applyEdits(before, edits) };
  } catch {
    // The check that follows reports the error.
    return undefined;
  }
}
