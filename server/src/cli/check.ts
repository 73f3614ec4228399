import type { Locale } from "../base/localized.ts";
import { applyEdits } from "../base/span.ts";
import { fixAllEdits } from "../lint/fix-all.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { CONFIGURATION_NAME } from "../workspace/configuration-places.ts";
import type { Files } from "../workspace/files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { baselineOf, readBaseline, without } from "./baseline.ts";
import type { Report, ReportedFile } from "./report.ts";
import { type Hash, toReport } from "./to-report.ts";

/** What a check needs of the machine. */
export interface CheckHost {
  readonly files: Files;
  readonly hash: Hash;
  /** Replaces a file's text as a whole or not at all; gives back what went wrong. */
  readonly replace: (path: string, text: string) => Promise<string | undefined>;
  /** Why a file cannot be read, in words of the system; undefined when it can. */
  readonly whyUnreadable: (path: string) => Promise<string | undefined>;
}

export interface CheckOptions {
  readonly locale: Locale;
  readonly fix: boolean;
  /** The file of accepted findings; without one, that of the configuration. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Findings of this severity or a worse one make the check fail. */
  readonly failOn: Severity;
}

export interface Outcome {
  readonly report: Report;
  /** What went wrong besides findings, one line each. */
  readonly problems: readonly string[];
  /** What is worth a line, but no failure. */
  readonly notes: readonly string[];
  /** 0 clean, 1 findings, 2 something could not be read or written. */
  readonly exitCode: 0 | 1 | 2;
}

/** A fix may make room for another of the same place. */
const FIX_ROUNDS = 3;

/** Checks files and folders with everything below them. */
export async function check(
  paths: readonly string[],
  workspace: Workspace,
  host: CheckHost,
  options: CheckOptions,
): Promise<Outcome> {
  const { locale } = options;
  const problems: string[] = [];
  const notes: string[] = [];
  const { found, missing } = await findAll(paths, workspace, host);
  problems.push(...missing);
  problems.push(...(await configurationProblems(found, workspace, locale)));

  const files: ReportedFile[] = [];
  for (const path of found) {
    if (options.fix) {
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
  const report = await accept({ files }, found[0], workspace, host, options, problems, notes);
  const fails = report.files.some(({ findings }) =>
    findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(options.failOn)),
  );
  return { report, problems, notes, exitCode: problems.length > 0 ? 2 : fails ? 1 : 0 };
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

/** One line for each mistake in the configurations these files have. */
async function configurationProblems(paths: readonly string[], workspace: Workspace, locale: Locale) {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const path of paths) {
    const configuration = await workspace.configurationOf(path);
    if (!configuration || seen.has(configuration.path)) continue;
    seen.add(configuration.path);
    for (const { at, text } of configuration.problems) {
      const line = configuration.text.slice(0, at.start).split("\n").length;
      lines.push(`${configuration.path}:${line}: ${text[locale]}`);
    }
  }
  return lines;
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
