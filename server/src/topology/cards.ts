import { itemAt } from "../base/item-at.ts";
import type { Locale } from "../base/localized.ts";
import { type Face, fit, textWidth } from "./measure.ts";
import type { Topology, TopologyLink, TopologyNode } from "./model.ts";
import { countedMembers, routeFact, STRANGER, sessionFacts } from "./words.ts";

/** One line of a card. */
export interface CardLine {
  readonly text: string;
  readonly face: Face;
  /** Indices of the broken links that this line is about. */
  readonly links?: readonly number[];
  /** True, or false, for a line about the running node that tells of something wrong, or does not. */
  readonly wrong?: boolean;
}

/** The content of a card: of a node, a balancer, or addresses of no node. */
export interface Card {
  readonly title: string;
  readonly lines: readonly CardLine[];
  readonly errors: number;
  readonly warnings: number;
}

const TITLE_SIZE = 14;
export const LINE_SIZE = 12;
export const PADDING = { left: 16, right: 12, top: 10, bottom: 10 } as const;
export const TITLE_HEIGHT = 18;
export const LINE_HEIGHT = 17;
/** A mark with its number. */
export const MARK_WIDTH = 30;

const WIDTHS = { least: 150, most: 260 } as const;
/** From this number of nodes on, a card shows only how its node differs from the others. */
const MANY = 12;
const MOST_BROKEN_LINES = 2;

/**
 * The cards of all nodes.
 *
 * @param drawn true for a link that is a line between cards
 */
export function cardsOf(topology: Topology, locale: Locale, drawn: (link: TopologyLink) => boolean): readonly Card[] {
  const { nodes } = topology;
  const terse = nodes.length > MANY;
  const shared = terse ? new Set(sharedFacts(topology, locale)) : new Set<string>();
  const broken = brokenLines(topology, drawn);
  return nodes.map((node, index): Card => {
    const facts = factsOf(node, locale, terse).filter((fact) => !shared.has(fact));
    const sessions = sessionFacts(node, locale).filter((fact) => !shared.has(fact));
    return {
      title: node.name,
      lines: [
        { text: node.receiver, face: "mono" },
        ...[...pairs(facts), ...sessions].map((text) => ({ text, face: "plain" as const })),
        ...(broken.get(index) ?? []),
        ...liveLines(node, locale),
      ],
      errors: node.findings.error,
      warnings: node.findings.warning,
    };
  });
}

/** The facts that most nodes share, for one line above a picture of many nodes. */
export function sharedFacts({ nodes }: Topology, locale: Locale): readonly string[] {
  if (nodes.length <= MANY) return [];
  const [first, ...others] = nodes.map((node) => [...factsOf(node, locale, true), ...sessionFacts(node, locale)]);
  // What most nodes share is shown once, above the picture; cards that differ show their own.
  const counts = new Map<string, number>();
  for (const fact of others.flatMap((facts) => [...new Set(facts)])) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return (first ? [...new Set([first, ...others].flat())] : []).filter(
    (fact) => (counts.get(fact) ?? 0) * 2 > nodes.length,
  );
}

/** In a picture of many nodes, a jvmRoute equal to the node's name is left out. */
function factsOf(node: TopologyNode, locale: Locale, terse: boolean): readonly string[] {
  const { name, tomcat, manager, sends, domain, jvmRoute } = node;
  const domainText =
    domain === undefined || domain === "" ? undefined : `${locale === "ko" ? "도메인" : "domain"} ${domain}`;
  const route = terse && jvmRoute === name ? undefined : routeFact(node, locale);
  return [`Tomcat ${tomcat}`, route, manager, sends, domainText].filter((fact) => fact !== undefined);
}

/** The running node in a line, and what is wrong with it in another; the details have all of it. */
function liveLines({ live }: TopologyNode, locale: Locale): readonly CardLine[] {
  if (!live) return [];
  const wrong = live.lines.filter((line) => line.wrong).length;
  const text = { en: `${wrong} wrong in the running node`, ko: `실행 중인 노드의 문제 ${wrong}개` }[locale];
  return [
    { text: `${live.clock} ${live.summary}`, face: "plain", wrong: false },
    ...(wrong > 0 ? [{ text, face: "plain", wrong: true } as const] : []),
  ];
}

/** Joins facts to lines of two. */
function pairs(facts: readonly string[]): readonly string[] {
  return facts.flatMap((fact, index) =>
    index % 2 === 0 ? [[fact, facts[index + 1]].filter((part) => part !== undefined).join(" · ")] : [],
  );
}

