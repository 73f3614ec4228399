import type { Component } from "../config/component.ts";
import type { Fix } from "./rule.ts";

/** Sets an attribute. `manual` where the user has to agree, because other nodes or behaviour change with it. */
export function setTo(component: Component, attribute: string, value: string, manual = false): Fix {
  return {
    title: { en: `Set ${attribute} to ${value}`, ko: `${attribute}을(를) ${value}(으)로 설정` },
    edits: [component.setAttribute(attribute, value)],
    ...(manual ? { manual } : {}),
  };
}

/** Takes an attribute out; no fix where it is not there. */
export function withoutAttribute(component: Component, name: string): { readonly fix?: Fix } {
  const attribute = component.attribute(name);
  if (!attribute) return {};
  return {
    fix: {
      title: { en: `Remove ${name}`, ko: `${name} 제거` },
      edits: [component.removeAttribute(attribute)],
    },
  };
}

/** Takes a whole element out, after the user agreed. */
export function withoutElement(component: Component): Fix {
  return {
    title: { en: `Remove this <${component.name}>`, ko: `이 <${component.name}> 제거` },
    edits: [component.remove()],
    manual: true,
  };
}
