#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { workspaceFor } from "../cli/batch.ts";
import { type Topology, topologyJson, topologyMermaid, topologyOf, topologyText } from "../cli/topology.ts";
import { rules } from "../rules/index.ts";
import { checkHost } from "./check-host.ts";
import { addCheck } from "./cli/check.ts";
import { language, locale, ROOT, version } from "./cli/common.ts";
import { addEffective } from "./cli/effective.ts";
import { addNew } from "./cli/new.ts";
import { addProbe } from "./cli/probe.ts";

const TOPOLOGIES: Readonly<Record<string, (topologies: readonly Topology[]) => string>> = {
  text: topologyText,
  json: topologyJson,
  mermaid: topologyMermaid,
};

function explain(id: string): void {
  if (!rules.some((rule) => rule.id === id)) {
    process.stderr.write(`There is no rule ${id}. \`tomcat-cluster rules\` lists them.\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(readFileSync(join(ROOT, "server", "src", "rules", id, "README.md"), "utf8"));
}

async function topology(paths: readonly string[], flags: { format: string; lang?: string }): Promise<void> {
  const workspace = workspaceFor(checkHost(), undefined);
  workspace.setRoots(paths);
  const { all } = await workspace.clusters();
  const topologies = all.map((cluster) => topologyOf(cluster, locale(flags)));
  process.stdout.write(TOPOLOGIES[flags.format]?.(topologies) ?? "");
}

const program = new Command("tomcat-cluster")
  .description("Knows what Apache Tomcat does with the configuration of a cluster.")
  .version(version())
  .showHelpAfterError()
  // Commands made below take this over: nothing ends the process before its output is written.
  .exitOverride();

addCheck(program);
addNew(program);

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

addEffective(program);
addProbe(program);

void program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong; help and version are no failures.
  if (error instanceof Error && "exitCode" in error) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
});
