import { DELTA_MANAGER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * DeltaManager holds the sessions of all nodes, and maxActiveSessions counts them all.
 *
 * It may be meant so, which no file tells. Range: 0 and above; below, there is no limit. Source: ManagerBase.createSession and getActiveSessions, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "max-active-sessions",
  group: "sessions",
  severity: "information",
  summary: {
    en: "With DeltaManager, maxActiveSessions counts the sessions of the whole cluster.",
    ko: "DeltaManager에서 maxActiveSessions는 클러스터 전체의 세션을 셉니다.",
  },
  target: DELTA_MANAGER,

  check(manager, report) {
    const most = manager.numberWhereWritten("maxActiveSessions");
    if (most === undefined || most < 0) return;
    report({
      at: manager.spanOf("maxActiveSessions"),
      text: {
        en: `Replicas count too: once the nodes together have ${most} sessions, none of them makes a new one. Count those of all nodes.`,
        ko: `복제본도 셉니다. 노드들의 세션이 합쳐 ${most}개가 되면 어느 노드도 새 세션을 만들지 못합니다. 노드 전체를 기준으로 정하십시오.`,
      },
    });
  },
};
