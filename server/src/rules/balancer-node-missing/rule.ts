import { josa } from "../../base/josa.ts";
import type { ClusterRule } from "../rule.ts";

/** A node that is a member of no balancer gets no requests: it holds copies of sessions that are never used. */
export const rule: ClusterRule = {
  id: "balancer-node-missing",
  group: "nodes",
  severity: "information",
  summary: {
    en: "A balancer in front of a cluster names all its nodes.",
    ko: "클러스터 앞의 로드 밸런서는 모든 노드를 멤버로 둡니다.",
  },
  scope: "cluster",

  check({ fronts, sites }, report) {
    const named = new Set(fronts.flatMap(({ backends }) => backends.flatMap(({ site }) => site?.file ?? [])));
    const missing = sites.filter(({ file }) => !named.has(file));
    const [first] = missing;
    if (!first) return;
    const labels = [...new Set(missing.map(({ label }) => label))].slice(0, 3).join(", ");
    for (const { file, balancer, backends } of fronts) {
      // A member whose node is not known may be the missing one.
      if (!balancer.whole || backends.length < 2 || backends.some(({ site }) => !site)) continue;
      report({
        file,
        at: balancer.at,
        text: {
          en: `No member of this balancer is ${labels}, a node of the same cluster: it gets no requests. Add it, or take the node out of the cluster.`,
          ko: `이 로드 밸런서에는 같은 클러스터의 노드 ${josa(labels, "이")} 없어 그 노드는 요청을 받지 못합니다. 멤버로 추가하거나 클러스터에서 빼십시오.`,
        },
        related: [
          {
            file: first.file,
            at: first.cluster.nameSpan,
            text: { en: `The node ${first.label}.`, ko: `노드 ${first.label}입니다.` },
          },
        ],
      });
    }
  },
};
