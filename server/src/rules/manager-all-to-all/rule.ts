import { DELTA_MANAGER, STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { managerClassOf } from "../../config/cluster.ts";
import type { ComponentRule } from "../rule.ts";

/** The number of members besides this node from which on Tomcat's documentation advises against it. */
const MANY = 4;

/**
 * DeltaManager sends every session to every node; with many nodes each keeps and receives all of them.
 *
 * Source: DeltaManager.send (to all members) and Tomcat's clustering how-to, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "manager-all-to-all",
  group: "sessions",
  severity: "hint",
  summary: {
    en: "In a larger cluster BackupManager keeps each session on two nodes instead of on all.",
    ko: "큰 클러스터에서는 세션을 모든 노드가 아니라 두 노드에만 두는 BackupManager가 좋습니다.",
  },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report) {
    const cluster = interceptor.ancestor("Cluster");
    const manager = cluster?.child("Manager");
    const count = interceptor.childrenNamed("Member").length;
    if (!cluster || count < MANY || managerClassOf(cluster) !== DELTA_MANAGER) return;
    report({
      at: manager ? manager.spanOf("className") : cluster.nameSpan,
      text: {
        en: `DeltaManager sends each session to all ${count} other nodes. BackupManager keeps one copy: less memory, less traffic.`,
        ko: `DeltaManager는 세션을 다른 ${count}개 노드 모두에 보냅니다. BackupManager는 사본을 하나만 두어 메모리와 통신이 줄어듭니다.`,
      },
    });
  },
};
