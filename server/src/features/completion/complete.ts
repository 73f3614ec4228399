import type { Locale } from "../../base/localized.ts";
import { type Span, span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import { escapeAttribute } from "../../config/edits.ts";
import type { ConfigFile } from "../../config/file.ts";
import { bitsOf } from "../../config/options.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import { attributesOf, explainAttribute, explainElement, explainRuleAttribute } from "../explain.ts";
import { documentPoolAttribute } from "../explain-pool.ts";
import { documentStoreAttribute } from "../explain-store.ts";
import { attributeOffers } from "./attributes.ts";
import { elements, endTag, markup } from "./elements.ts";
import type { Completion, CompletionRequest, OfferSubject, Value } from "./item.ts";
import { takesNames } from "./options.ts";
import { type CursorPlace, placeAt } from "./place.ts";
import { openPlaceholderAt, placeholders } from "./placeholders.ts";
import { valuesOf } from "./values.ts";
import { webCompletions } from "./web.ts";
import type { ElementNamePlace } from "./write-element.ts";

/** What an item is about, in Markdown; undefined where there is no explanation. */
export function documentation(subject: OfferSubject, file: ConfigFile, locale: Locale): string | undefined {
  const { element, className, attribute, protocol } = subject;
  const place = { element, protocol, type: className === undefined ? undefined : file.catalog.classNamed(className) };
  if (attribute === undefined) return explainElement(place, file, locale);
  const facts = attributesOf(place, file).get(attribute);
  if (facts) return explainAttribute({ facts }, place, file, locale);
  return (
    documentStoreAttribute(subject, locale) ??
    explainRuleAttribute(attribute, place, file, locale) ??
    documentPoolAttribute(element, attribute, locale)
  );
}

/**
 * Completions at an offset, by parent, class and Tomcat line; works in half-typed text. The likeliest first; every item
 * of a list replaces the same text.
 */
export function complete(request: CompletionRequest): readonly Completion[] {
  const { file, offset } = request;
  const place = placeAt(file.document, offset);
  if (!place || !answers(place, request)) return [];
  switch (place.kind) {
    case "markup":
      return markup(place.typed, file.document.text.slice(place.typed.start, offset));
    case "end-tag":
      return request.closeTags === false ? [] : endTag(place.parent, endTagName(place, request), "</", place.closed);
    case "tag-name":
      return behindLessThan(place.element, place.bare, request);
    case "content":
      return inContent(place.parent, place.word, request);
    case "attribute-name": {
      const component = componentOf(file, place.element);
      return component ? attributeOffers(component, place.attribute, place.name, request) : [];
    }
    case "attribute-value":
      return inValue(place, request);
  }
}

/** True where the typed character begins something that can be completed. */
function answers(place: CursorPlace, { trigger, file, offset }: CompletionRequest): boolean {
  switch (trigger) {
    case undefined:
    case "":
      return true;
    case "<":
      return place.kind === "tag-name";
    case "/":
      return place.kind === "end-tag";
    case " ":
      return place.kind === "attribute-name";
    case "=":
      return place.kind === "attribute-value" && place.quote === undefined;
    case '"':
    case "'":
      return place.kind === "attribute-value" && place.quote !== undefined && offset === place.value.start;
    case "{":
      return place.kind === "attribute-value" && file.document.text.slice(0, offset).endsWith("${");
    case ",":
      return place.kind === "attribute-value" && bitsOf(place.attribute.name) !== undefined;
    default:
      return true;
  }
}

/** Elements, then other markup that begins with `<`. */
function behindLessThan(element: XmlElement, bare: boolean, request: CompletionRequest): readonly Completion[] {
  const { file, closeTags } = request;
  const parent = element.parent && componentOf(file, element.parent);
  const place: ElementNamePlace = { name: element.nameSpan, opened: true, bare };
  const items =
    file.kind === "web"
      ? webCompletions(element.parent, place, request, element)
      : parent
        ? elements(parent, place, request, componentOf(file, element))
        : [];
  if (element.name !== "" || !element.parent) return items;
  const ends = closeTags === false ? [] : endTag(element.parent, place.name, "<", false);
  return [...items, ...ends, ...markup(place.name, "")];
}

/** Whole elements where no `<` is typed yet, except in a text. */
function inContent(around: XmlElement | undefined, word: Span, request: CompletionRequest): readonly Completion[] {
  const { file, closeTags } = request;
  const place: ElementNamePlace = { name: word, opened: false, bare: true };
  if (file.kind === "web") {
    const items = webCompletions(around, place, request);
    return items[0]?.kind === "value" || closeTags === false ? items : [...items, ...endTag(around, word, "", false)];
  }
  const parent = around && componentOf(file, around);
  if (!parent || (parent.facts?.children.size ?? 0) === 0) return [];
  const ends = closeTags === false ? [] : endTag(around, word, "", false);
  return [...elements(parent, place, request), ...ends];
}

function inValue(place: CursorPlace & { kind: "attribute-value" }, request: CompletionRequest): readonly Completion[] {
  const { file, offset } = request;
  const { text } = file.document;
  const { element, attribute, quote, closed } = place;
  const open = openPlaceholderAt(text, place.value, offset);
  if (open === "default") return [];
  if (open) return placeholders(open, request);
  const component = componentOf(file, element);
  if (!component) return [];
  const values = valuesOf(component, attribute.name, request);
  if (takesNames(component, attribute.name, file.version)) {
    const token = optionToken(text, place.value, offset);
    if (token) return optionNames(values, token, place, request);
  }
  const replace = onOneLine(place.value, text, offset);
  const mark = quote ?? '"';
  return values.map(({ value, ...item }) => {
    const written = escapeAttribute(value, mark);
    return {
      label: value,
      ...item,
      // Quotes are added to a value without them, and an open one is closed.
      ...(quote === undefined ? { filter: item.filter ?? item.label ?? value } : {}),
      replace,
      text: [quote === undefined ? `"${written}"` : closed ? written : written + quote],
    };
  });
}

/** The name under the cursor in a list of options; undefined for a number and an empty value. */
function optionToken(text: string, value: Span, offset: number): Span | undefined {
  if (/^[-+\d]*$/.test(text.slice(value.start, value.end).trim())) return undefined;
  const start = text.slice(value.start, offset).lastIndexOf(",") + 1 + value.start;
  const comma = text.slice(offset, value.end).indexOf(",");
  return span(start, comma < 0 ? value.end : offset + comma);
}

/** The names that are not in the list yet. */
function optionNames(
  values: readonly Value[],
  token: Span,
  place: CursorPlace & { kind: "attribute-value" },
  { file, offset }: CompletionRequest,
): readonly Completion[] {
  const { text } = file.document;
  const others = `${text.slice(place.value.start, token.start)},${text.slice(token.end, place.value.end)}`;
  const written = new Set(others.split(",").map((each) => each.trim()));
  const last = token.end === place.value.end;
  const quote = last && !place.closed ? (place.quote ?? "") : "";
  return values
    .filter(({ value }) => !/^\d+$/.test(value) && !written.has(value))
    .map(({ value, ...item }) => ({
      label: value,
      ...item,
      replace: onOneLine(token, text, offset),
      text: [value + quote],
      ...(quote === "" ? { commit: [","] } : {}),
    }));
}

/** The component of an element; undefined in a web.xml. */
function componentOf({ root }: ConfigFile, element: XmlElement): Component | undefined {
  const path: XmlElement[] = [];
  for (let each: XmlElement | undefined = element; each; each = each.parent) path.push(each);
  let component = root?.element === path.pop() ? root : undefined;
  for (let next = path.pop(); next && component; next = path.pop()) {
    const wanted = next;
    component = component.children.find((child) => child.element === wanted);
  }
  return component;
}

function endTagName({ name }: CursorPlace & { kind: "end-tag" }, { file, offset }: CompletionRequest): Span {
  return onOneLine(name, file.document.text, offset);
}

/** The part of a span on the line of an offset: LSP lets a completion replace no more. */
function onOneLine({ start, end }: Span, text: string, offset: number): Span {
  const inFront = text.slice(start, offset);
  const before = inFront.length - 1 - Math.max(inFront.lastIndexOf("\n"), inFront.lastIndexOf("\r"));
  const behind = text.slice(offset, end).search(/[\r\n]|$/);
  return span(offset - before, offset + behind);
}
