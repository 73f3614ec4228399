import { josa } from "../base/josa.ts";
import type { Component } from "../config/component.ts";
import type { Fix } from "./rule.ts";

/** Sets an attribute. */
export function setTo(component: Component, attribute: string, value: string): Fix {
  const shown = value === "" ? '""' : value;
  return {
    title: { en: `Set ${attribute} to ${shown}`, ko: `${josa(attribute, "을")} ${josa(shown, "으로")} 설정` },
    edits: [component.setAttribute(attribute, value)],
  };
}

/** Removes an attribute; no fix where it is not written. */
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

/** Removes a whole element. */
export function withoutElement(component: Component): Fix {
  return {
    title: { en: `Remove this <${component.name}>`, ko: `이 <${component.name}> 제거` },
    edits: [component.remove()],
  };
}

/** True where a value comes from a placeholder, so that the property's source has to be changed. */
export function behindPlaceholder(component: Component, name: string): boolean {
  return component.has(name) && component.written(name) !== component.text(name);
}
