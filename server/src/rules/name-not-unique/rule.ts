import { groupBy } from "../../base/group-by.ts";
import type { Component } from "../../config/component.ts";
import type { ElementRule } from "../rule.ts";

/** What tells the children of each parent apart. */
const NAMED = {
  Engine: { child: "Host", attribute: "name" },
  Host: { child: "Context", attribute: "path" },
} as const;

/**
 * Two Hosts of one name, or two Contexts of one path, stop Tomcat.
 *
 * Source: ContainerBase.addChild (`Child name is not unique`), 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "name-not-unique",
  group: "structure",
  severity: "error",
  summary: {
    en: "Hosts of one Engine need different names, Contexts of one Host different paths.",
    ko: "한 Engine의 Host는 이름이, 한 Host의 Context는 path가 서로 달라야 합니다.",
  },
  elements: Object.keys(NAMED),

  *check(parent, file) {
    const { child, attribute } = NAMED[parent.name as keyof typeof NAMED];
    for (const [key, [first, ...others]] of groupBy(parent.childrenNamed(child), (each) => keyOf(each, attribute))) {
      if (key === undefined || !first) continue;
      for (const other of others) {
        const own = other.text(attribute) ?? "";
        yield {
          at: other.spanOf(attribute),
          text: {
            en: `There is a <${child}> "${own}" already: Tomcat does not start. Give this one another ${attribute}.`,
            ko: `"${own}"인 <${child}>이(가) 이미 있어 Tomcat이 시작되지 않습니다. ${attribute}을(를) 다르게 쓰십시오.`,
          },
          related: [{ file, at: first.spanOf(attribute), text: { en: "The first one.", ko: "첫 번째입니다." } }],
        };
      }
    }
  },
};

/** Tomcat compares Hosts in lower case. Applications of one path may differ in their version. */
function keyOf(component: Component, attribute: string): string | undefined {
  if (component.has("webappVersion")) return undefined;
  const text = component.text(attribute);
  return component.name === "Host" ? text?.toLowerCase() : text;
}
