import { groupBy } from "../base/group-by.ts";
import type { Locale } from "../base/localized.ts";
import type { ClusterSite } from "../config/site.ts";
import { groupOf } from "./membership.ts";
import type { TopologyGroup, TopologyLink, TopologyNode } from "./model.ts";
import { ALL_LIST_ALL, KINDS } from "./words.ts";

/** So many nodes that list each other are drawn as one group: their links would hide the picture. */
const CROWD = 4;

/**
 * Every node in one group: by the multicast group it announces itself in, by lists that name all the others, or by its
 * kind of membership.
 */
export function groupsOf(
  nodes: readonly TopologyNode[],
  sites: readonly ClusterSite[],
  links: readonly TopologyLink[],
  locale: Locale,
): readonly TopologyGroup[] {
  const listing = [...nodes.keys()].filter((index) => isListing(nodes[index]));
  const crowd = mutualCrowd(listing, links);
  const keyOf = ([index, node]: readonly [number, TopologyNode]): string => {
    if (isListing(node)) return crowd.has(index) ? "list" : `single ${index}`;
    const site = sites[index];
    const group = site && groupOf(site);
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
      return { kind: "multicast", title: `${KINDS.multicast[locale]} ${groupIn(key)}`, members };
    if (kind === "cloud") return { kind, title: KINDS.cloud[locale], members };
    return { kind: "apart", title: KINDS[kind][locale], members };
  });
}

/** The group of a key; nothing where the file does not tell it. */
function groupIn(key: string): string {
  const group = key.slice("multicast ".length);
  return group.startsWith("?") ? "?" : group;
}

function isListing(node: TopologyNode | undefined): boolean {
  return node?.kind === "static" || node?.kind === "static-service";
}

/**
 * The nodes of which each lists all the others, or a finding says that it does not: what is between them can be said in
 * one sentence and a few exceptions. The one that lacks most is left out until that holds.
 */
function mutualCrowd(listing: readonly number[], links: readonly TopologyLink[]): ReadonlySet<number> {
  const whole = new Set<string>();
  const broken = new Set<string>();
  for (const { from, to, mutual, problems } of links) {
    const known = problems.length === 0 ? whole : broken;
    known.add(`${from} ${to}`);
    if (mutual) known.add(`${to} ${from}`);
  }
  const crowd = new Set(listing);
  while (crowd.size >= CROWD) {
    let worst: { readonly index: number; readonly lacks: number } | undefined;
    let exceptions = 0;
    for (const index of crowd) {
      let lacks = 0;
      for (const other of crowd) {
        if (other === index) continue;
        const [there, back] = [`${index} ${other}`, `${other} ${index}`];
        if (!whole.has(there) && !broken.has(there)) lacks++;
        if (!whole.has(back) && !broken.has(back)) lacks++;
        if (broken.has(there)) exceptions++;
      }
      if (lacks > 0 && (!worst || lacks > worst.lacks)) worst = { index, lacks };
    }
    if (!worst) return exceptions <= crowd.size ? crowd : new Set();
    crowd.delete(worst.index);
  }
  return new Set();
}
