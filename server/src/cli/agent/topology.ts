import type { Locale } from "../../base/localized.ts";
import { topologyMermaid } from "../../topology/mermaid.ts";
import { readTopologies } from "../../topology/read.ts";
import { topologyJson, topologyText } from "../../topology/text.ts";
import { workspaceFor } from "../batch.ts";
import { LANGUAGE, PATHS, type ToolOf } from "./tool.ts";

const FORMATS = { text: topologyText, json: topologyJson, mermaid: topologyMermaid };

interface Input {
  readonly paths: readonly string[];
  readonly format?: keyof typeof FORMATS;
  readonly language?: Locale;
}

export const topologyTool: ToolOf<Input> = {
  name: "topology",
  title: { en: "Show which nodes form a cluster", ko: "클러스터를 이루는 노드 보기" },
  description: "Which Tomcats below some folders belong together, who sends to whom, and what does not connect.",
  properties: {
    paths: PATHS,
    format: { type: "string", enum: Object.keys(FORMATS), description: "Text without it." },
    language: LANGUAGE,
  },
  required: ["paths"],
  async run({ paths, format = "text", language }, place) {
    const targets = await place.within(paths);
    const workspace = workspaceFor(place.host, await place.chosenLine(targets));
    workspace.setRoots(targets);
    const topologies = await readTopologies(workspace, { locale: language ?? place.locale, uriOf: (path) => path });
    if (topologies.length === 0) throw new Error(`No cluster is in ${paths.join(", ")}.`);
    return [FORMATS[format](topologies)];
  },
};
