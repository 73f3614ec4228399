import { type Command, Option } from "commander";
import type { Locale } from "../../base/localized.ts";
import { printableXml } from "../../base/printable.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { topologyMermaid } from "../../topology/mermaid.ts";
import type { Topology } from "../../topology/model.ts";
import { readTopologies } from "../../topology/read.ts";
import { standaloneSvg } from "../../topology/svg.ts";
import { topologyJson, topologyText } from "../../topology/text.ts";
import { checkHost } from "../check-host.ts";
import { corePath } from "../core-path.ts";
import { startBusy } from "./busy.ts";
import { locale } from "./common.ts";

type TopologyFormat = (topologies: readonly Topology[], locale: Locale) => string | Promise<string>;

const FORMATS: Readonly<Record<string, TopologyFormat>> = {
  text: topologyText,
  json: topologyJson,
  mermaid: topologyMermaid,
  svg: async (topologies, locale) => printableXml(await standaloneSvg(topologies, locale)),
};

interface Flags {
  readonly format: string;
  readonly lang?: string;
}

export function addTopology(program: Command): void {
  program
    .command("topology")
    .description("which nodes belong together, who sends to whom, and what does not connect")
    .argument("<paths...>")
    .addOption(new Option("--format <name>").choices(Object.keys(FORMATS)).default("text"))
    .action(async (paths: readonly string[], flags: Flags) => {
      const workspace = workspaceFor(checkHost(), undefined);
      workspace.setRoots(paths.map(corePath));
      const busy = await startBusy("{bar}");
      const reading = readTopologies(workspace, { locale: locale(flags), uriOf: (path) => path });
      const topologies = await reading.finally(busy.stop);
      process.stdout.write((await FORMATS[flags.format]?.(topologies, locale(flags))) ?? "");
    });
}
