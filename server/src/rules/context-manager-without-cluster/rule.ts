import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import { clusterAround } from "../../config/cluster.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A cluster's manager in a Context needs a Cluster around it; without one the application does not start.
 *
 * Source: DeltaManager.startInternal and BackupManager.startInternal, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "context-manager-without-cluster",
  group: "sessions",
  severity: "error",
  summary: {
    en: "DeltaManager and BackupManager in a Context need a Cluster around it.",
    ko: "Context의 DeltaManager와 BackupManager에는 바깥에 Cluster가 필요합니다.",
  },
  target: [DELTA_MANAGER, BACKUP_MANAGER],

  check(manager, report, { kind }) {
    if (kind !== "server" || manager.parent?.name !== "Context") return;
    if (clusterAround(manager)) return;
    const name = simpleNameOf(manager.className ?? "");
    report({
      at: manager.spanOf("className"),
      text: {
        en: `${name} needs a Cluster in the Host or the Engine: without it this application does not start. Add one.`,
        ko: `${name}에는 Host나 Engine의 Cluster가 필요하며, 없으면 이 애플리케이션이 시작되지 않습니다. 추가하십시오.`,
      },
      fix: withoutElement(manager),
    });
  },
};
