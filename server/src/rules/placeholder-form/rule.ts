import type { ElementRule } from "../rule.ts";

/** Forms of other programs that people take for Tomcat's. */
const FOREIGN = /^(?:\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|#\{[^}]*\})$/;
/** A default with one colon, which Tomcat takes for part of the name. */
const ONE_COLON = /\$\{([^}:]+):(?!-)([^}]*)\}/;

/**
 * Tomcat replaces `${name}` and, in newer releases, `${name:-default}`; other forms stay as they are written.
 *
 * Source: IntrospectionUtils.replaceProperties, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "placeholder-form",
  group: "placeholders",
  severity: "warning",
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

  *check(component) {
    for (const { name, value } of component.element.attributes) {
      if (!value) continue;
      const foreign = FOREIGN.exec(value.raw)?.[0];
      const oneColon = ONE_COLON.exec(value.raw);
      if (foreign !== undefined) {
        const property = foreign.replace(/[^\w.]/g, "");
        yield {
          at: component.spanOf(name),
          text: {
            en: `Tomcat does not replace ${foreign}: ${name} becomes this text. Write \${${property}} and set it with -D.`,
            ko: `Tomcat은 ${foreign}을(를) 치환하지 않아 ${name}이(가) 이 글자 그대로가 됩니다. \${${property}}로 쓰고 -D로 지정하십시오.`,
          },
          fix: {
            title: { en: `Change to \${${property}}`, ko: `\${${property}}(으)로 변경` },
            edits: [component.setAttribute(name, `\${${property}}`)],
          },
        };
      } else if (oneColon) {
        const right = value.raw.replace(ONE_COLON, "${$1:-$2}");
        yield {
          at: component.spanOf(name),
          text: {
            en: `A default stands behind :- in Tomcat; with one colon it is part of the name. Write ${right}.`,
            ko: `Tomcat에서 기본값은 :- 뒤에 씁니다. 콜론 하나만 쓰면 이름의 일부가 됩니다. ${right}(으)로 쓰십시오.`,
          },
          fix: {
            title: { en: `Change to ${right}`, ko: `${right}(으)로 변경` },
            edits: [component.setAttribute(name, right)],
          },
        };
      }
    }
  },
};
