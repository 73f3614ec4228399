import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Localized, showOnly } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import { type CheckOptions, type CheckOutcome, check } from "../../cli/check.ts";
import { type Format, isFormat, reporters } from "../../cli/reporters/index.ts";
import { rules } from "../../rules/index.ts";
import { SEVERITIES, type Severity } from "../../rules/rule.ts";
import { checkHost } from "../check-host.ts";
import { CheckPool } from "../check-pool.ts";
import { withStandardInput } from "../cli-files.ts";
import { corePath } from "../core-path.ts";
import { manifest } from "../manifest.ts";
import { waitingFiles } from "../node-files.ts";
import { pageAbout, pageOnWeb } from "../pages.ts";
import { putFile } from "../write/whole.ts";
import { startBusy } from "./busy.ts";
import { locale, tomcat } from "./common.ts";
import { note } from "./help.ts";
import { patchBetween } from "./patch.ts";

/** The name a text from standard input is reported under. */
const STANDARD_INPUT = "<stdin>";
/** The most threads; more would wait for each other's files. */
const MOST_JOBS = 8;

interface Flags {
  readonly format: readonly Format[];
  readonly output: readonly string[];
  readonly fix: boolean;
  readonly diff: boolean;
  readonly failOn: Severity;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly allowEmpty: boolean;
  readonly includeSuppressed: boolean;
  readonly tomcatVersion?: string;
  readonly stdinName: string;
  readonly jobs: number;
  readonly lang?: string;
}

export function addCheck(program: Command): void {
  program
    .command("check")
    .description("check files, and folders with everything below them; - reads standard input")
    .argument("<paths...>")
    .addOption(
      new Option("--format <name>", "one, or several")
        .choices(Object.keys(reporters))
        .argParser(eachFormat)
        .default([] as readonly Format[]),
    )
    .option(
      "--output <file>",
      "where the format of the same place goes; - is standard output",
      (file, before) => [...before, file],
      [] as readonly string[],
    )
    .option("--fix", "write the fixes that need no decision", false)
    .option("--diff", "show what --fix would write, and write nothing", false)
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on").choices(SEVERITIES).default("hint"),
    )
    .option("--baseline <file>", "report only what this file does not accept")
    .option("--update-baseline", "accept what is found today", false)
    .option("--include-suppressed", "SARIF also names what comments silence and the baseline accepts", false)
    .option("--allow-empty", "no failure where a folder has no file of Tomcat's, or a named file is none", false)
    .option("--stdin-name <path>", "the path standard input is taken for", STANDARD_INPUT)
    .option("--jobs <number>", "threads for many files", atLeastOne, Math.min(availableParallelism(), MOST_JOBS))
    .addOption(tomcat())
    .addHelpText(
      "after",
      note(
        "Exit code: 0 nothing found, 1 findings, 2 usage, configuration, or a file that is not checked, read or written.",
      ),
    )
    .action(run);
}

/** The option can be given several times: `--format pretty --format sarif`. */
function eachFormat(name: string, before: readonly Format[]): readonly Format[] {
  if (!isFormat(name)) throw new InvalidArgumentError(`Known formats: ${Object.keys(reporters).join(", ")}.`);
  return [...before, name];
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 on is expected.");
  return number;
}

async function run(paths: readonly string[], flags: Flags): Promise<void> {
  showOnly(locale(flags));
  const clean = paths.map(corePath);
  const piped = clean.includes("-");
  const named = clean.map((path) => (path === "-" ? flags.stdinName : path));
  const host = checkHost(piped ? await withStandardInput(waitingFiles, flags.stdinName) : waitingFiles);
  const options: CheckOptions = {
    locale: locale(flags),
    line: flags.tomcatVersion,
    fix: flags.diff ? "show" : flags.fix ? "write" : "leave",
    baseline: flags.baseline,
    updateBaseline: flags.updateBaseline,
    failOn: flags.failOn,
    allowEmpty: flags.allowEmpty,
  };
  // What standard input says is known in this thread only.
  const pool = piped || flags.jobs === 1 ? undefined : new CheckPool(flags.jobs, options);
  const busy = await startBusy("{bar} {value}/{total}");
  const outcome = await check(
    named,
    piped ? { ...host, whyUnreadable: exceptFor(flags.stdinName, host.whyUnreadable) } : host,
    { ...options, pool, onProgress: busy.show },
  ).finally(async () => {
    busy.stop();
    await pool?.close();
  });
  for (const { path, before, after } of outcome.changes) {
    process.stdout.write(await patchBetween(path, path, before, after));
  }
  const unwritten = report(outcome, flags);
  for (const line of [...outcome.notes, ...outcome.problems, ...unwritten]) process.stderr.write(`${line}\n`);
  process.exitCode = unwritten.length > 0 ? 2 : outcome.exitCode;
}

/** Each format to its place; gives back a line for each file that could not be written. */
function report(outcome: CheckOutcome, flags: Flags): readonly string[] {
  const lang = locale(flags);
  const { homepage, version: release } = manifest();
  const formats = flags.format.length > 0 || flags.diff ? flags.format : (["pretty"] as const);
  return formats.flatMap((format, index) => {
    const target = flags.output[index];
    const colour = target === undefined && process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
    const text = reporters[format](outcome.report, {
      locale: lang,
      colour,
      version: release,
      rules,
      page: (code) => pageAbout(code, lang),
      ...(homepage === undefined ? {} : { homepage, pageUri: (code) => pageOnWeb(code, lang, homepage, release) }),
      suppressed: flags.includeSuppressed,
      problems: outcome.problems,
    });
    if (target === undefined || target === "-") {
      process.stdout.write(text);
      return [];
    }
    const problem = putFile(target, text);
    return problem ? [printable(`${target}: ${problem[lang]}`)] : [];
  });
}

function exceptFor(name: string, why: (path: string) => Promise<Localized | undefined>) {
  return (path: string) => (path === name ? Promise.resolve(undefined) : why(path));
}
