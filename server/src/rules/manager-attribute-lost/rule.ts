import { josa } from "../../base/josa.ts";
import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import { LOST_IN_COPY } from "../../config/cluster.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * The Manager of a Cluster is a template: each application gets a copy, and these attributes are not copied.
 *
 * Source: ClusterManagerBase.clone and DeltaManager.cloneFromTemplate, 8.5 to 11.0.
 */
export const rule: ComponentRule = {
  id: "manager-attribute-lost",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "Some attributes of the Cluster's Manager never reach the applications.",
    ko: "Cluster의 Manager에 쓴 일부 속성은 애플리케이션에 전달되지 않습니다.",
  },
  target: [DELTA_MANAGER, BACKUP_MANAGER],

  check(manager, report) {
    if (manager.parent?.name !== "Cluster") return;
    for (const name of LOST_IN_COPY) {
      const value = manager.boolean(name);
      if (!manager.has(name) || value === undefined || !manager.attributeFacts(name)) continue;
      if (manager.defaultText(name) === `${value}`) continue;
      report({
        at: manager.spanOf(name),
        text: {
          en: `${name} is lost when Tomcat copies this Manager for each application. Set it on a Manager in the Context.`,
          ko: `${josa(name, "은")} Tomcat이 애플리케이션마다 이 Manager를 복제할 때 사라집니다. Context의 Manager에 설정하십시오.`,
        },
        tags: ["unnecessary"],
        ...withoutAttribute(manager, name),
      });
    }
  },
};
