import type { Localized } from "../base/localized.ts";
import type { FrontFile } from "../front/model.ts";
import { type Front, sameFronts, withFronts } from "./front/fronts.ts";
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
  /**
   * For each multicast group of its nodes the clusters with nodes there, itself among them; one list for all of these.
   */
  readonly sharing: ReadonlyMap<string, readonly OtherCluster[]>;
  /** The balancers in front of its nodes. */
  readonly fronts: readonly Front[];
  /** The files of httpd's that pass requests on to mod_jk in front of its nodes. */
  readonly mounting: readonly FrontFile[];
}

/**
 * The clusters of groups over sites, with the balancers of these files in front of them. One of `before` that would be
 * the same is taken over, with all made from it.
 */
export function clustersOf(
  groups: readonly SiteGroup<ClusterSite>[],
  before: readonly TomcatCluster[] = [],
  frontFiles: readonly FrontFile[] = [],
): readonly TomcatCluster[] {
  /** By multicast group: the clusters with nodes in it. All of these share the list, which grows until all are made. */
  const byGroup = new Map<string, OtherCluster[]>();
  const shared = groups.map((cluster) => {
    const sharing = new Map<string, OtherCluster[]>();
    for (const { multicastGroup } of cluster.sites) {
      if (multicastGroup === undefined || sharing.has(multicastGroup)) continue;
      const list = byGroup.get(multicastGroup) ?? [];
      list.push(cluster);
      byGroup.set(multicastGroup, list);
      sharing.set(multicastGroup, list);
    }
    return { ...cluster, sharing };
  });
  const sameLists = listsCompared();
  const known = new Map(before.map((cluster) => [cluster.sites[0], cluster]));
  return withFronts(shared, frontFiles).map((made) => {
    const old = known.get(made.sites[0]);
    return old && same(old, made, sameLists) ? old : made;
  });
}

type SameLists = (one: readonly OtherCluster[], other: readonly OtherCluster[]) => boolean;

/** Compares lists of clusters. Each pair is compared once, because thousands of clusters may share a list. */
function listsCompared(): SameLists {
  const compared = new Map<
    readonly OtherCluster[],
    { readonly one: readonly OtherCluster[]; readonly same: boolean }
  >();
  return (one, other) => {
    const known = compared.get(other);
    if (known?.one === one) return known.same;
    const same =
      one.length === other.length &&
      one.every((cluster, index) => {
        const there = other[index];
        return there !== undefined && sameCluster(cluster, there);
      });
    compared.set(other, { one, same });
    return same;
  };
}

function same(one: TomcatCluster, other: TomcatCluster, sameLists: SameLists): boolean {
  return (
    sameCluster(one, other) &&
    one.how.en === other.how.en &&
    sameFronts(one.fronts, other.fronts) &&
    one.mounting.length === other.mounting.length &&
    one.mounting.every((file, index) => file === other.mounting[index]) &&
    one.sharing.size === other.sharing.size &&
    [...one.sharing].every(([group, list]) => sameLists(list, other.sharing.get(group) ?? []))
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
