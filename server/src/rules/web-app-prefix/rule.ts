import { josa } from "../../base/josa.ts";
import type { FileRule } from "../rule.ts";

/**
 * Tomcat reads a web.xml without namespaces: `<j:web-app>` is no `<web-app>` to it, and the whole file is skipped.
 *
 * Source: WebRuleSet's patterns and Digester.setNamespaceAware(false), 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "web-app-prefix",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A web.xml whose elements have a prefix is not read.",
    ko: "요소에 접두사가 붙은 web.xml은 읽히지 않습니다.",
  },
  files: ["web"],

  check({ document: { root } }, report) {
    const prefix = root ? /^(.+):web-app$/.exec(root.name)?.[1] : undefined;
    if (!root || prefix === undefined) return;
    report({
      at: root.nameSpan,
      text: {
        en: `Tomcat does not read elements with the prefix ${prefix}: nothing in this file takes effect. Make it the default namespace.`,
        ko: `Tomcat은 접두사 ${josa(prefix, "이")} 붙은 요소를 읽지 않아 이 파일 전체가 무시됩니다. 기본 네임스페이스로 쓰십시오.`,
      },
    });
  },
};
