import { differingNames } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * StaticMembershipService asks other nodes under the cluster's name, which is by default that of the Engine or Host.
 *
 * Source: StaticMembershipService.start, SimpleTcpCluster.getClusterName, 9.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "static-service-name-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "With StaticMembershipService all nodes need the same clusterName.",
    ko: "StaticMembershipService를 쓰면 모든 노드의 clusterName이 같아야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differingNames(
      sites.filter(({ membershipKind }) => membershipKind === "static-service"),
      report,
      (own, other, value) => ({
        en: `This cluster is called ${own}, on ${other.label} ${value}: StaticMembershipService never joins them. Use one name.`,
        ko: `이 클러스터의 이름은 ${own}, ${other.label}에서는 ${value}이므로 서로 만나지 못합니다. clusterName을 같게 하십시오.`,
      }),
    );
  },
};
