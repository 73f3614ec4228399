import { differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * In an Engine the managers are called `localhost#/app`, in a Host `/app`: a message for one finds no other.
 *
 * Source: SimpleTcpCluster.getManagerName, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "cluster-level-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "The Cluster must stand in the Engine on all nodes, or in the Host on all.",
    ko: "Cluster는 모든 노드에서 Engine에 있거나 모든 노드에서 Host에 있어야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: ({ container }) => container.name,
      at: ({ cluster }) => cluster.nameSpan,
      finding: (_, own, other, value) => ({
        text: {
          en: `This Cluster stands in the ${own}, that of ${other.label} in the ${value}: no session is replicated. Use one place.`,
          ko: `이 Cluster는 ${own}에, ${other.label}의 것은 ${value}에 있어 세션이 복제되지 않습니다. 같은 곳에 두십시오.`,
        },
      }),
    });
  },
};
