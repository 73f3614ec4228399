import { josa } from "../../base/josa.ts";
import type { ElementRule } from "../rule.ts";

/** Placeholders in the form of other programs. */
const FOREIGN = /^(?:\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|#\{[^}]*\})$/;

/**
 * Tomcat replaces `${name}` and, in newer releases, `${name:-default}`; other forms stay as they are written. What
 * stands between the braces may be right: a PropertySource is asked for the whole of it, `VAULT::a::b` too.
 *
 * Source: IntrospectionUtils.replaceProperties, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "placeholder-form",
  group: "placeholders",
  severity: "information",
  summary: {
    en: "Tomcat replaces ${name} and ${name:-default}, and no other form.",
    ko: "Tomcat은 ${name}과 ${name:-default}만 치환합니다.",
  },
  elements: [
    "Server",
    "Connector",
    "Engine",
    "Host",
    "Cluster",
    "Channel",
    "Membership",
    "Receiver",
    "Member",
    "LocalMember",
  ],

  check(component, report) {
    for (const { name, value } of component.element.attributes) {
      if (!value) continue;
      const foreign = FOREIGN.exec(value.raw)?.[0];
      if (foreign !== undefined) {
        const property = foreign.replace(/[^\w.]/g, "");
        report({
          at: component.spanOf(name),
          text: {
            en: `Tomcat does not replace ${foreign}: unless another tool does before, ${name} is this text. Write \${${property}} and set it with -D.`,
            ko: `Tomcat은 ${foreign} 형식을 치환하지 않습니다. 다른 도구가 먼저 바꾸지 않으면 ${name} 값이 이 글자 그대로입니다. \${${property}} 형식으로 쓰고 -D로 지정하십시오.`,
          },
          fix: {
            title: { en: `Change to \${${property}}`, ko: `${josa(`\${${property}}`, "으로")} 변경` },
            edits: [component.setAttribute(name, `\${${property}}`)],
          },
        });
      }
    }
  },
};
