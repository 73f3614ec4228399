import type { Locale } from "../base/localized.ts";
import { at, type Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { bitsOf, optionBits } from "../config/options.ts";
import { existsIn, simpleNameOf } from "../schema/catalog.ts";
import { attributesOf, explainAttribute, explainElement, explainRuleAttribute } from "./explain.ts";
import { documentPoolAttribute, poolAttributesOf } from "./explain-pool.ts";
import { placeOf } from "./hover.ts";
import { targetAt } from "./target.ts";

export interface Completion {
  readonly label: string;
  readonly kind: "element" | "attribute" | "class" | "value";
  readonly detail?: string;
  /** What the typed text is matched against, where it is not the label. */
  readonly filter?: string;
  readonly replace: Span;
  readonly newText: string;
  readonly deprecated?: boolean;
  /** What the item's documentation is about. */
  readonly about?: Subject;
}

/** An element with its class, or one of its attributes; plain data, as it travels to the client and back. */
export interface Subject {
  readonly element: string;
  readonly className?: string;
  readonly attribute?: string;
  /** The protocol a Connector names. */
  readonly protocol?: string;
}

/** What an item is about, in Markdown; undefined for what nobody explains. */
export function documentation(subject: Subject, file: ConfigFile, locale: Locale): string | undefined {
  const { element, className, attribute, protocol } = subject;
  const place = { element, protocol, type: className === undefined ? undefined : file.catalog.classNamed(className) };
  if (attribute === undefined) return explainElement(place, file, locale);
  const facts = attributesOf(place, file).get(attribute);
  if (facts) return explainAttribute(facts, place, undefined, file, locale);
  return explainRuleAttribute(attribute, place, file, locale) ?? documentPoolAttribute(element, attribute, locale);
}

/** What can be written at an offset, by parent, class and Tomcat line; works in half-typed text. */
export function complete(file: ConfigFile, offset: number): readonly Completion[] {
  const target = targetAt(file, offset);
  if (!target) return [];
  const { component, attribute, part } = target;
  switch (part) {
    case "name":
      return component.parent ? elements(component.parent, component.nameSpan) : [];
    case "content": {
      const typed = file.document.text.slice(0, offset).endsWith("<");
      return elements(component, at(offset), typed ? "" : "<");
    }
    case "attribute-value":
      return attribute?.value ? values(component, attribute.name, attribute.value.inner, file) : [];
    case "attribute-name":
      return attributes(component, attribute?.nameSpan ?? at(offset), attribute?.equals !== undefined, file);
    case "start-tag":
      return attributes(component, at(offset), false, file);
  }
}

function elements(parent: Component, replace: Span, before = ""): readonly Completion[] {
  return [...(parent.facts?.children.values() ?? [])].map(({ name, defaultClass }) => ({
    label: name,
    kind: "element",
    replace,
    newText: before + name,
    about: { element: name, ...(defaultClass === undefined ? {} : { className: defaultClass }) },
  }));
}

function attributes(component: Component, replace: Span, hasValue: boolean, file: ConfigFile): readonly Completion[] {
  const { version } = file;
  const names: Completion[] = [];
  const add = (name: string, more: Partial<Completion>) => {
    const newText = hasValue ? name : `${name}=""`;
    names.push({ label: name, kind: "attribute", replace, newText, ...more });
  };
  if (component.facts?.takesClassName && !component.has("className")) add("className", {});
  const { element, type, protocol } = placeOf(component);
  const about = { element, ...(type ? { className: type.name } : {}), ...(protocol ? { protocol } : {}) };
  for (const name of component.facts?.ruleAttributes ?? []) {
    if (!component.has(name)) add(name, { about: { ...about, attribute: name } });
  }
  for (const facts of component.attributes.values()) {
    if (component.facts?.ruleAttributes.includes(facts.name)) continue;
    if (component.has(facts.name) || !existsIn(facts.releases, version.release)) continue;
    if (!facts.documented && facts.name !== "bind" && facts.name !== "clusterName") continue;
    const fallback = component.defaultText(facts.name);
    add(facts.name, {
      detail: fallback === undefined ? facts.type : `${facts.type} = ${fallback}`,
      deprecated: facts.deprecated,
      about: { ...about, attribute: facts.name },
    });
  }
  for (const name of poolAttributesOf(component, file)) {
    if (!component.has(name)) add(name, { about: { ...about, attribute: name } });
  }
  return names;
}

function values(
  component: Component,
  name: string,
  replace: Span,
  { version, catalog }: ConfigFile,
): readonly Completion[] {
  if (name === "className") {
    const { facts } = component;
    const dropped = new Set([...(facts?.classesDropped ?? []), ...(facts?.classesThatAbort ?? [])]);
    return (facts?.classes ?? []).flatMap((className) => {
      const type = catalog.classNamed(className);
      if (!type || dropped.has(className) || !existsIn(type.releases, version.release)) return [];
      const simple = simpleNameOf(className);
      return [
        {
          label: simple,
          detail: className,
          kind: "class",
          filter: `${simple} ${className}`,
          replace,
          newText: className,
          deprecated: type.deprecated,
          about: { element: component.name, className },
        },
      ];
    });
  }
  const facts = component.attributeFacts(name);
  const texts = facts?.values ?? (facts?.type === "boolean" ? ["true", "false"] : COMMON_MASKS[kindOfMask(name)]);
  return texts.map((text) => {
    const bits = optionBits(name, text);
    const detail = bits?.map((bit) => bit.name).join(" + ");
    return { label: text, kind: "value", replace, newText: text, ...(detail ? { detail } : {}) };
  });
}

/** Sums of options that people write, the most usual first. */
const COMMON_MASKS = { send: ["8", "6", "2"], start: ["15", "3"], none: [] } as const;

function kindOfMask(attribute: string): keyof typeof COMMON_MASKS {
  if (bitsOf(attribute) === undefined) return "none";
  return attribute === "channelStartOptions" ? "start" : "send";
}
