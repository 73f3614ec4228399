import { takenForTrue } from "../booleans.ts";
import type { ElementRule } from "../rule.ts";

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
      const finding = takenForTrue(component, name);
      if (finding) report(finding);
    }
  },
};
