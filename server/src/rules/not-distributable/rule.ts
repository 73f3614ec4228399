import { childInsertion } from "../../config/edits.ts";
import { clusterOfAll, distributableOf } from "../../config/node.ts";
import { clusterOfTomcat } from "../nodes.ts";
import type { NodeRule } from "../rule.ts";

/**
 * Without `<distributable/>` an application gets a StandardManager: its sessions are silently not replicated.
 *
 * Source: StandardContext.startInternal, 7.0 to 11.0.
 */
export const rule: NodeRule = {
  id: "not-distributable",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "Sessions of an application without <distributable/> are not replicated.",
    ko: "<distributable/>이 없는 애플리케이션의 세션은 복제되지 않습니다.",
  },
  scope: "node",

  check({ server, applications }, report) {
    const cluster = clusterOfAll(server);
    if (!cluster) return;
    for (const { name, descriptor } of applications) {
      const { root } = descriptor.document;
      if (!root || descriptor.template || distributableOf(descriptor.document)) continue;
      report({
        file: descriptor,
        at: root.nameSpan,
        text: {
          en: `Sessions of ${name} are not replicated. Add <distributable/> here if all its session attributes are Serializable: others are then refused.`,
          ko: `${name}의 세션이 복제되지 않습니다. 세션 속성이 모두 Serializable이면 여기에 <distributable/>을 추가하십시오. 아닌 속성은 이후 거부됩니다.`,
        },
        related: [clusterOfTomcat(server, cluster)],
        fix: {
          title: {
            en: "Add <distributable/> (session attributes must be Serializable)",
            ko: "<distributable/> 추가(세션 속성은 Serializable이어야 함)",
          },
          edits: [childInsertion(descriptor.document.text, root, ["<distributable/>"])],
        },
      });
    }
  },
};
