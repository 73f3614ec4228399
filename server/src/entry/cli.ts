#!/usr/bin/env node
import { parentPort, workerData } from "node:worker_threads";
import { Command } from "commander";
import { printable } from "../base/printable.ts";
import { rules } from "../rules/index.ts";
import { answerBatches } from "./answer-batches.ts";
import { addCheck } from "./cli/check.ts";
import { addLanguage, locale, version } from "./cli/common.ts";
import { addComplete } from "./cli/complete.ts";
import { addEffective } from "./cli/effective.ts";
import { addExplain } from "./cli/explain.ts";
import { arrangeHelp } from "./cli/help.ts";
import { addLive } from "./cli/live.ts";
import { addLogs } from "./cli/logs.ts";
import { addMan } from "./cli/man.ts";
import { addMcp } from "./cli/mcp.ts";
import { addMigrate } from "./cli/migrate.ts";
import { addNew } from "./cli/new.ts";
import { addProbe } from "./cli/probe.ts";
import { addProve } from "./cli/prove.ts";
import { addTopology } from "./cli/topology.ts";
import { reasonOf } from "./file-error.ts";
import { answerLogs } from "./logs/thread.ts";
import { guardOutput } from "./output.ts";

// Only programs of ours start a thread with this one.
if (!parentPort) run();
else if ("logs" in workerData) void answerLogs(parentPort, workerData.logs);
else answerBatches(parentPort);

function run(): void {
  guardOutput();
  const program = new Command("tomcat-cluster")
    .description("Knows what Apache Tomcat does with the configuration of a cluster.")
    .version(version())
    // The commands added below inherit this: the process does not end before its output is written.
    .exitOverride();

  addLanguage(program);
  addCheck(program);
  addMigrate(program);
  addNew(program);

  addExplain(program);

  program
    .command("rules")
    .description("every rule, with its severity")
    .action((flags) => {
      const width = Math.max(...rules.map(({ id }) => id.length));
      for (const { id, severity, summary } of rules) {
        process.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary[locale(flags)]}\n`);
      }
    });

  addTopology(program);

  addEffective(program);
  addProbe(program);
  addProve(program);
  addLogs(program);
  addLive(program);
  addMcp(program);
  addMan(program);
  addComplete(program);
  arrangeHelp(program);

  void program.parseAsync().catch((error: unknown) => {
    // Commander has printed what is wrong. Help and version are no failures.
    if (error instanceof Error && "exitCode" in error) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.stderr.write(`${printable(reasonOf(error)[locale(program.opts())])}\n`);
      process.exitCode = 2;
    }
  });
}
