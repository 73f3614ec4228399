import type { Locale } from "../base/localized.ts";
import { sharedFacts } from "./cards.ts";
import { drawn, type Scene } from "./draw.ts";
import { layoutOf, type TopologyLayout } from "./layout.ts";
import { textWidth } from "./measure.ts";
import type { Topology, TopologyPicture } from "./model.ts";
import { STANDALONE_COLOURS, STYLE } from "./style.ts";
import { clusterSentence, frontSentence, linkSentence, NO_CLUSTER, nodeSentence, notDrawn, STRANGER } from "./words.ts";
import { type Content, element, rounded } from "./xml.ts";

export { STYLE } from "./style.ts";

/** Measures of the lines above the picture: the cluster's name, why its nodes belong together, and what they share. */
const HEADING = { margin: 24, line: 26, small: 18, gap: 4 } as const;

/** All clusters in one SVG file, one below the other, with colours for light and dark themes. */
export async function standaloneSvg(topologies: readonly Topology[], locale: Locale): Promise<string> {
  let top = HEADING.margin;
  let width = 320;
  const pictures: Content[] = [];
  for (const [index, topology] of topologies.entries()) {
    const scene: Scene = { topology, locale, interactive: false, id: `c${index}-` };
    const layout = await layoutOf(topology, locale);
    const sentence = pictureSentence(topology, layout, locale);
    const small = [`${topology.how} · ${sentence}`, sharedFacts(topology, locale).join(" · ")].filter(
      (text) => text !== "",
    );
    const texts = [
      element("text", { x: HEADING.margin, y: top + 16, class: "tc-heading" }, topology.name),
      ...small.map((text, line) =>
        element(
          "text",
          { x: HEADING.margin, y: top + HEADING.line + 12 + line * HEADING.small, class: "tc-small" },
          text,
        ),
      ),
    ];
    width = Math.max(
      width,
      layout.width + HEADING.margin,
      HEADING.margin * 2 + textWidth(topology.name, 18, "bold"),
      ...small.map((text) => HEADING.margin * 2 + textWidth(text, 12, "plain")),
    );
    top += HEADING.line + small.length * HEADING.small + HEADING.gap;
    pictures.push(
      element("g", {}, texts, element("g", { transform: `translate(8 ${rounded(top)})` }, drawn(scene, layout))),
    );
    top += layout.height + HEADING.margin;
  }
  if (topologies.length === 0) {
    pictures.push(element("text", { x: HEADING.margin, y: top + 16, class: "tc-small" }, NO_CLUSTER[locale]));
    width = HEADING.margin * 2 + textWidth(NO_CLUSTER[locale], 12, "plain");
    top += HEADING.margin * 2;
  }
  const title = topologies.map(({ name }) => name).join(", ");
  const described = topologies.flatMap((topology) => sentences(topology, locale)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    element(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width,
        height: top,
        viewBox: `0 0 ${rounded(width)} ${rounded(top)}`,
        class: "tc",
        role: "img",
        "aria-labelledby": "title description",
        lang: locale,
      },
      element("title", { id: "title" }, title || NO_CLUSTER[locale]),
      element("desc", { id: "description" }, described),
      element("style", {}, STANDALONE_COLOURS, STYLE),
      element("rect", { class: "tc-background", width: "100%", height: "100%" }),
      pictures,
    ).xml
  }\n`;
}

/**
 * One cluster for a page that sets the colours; its parts carry `data-node`, `data-links`, `data-strangers`, `data-front`
 * and `data-members`. Ids in it begin with `id`.
 */
export async function pictureOf(topology: Topology, locale: Locale, id: string): Promise<TopologyPicture> {
  const layout = await layoutOf(topology, locale);
  const sentence = pictureSentence(topology, layout, locale);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: layout.width,
      height: layout.height,
      viewBox: `0 0 ${rounded(layout.width)} ${rounded(layout.height)}`,
      class: "tc",
      role: "group",
      "aria-label": `${topology.name}: ${sentence}`,
      lang: locale,
    },
    drawn({ topology, locale, interactive: true, id }, layout),
  );
  return { topology, svg: svg.xml, sentence, shared: sharedFacts(topology, locale).join(" · ") };
}

function pictureSentence(topology: Topology, { leftOut }: TopologyLayout, locale: Locale): string {
  return clusterSentence(topology, locale) + (leftOut > 0 ? `. ${notDrawn(leftOut, locale)}` : "");
}

/** The content of the picture as sentences. */
function sentences({ nodes, links, strangers, fronts }: Topology, locale: Locale): readonly string[] {
  return [
    ...fronts.map((front) => frontSentence(front, locale)),
    ...nodes.map((node) => nodeSentence(node, locale)),
    ...links.filter(({ problems }) => problems.length > 0).map((link) => linkSentence(link, nodes, locale)),
    ...strangers.map(({ address }) => `${address}: ${STRANGER[locale]}.`),
  ];
}
