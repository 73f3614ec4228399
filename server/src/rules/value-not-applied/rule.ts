import type { Component } from "../../config/component.ts";
import { meantByConstants, parseSendOptions } from "../../config/options.ts";
import { isJavaInt, isJavaLong } from "../../config/values.ts";
import type { AttributeFacts } from "../../schema/model.ts";
import type { ElementRule, Fix } from "../rule.ts";

/**
 * A number Java cannot parse is logged and dropped, and the default stays: blanks, units and names all fail.
 *
 * Source: IntrospectionUtils.setProperty, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "value-not-applied",
  group: "structure",
  severity: "warning",
  summary: {
    en: "A value of the wrong form is dropped, and the default stays.",
    ko: "형식이 틀린 값은 버려지고 기본값이 유지됩니다.",
  },
  automatic: "The number stays what its author wrote; only the blanks that make Tomcat drop it go.",
  elements: "*",

  *check(component) {
    for (const attribute of component.element.attributes) {
      const facts = component.attributeFacts(attribute.name);
      if (!facts) continue;
      const value = component.text(attribute.name);
      if (value === undefined || accepts(facts, value)) continue;
      const trimmed = value.trim();
      const constants = meantByConstants(facts.name, trimmed, facts.type === "string");
      const rest = component.defaultText(attribute.name);
      yield {
        at: component.spanOf(attribute.name),
        text: {
          en: `"${value}" is no value for ${facts.name}: Tomcat drops it${rest === undefined ? "" : ` and uses ${rest}`}.`,
          ko: `"${value}"은(는) ${facts.name}에 쓸 수 없는 값입니다. Tomcat이 버리고${rest === undefined ? "" : ` ${rest}을(를)`} 사용합니다.`,
        },
        ...(trimmed !== value && accepts(facts, trimmed)
          ? { fix: change(component, attribute.name, trimmed) }
          : constants !== undefined
            ? { fix: { ...change(component, attribute.name, constants), asked: true } }
            : {}),
      };
    }
  },
};

function change(component: Component, name: string, value: string): Fix {
  return {
    title: { en: `Change to ${value}`, ko: `${value}(으)로 변경` },
    edits: [component.setAttribute(name, value)],
  };
}

function accepts({ name, type, alsoTyped }: AttributeFacts, value: string): boolean {
  if (type === "int") return isJavaInt(value);
  if (type === "long") return isJavaLong(value);
  if (type === "string" && alsoTyped.includes("int") && name.endsWith("SendOptions")) {
    return parseSendOptions(value) !== undefined;
  }
  return true;
}
