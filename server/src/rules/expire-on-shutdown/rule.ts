import { DELTA_MANAGER } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * expireSessionsOnShutdown ends all sessions a node holds, replicas of the others' too, on all nodes when it stops: a
 * planned restart of one node logs everybody out.
 *
 * Source: DeltaManager.stopInternal, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "expire-on-shutdown",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "expireSessionsOnShutdown ends the sessions on all nodes when one stops.",
    ko: "expireSessionsOnShutdown을 켜면 한 노드가 멈출 때 모든 노드의 세션이 만료됩니다.",
  },
  target: DELTA_MANAGER,

  check(manager, report) {
    if (!manager.has("expireSessionsOnShutdown") || manager.boolean("expireSessionsOnShutdown") !== true) return;
    report({
      at: manager.spanOf("expireSessionsOnShutdown"),
      text: {
        en: "When this node stops, every session ends on all nodes, those that other nodes serve too. Set it to false.",
        ko: "이 노드가 멈추면 다른 노드가 처리하던 세션까지 모든 세션이 모든 노드에서 만료됩니다. false로 설정하십시오.",
      },
      fix: setTo(manager, "expireSessionsOnShutdown", "false"),
    });
  },
};
