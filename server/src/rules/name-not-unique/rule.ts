import type { ElementRule } from "../rule.ts";

/** What tells the children of one parent apart. Host names are compared in lower case, as Tomcat does. */
const KEYS: Readonly<Record<string, (text: string) => string>> = {
  Host: (name) => name.toLowerCase(),
  Context: (path) => path,
};

/**
 * Two Hosts of one name, or two Contexts of one path, stop Tomcat.
 *
 * Source: ContainerBase.addChild (`Child name is not unique`), 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "name-not-unique",
  severity: "error",
  summary: {
    en: "Hosts of one Engine need different names, Contexts of one Host different paths.",
    ko: "한 Engine의 Host는 이름이, 한 Host의 Context는 path가 서로 달라야 합니다.",
  },
  elements: ["Host", "Context"],

  *check(component, file) {
    const attribute = component.name === "Host" ? "name" : "path";
    const keyOf = KEYS[component.name];
    const own = component.text(attribute);
    if (!keyOf || own === undefined || !component.parent) return;
    // Applications of one path may differ in their version.
    if (component.has("webappVersion")) return;
    const siblings = component.parent.childrenNamed(component.name);
    const first = siblings.find((each) => {
      const other = each.has("webappVersion") ? undefined : each.text(attribute);
      return other !== undefined && keyOf(other) === keyOf(own);
    });
    if (!first || first === component) return;
    yield {
      at: component.spanOf(attribute),
      text: {
        en: `There is a <${component.name}> "${own}" already: Tomcat does not start. Give this one another ${attribute}.`,
        ko: `"${own}"인 <${component.name}>이(가) 이미 있어 Tomcat이 시작되지 않습니다. ${attribute}을(를) 다르게 쓰십시오.`,
      },
      related: [{ file, at: first.spanOf(attribute), text: { en: "The first one.", ko: "첫 번째입니다." } }],
    };
  },
};
