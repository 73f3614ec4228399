import { groupBy } from "../base/group-by.ts";
import { itemAt } from "../base/item-at.ts";
import type { Locale } from "../base/localized.ts";
import type { ClusterSite } from "../config/site.ts";
import { groupOf } from "./membership.ts";
import type { TopologyGroup, TopologyLink, TopologyNode } from "./model.ts";
import { ALL_LIST_ALL, MEMBERSHIP_NAMES } from "./words.ts";

/**
 * From this number on, nodes that list each other are drawn as one group, because their links would hide the picture.
 */
const CROWD = 4;

/**
 * Puts every node into one group: by its multicast group, by lists that name all the others, or by its kind of
 * membership.
 */
export function groupsOf(
  nodes: readonly TopologyNode[],
  sites: readonly ClusterSite[],
  links: readonly TopologyLink[],
  locale: Locale,
): readonly TopologyGroup[] {
  const listing = [...nodes.entries()].flatMap(([index, node]) => (isListing(node) ? [index] : []));
  const crowd = mutualCrowd(listing, links);
  const keyOf = ([index, node]: readonly [number, TopologyNode]): string => {
    if (isListing(node)) return crowd.has(index) ? "list" : `single ${index}`;
    const group = groupOf(itemAt(sites, index));
    if (group !== undefined) return `multicast ${group}`;
    if (node.kind === "multicast") return `multicast ? ${index}`;
    return node.kind === "cloud" ? "cloud" : `apart ${node.kind}`;
  };
  return [...groupBy([...nodes.entries()], keyOf)].map(([key, entries]): TopologyGroup => {
    const members = entries.map(([index]) => index);
    const [[, { kind, name }]] = entries;
    if (key === "list") return { kind: "list", title: ALL_LIST_ALL[locale], members };
    if (key.startsWith("single")) return { kind: "single", title: name, members };
    if (key.startsWith("multicast"))
      return { kind: "multicast", title: `${MEMBERSHIP_NAMES.multicast[locale]} ${groupIn(key)}`, members };
    if (kind === "cloud") return { kind, title: MEMBERSHIP_NAMES.cloud[locale], members };
    return { kind: "apart", title: MEMBERSHIP_NAMES[kind][locale], members };
  });
}

/** The group in a key; empty where the file does not determine it. */
function groupIn(key: string): string {
  const group = key.slice("multicast ".length);
  return group.startsWith("?") ? "?" : group;
}

function isListing({ kind }: TopologyNode): boolean {
  return kind === "static" || kind === "static-service";
}

/** A node that lists others. */
interface Lister {
  readonly index: number;
  /** The others that something is known of, once for each direction. */
  readonly known: Lister[];
  /** How many of them are left. */
  count: number;
}

/**
 * The nodes of which each lists all the others, or has a finding that it does not, so that one sentence and a few
 * exceptions describe their links. The node that lacks most is removed until that holds.
 */
function mutualCrowd(listing: readonly number[], links: readonly TopologyLink[]): ReadonlySet<number> {
  const crowd = new Map(listing.map((index): [number, Lister] => [index, { index, known: [], count: 0 }]));
  const broken = new Set<string>();
  const seen = new Set<string>();
  const note = (from: number, to: number, isBroken: boolean) => {
    const key = `${from} ${to}`;
    const [one, other] = [crowd.get(from), crowd.get(to)];
    if (isBroken) broken.add(key);
    if (seen.has(key) || !one || !other) return;
    seen.add(key);
    one.known.push(other);
    other.known.push(one);
  };
  for (const { from, to, mutual, problems } of links) {
    note(from, to, problems.length > 0);
    if (mutual) note(to, from, problems.length > 0);
  }
  for (const each of crowd.values()) each.count = each.known.length;
  // By how much is known of them: who lacks most is found without looking at all others again.
  const waiting = groupsByCount([...crowd.values()]);
  for (let least = 0; crowd.size >= CROWD && least < 2 * (crowd.size - 1); ) {
    const lister = waiting[least]?.pop();
    if (!lister) {
      least++;
      continue;
    }
    if (!crowd.has(lister.index) || lister.count !== least) continue;
    crowd.delete(lister.index);
    for (const other of lister.known) {
      other.count--;
      if (!crowd.has(other.index)) continue;
      itemAt(waiting, other.count).push(other);
      least = Math.min(least, other.count);
    }
  }
  if (crowd.size < CROWD) return new Set();
  const exceptions = [...broken].filter((key) => key.split(" ").every((index) => crowd.has(Number(index))));
  return new Set(exceptions.length <= crowd.size ? crowd.keys() : []);
}

/** The nodes of which so much is known, by that number; the last of each list is looked at first. */
function groupsByCount(listers: readonly Lister[]): Lister[][] {
  const most = listers.reduce((before, { count }) => Math.max(before, count), 0);
  const groups = Array.from({ length: most + 1 }, (): Lister[] => []);
  for (const each of listers.toReversed()) itemAt(groups, each.count).push(each);
  return groups;
}