/** By node: the problems written in its file that no line between cards shows. */
function brokenLines(
  { nodes, links }: Topology,
  drawn: (link: TopologyLink) => boolean,
): ReadonlyMap<number, readonly CardLine[]> {
  const texts = new Map<number, Map<string, number[]>>();
  for (const [index, link] of links.entries()) {
    const [problem] = link.problems;
    if (drawn(link) || !problem) continue;
    // The rule's id where the link has no direction.
    const text = link.mutual ? problem.code : `→ ${itemAt(nodes, link.to).name}`;
    const paths = new Set(link.problems.map(({ place }) => place.path));
    for (const node of new Set([link.from, link.to])) {
      if (!paths.has(itemAt(nodes, node).path)) continue;
      const ofNode = texts.get(node) ?? new Map<string, number[]>();
      texts.set(node, ofNode);
      const known = ofNode.get(text);
      if (known) known.push(index);
      else ofNode.set(text, [index]);
    }
  }
  return new Map([...texts].map(([node, ofNode]) => [node, shortened(ofNode)]));
}

/** The first lines, and one that counts the others. */
function shortened(texts: ReadonlyMap<string, readonly number[]>): readonly CardLine[] {
  const lines = [...texts].map(([text, links]): CardLine => ({ text, face: "plain", links }));
  const rest = lines.slice(MOST_BROKEN_LINES - 1);
  if (rest.length < 2) return lines;
  const more: CardLine = { text: `+${rest.length}`, face: "plain", links: rest.flatMap(({ links = [] }) => links) };
  return [...lines.slice(0, MOST_BROKEN_LINES - 1), more];
}

/** The cards of load balancers. */
export function frontCards({ fronts }: Topology, locale: Locale): readonly Card[] {
  return fronts.map(({ name, product, members, problems }): Card => {
    const all = [...problems, ...members.flatMap((member) => member.problems)];
    const count = (severity: string) => all.filter((problem) => problem.severity === severity).length;
    const texts = [product, countedMembers(members.length, locale)];
    return {
      title: name,
      lines: texts.map((text) => ({ text, face: "plain" })),
      errors: count("error"),
      warnings: count("warning"),
    };
  });
}

const MOST_STRANGERS = 4;

/** The cards of addresses that belong to no node: one for each, or one for all where there are many. */
export function strangerCards(
  { strangers }: Topology,
  locale: Locale,
): readonly (Card & { readonly of: readonly number[] })[] {
  const card = (title: string, addresses: readonly string[], of: readonly number[]) => ({
    title,
    lines: [
      ...addresses.map((text) => ({ text, face: "mono" as const })),
      { text: STRANGER[locale], face: "plain" as const },
    ],
    errors: 0,
    warnings: 0,
    of,
  });
  if (strangers.length <= MOST_STRANGERS) return strangers.map(({ address }, index) => card(address, [], [index]));
  const title = locale === "ko" ? `주소 ${strangers.length}개` : `${strangers.length} addresses`;
  const some = strangers.slice(0, MOST_STRANGERS - 1).map(({ address }) => address);
  return [card(title, [...some, "…"], [...strangers.keys()])];
}

/** The common width of these cards, in pixels; texts that would make them too wide are cut. */
export function widthOfAll(cards: readonly Card[]): number {
  const widths = cards.flatMap((card) => [
    textWidth(card.title, TITLE_SIZE, "bold") + marksWidth(card),
    ...card.lines.map((line) => textWidth(line.text, LINE_SIZE, line.face) + markWidth(line)),
  ]);
  const needed = Math.ceil(Math.max(0, ...widths)) + PADDING.left + PADDING.right;
  return Math.max(WIDTHS.least, Math.min(WIDTHS.most, needed));
}

/** The room of the sign before a line. */
function markWidth({ links, wrong }: CardLine): number {
  return links || wrong !== undefined ? LINE_SIZE + 4 : 0;
}

/** The height of a card, in pixels. */
export function heightOf({ lines }: Card): number {
  return PADDING.top + TITLE_HEIGHT + lines.length * LINE_HEIGHT + PADDING.bottom;
}

export function marksWidth({ errors, warnings }: Card): number {
  return (errors > 0 ? MARK_WIDTH : 0) + (warnings > 0 ? MARK_WIDTH : 0);
}

/** A card with its texts cut to its width. */
export function fitted(card: Card, width: number): Card {
  const room = width - PADDING.left - PADDING.right;
  return {
    ...card,
    title: fit(card.title, room - marksWidth(card), TITLE_SIZE, "bold"),
    lines: card.lines.map((line) => ({
      ...line,
      text: fit(line.text, room - markWidth(line), LINE_SIZE, line.face),
    })),
  };
}
