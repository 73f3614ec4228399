import type { Locale } from "../base/localized.ts";
import type { Component } from "../config/component.ts";
import { simpleNameOf } from "../schema/catalog.ts";
import { type ClassProse, sessionStoreProseOf } from "../schema/prose/index.ts";
import type { OfferSubject } from "./completion/item.ts";
import { explainText, paragraphs } from "./explain.ts";

/** A Manager of another project's that keeps sessions in a shared store, in Markdown; undefined for other classes. */
export function explainStore(component: Component, locale: Locale): string | undefined {
  const { className = "" } = component;
  const prose = proseFor(component);
  return prose && paragraphs(`**${simpleNameOf(className)}**  \n\`${className}\``, prose.text[locale]);
}

/** An attribute of such a Manager. */
export function explainStoreAttribute(component: Named, name: string, locale: Locale): string | undefined {
  const attributes = proseFor(component)?.attributes ?? {};
  const known = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return known && explainText(name, known, locale);
}

/** The same in a list of completions. */
export function documentStoreAttribute(about: OfferSubject, locale: Locale): string | undefined {
  const { element: name, className, attribute } = about;
  return attribute === undefined ? undefined : explainStoreAttribute({ name, className }, attribute, locale);
}

/** The names of the attributes that such a Manager takes; none for other classes. */
export function storeAttributesOf(component: Component): readonly string[] {
  return Object.keys(proseFor(component)?.attributes ?? {});
}

/** A class as an element names it. */
type Named = Pick<Component, "name" | "className">;

function proseFor({ name, className }: Named): ClassProse | undefined {
  return name === "Manager" && className !== undefined ? sessionStoreProseOf(className) : undefined;
}
