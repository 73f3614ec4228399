import { josa } from "../../base/josa.ts";
import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import { clusterAround } from "../../config/cluster.ts";
import { withoutElement } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * A Manager in a Context replaces the Cluster's; one that cannot replicate ends replication for that application.
 *
 * Source: StandardContext.startInternal, 7.0 to 11.0. Seen inside one server.xml only.
 */
export const rule: ElementRule = {
  id: "context-manager",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A Context with a Manager of its own does not use the Cluster's.",
    ko: "Context에 Manager를 직접 쓰면 Cluster의 Manager를 사용하지 않습니다.",
  },
  elements: ["Manager"],

  check(manager, report) {
    if (manager.parent?.name !== "Context") return;
    if (!clusterAround(manager)) return;
    const { type } = manager;
    if (!type || type.name === DELTA_MANAGER || type.name === BACKUP_MANAGER) return;
    report({
      at: manager.spanOf("className"),
      text: {
        en: `${type.simpleName} replaces the Cluster's manager: sessions of this application are not replicated. Remove it.`,
        ko: `${josa(type.simpleName, "이")} 클러스터의 Manager를 대신하여 이 애플리케이션의 세션이 복제되지 않습니다. 제거하십시오.`,
      },
      fix: withoutElement(manager),
    });
  },
};
