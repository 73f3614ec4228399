import type { Locale } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { explainAttribute, explainClass } from "./explain.ts";
import { targetAt } from "./target.ts";

export interface HoverText {
  readonly at: Span;
  readonly markdown: string;
}

/**
 * Explains the class or attribute under the cursor, for this Tomcat line.
 *
 * Unknown classes and broken text give undefined, never an error: while someone types, silence is the honest answer.
 */
export function hover(file: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  const target = targetAt(file, offset);
  if (!target) return undefined;
  const { component, attribute, part } = target;
  const { type } = component;
  if (part === "name" || attribute?.name === "className") {
    const at = part === "name" ? component.nameSpan : attribute?.span;
    return type && component.facts && at && { at, markdown: explainClass(type, file, locale) };
  }
  const facts = attribute && component.attributeFacts(attribute.name);
  if (!facts) return undefined;
  const value = component.text(facts.name);
  return { at: attribute.span, markdown: explainAttribute(facts, type, value, file, locale) };
}
