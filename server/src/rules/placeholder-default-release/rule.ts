import { josa } from "../../base/josa.ts";
import { firstWithDefault } from "../../config/placeholder.ts";
import type { ElementRule } from "../rule.ts";

const WITH_DEFAULT = /\$\{[^}]*?:-[^}]*\}/;

/**
 * Older releases look for a property with the whole name `name:-default`, and leave the placeholder unchanged.
 *
 * Source: IntrospectionUtils.replaceProperties, bisected.
 */
export const rule: ElementRule = {
  id: "placeholder-default-release",
  group: "placeholders",
  severity: "warning",
  summary: {
    en: "Older releases do not know defaults in placeholders.",
    ko: "오래된 릴리스는 자리 표시자의 기본값을 지원하지 않습니다.",
  },
  elements: "*",

  check(component, report, { version: { line, release } }) {
    if (!release) return;
    const first = firstWithDefault(line);
    if (!first || release.compare(first) >= 0) return;
    for (const { name, value } of component.element.attributes) {
      const written = value && WITH_DEFAULT.exec(value.raw)?.[0];
      if (written === undefined) continue;
      report({
        at: component.spanOf(name),
        text: {
          en: `Tomcat ${release.text} does not read the default in ${written}: it stays as text. Upgrade to ${first.text}, or set the property.`,
          ko: `Tomcat ${josa(release.text, "은")} ${written}의 기본값을 읽지 못해 글자 그대로 남습니다. ${josa(first.text, "으로")} 업그레이드하거나 속성을 지정하십시오.`,
        },
      });
    }
  },
};
