import { josa } from "../../base/josa.ts";
import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import { managerClassOf } from "../../config/cluster.ts";
import { differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * DeltaManager and BackupManager do not understand each other: nothing is replicated.
 *
 * Source: DeltaManager.messageDataReceived, LazyReplicatedMap, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "manager-kind-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "All nodes of a cluster need the same kind of Manager.",
    ko: "한 클러스터의 모든 노드는 같은 종류의 Manager를 써야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: ({ cluster }) => {
        const name = managerClassOf(cluster);
        return name === DELTA_MANAGER || name === BACKUP_MANAGER ? name.slice(name.lastIndexOf(".") + 1) : undefined;
      },
      at: (site) => site.cluster.child("Manager")?.spanOf("className") ?? site.cluster.nameSpan,
      finding: (_, own, other, value) => ({
        text: {
          en: `This node uses ${own}, ${other.label} ${value}: no session is replicated between them. Use one kind.`,
          ko: `이 노드는 ${own}, ${josa(other.label, "은")} ${josa(value, "을")} 써서 서로 세션이 복제되지 않습니다. 하나로 통일하십시오.`,
        },
      }),
    });
  },
};
