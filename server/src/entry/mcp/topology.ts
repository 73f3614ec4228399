import type { Locale } from "../../base/localized.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { topologyJson, topologyText } from "../../cli/topology.ts";
import { topologyMermaid } from "../../topology/mermaid.ts";
import { readTopologies } from "../../topology/read.ts";
import { hostWithin, LANGUAGE, PATHS, pathsWithin, type ToolOf } from "./tool.ts";

const FORMATS = { text: topologyText, json: topologyJson, mermaid: topologyMermaid };

interface Input {
  readonly paths: readonly string[];
  readonly format?: keyof typeof FORMATS;
  readonly language?: Locale;
}

export const topologyTool: ToolOf<Input> = {
  name: "topology",
  title: "Show which nodes form a cluster",
  description: "Which Tomcats below some folders belong together, who sends to whom, and what does not connect.",
  properties: { paths: PATHS, format: { type: "string", enum: Object.keys(FORMATS) }, language: LANGUAGE },
  required: ["paths"],
  async run({ paths, format = "text", language: locale = "en" }, folders) {
    const workspace = workspaceFor(hostWithin(folders), undefined);
    workspace.setRoots(await pathsWithin(folders, paths));
    const topologies = await readTopologies(workspace, { locale, uriOf: (path) => path });
    if (topologies.length === 0) throw new Error(`No cluster is in ${paths.join(", ")}.`);
    return [FORMATS[format](topologies)];
  },
};
