import type { Locale } from "../base/localized.ts";
import type { Component } from "../config/component.ts";
import { simpleNameOf } from "../schema/catalog.ts";
import { type ClassProse, sessionStoreProseOf } from "../schema/prose/index.ts";
import { explainText, paragraphs } from "./explain.ts";

/** A Manager of another project's that keeps sessions in a shared store, in Markdown; undefined for other classes. */
export function explainStore(component: Component, locale: Locale): string | undefined {
  const { className = "" } = component;
  const prose = proseFor(component);
  return prose && paragraphs(`**${simpleNameOf(className)}**  \n\`${className}\``, prose.text[locale]);
}

/** An attribute of such a Manager. */
export function explainStoreAttribute(component: Component, name: string, locale: Locale): string | undefined {
  const attributes = proseFor(component)?.attributes ?? {};
  const known = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return known && explainText(name, known, locale);
}

function proseFor({ name, className }: Component): ClassProse | undefined {
  return name === "Manager" && className !== undefined ? sessionStoreProseOf(className) : undefined;
}
