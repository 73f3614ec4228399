import { span } from "../../base/span.ts";
import type { FileRule } from "../rule.ts";

/**
 * The presence of `<distributable>` is what counts; its content is not read, so `false` means true.
 *
 * Source: WebRuleSet (SetDistributableRule.begin), 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "distributable-content",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "<distributable>false</distributable> switches replication on.",
    ko: "<distributable>false</distributable>도 복제를 켭니다.",
  },
  files: ["web"],

  check({ document }, report) {
    for (const element of document.root?.elements ?? []) {
      const { startTag, endTag } = element;
      if (element.name !== "distributable" || !endTag) continue;
      const inside = span(startTag.end, endTag.span.start);
      const written = document.text.slice(inside.start, inside.end).trim();
      if (!/^(false|no|off|0)$/i.test(written)) continue;
      report({
        at: inside,
        text: {
          en: `Tomcat does not read what stands here: with "${written}" the sessions are replicated. Remove the element.`,
          ko: `Tomcat은 이 내용을 읽지 않으므로 "${written}"이어도 세션이 복제됩니다. 요소를 제거하십시오.`,
        },
      });
    }
  },
};
