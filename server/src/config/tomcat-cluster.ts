import type { Localized } from "../base/localized.ts";
import type { SiteGroup } from "./grouping.ts";
import type { ClusterSite } from "./site.ts";

/** Nodes that belong together: what the rules over several nodes look at. */
export interface TomcatCluster {
  readonly name: string;
  /** What tells that they belong together. */
  readonly how: Localized;
  /** True when it is named in a configuration file; otherwise it is inferred. */
  readonly configured: boolean;
  readonly sites: readonly ClusterSite[];
  /** Clusters beside this one, which it should not meet. */
  readonly others: readonly OtherCluster[];
}

/** As much of another cluster as matters for this one. */
export interface OtherCluster {
  readonly name: string;
  readonly configured: boolean;
  readonly sites: readonly ClusterSite[];
}

/** The clusters of groups over sites. */
export function clustersOf(groups: readonly SiteGroup[], sites: readonly ClusterSite[]): readonly TomcatCluster[] {
  const all = groups.map(({ name, how, configured, indices }) => ({
    name,
    how,
    configured,
    sites: indices.flatMap((index) => sites[index] ?? []),
  }));
  return all.map((cluster) => ({ ...cluster, others: all.filter((other) => other !== cluster) }));
}
