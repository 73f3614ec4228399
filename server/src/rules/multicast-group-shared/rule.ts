import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { OtherCluster, TomcatCluster } from "../../config/tomcat-cluster.ts";
import { channelSpan, MOST_RELATED, placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Two clusters in one multicast group are one cluster: clusterName does not separate them.
 *
 * Source: McastServiceImpl, SimpleTcpCluster, 7.0 to 11.0: neither compares the name.
 */
export const rule: ClusterRule = {
  id: "multicast-group-shared",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Two clusters must not share a multicast group.",
    ko: "두 클러스터가 한 멀티캐스트 그룹을 쓰면 안 됩니다.",
  },
  scope: "cluster",

  check(cluster, report) {
    const { name, sites } = cluster;
    const apart = new Map<string, readonly Sharer[]>();
    for (const site of sites) {
      const { multicastGroup } = site;
      if (multicastGroup === undefined || site.filtersDomain) continue;
      const sharers = apart.get(multicastGroup) ?? toldApart(cluster, multicastGroup);
      apart.set(multicastGroup, sharers);
      for (const { cluster: other, site: there } of sharers) {
        report({
          file: site.file,
          at: site.membership?.spanOf("address", "port") ?? channelSpan(site),
          text: {
            en: `${name} shares ${multicastGroup} with ${other.name}: their nodes become members of each other. Use two groups.`,
            ko: `${josa(name, "이")} ${josa(other.name, "과")} ${josa(multicastGroup, "을")} 함께 써서 서로의 멤버가 됩니다. 그룹을 나누십시오.`,
          },
          related: [placeIn(there, there.membership?.spanOf("address", "port") ?? channelSpan(there))],
        });
      }
    }
  },
};

/** A cluster with a node in a multicast group that accepts all other members there. */
interface Sharer {
  readonly cluster: OtherCluster;
  readonly site: ClusterSite;
  /** The cluster's index in the group. */
  readonly index: number;
}

/** The clusters of one multicast group by name. */
interface Group {
  readonly configured: readonly Sharer[];
  /** Clusters without a name are under undefined. */
  readonly byName: ReadonlyMap<string | undefined, readonly Sharer[]>;
}

/**
 * The first other clusters in a group whose configuration file or clusterName distinguishes them: folders alone may
 * contain two versions of one cluster.
 */
function toldApart(cluster: TomcatCluster, group: string): readonly Sharer[] {
  const { configured, byName } = groupOf(cluster.sharing.get(group) ?? [], group);
  const own = nameOf(cluster);
  const found = new Set<Sharer>();
  const add = (sharers: readonly Sharer[]) => {
    for (const each of sharers.slice(0, MOST_RELATED + 1)) if (each.cluster.sites !== cluster.sites) found.add(each);
  };
  if (cluster.configured) add(configured);
  for (const [name, sharers] of own === undefined ? [] : byName) {
    if (found.size > 2 * MOST_RELATED) break;
    if (name !== undefined && name !== own) add(sharers);
  }
  return [...found].sort((a, b) => a.index - b.index).slice(0, MOST_RELATED);
}

const groups = new WeakMap<readonly OtherCluster[], Group>();

/** Made once for all clusters of a group. */
function groupOf(clusters: readonly OtherCluster[], group: string): Group {
  const known = groups.get(clusters);
  if (known) return known;
  const sharers = clusters.flatMap((cluster, index) => {
    const site = openIn(cluster).get(group);
    return site ? [{ cluster, site, index }] : [];
  });
  const made = {
    configured: sharers.filter(({ cluster }) => cluster.configured),
    byName: groupBy(sharers, ({ cluster }) => nameOf(cluster)),
  };
  groups.set(clusters, made);
  return made;
}

const open = new WeakMap<OtherCluster, ReadonlyMap<string, ClusterSite>>();

/** The first node of a cluster in each multicast group that does not filter by domain. */
function openIn(cluster: OtherCluster): ReadonlyMap<string, ClusterSite> {
  const known = open.get(cluster);
  if (known) return known;
  const made = new Map<string, ClusterSite>();
  for (const site of cluster.sites) {
    const { multicastGroup } = site;
    if (multicastGroup !== undefined && !site.filtersDomain && !made.has(multicastGroup))
      made.set(multicastGroup, site);
  }
  open.set(cluster, made);
  return made;
}

function nameOf({ sites: [site] }: OtherCluster): string | undefined {
  return site?.cluster.has("clusterName") ? site.cluster.effective("clusterName") : undefined;
}
