import { itemAt } from "../base/item-at.ts";
import type { Locale } from "../base/localized.ts";
import { type Card, cardsOf, fitted, frontCards, heightOf, LINE_SIZE, strangerCards, widthOfAll } from "./cards.ts";
import { textWidth } from "./measure.ts";
import type { Topology, TopologyGroup, TopologyLink } from "./model.ts";
import { type EdgeOf, frontId, groupId, strangerId, type Wire, wireLabel, wiresOf } from "./wires.ts";
import { countedNodes } from "./words.ts";

/** All measures are pixels, from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCard extends Box {
  readonly card: Card;
  /** The node, the balancer, or the strangers it stands for, by index. */
  readonly of: { readonly node: number } | { readonly front: number } | { readonly strangers: readonly number[] };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A group drawn as a bus: a line for each row, to which its nodes are connected. */
export interface PlacedBus extends Box {
  readonly group: TopologyGroup;
  readonly rows: readonly {
    readonly y: number;
    readonly stubs: readonly { readonly node: number; readonly x: number }[];
  }[];
}

export interface PlacedEdge {
  readonly points: readonly Point[];
  readonly of: EdgeOf;
  readonly arrows: "to" | "both" | "none";
  readonly broken: boolean;
  readonly label: string;
  /** The middle of the label. */
  readonly at: Point;
}

export interface TopologyLayout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly groups: readonly PlacedBus[];
  readonly edges: readonly PlacedEdge[];
  /** Lines that are not drawn because there are too many. */
  readonly leftOut: number;
}

const GAP = { across: 16, down: 14 } as const;
/** The distance from a bus to its cards. */
const STUB = 20;
const BOX = { side: 24, top: 44, bottom: 20 } as const;
/** The largest ratio of a group's width to its height. */
const ASPECT = 1.25;
/** More lines hide the picture, and to place them takes seconds: the cards say what is broken instead. */
const MOST_WIRES = 150;
export const LABEL_SIZE = 11;
/** The cross before the label of a broken link. */
export const CROSS = 18;

/** Something dagre places: a group, a node by itself, or strangers. */
interface Item {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly place: (x: number, y: number) => void;
}

/** The positions of all parts of a picture. Deterministic. */
export async function layoutOf(topology: Topology, locale: Locale): Promise<TopologyLayout> {
  const groupOf = new Map(topology.groups.flatMap(({ members }, group) => members.map((member) => [member, group])));
  const fronts = frontCards(topology, locale);
  const strange = strangerCards(topology, locale);
  const all = wiresOf(topology, groupOf, strange);
  const wires = all.length > MOST_WIRES ? [] : all;
  const isDrawn = ({ from, to }: TopologyLink) => wires.length > 0 && groupOf.get(from) !== groupOf.get(to);
  const nodeCards = cardsOf(topology, locale, isDrawn);
  /** All cards have the same width, so that they form columns. */
  const width = widthOfAll([...nodeCards, ...fronts, ...strange]);
  const cards: PlacedCard[] = [];
  const groups: PlacedBus[] = [];
  const put = (card: Card, of: PlacedCard["of"], at: Omit<Box, "width">) => {
    cards.push({ ...at, width, card: fitted(card, width), of });
  };

  const items = topology.groups.map((group, index): Item => {
    const id = groupId(index);
    const own = group.members.map((node) => ({ node, card: itemAt(nodeCards, node) }));
    const [first] = own;
    if (group.kind === "single" && first) {
      const height = heightOf(first.card);
      return { id, width, height, place: (x, y) => put(first.card, { node: first.node }, { x, y, height }) };
    }
    const heights = own.map(({ card }) => heightOf(card));
    const grid = gridOf(group, width, heights);
    const leftOf = (place: number) => grid.left + (place % grid.columns) * (width + GAP.across);
    return {
      id,
      width: grid.width,
      height: grid.height,
      place: (x, y) => {
        own.forEach(({ node, card }, place) => {
          const row = grid.rows[Math.floor(place / grid.columns)];
          if (row) put(card, { node }, { x: x + leftOf(place), y: y + row.top + STUB, height: row.height });
        });
        const rows = grid.rows.map(({ top }, row) => ({
          y: y + top,
          stubs: own
            .map(({ node }, place) => ({ node, place }))
            .slice(row * grid.columns, (row + 1) * grid.columns)
            .map(({ node, place }) => ({ node, x: x + leftOf(place) + width / 2 })),
        }));
        groups.push({ x, y, width: grid.width, height: grid.height, group, rows: group.kind === "apart" ? [] : rows });
      },
    };
  });
  const single = (id: string, card: Card, of: PlacedCard["of"]) => {
    const height = heightOf(card);
    items.push({ id, width, height, place: (x, y) => put(card, of, { x, y, height }) });
  };
  fronts.forEach((card, front) => void single(frontId(front), card, { front }));
  strange.forEach((card, index) => void single(strangerId(index), card, { strangers: card.of }));
  const frame = await placed(items, wires, topology);
  // The keyboard follows the way of a request: balancers, nodes, addresses of no node.
  const order = ({ of }: PlacedCard) => ("front" in of ? -1 : "node" in of ? of.node : topology.nodes.length);
  const leftOut = all.length - wires.length;
  return { ...frame, cards: cards.sort((a, b) => order(a) - order(b)), groups, leftOut };
}

