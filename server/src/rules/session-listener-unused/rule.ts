import { BACKUP_MANAGER, CLUSTER_SESSION_LISTENER } from "../../config/classes.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A BackupManager replicates through a map of its own and ignores the messages of ClusterSessionListener.
 *
 * Source: BackupManager.messageDataReceived, which is empty, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "session-listener-unused",
  group: "sessions",
  severity: "hint",
  summary: {
    en: "ClusterSessionListener does nothing for a BackupManager.",
    ko: "ClusterSessionListener는 BackupManager에서 아무 일도 하지 않습니다.",
  },
  target: CLUSTER_SESSION_LISTENER,

  check(listener, report) {
    if (listener.ancestor("Cluster")?.child("Manager")?.className !== BACKUP_MANAGER) return;
    report({
      at: listener.spanOf("className"),
      text: {
        en: "It serves DeltaManager only; this Cluster has a BackupManager, which ignores it. Remove it.",
        ko: "DeltaManager에서만 쓰입니다. 이 Cluster의 BackupManager는 이것을 무시합니다. 제거하십시오.",
      },
      tags: ["unnecessary"],
      fix: withoutElement(listener),
    });
  },
};
