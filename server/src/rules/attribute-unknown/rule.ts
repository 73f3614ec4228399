import { suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import { existsIn, linesWith } from "../../schema/catalog.ts";
import type { Line } from "../../schema/lines.ts";
import type { ClassFacts } from "../../schema/model.ts";
import { renamedAttribute } from "../../schema/replacements.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import type { ElementRule, Finding } from "../rule.ts";

/**
 * An attribute the class has no setter for is logged as a warning and ignored: the default stays.
 *
 * Source: SetPropertiesRule.begin and IntrospectionUtils.setProperty, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "attribute-unknown",
  group: "structure",
  severity: "warning",
  summary: {
    en: "An attribute the class does not have is ignored, and the default stays.",
    ko: "클래스에 없는 속성은 무시되고 기본값이 유지됩니다.",
  },
  automatic:
    "Tomcat ignores the attribute, and its right name differs in letter case only or is the one it was renamed to.",
  elements: "*",

  *check(component, { version, catalog }) {
    const { facts, type } = component;
    if (!facts || !type || facts.unknownAttributeSilent || type.acceptsAnyAttribute) return;
    // A Connector passes attributes on to its protocol handler, which may be anybody's.
    const handler =
      component.name === "Connector" ? catalog.connectorAttributes(component.text("protocol")) : undefined;
    if (component.name === "Connector" && !handler) return;
    for (const attribute of component.element.attributes) {
      const names = [lowerFirst(attribute.name), attribute.name];
      const known = names.some((name) => {
        const found = type.attributes.get(name);
        // Without a release, one that had it counts.
        const exists = found && (!version.release || existsIn(found.releases, version.release));
        return exists || handler?.has(name);
      });
      if (known || isReadElsewhere(attribute.name, component, type)) continue;
      const elsewhere = version.assumed ? linesWith(type.name, lowerFirst(attribute.name)) : [];
      if (elsewhere.length > 0) yield onlyElsewhere(attribute, type, version.line, elsewhere);
      else yield finding(attribute, component, type, [...type.attributes.keys(), ...(handler?.keys() ?? [])]);
    }
  },
};

function isReadElsewhere(name: string, { facts }: Component, type: ClassFacts): boolean {
  return (
    (name === "className" && facts?.takesClassName === true) ||
    name === "optional" ||
    name.startsWith("xmlns") ||
    facts?.ruleAttributes.includes(name) === true ||
    type.silentAttributes.has(lowerFirst(name)) ||
    type.attributePatterns.some((pattern) => pattern.test(name))
  );
}

function finding(attribute: XmlAttribute, component: Component, type: ClassFacts, known: readonly string[]): Finding {
  const { name } = attribute;
  const renamed = renamedAttribute(name);
  const meant = renamed !== undefined && known.includes(renamed) ? renamed : suggest(name, known);
  const usable = meant !== undefined && !component.has(meant);
  return {
    at: attribute.nameSpan,
    text: {
      en: `${type.simpleName} has no attribute ${name}: Tomcat ignores it.${usable ? ` Did you mean ${meant}?` : " Remove it."}`,
      ko: `${type.simpleName}에는 ${name} 속성이 없어 Tomcat이 무시합니다.${usable ? ` ${meant}을(를) 쓰려던 것입니까?` : " 지우십시오."}`,
    },
    fix: usable
      ? {
          title: { en: `Change to ${meant}`, ko: `${meant}(으)로 변경` },
          edits: [{ span: attribute.nameSpan, newText: meant }],
          asked: meant !== renamed && meant.toLowerCase() !== name.toLowerCase(),
        }
      : {
          title: { en: `Remove ${name}`, ko: `${name} 제거` },
          edits: [component.removeAttribute(attribute)],
          asked: true,
        },
  };
}

/** The line is a guess, and the attribute speaks against it. */
function onlyElsewhere(attribute: XmlAttribute, type: ClassFacts, line: Line, elsewhere: readonly Line[]): Finding {
  const lines = elsewhere.join(", ");
  return {
    at: attribute.nameSpan,
    severity: "information",
    text: {
      en: `${type.simpleName} has ${attribute.name} in Tomcat ${lines} only. ${line} is assumed: choose your version.`,
      ko: `${type.simpleName}의 ${attribute.name}은(는) Tomcat ${lines}에만 있습니다. ${line}(으)로 추정했으니 버전을 선택하십시오.`,
    },
  };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