/** The rows and columns of a group's cards, relative to the group's corner: cards of a row have the same height. */
function gridOf({ members, title, kind }: TopologyGroup, cardWidth: number, heights: readonly number[]) {
  const count = members.length;
  const usual = Math.min(...heights) + STUB + GAP.down;
  const across = cardWidth + GAP.across;
  const columns = count <= 3 ? count : Math.max(2, Math.ceil(Math.sqrt((ASPECT * count * usual) / across)));
  const rows: { readonly top: number; readonly height: number }[] = [];
  let top: number = BOX.top;
  for (let first = 0; first < count; first += columns) {
    const height = Math.max(...heights.slice(first, first + columns));
    rows.push({ top, height });
    top += STUB + height + GAP.down;
  }
  const content = columns * across - GAP.across;
  // A bus of several rows has its spine at the left.
  const spine = rows.length > 1 && kind !== "apart" ? GAP.across : 0;
  const heading = textWidth(title, 13, "bold") + textWidth(countedNodes(count, "en"), 12, "plain") + 2 * BOX.side + 24;
  const width = Math.max(content + spine + 2 * BOX.side, Math.ceil(heading));
  const left = rows.length > 1 ? BOX.side + spine : (width - content) / 2;
  return { columns, rows, left, width, height: top - GAP.down + BOX.bottom };
}

async function placed(items: readonly Item[], wires: readonly Wire[], { groups }: Topology) {
  // Loaded on first use: neither a check nor the start of a server needs it.
  const { Graph, layout } = await import("@dagrejs/dagre");
  const graph = new Graph({ multigraph: true });
  const upright = groups.some(({ kind }) => kind !== "single");
  graph.setGraph({ rankdir: upright ? "TB" : "LR", ranksep: 72, nodesep: 48, edgesep: 36, marginx: 16, marginy: 16 });
  for (const { id, width, height } of items) graph.setNode(id, { width, height });
  wires.forEach((wire, index) => {
    const { from, to } = wire;
    const label = wireLabel(wire);
    const room =
      label === ""
        ? {}
        : { width: textWidth(label, LABEL_SIZE, "plain") + CROSS, height: LINE_SIZE + 8, labelpos: "c" };
    graph.setEdge(from, to, room, `${index}`);
  });
  layout(graph);
  for (const { id, width, height, place } of items) {
    const { x = 0, y = 0 } = graph.node(id);
    place(x - width / 2, y - height / 2);
  }
  const edges = wires.map((wire, index): PlacedEdge => {
    const { of, arrows, broken } = wire;
    const { points = [], x, y } = graph.edge(wire.from, wire.to, `${index}`);
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return { of, arrows, broken, label: wireLabel(wire), points, at: { x: x ?? middle.x, y: y ?? middle.y } };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, edges };
}
