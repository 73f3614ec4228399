import type { Localized } from "../base/localized.ts";
import type { FrontFile } from "../front/model.ts";
import { type Front, frontsOf, sameFronts } from "./front/fronts.ts";
import type { SiteGroup } from "./grouping.ts";
import type { ClusterSite } from "./site.ts";

/** As much of a cluster as matters for another. */
export interface OtherCluster {
  readonly name: string;
  /** True when it is named in a configuration file; otherwise it is inferred. */
  readonly configured: boolean;
  readonly sites: readonly ClusterSite[];
}

/** Nodes that belong together: what the rules over several nodes look at. */
export interface TomcatCluster extends OtherCluster {
  /** What tells that they belong together. */
  readonly how: Localized;
  /** The clusters with nodes in the same multicast group. */
  readonly sharing: readonly OtherCluster[];
  /** The balancers in front of its nodes. */
  readonly fronts: readonly Front[];
}

/** The clusters of groups over sites, with the balancers of these files in front of them. One of `before` that would be the same is taken over, with all made from it. */
export function clustersOf(
  groups: readonly SiteGroup[],
  sites: readonly ClusterSite[],
  before: readonly TomcatCluster[] = [],
  frontFiles: readonly FrontFile[] = [],
): readonly TomcatCluster[] {
  const all = groups.map(({ name, how, configured, indices }) => ({
    name,
    how,
    configured,
    sites: indices.flatMap((index) => sites[index] ?? []),
  }));
  const byGroup = new Map<string, Set<OtherCluster>>();
  for (const cluster of all) {
    for (const { multicastGroup } of cluster.sites) {
      if (multicastGroup === undefined) continue;
      const sharing = byGroup.get(multicastGroup);
      if (sharing) sharing.add(cluster);
      else byGroup.set(multicastGroup, new Set([cluster]));
    }
  }
  const fronts = frontsOf(
    all.map((cluster) => cluster.sites),
    frontFiles,
  );
  const known = new Map(before.map((cluster) => [cluster.sites[0], cluster]));
  return all.map((cluster, index) => {
    const groupsHere = new Set(cluster.sites.flatMap(({ multicastGroup }) => multicastGroup ?? []));
    const sharing = [...groupsHere].flatMap((group) => [...(byGroup.get(group) ?? [])]);
    const made = {
      ...cluster,
      sharing: [...new Set(sharing)].filter((other) => other !== cluster),
      fronts: fronts[index] ?? [],
    };
    const old = known.get(cluster.sites[0]);
    return old && same(old, made) ? old : made;
  });
}

function same(one: TomcatCluster, other: TomcatCluster): boolean {
  return (
    sameCluster(one, other) &&
    one.how.en === other.how.en &&
    sameFronts(one.fronts, other.fronts) &&
    one.sharing.length === other.sharing.length &&
    one.sharing.every((cluster, index) => {
      const there = other.sharing[index];
      return there !== undefined && sameCluster(cluster, there);
    })
  );
}

function sameCluster(one: OtherCluster, other: OtherCluster): boolean {
  return (
    one.name === other.name &&
    one.configured === other.configured &&
    one.sites.length === other.sites.length &&
    one.sites.every((site, index) => site === other.sites[index])
  );
}
