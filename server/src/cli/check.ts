import type { Locale, Localized } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import type { NamedCluster } from "../config/grouping.ts";
import { writtenIn } from "../config/launch/held-path.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { applicationsLeftOut, MOST_APPLICATIONS, SERVER } from "../workspace/find.ts";
import { nameOf } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { accept, type BaselineOptions } from "./accept.ts";
import {
  type Batch,
  type BatchOptions,
  type Checked,
  type CheckHost,
  checkBatch,
  clusterKeysIn,
  couldNotCheck,
  type FoundKeys,
  workspaceFor,
} from "./batch.ts";
import type { FileNote } from "./file-note.ts";
import { inParts, planBatches } from "./plan.ts";
import type { CheckReport } from "./report.ts";
import { joined } from "./to-report.ts";

/** Threads that take parts of a run. */
export interface Pool {
  keys(paths: readonly string[]): Promise<FoundKeys>;
  check(batch: Batch): Promise<Checked>;
}

export interface CheckOptions extends BatchOptions, BaselineOptions {
  readonly locale: Locale;
  /** True where a folder without a file of Tomcat's, or a file of another kind, is no failure. */
  readonly allowEmpty: boolean;
  /** Findings of this severity or a worse one make the check fail. */
  readonly failOn: Severity;
  /** Checks large numbers of files. Without it, this thread checks them batch by batch. */
  readonly pool?: Pool | undefined;
  /** Called with the number of files done and of all files. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface CheckOutcome {
  readonly report: CheckReport;
  /** Failures besides findings, one line each. */
  readonly problems: readonly string[];
  /** Notes that are no failure, one line each. */
  readonly notes: readonly string[];
  readonly changes: Checked["changes"];
  /** 0 clean, 1 findings, 2 something could not be read or written. */
  readonly exitCode: 0 | 1 | 2;
}

/** The number of files in a batch: to check fewer takes less time than to start a thread. */
const FEW = 200;

/** A pool of this thread only, which takes one batch at a time and drops what it read for one before the next. */
function poolOfOne(host: CheckHost, options: BatchOptions): Pool {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: (workspace: Workspace) => Promise<T>): Promise<T> => {
    const answer = last.then(() => act(workspaceFor(host, options.line)));
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    keys: (paths) => inTurn((workspace) => clusterKeysIn(paths, workspace)),
    check: (batch) => inTurn((workspace) => checkBatch(batch, workspace, host, options)),
  };
}

/** Checks files and folders with everything below them. */
export async function check(paths: readonly string[], host: CheckHost, options: CheckOptions): Promise<CheckOutcome> {
  const { locale, line, pool = poolOfOne(host, options) } = options;
  const workspace = workspaceFor(host, line);
  const { found, named, empty, missing, roots } = await findAll(paths, workspace, host);
  // A file that is named alone is no root: it is compared with the nodes beside it, which are not reported.
  workspace.setRoots(roots);
  const checked =
    found.length > FEW
      ? await checkInPool(found, workspace, pool, options)
      : await checkBatch({ paths: found }, workspace, host, options);
  const [first] = found;
  const accepted = await accept(
    { files: checked.files },
    first === undefined ? undefined : await workspace.configurationOf(first),
    host,
    options,
  );
  const left = [...empty.map(noFileBelow), ...checked.tooOld, ...notChecked(named, checked).map(noFileOfTomcat)];
  const problems = [
    ...missing,
    ...(options.allowEmpty ? [] : left),
    ...(await configurationProblems(checked.configurations, workspace)),
    ...checked.problems,
    ...accepted.problems,
  ];
  const notes = [...(options.allowEmpty ? left : []), ...checked.notes, ...accepted.notes];
  const fails = accepted.report.files.some(({ findings }) =>
    findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(options.failOn)),
  );
  return {
    report: accepted.report,
    problems: problems.map((each) => lineOf(each, locale)),
    notes: notes.map((each) => lineOf(each, locale)),
    changes: checked.changes,
    exitCode: problems.length > 0 ? 2 : fails ? 1 : 0,
  };
}

function lineOf({ path, line, text }: FileNote, locale: Locale): string {
  return printable(`${path}:${line === undefined ? "" : `${line}:`} ${text[locale]}`);
}

function noFileBelow(path: string): FileNote {
  return {
    path,
    text: {
      en: "no file of Tomcat's is in it or below. Use --allow-empty where that is as it should be.",
      ko: "이 폴더와 그 아래에 Tomcat 파일이 없습니다. 없는 것이 맞으면 --allow-empty를 쓰십시오.",
    },
  };
}

function tooManyApplications(left: number): Localized {
  return {
    en: `more than ${MOST_APPLICATIONS} applications are in it; ${left} were left out.`,
    ko: `애플리케이션이 ${MOST_APPLICATIONS}개보다 많아 ${left}개는 검사하지 않았습니다.`,
  };
}

