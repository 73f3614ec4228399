import { josa } from "../../base/josa.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { OtherCluster } from "../../config/tomcat-cluster.ts";
import { channelSpan, placeIn } from "../nodes.ts";
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
    const { name, sites, sharing } = cluster;
    for (const site of sites) {
      const { multicastGroup } = site;
      if (multicastGroup === undefined || site.filtersDomain) continue;
      for (const other of sharing) {
        if (!toldApart(cluster, other)) continue;
        const there = other.sites.find((each) => each.multicastGroup === multicastGroup && !each.filtersDomain);
        if (!there) continue;
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

/** True when a configuration file or a clusterName says that these are two: folders alone may hold two versions of one cluster. */
function toldApart(one: OtherCluster, other: OtherCluster): boolean {
  if (one.configured && other.configured) return true;
  const [here, there] = [nameOf(one.sites[0]), nameOf(other.sites[0])];
  return here !== undefined && there !== undefined && here !== there;
}

function nameOf(site: ClusterSite | undefined): string | undefined {
  return site?.cluster.has("clusterName") ? site.cluster.effective("clusterName") : undefined;
}
