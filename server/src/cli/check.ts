import type { Locale } from "../base/localized.ts";
import type { NamedCluster } from "../config/grouping.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { CONFIGURATION_NAME } from "../workspace/configuration-places.ts";
import { SERVER } from "../workspace/find.ts";
import { nameOf } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { baselineOf, readBaseline, without } from "./baseline.ts";
import {
  type Batch,
  type BatchOptions,
  type Checked,
  type CheckHost,
  checkBatch,
  type FoundKeys,
  keysOf,
  workspaceFor,
} from "./batch.ts";
import { inParts, planBatches } from "./plan.ts";
import type { Report } from "./report.ts";

/** Threads that take parts of a run. */
export interface Pool {
  keys(paths: readonly string[]): Promise<FoundKeys>;
  check(batch: Batch): Promise<Checked>;
}

export interface CheckOptions extends BatchOptions {
  readonly locale: Locale;
  /** The file of accepted findings; without one, that of the configuration. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Findings of this severity or a worse one make the check fail. */
  readonly failOn: Severity;
  /** Takes over where there are many files; without one, they are checked here, batch by batch. */
  readonly pool?: Pool | undefined;
  /** Told how many files of how many are done. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface Outcome {
  readonly report: Report;
  /** What went wrong besides findings, one line each. */
  readonly problems: readonly string[];
  /** What is worth a line, but no failure. */
  readonly notes: readonly string[];
  readonly changes: Checked["changes"];
  /** 0 clean, 1 findings, 2 something could not be read or written. */
  readonly exitCode: 0 | 1 | 2;
}

/** So many files are one batch: a thread needs longer to start than they take. */
const FEW = 200;

/** This thread, a batch after the other: what was read for one is forgotten before the next. */
function poolOfOne(host: CheckHost, options: BatchOptions): Pool {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: (workspace: Workspace) => Promise<T>): Promise<T> => {
    const answer = last.then(() => act(workspaceFor(host, options.line)));
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    keys: (paths) => inTurn((workspace) => keysOf(paths, workspace)),
    check: (batch) => inTurn((workspace) => checkBatch(batch, workspace, host, options)),
  };
}

/** Checks files and folders with everything below them. */
export async function check(paths: readonly string[], host: CheckHost, options: CheckOptions): Promise<Outcome> {
  const { locale, line, pool = poolOfOne(host, options) } = options;
  const workspace = workspaceFor(host, line);
  workspace.setRoots(paths);
  const { found, missing } = await findAll(paths, workspace, host);
  const checked =
    found.length > FEW
      ? await checkInPool(found, workspace, pool, options)
      : await checkBatch({ paths: found }, workspace, host, options);
  const problems = [
    ...missing,
    ...(await configurationProblems(checked.configurations, workspace, locale)),
    ...checked.problems,
  ];
  const notes: string[] = [];
  const report = await accept({ files: checked.files }, found[0], workspace, host, options, problems, notes);
  const fails = report.files.some(({ findings }) =>
    findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(options.failOn)),
  );
  return { report, problems, notes, changes: checked.changes, exitCode: problems.length > 0 ? 2 : fails ? 1 : 0 };
}

/**
 * First every thread reads its share for what tells which nodes belong together; then whole clusters are checked,
 * wherever there is room. What was found is in the order of the files, whoever was faster.
 */
async function checkInPool(
  found: readonly string[],
  workspace: Workspace,
  pool: Pool,
  { onProgress }: CheckOptions,
): Promise<Checked> {
  const servers = found.filter((path) => SERVER.test(nameOf(path)));
  const parts = await Promise.all(inParts(servers).map((part) => pool.keys(part)));
  const named: NamedCluster[] = [];
  for (const path of new Set(parts.flatMap(({ configurations }) => configurations))) {
    named.push(...((await workspace.configurationOf(path))?.clusters ?? []));
  }
  let done = 0;
  const batches = planBatches(
    found,
    parts.flatMap(({ keys }) => keys),
    named,
  );
  const checked = await Promise.all(
    batches.map(async (batch) => {
      const answer = await pool.check(batch);
      done += batch.paths.length;
      onProgress?.(done, found.length);
      return answer;
    }),
  );
  const order = new Map(found.map((path, index) => [path, index]));
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
    (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0);
  return {
    files: checked.flatMap(({ files }) => files).sort(byPath),
    problems: checked.flatMap(({ problems }) => problems),
    configurations: [...new Set(checked.flatMap(({ configurations }) => configurations))],
    changes: checked.flatMap(({ changes }) => changes).sort(byPath),
  };
}

/** Every file to look at, once, and a line for each path that leads to none. */
async function findAll(paths: readonly string[], workspace: Workspace, { whyUnreadable }: CheckHost) {
  const found = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const below = await workspace.configurationBelow(path);
    if (below) {
      for (const each of below) found.add(each);
      continue;
    }
    const reason = await whyUnreadable(path);
    if (reason === undefined) found.add(path);
    else missing.push(`${path}: ${reason}`);
  }
  return { found: [...found], missing };
}

/** One line for each mistake in these configuration files. */
async function configurationProblems(paths: readonly string[], workspace: Workspace, locale: Locale) {
  const lines: string[] = [];
  for (const path of paths) {
    const configuration = await workspace.configurationOf(path);
    for (const { at, text } of configuration?.problems ?? []) {
      const line = configuration?.text.slice(0, at.start).split("\n").length;
      lines.push(`${path}:${line}: ${text[locale]}`);
    }
  }
  return lines;
}

/** Takes out what the baseline accepts, or writes a new one. */
async function accept(
  report: Report,
  first: string | undefined,
  workspace: Workspace,
  { files, replace }: CheckHost,
  options: CheckOptions,
  problems: string[],
  notes: string[],
): Promise<Report> {
  const configuration = first === undefined ? undefined : await workspace.configurationOf(first);
  const path = options.baseline ?? configuration?.baseline;
  const ko = options.locale === "ko";
  if (options.updateBaseline) {
    if (path === undefined) {
      problems.push(
        ko
          ? `--update-baseline: 파일을 정해야 합니다. --baseline 또는 ${CONFIGURATION_NAME}의 baseline을 쓰십시오.`
          : `--update-baseline: no file is named. Use --baseline, or baseline in ${CONFIGURATION_NAME}.`,
      );
      return report;
    }
    const problem = await replace(path, baselineOf(report));
    if (problem !== undefined) problems.push(`${path}: ${problem}`);
    return { files: report.files.map((file) => ({ ...file, findings: [] })) };
  }
  if (path === undefined) return report;
  const text = await files.read(path);
  const baseline = text === undefined ? undefined : readBaseline(text);
  if (!baseline) {
    problems.push(
      text === undefined
        ? `${path}: ${ko ? "읽을 수 없습니다. --update-baseline으로 만드십시오." : "cannot be read. Make it with --update-baseline."}`
        : `${path}: ${ko ? "베이스라인 파일이 아닙니다." : "is no baseline."}`,
    );
    return report;
  }
  const { report: left, obsolete } = without(report, baseline);
  notes.push(...obsolete.map((entry) => `${path}: ${ko ? "더 이상 발견되지 않음" : "not found any more"}: ${entry}`));
  return left;
}
