import { DELTA_MANAGER } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * expireSessionsOnShutdown ends the node's sessions on all nodes when it stops: a planned restart logs all users out.
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
        en: "When this node stops, its sessions end on all nodes: nothing is left to fail over to. Set it to false.",
        ko: "이 노드가 멈추면 모든 노드에서 세션이 만료되어 이어받을 세션이 없습니다. false로 설정하십시오.",
      },
      fix: setTo(manager, "expireSessionsOnShutdown", "false"),
    });
  },
};
