import { withoutElement } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * Where Tomcat keeps one child, a second one of the same name silently replaces the first.
 *
 * Source: ClusterRuleSet adds these by a setter, ContainerBase.setCluster; observed on 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "element-replaced",
  group: "structure",
  severity: "warning",
  summary: {
    en: "A second Cluster, Manager, Channel, Membership, Receiver, Sender, Transport or Deployer replaces the first.",
    ko: "Cluster, Manager, Channel, Membership, Receiver, Sender, Transport, Deployer를 두 번 쓰면 뒤의 것이 앞의 것을 대체합니다.",
  },
  aliases: ["cluster-duplicate"],
  elements: ["Cluster", "Manager", "Channel", "Membership", "Receiver", "Sender", "Transport", "Deployer"],

  check(component, report, file) {
    const { name, parent, facts } = component;
    if (facts?.repeat !== "last-wins" || !(name === "Cluster" || component.ancestor("Cluster"))) return;
    const last = parent?.child(name);
    if (!parent || !last || last === component) return;
    report({
      at: component.nameSpan,
      text: {
        en: `This <${name}> is never used: <${parent.name}> has a later one, and Tomcat keeps only the last. Keep one.`,
        ko: `이 <${name}> 요소는 쓰이지 않습니다. <${parent.name}> 안의 뒤쪽 <${name}> 요소가 대체합니다. 하나만 남기십시오.`,
      },
      related: [{ file, at: last.nameSpan, text: { en: "This one is used.", ko: "이 요소가 쓰입니다." } }],
      tags: ["unnecessary"],
      fix: withoutElement(component),
    });
  },
};
