import { itemAt } from "../base/item-at.ts";
import type { Locale } from "../base/localized.ts";
import { LINE_HEIGHT, MARK_WIDTH, marksWidth, PADDING, TITLE_HEIGHT } from "./cards.ts";
import {
  CROSS,
  LABEL_SIZE,
  type PlacedBus,
  type PlacedCard,
  type PlacedEdge,
  type Point,
  type TopologyLayout,
} from "./layout.ts";
import { textWidth } from "./measure.ts";
import type { Topology, TopologyGroup } from "./model.ts";
import { countedNodes, frontSentence, linkSentence, memberSentence, nodeSentence, STRANGER } from "./words.ts";
import { type Content, element, type Markup, rounded } from "./xml.ts";

/** The target of a drawing: `interactive` elements can be reached by keyboard and have accessible names. */
export interface Scene {
  readonly topology: Topology;
  readonly locale: Locale;
  readonly interactive: boolean;
  /** The prefix of all ids, so that one page can hold several pictures. */
  readonly id: string;
}

/** Cards are drawn before lines, because the keyboard follows this order. */
export function drawn(scene: Scene, { groups, cards, edges }: TopologyLayout): readonly Markup[] {
  const paths = brokenInside(scene.topology);
  return [
    element(
      "defs",
      {},
      ["", "-broken", "-faint"].map((kind) => arrowHead(scene, kind)),
    ),
    ...groups.map((placed) => drawGroup(scene, placed, paths.get(placed.group))),
    ...cards.map((card) => drawCard(scene, card)),
    ...edges.map((edge) => drawEdge(scene, edge)),
  ];
}

function arrowHead({ id }: Scene, kind: string): Markup {
  return element(
    "marker",
    {
      id: `${id}head${kind}`,
      viewBox: "0 0 10 10",
      refX: 9,
      refY: 5,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: "userSpaceOnUse",
      orient: "auto-start-reverse",
    },
    element("path", { d: "M0 0.5L10 5L0 9.5z", class: `tc-head${kind}` }),
  );
}

/** By group: the files that problems between its nodes are in. */
function brokenInside({ groups, links }: Topology): ReadonlyMap<TopologyGroup, ReadonlySet<string>> {
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group])));
  const paths = new Map(groups.map((group) => [group, new Set<string>()]));
  for (const { from, to, problems } of links) {
    const group = groupOf.get(from);
    if (!group || group !== groupOf.get(to)) continue;
    for (const { place } of problems) paths.get(group)?.add(place.path);
  }
  return paths;
}

/** `paths` are the files that problems between nodes of the group are in. */
function drawGroup(
  { topology, locale }: Scene,
  { group, rows, x, y, width, height }: PlacedBus,
  paths: ReadonlySet<string> | undefined,
): Markup {
  const { title, members, kind } = group;
  const [first] = rows;
  const spine = x + 20;
  const last = rows.at(-1);
  const lines: Content[] = [];
  if (first && last && last !== first) {
    lines.push(element("path", { class: "tc-bus", d: `M${rounded(spine)} ${rounded(first.y)}V${rounded(last.y)}` }));
  }
  for (const row of rows) {
    const from = rows.length > 1 ? spine : (row.stubs[0]?.x ?? x);
    const to = row.stubs.at(-1)?.x ?? x;
    if (to > from)
      lines.push(element("path", { class: "tc-bus", d: `M${rounded(from)} ${rounded(row.y)}H${rounded(to)}` }));
    for (const stub of row.stubs) {
      const broken = paths?.has(itemAt(topology.nodes, stub.node).path);
      lines.push(
        element("path", {
          class: broken ? "tc-bus tc-stub-broken" : "tc-bus",
          d: `M${rounded(stub.x)} ${rounded(row.y)}v20`,
        }),
        element("circle", { class: "tc-dot", cx: stub.x, cy: row.y, r: 3.5 }),
      );
    }
  }
  return element(
    "g",
    { class: `tc-group tc-${kind}` },
    element("rect", { class: "tc-box", x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 10 }),
    element("text", { class: "tc-group-title", x: x + 20, y: y + 25 }, title),
    element(
      "text",
      { class: "tc-small", x: x + width - 20, y: y + 25, "text-anchor": "end" },
      countedNodes(members.length, locale),
    ),
    lines,
  );
}

