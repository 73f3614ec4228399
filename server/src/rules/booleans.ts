import { distance } from "../base/suggest.ts";
import type { Component } from "../config/component.ts";
import { setTo } from "./fixes.ts";
import type { Finding } from "./rule.ts";

/** Words that a reader takes for true. */
const YES = new Set(["yes", "y", "on", "1", "t", "enable", "enabled"]);

/** The finding of an attribute whose text a reader takes for true and Boolean.valueOf does not; undefined for others. */
export function takenForTrue(component: Component, name: string): Finding | undefined {
  const value = component.text(name);
  if (value === undefined || !meansTrue(value)) return undefined;
  return {
    at: component.spanOf(name),
    text: {
      en: `"${value}" is false to Tomcat, which says nothing of it: only true is true. Write ${name}="true".`,
      ko: `Tomcat은 "${value}" 값을 경고 없이 false로 읽습니다. true만 참입니다. ${name}="true"로 쓰십시오.`,
    },
    fix: setTo(component, name, "true"),
  };
}

/** True for a text that means true and is not: another word for it, one with blanks around, or a typing error. */
function meansTrue(value: string): boolean {
  const word = value.trim().toLowerCase();
  if (value.toLowerCase() === "true") return false;
  return word === "true" || YES.has(word) || word === "ture" || (word.length > 2 && distance(word, "true") === 1);
}