function noFileOfTomcat(path: string): FileNote {
  return {
    path,
    text: {
      en: "was not checked: it is no server.xml, context.xml, web.xml or Cluster of a Tomcat that is known here.",
      ko: "검사하지 않았습니다. 이 프로그램이 아는 Tomcat의 server.xml, context.xml, web.xml, Cluster 파일이 아닙니다.",
    },
  };
}

/** The files named by the user that the report lacks. */
function notChecked(named: readonly string[], { files, problems, tooOld }: Checked): readonly string[] {
  const said = new Set([...files, ...problems, ...tooOld].map(({ path }) => path));
  return named.filter((path) => !said.has(path));
}

/**
 * In two steps: each thread reads its share of the files for their grouping keys; then each free thread checks whole
 * clusters. Results are in the order of the files, whichever batch ends first.
 */
async function checkInPool(
  found: readonly string[],
  workspace: Workspace,
  pool: Pool,
  { onProgress }: CheckOptions,
): Promise<Checked> {
  const servers = found.filter((path) => SERVER.test(nameOf(path)));
  const lost: FileNote[] = [];
  const parts = await Promise.all(
    inParts(servers).map((part) =>
      pool.keys(part).catch((error: unknown): FoundKeys => {
        for (const path of part) lost.push({ path, text: notRead(error) });
        return { keys: [], configurations: [] };
      }),
    ),
  );
  const named: NamedCluster[] = [];
  for (const path of new Set(parts.flatMap(({ configurations }) => configurations))) {
    for (const cluster of (await workspace.configurationOf(path))?.clusters ?? []) named.push(cluster);
  }
  let done = 0;
  const frontPaths = await workspace.possibleFronts(workspace.roots);
  const batches = planBatches(
    found,
    parts.flatMap(({ keys }) => keys),
    named,
  );
  const checked = await Promise.all(
    batches.map(async (batch) => {
      const answer = await pool.check({ ...batch, frontPaths }).catch((error: unknown) => unchecked(batch, error));
      done += batch.paths.length;
      onProgress?.(done, found.length);
      return answer;
    }),
  );
  const order = new Map([...found, ...frontPaths].map((path, index) => [path, index]));
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
    (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0);
  return {
    files: joined(checked.flatMap(({ files }) => files)).sort(byPath),
    problems: [...lost, ...checked.flatMap(({ problems }) => problems)],
    notes: checked.flatMap(({ notes }) => notes),
    tooOld: checked.flatMap(({ tooOld }) => tooOld),
    configurations: [...new Set(checked.flatMap(({ configurations }) => configurations))],
    changes: checked.flatMap(({ changes }) => changes).sort(byPath),
  };
}

/** The result for the files of a thread that died; all others are unaffected. */
function unchecked({ paths }: Batch, error: unknown): Checked {
  const problems = paths.map((path) => ({ path, text: couldNotCheck(error) }));
  return { files: [], problems, notes: [], tooOld: [], configurations: [], changes: [] };
}

function notRead(error: unknown): Localized {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    en: `is compared with no other node, because it could not be read: ${reason}`,
    ko: `읽지 못해 다른 노드와 비교하지 않습니다: ${reason}`,
  };
}

/**
 * Every file to check, once; which of them the user named; folders without any, and paths that do not exist; and the
 * folders and manifests in which clusters are looked for.
 */
async function findAll(paths: readonly string[], workspace: Workspace, { whyUnreadable, files }: CheckHost) {
  const found = new Set<string>();
  const named: string[] = [];
  const empty: string[] = [];
  const missing: FileNote[] = [];
  for (const path of paths) {
    const below = await workspace.configurationBelow(path);
    if (below?.some((each) => writtenIn(each) === path)) {
      // A manifest is named, and stands for what it holds.
      named.push(path);
      for (const each of below) found.add(each);
    } else if (below) {
      for (const each of below) found.add(each);
      for (const [folder, count] of await applicationsLeftOut(below, files)) {
        missing.push({ path: folder, text: tooManyApplications(count) });
      }
      if (below.length === 0) empty.push(path);
    } else {
      const reason = await whyUnreadable(path);
      if (reason) missing.push({ path, text: reason });
      else {
        found.add(path);
        named.push(path);
      }
    }
  }
  // A folder and a manifest are no file that is checked; what is in them is.
  return { found: [...found], named, empty, missing, roots: paths.filter((path) => !found.has(path)) };
}

/** Each mistake in these configuration files. */
async function configurationProblems(paths: readonly string[], workspace: Workspace): Promise<readonly FileNote[]> {
  const notes: FileNote[] = [];
  for (const path of paths) {
    const configuration = await workspace.configurationOf(path);
    for (const { at, text } of configuration?.problems ?? []) {
      notes.push({ path, line: configuration?.text.slice(0, at.start).split("\n").length ?? 1, text });
    }
  }
  return notes;
}