function drawCard(scene: Scene, { card, of, x, y, width, height }: PlacedCard): Markup {
  const label = cardSentence(scene, card.title, of);
  const level = card.errors > 0 ? " tc-error" : card.warnings > 0 ? " tc-warning" : "";
  const texts = card.lines.map((line, index) => {
    const top = PADDING.top + TITLE_HEIGHT + (index + 1) * LINE_HEIGHT - 4;
    if (line.wrong !== undefined) {
      const sign = line.wrong
        ? element("path", { class: "tc-cross-sign", d: `M${PADDING.left + 1} ${top - 8}l7 7m0 -7l-7 7` })
        : element("circle", { class: "tc-live", cx: PADDING.left + 5, cy: top - 4, r: 4 });
      const text = { class: line.wrong ? "tc-line tc-bad" : "tc-line", x: PADDING.left + 16, y: top };
      return [sign, element("text", text, line.text)];
    }
    if (!line.links) {
      return element("text", { class: `tc-line tc-${line.face}`, x: PADDING.left, y: top }, line.text);
    }
    return element(
      "g",
      { "data-links": line.links.join(",") },
      element("path", { class: "tc-cross-sign", d: `M${PADDING.left + 1} ${top - 8}l7 7m0 -7l-7 7` }),
      element("text", { class: "tc-line tc-bad", x: PADDING.left + 16, y: top }, line.text),
    );
  });
  return element(
    "g",
    {
      class: `${"node" in of ? "tc-node" : "front" in of ? "tc-front" : "tc-stranger"}${level}`,
      transform: `translate(${rounded(x)} ${rounded(y)})`,
      ...dataOf(of),
      ...touchable(scene, label),
    },
    element("title", {}, label),
    element("rect", { class: "tc-card", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6 }),
    element("path", {
      class: "tc-bar",
      d: `M6.5 1H5V${height - 1}h1.5a5.5 5.5 0 0 1 -5.5 -5.5V6.5A5.5 5.5 0 0 1 6.5 1z`,
    }),
    element("text", { class: "tc-title", x: PADDING.left, y: PADDING.top + 13 }, card.title),
    marks(card, width - PADDING.right - marksWidth(card)),
    texts,
  );
}

function cardSentence({ topology, locale }: Scene, title: string, of: PlacedCard["of"]): string {
  if ("front" in of) return frontSentence(itemAt(topology.fronts, of.front), locale);
  if ("node" in of) return nodeSentence(itemAt(topology.nodes, of.node), locale);
  const addresses = of.strangers.map((each) => itemAt(topology.strangers, each).address).join(", ");
  return `${title}: ${addresses}. ${STRANGER[locale]}.`;
}

/** What a part stands for, by index, for a page that opens its place. */
function dataOf(of: PlacedCard["of"] | PlacedEdge["of"]): Readonly<Record<string, string | number | undefined>> {
  if ("node" in of) return { "data-node": of.node };
  if ("links" in of) return { "data-links": of.links.join(",") };
  if ("strangers" in of) return { "data-strangers": of.strangers.join(",") };
  return { "data-front": of.front, "data-members": "members" in of ? of.members.join(",") : undefined };
}

