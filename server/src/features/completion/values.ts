import type { Component } from "../../config/component.ts";
import { existsIn, simpleNameOf } from "../../schema/catalog.ts";
import { commonValues } from "./common-values.ts";
import { classesFor } from "./elements.ts";
import type { CompletionRequest, Value } from "./item.ts";
import { masksOf } from "./options.ts";
import { referenceValues } from "./references.ts";
import { storeValues } from "./store-values.ts";
import { usualClass } from "./usual.ts";

/** The values of an attribute with a choice of values; none for numbers and free texts. */
export function valuesOf(component: Component, name: string, request: CompletionRequest): readonly Value[] {
  if (name === "className") return classes(component, request);
  const masks = masksOf(component, name, request);
  if (masks) return masks;
  const known = referenceValues(component, name, request);
  const facts = component.attributes.get(name);
  const fallback = component.defaultText(name);
  const takes = facts ?? (component.facts?.unknownAttributeSilent || component.facts?.ruleAttributes.includes(name));
  const common = takes ? commonValues(component, name, request.file.version.line) : [];
  const ofStore = storeValues(component, name);
  if (ofStore.length > 0) return ofStore.map((value, index) => choice(value, index === 0, request)).reverse();
  const closed = facts?.values ?? (facts?.type === "boolean" ? ["true", "false"] : common);
  // The default is rarely written, so the other value comes first.
  const ordered = facts?.type === "boolean" ? [...closed].sort((a) => (a === fallback ? 1 : -1)) : closed;
  return [
    ...known,
    ...ordered
      .filter((value) => known.every((each) => each.value !== value))
      .map((value) => choice(value, value === fallback, request)),
  ];
}

function choice(value: string, isDefault: boolean, { locale }: CompletionRequest): Value {
  return { value, kind: "value", ...(isDefault ? { detail: locale === "ko" ? "기본값" : "default" } : {}) };
}

function classes(component: Component, { file }: CompletionRequest): readonly Value[] {
  const { facts, parent } = component;
  if (!facts) return [];
  const usual = usualClass(parent, facts, file.version, component);
  const offered = classesFor(facts).flatMap((className) => {
    const type = file.catalog.classNamed(className);
    if (!type || !existsIn(type.releases, file.version.release)) return [];
    const simple = simpleNameOf(className);
    return [
      {
        label: simple,
        value: className,
        detail: className,
        kind: "class" as const,
        filter: `${simple} ${className}`,
        deprecated: type.deprecated,
        preselect: className === usual,
        about: { element: component.name, className },
      },
    ];
  });
  const rank = ({ preselect, deprecated }: Value) => (preselect ? 0 : deprecated ? 2 : 1);
  return offered.sort((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
}
