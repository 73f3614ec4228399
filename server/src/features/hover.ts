import type { Locale } from "../base/localized.ts";
import { type Span, touches } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type Explained, explainAttribute, explainElement, explainRuleAttribute } from "./explain.ts";
import { explainPoolAttribute } from "./explain-pool.ts";
import { explainStore, explainStoreAttribute } from "./explain-store.ts";
import { hoverPlaceholder } from "./hover-placeholder.ts";
import { type HoverText, joined } from "./hover-text.ts";
import { hoverWeb } from "./hover-web.ts";
import { targetAt } from "./target.ts";

/** The value of a placeholder under the cursor, and the explanation of the element, class or attribute there. */
export function hover(file: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  return joined(hoverPlaceholder(file, offset, locale), hoverPlace(file, offset, locale));
}

/**
 * Explains the element, class or attribute under the cursor, for this Tomcat line.
 *
 * Unknown classes and broken text give undefined, never an error: they are common while a text is being typed.
 */
function hoverPlace(file: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  if (file.kind === "web") return hoverWeb(file, offset, locale);
  const target = targetAt(file, offset);
  if (!target?.component.read) return undefined;
  const { component, attribute } = target;
  const place = explainedOf(component);
  const { endTag } = component.element;
  const nameSpan = endTag && touches(endTag.nameSpan, offset) ? endTag.nameSpan : component.nameSpan;
  const whole = () => explainStore(component, locale) ?? explainElement(place, file, locale);
  if (touches(nameSpan, offset)) return text(nameSpan, whole());
  if (!attribute) return undefined;
  const { name, span } = attribute;
  if (name === "className") return text(span, place.type ? whole() : explainStore(component, locale));
  const facts = component.attributeFacts(name);
  if (facts) return text(span, explainAttribute({ facts, value: component.text(name) }, place, file, locale));
  const readByRule = component.facts?.ruleAttributes.includes(name) === true;
  if (readByRule) return text(span, explainRuleAttribute(name, place, file, locale));
  const elsewhere = explainPoolAttribute(component, name, file, locale);
  return text(span, elsewhere ?? explainStoreAttribute(component, name, locale));
}

/** The parts of a component that an explanation needs. */
export function explainedOf(component: Component): Explained {
  const { name, type } = component;
  if (name !== "Connector" || !component.has("protocol")) return { element: name, type };
  return { element: name, type, protocol: component.text("protocol") ?? null };
}

function text(at: Span, markdown: string | undefined): HoverText | undefined {
  return markdown === undefined ? undefined : { at, markdown };
}
