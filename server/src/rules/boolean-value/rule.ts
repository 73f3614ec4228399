import { distance } from "../../base/suggest.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/** Words that a reader takes for true. */
const YES = new Set(["yes", "y", "on", "1", "t", "enable", "enabled"]);

/**
 * Only `true`, in any letter case, is true to Tomcat; every other text is silently false. `no`, `off` and `0` work as
 * expected.
 *
 * Source: IntrospectionUtils.setProperty (Boolean.valueOf), 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "boolean-value",
  group: "structure",
  severity: "warning",
  summary: {
    en: "yes, on and 1 are false to Tomcat: only true is true.",
    ko: "Tomcat에서 yes, on, 1은 false입니다. true만 참입니다.",
  },
  ofValue: true,
  elements: "*",

  check(component, report) {
    for (const { name } of component.element.attributes) {
      const facts = component.attributeFacts(name);
      if (facts?.type !== "boolean" || facts.alsoTyped.length > 0) continue;
      const value = component.text(name);
      if (value === undefined || !meansTrue(value)) continue;
      report({
        at: component.spanOf(name),
        text: {
          en: `"${value}" is false to Tomcat, which says nothing of it: only true is true. Write ${name}="true".`,
          ko: `Tomcat은 "${value}" 값을 경고 없이 false로 읽습니다. true만 참입니다. ${name}="true"로 쓰십시오.`,
        },
        fix: setTo(component, name, "true"),
      });
    }
  },
};

/** True for a text that means true and is not: another word for it, one with blanks around, or a typing error. */
function meansTrue(value: string): boolean {
  const word = value.trim().toLowerCase();
  if (value.toLowerCase() === "true") return false;
  return word === "true" || YES.has(word) || word === "ture" || (word.length > 2 && distance(word, "true") === 1);
}
