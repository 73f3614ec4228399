import { withoutElement } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * Where Tomcat keeps one child, a second one of the same name replaces the first without a word.
 *
 * Source: ClusterRuleSet adds these by a setter; observed on 7.0 to 11.0. Clusters have a rule of their own.
 */
export const rule: ElementRule = {
  id: "element-replaced",
  group: "structure",
  severity: "warning",
  summary: {
    en: "A second Manager, Channel, Membership, Receiver, Sender, Transport or Deployer replaces the first.",
    ko: "Manager, Channel, Membership, Receiver, Sender, Transport, Deployer를 두 번 쓰면 뒤의 것이 앞의 것을 대체합니다.",
  },
  elements: ["Manager", "Channel", "Membership", "Receiver", "Sender", "Transport", "Deployer"],

  *check(component, file) {
    if (component.facts?.repeat !== "last-wins" || !component.ancestor("Cluster")) return;
    const last = component.parent?.child(component.name);
    if (!last || last === component) return;
    yield {
      at: component.nameSpan,
      text: {
        en: `This <${component.name}> is never used: a later one in the same parent replaces it. Keep one.`,
        ko: `같은 부모에 있는 뒤의 <${component.name}>이(가) 이것을 대체하므로 쓰이지 않습니다. 하나만 남기십시오.`,
      },
      related: [{ file, at: last.nameSpan, text: { en: "This one is used.", ko: "이것이 쓰입니다." } }],
      tags: ["unnecessary"],
      fix: withoutElement(component),
    };
  },
};
