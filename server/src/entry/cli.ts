#!/usr/bin/env node
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { localeOf } from "../base/localized.ts";
import { type CheckHost, check } from "../cli/check.ts";
import { type Format, isFormat, reporters } from "../cli/reporters/index.ts";
import { type Topology, topologyJson, topologyMermaid, topologyOf, topologyText } from "../cli/topology.ts";
import { rules } from "../rules/index.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { LINES } from "../schema/model.ts";
import { Workspace } from "../workspace/workspace.ts";
import { replaceFile, whyUnreadable, withStandardInput } from "./cli-files.ts";
import { nodeFiles } from "./node-files.ts";

const TOPOLOGIES: Readonly<Record<string, (topologies: readonly Topology[]) => string>> = {
  text: topologyText,
  json: topologyJson,
  mermaid: topologyMermaid,
};
/** The name a text from standard input is reported under. */
const STANDARD_INPUT = "<stdin>";
const ROOT = join(__dirname, "..");

interface CheckFlags {
  readonly format: readonly Format[];
  readonly output: readonly string[];
  readonly fix: boolean;
  readonly failOn: Severity;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly tomcatVersion?: string;
  readonly stdinName: string;
  readonly lang?: string;
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return manifest.version;
}

const language = () => new Option("--lang <language>", "language of the findings").choices(["en", "ko"]);
const tomcat = () => new Option("--tomcat-version <line>", "instead of what the files tell").choices([...LINES]);
const locale = ({ lang }: { readonly lang?: string }) => localeOf(lang ?? process.env["LANG"]);

/** Several are taken: `--format pretty --format sarif`. */
function eachFormat(name: string, before: readonly Format[]): readonly Format[] {
  if (!isFormat(name)) throw new InvalidArgumentError(`Known formats: ${Object.keys(reporters).join(", ")}.`);
  return [...before, name];
}

function workspaceOf(paths: readonly string[], files: CheckHost["files"], line: string | undefined): Workspace {
  const workspace = new Workspace(files, {
    rules,
    chosenLine: () => Promise.resolve(line ?? "auto"),
    onRuleError: (rule, error) => process.stderr.write(`rule ${rule.id} failed: ${String(error)}\n`),
  });
  workspace.setRoots(paths);
  return workspace;
}

async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<void> {
  const clean = paths.map((path) => path.replace(/(?<=.)[/\\]+$/, "").replaceAll("\\", "/"));
  const named = clean.map((path) => (path === "-" ? flags.stdinName : path));
  const files = clean.includes("-") ? await withStandardInput(nodeFiles(), flags.stdinName) : nodeFiles();
  const host: CheckHost = {
    files,
    hash: (text) => createHash("sha256").update(text).digest("hex").slice(0, 32),
    replace: replaceFile,
    whyUnreadable: (path) => (path === flags.stdinName ? Promise.resolve(undefined) : whyUnreadable(path)),
  };
  const workspace = workspaceOf(named, files, flags.tomcatVersion);
  const outcome = await check(named, workspace, host, {
    locale: locale(flags),
    fix: flags.fix,
    baseline: flags.baseline,
    updateBaseline: flags.updateBaseline,
    failOn: flags.failOn,
  });
  const formats = flags.format.length > 0 ? flags.format : (["pretty"] as const);
  formats.forEach((format, index) => {
    const target = flags.output[index];
    const colour = target === undefined && process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
    const text = reporters[format](outcome.report, { locale: locale(flags), colour, version: version(), rules });
    if (target === undefined || target === "-") process.stdout.write(text);
    else writeFileSync(target, text);
  });
  for (const note of outcome.notes) process.stderr.write(`${note}\n`);
  for (const problem of outcome.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = outcome.exitCode;
}

function explain(id: string): void {
  if (!rules.some((rule) => rule.id === id)) {
    process.stderr.write(`There is no rule ${id}. \`tomcat-cluster rules\` lists them.\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(readFileSync(join(ROOT, "server", "src", "rules", id, "README.md"), "utf8"));
}

async function topology(paths: readonly string[], flags: { format: string; lang?: string }): Promise<void> {
  const { all } = await workspaceOf(paths, nodeFiles(), undefined).clusters();
  const topologies = all.map((cluster) => topologyOf(cluster, locale(flags)));
  process.stdout.write(TOPOLOGIES[flags.format]?.(topologies) ?? "");
}

const program = new Command("tomcat-cluster")
  .description("Knows what Apache Tomcat does with the configuration of a cluster.")
  .version(version())
  .showHelpAfterError()
  // Commands made below take this over: nothing ends the process before its output is written.
  .exitOverride();

program
  .command("check")
  .description("check files, and folders with everything below them; - reads standard input")
  .argument("<paths...>")
  .option("--format <name>", `one or several of ${Object.keys(reporters).join(", ")}`, eachFormat, [])
  .option(
    "--output <file>",
    "where the format of the same place goes; - is standard output",
    (file, before) => [...before, file],
    [] as readonly string[],
  )
  .option("--fix", "write the fixes that need no decision", false)
  .addOption(
    new Option("--fail-on <severity>", "exit with 1 from this severity on").choices(SEVERITIES).default("hint"),
  )
  .option("--baseline <file>", "report only what this file does not accept")
  .option("--update-baseline", "accept what is found today", false)
  .option("--stdin-name <path>", "the path standard input is taken for", STANDARD_INPUT)
  .addOption(tomcat())
  .addOption(language())
  .addHelpText(
    "after",
    "\nExit code: 0 nothing found, 1 findings, 2 usage, configuration, or a file that cannot be read.",
  )
  .action(runCheck);

program.command("explain").description("what a rule says, and why").argument("<rule>").action(explain);

program
  .command("rules")
  .description("every rule, with its severity")
  .addOption(language())
  .action((flags) => {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, severity, summary } of rules) {
      process.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary[locale(flags)]}\n`);
    }
  });

program
  .command("topology")
  .description("which nodes belong together, and who sends to whom")
  .argument("<paths...>")
  .addOption(new Option("--format <name>").choices(Object.keys(TOPOLOGIES)).default("text"))
  .addOption(language())
  .action(topology);

void program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong; help and version are no failures.
  if (error instanceof Error && "exitCode" in error) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
});
