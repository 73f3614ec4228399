import { josa } from "../../base/josa.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * Tomcat hands a child to its parent by a method of the parent's class; where the class lacks it, Tomcat stops.
 *
 * Source: SetNextRule.end (`NoSuchMethodException`), 7.0 to 11.0; which children each class takes is read off the classes.
 */
export const rule: ElementRule = {
  id: "child-not-accepted",
  group: "structure",
  severity: "error",
  summary: {
    en: "A child that the parent's class has no method for stops Tomcat.",
    ko: "상위의 클래스가 받을 수 없는 자식 요소가 있으면 Tomcat이 시작되지 않습니다.",
  },
  elements: "*",

  check(parent, report, file) {
    const { type } = parent;
    if (!type) return;
    for (const child of parent.children) {
      if (!child.read || !type.childrenThatAbort.has(child.name)) continue;
      report({
        at: child.nameSpan,
        text: {
          en: `${type.simpleName} takes no <${child.name}>: ${doesNotStart(file).en}. Move it to where it belongs, or remove it.`,
          ko: `${josa(type.simpleName, "은")} ${josa(`<${child.name}>`, "을")} 받지 않아 ${doesNotStart(file).ko}. 알맞은 곳으로 옮기거나 제거하십시오.`,
        },
      });
    }
  },
};
