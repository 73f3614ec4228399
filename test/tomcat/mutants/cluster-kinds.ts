import { type Edit, span } from "../../../server/src/base/span.ts";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import type { XmlElement } from "../../../server/src/syntax/tree.ts";
import { attributesOf, elementsOf, type Kinds } from "./change.ts";
import { misspelt } from "./random.ts";

/** The first twelve: mistakes in a cluster's elements and attributes. */
export const CLUSTER_KINDS: Kinds = {
  "drop element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && [{ span: element.span, newText: "" }];
  },
  "rename element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && renamed(element, misspelt(element.name, random));
  },
  "lower-case element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && renamed(element, element.name.toLowerCase());
  },
  "move element": (text, random) => {
    const elements = elementsOf(text);
    const element = random.of(elements);
    const target = random.of(elements.filter((each) => each !== element && !each.selfClosing && each.endTag));
    if (!element || !target?.endTag || within(target, element)) return undefined;
    const written = text.slice(element.span.start, element.span.end);
    return [
      { span: element.span, newText: "" },
      { span: span(target.endTag.span.start, target.endTag.span.start), newText: written },
    ];
  },
  "duplicate element": (text, random) => {
    const element = random.of(elementsOf(text));
    if (!element) return undefined;
    const { start, end } = element.span;
    return [{ span: span(end, end), newText: text.slice(start, end) }];
  },
  "drop attribute": (text, random) => {
    const attribute = random.of(attributesOf(text));
    return attribute && [{ span: attribute.span, newText: "" }];
  },
  "misspell attribute": (text, random) => {
    const attribute = random.of(attributesOf(text));
    return attribute && [{ span: attribute.nameSpan, newText: misspelt(attribute.name, random) }];
  },
  "retype value": (text, random) => {
    const value = random.of(attributesOf(text))?.value;
    return (
      value && [{ span: value.inner, newText: random.of(["abc", "12x", "-1", "1.5", "true", "99999999999"]) ?? "" }]
    );
  },
  "empty value": (text, random) => {
    const value = random.of(attributesOf(text))?.value;
    return value && [{ span: value.inner, newText: "" }];
  },
  "swap class": (text, random, { line }) => {
    const classes = attributesOf(text).filter(({ name }) => name === "className");
    const value = random.of(classes)?.value;
    const other = random.of(catalogOf(line).classNames);
    return value && other ? [{ span: value.inner, newText: other }] : undefined;
  },
  "misspell class": (text, random) => {
    const classes = attributesOf(text).filter(({ name }) => name === "className");
    const value = random.of(classes)?.value;
    return value && [{ span: value.inner, newText: misspelt(value.raw, random) }];
  },
  "reorder interceptors": (text, random) => {
    const chain = elementsOf(text).filter(({ name }) => name === "Interceptor");
    const one = random.of(chain);
    const other = random.of(chain);
    if (!one || !other || one === other) return undefined;
    const written = (each: XmlElement) => text.slice(each.span.start, each.span.end);
    return [
      { span: one.span, newText: written(other) },
      { span: other.span, newText: written(one) },
    ];
  },
};

function renamed(element: XmlElement, name: string): readonly Edit[] {
  const edits = [{ span: element.nameSpan, newText: name }];
  if (element.endTag) edits.push({ span: element.endTag.nameSpan, newText: name });
  return edits;
}

function within(inner: XmlElement, outer: XmlElement): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}
