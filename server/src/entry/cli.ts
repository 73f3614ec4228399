#!/usr/bin/env node
import { Command } from "commander";
import { printable } from "../base/printable.ts";
import { addLanguage, locale } from "./cli/common.ts";
import { arrangeHelp } from "./cli/help.ts";
import { whyFailed } from "./file-error.ts";
import { version } from "./manifest.ts";
import { guardOutput } from "./output.ts";

/** What adds each command, each in a file that is read when that command is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  check: async () => (await import("./cli/check.ts")).addCheck,
  migrate: async () => (await import("./cli/migrate.ts")).addMigrate,
  new: async () => (await import("./cli/new.ts")).addNew,
  explain: async () => (await import("./cli/explain.ts")).addExplain,
  rules: async () => (await import("./cli/rules.ts")).addRules,
  topology: async () => (await import("./cli/topology.ts")).addTopology,
  effective: async () => (await import("./cli/effective.ts")).addEffective,
  probe: async () => (await import("./cli/probe.ts")).addProbe,
  prove: async () => (await import("./cli/prove.ts")).addProve,
  logs: async () => (await import("./cli/logs.ts")).addLogs,
  live: async () => (await import("./cli/live.ts")).addLive,
  mcp: async () => (await import("./cli/mcp.ts")).addMcp,
  man: async () => (await import("./cli/man.ts")).addMan,
  complete: async () => (await import("./cli/complete.ts")).addComplete,
};

/** Speaks of all the others. */
const OF_ALL = "man";

void run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<void> {
  guardOutput();
  const program = new Command("tomcat-cluster")
    .description("Knows what Apache Tomcat does with the configuration of a cluster.")
    .version(version())
    // The commands added below inherit this: the process does not end before its output is written.
    .exitOverride();

  addLanguage(program);
  for (const name of neededFor(words)) (await COMMANDS[name]?.())?.(program);
  arrangeHelp(program);

  await program.parseAsync().catch((error: unknown) => {
    // Commander has printed what is wrong. Help and version are no failures.
    if (error instanceof Error && "exitCode" in error) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.stderr.write(`${printable(whyFailed(error)[locale(program.opts())])}\n`);
      process.exitCode = 2;
    }
  });
}

/** One command, where the first word names it; all for the help, for words that complete others, and for a wrong one. */
function neededFor([first, second, third]: readonly string[]): readonly string[] {
  if (first === "--version" || first === "-V") return [];
  const name = first === "--lang" ? third : first?.startsWith("--lang=") ? second : first;
  return name !== undefined && name !== OF_ALL && Object.hasOwn(COMMANDS, name) ? [name] : Object.keys(COMMANDS);
}