/** A disc with a cross for errors, a triangle for warnings, each with its number. */
function marks({ errors, warnings }: PlacedCard["card"], left: number): Content {
  const y = PADDING.top + 8;
  const at = (index: number) => left + index * MARK_WIDTH + 10;
  const few = (count: number) => (count > 99 ? "99" : `${count}`);
  const parts: Content[] = [];
  if (errors > 0) {
    const x = at(0);
    parts.push(
      element("circle", { class: "tc-mark-error", cx: x, cy: y, r: 6 }),
      element("path", { class: "tc-sign", d: `M${rounded(x - 2.3)} ${y - 2.3}l4.6 4.6m0 -4.6l-4.6 4.6` }),
      element("text", { class: "tc-count", x: x + 9, y: y + 4 }, few(errors)),
    );
  }
  if (warnings > 0) {
    const x = at(errors > 0 ? 1 : 0);
    parts.push(
      element("path", { class: "tc-mark-warning", d: `M${rounded(x)} ${y - 6.5}l6.8 12h-13.6z` }),
      element("path", { class: "tc-sign", d: `M${rounded(x)} ${y - 2.4}v3.4m0 2.2v0.2` }),
      element("text", { class: "tc-count", x: x + 9, y: y + 4 }, few(warnings)),
    );
  }
  return parts;
}

function drawEdge(scene: Scene, edge: PlacedEdge): Markup {
  const { points, of, arrows, broken, label, at } = edge;
  const texts = edgeSentences(scene, of);
  const faint = "strangers" in of;
  const head = `url(#${scene.id}head${broken ? "-broken" : faint ? "-faint" : ""})`;
  const d = curve(points);
  const wide = textWidth(label, LABEL_SIZE, "plain");
  const left = at.x - (wide + CROSS) / 2;
  return element(
    "g",
    {
      class: `tc-edge${broken ? " tc-broken" : ""}${faint ? " tc-faint" : ""}`,
      ...dataOf(of),
      // The list below the picture has all links; the keyboard stops at broken ones only.
      ...(broken ? touchable(scene, texts.join("\n")) : {}),
    },
    element("title", {}, texts.join("\n")),
    element("path", {
      class: "tc-wire",
      d,
      "marker-end": arrows === "none" ? undefined : head,
      "marker-start": arrows === "both" ? head : undefined,
    }),
    element("path", { class: "tc-reach", d }),
    label === ""
      ? undefined
      : [
          element("rect", { class: "tc-plate", x: left - 4, y: at.y - 11, width: wide + CROSS + 8, height: 22, rx: 4 }),
          element("circle", { class: "tc-cross", cx: left + 7, cy: at.y, r: 7 }),
          element("path", {
            class: "tc-cross-sign",
            d: `M${rounded(left + 4.4)} ${rounded(at.y - 2.6)}l5.2 5.2m0 -5.2l-5.2 5.2`,
          }),
          element("text", { class: "tc-label", x: left + CROSS, y: at.y + 4 }, label),
        ],
  );
}

function edgeSentences({ topology, locale }: Scene, of: PlacedEdge["of"]): readonly string[] {
  const { nodes, links, strangers, fronts } = topology;
  if ("strangers" in of) return of.strangers.map((each) => `${itemAt(strangers, each).address}: ${STRANGER[locale]}.`);
  if ("links" in of) {
    return of.links.map((index) => linkSentence(itemAt(links, index), nodes, locale));
  }
  const front = itemAt(fronts, of.front);
  return of.members.map((index) => memberSentence(front, itemAt(front.members, index), { nodes, locale }));
}

function touchable({ interactive }: Scene, label: string): Readonly<Record<string, string | number>> {
  return interactive ? { tabindex: 0, role: "link", "aria-label": label } : {};
}

/** A smooth line through all points (Catmull-Rom, as cubic Béziers). */
function curve(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return "";
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? first;
  const parts = [`M${rounded(first.x)} ${rounded(first.y)}`];
  for (let index = 0; index + 1 < points.length; index++) {
    const [before, from, to, behind] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const numbers = [
      from.x + (to.x - before.x) / 6,
      from.y + (to.y - before.y) / 6,
      to.x - (behind.x - from.x) / 6,
      to.y - (behind.y - from.y) / 6,
      to.x,
      to.y,
    ];
    parts.push(`C${numbers.map(rounded).join(" ")}`);
  }
  return parts.join("");
}
