import { span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type AttributeDefault, attributeDefaults } from "../../syntax/attribute-defaults.ts";
import type { FileRule } from "../rule.ts";

/**
 * A default that the DOCTYPE declares for an attribute is an attribute to Tomcat, and none of the rules here sees it.
 *
 * Source: XML 1.0, section 3.3.2: also a parser that does not validate hands them on (run on 9.0.43 to 11.0.24).
 */
export const rule: FileRule = {
  id: "doctype-default",
  group: "tomcat",
  severity: "information",
  summary: {
    en: "A default in the DOCTYPE is an attribute to Tomcat that is not looked at here.",
    ko: "DOCTYPE에 선언한 기본값은 Tomcat이 속성으로 읽지만 여기서는 검사하지 않습니다.",
  },
  files: ["server", "context", "cluster", "container"],

  check(file, report) {
    for (const each of attributeDefaults(file.document)) {
      if (!isUsed(each, file)) continue;
      const { element, name, value, at } = each;
      report({
        at: span(at, at + name.length),
        text: {
          en: `Each <${element}> without ${name} gets ${name}="${value}" from here. No rule sees it: write it in the element.`,
          ko: `${name} 속성이 없는 <${element}> 요소는 여기의 ${name}="${value}" 값을 받습니다. 규칙은 이 값을 보지 못하므로 요소에 직접 쓰십시오.`,
        },
      });
    }
  },
};

/** True where an element that Tomcat reads gets the default. */
function isUsed({ element, name }: AttributeDefault, { root }: ConfigFile): boolean {
  for (const component of root?.descendants() ?? []) {
    if (component.name === element && component.element.attributes.every((each) => each.name !== name)) return true;
  }
  return false;
}
