import { type Span, span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { bitsOf, parseSendOptions } from "../config/options.ts";
import { isUnknownText, placeholdersIn } from "../config/placeholder.ts";
import { parseInteger, parseIpv4 } from "../config/values.ts";
import type { AttributeFacts } from "../schema/model.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";
import { deprecationsKnown } from "./deprecation.ts";

/**
 * LSP's standard names, so that every theme supports them. New ones go to the end, because clients keep the numbers.
 */
export const TOKEN_TYPES = [
  "namespace",
  "class",
  "enumMember",
  "variable",
  "operator",
  "number",
  "keyword",
  "property",
] as const;
export const TOKEN_MODIFIERS = ["deprecated"] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly deprecated: boolean;
}

/** A fully qualified name of a class, as the grammar in `syntaxes` takes it. */
const CLASS_NAME = /^((?:[a-z_][a-z0-9_]*\.){2,})([A-Z]\w*)$/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const OPTION_NAME = /[a-z_]+/g;

/**
 * The kinds of values where the schema knows them: names of classes, options, placeholders, booleans, numbers and
 * addresses; and deprecated attributes. In the order of the text; no token spans lines.
 */
export function semanticTokens(file: ConfigFile, part: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add = (start: number, length: number, type: TokenType, deprecated = false) => {
    if (length > 0) tokens.push({ span: span(start, start + length), type, deprecated });
  };
  const judge = deprecationsKnown(file);
  const pending: { element: XmlElement; component: Component | undefined }[] = [];
  if (file.document.root) pending.push({ element: file.document.root, component: file.root });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, component } = next;
    if (element.span.start > part.end || element.span.end < part.start) continue;
    for (const attribute of element.attributes) {
      if (attribute.span.start <= part.end && attribute.span.end >= part.start)
        ofAttribute(attribute, component, judge, add);
    }
    // There are facts only for elements that Tomcat reads; placeholders are coloured everywhere.
    const components = component?.read ? component.children : undefined;
    for (let index = element.elements.length - 1; index >= 0; index--) {
      const child = element.elements[index];
      if (child) pending.push({ element: child, component: components?.[index] });
    }
  }
  return tokens;
}

type Add = (start: number, length: number, type: TokenType, deprecated?: boolean) => void;

function ofAttribute(
  { name, nameSpan, value }: XmlAttribute,
  component: Component | undefined,
  judge: boolean,
  add: Add,
): void {
  const facts = component?.read ? component.attributeFacts(name) : undefined;
  // `protocol` of a Connector is read by the digester's rule; only the setter behind it is deprecated.
  if (judge && facts?.deprecated && !component?.facts?.ruleAttributes.includes(name))
    add(nameSpan.start, nameSpan.end - nameSpan.start, "property", true);
  if (!value || value.raw === "") return;
  const { raw, inner } = value;
  if (raw.includes("${")) placeholders(raw, inner.start, add);
  // With entities or line breaks, the written text differs from the value.
  if (raw !== value.text || isUnknownText(raw)) return;
  if (name === "className") {
    const [, packages, simple] = CLASS_NAME.exec(raw) ?? [];
    if (packages === undefined || simple === undefined) return;
    add(inner.start, packages.length, "namespace");
    add(inner.start + packages.length, simple.length, "class", judge && component?.type?.deprecated === true);
  } else if (facts && bitsOf(name)) options(name, raw, inner.start, add);
  else {
    const type = facts && typeOf(facts, raw);
    if (type) add(inner.start, raw.length, type);
  }
}

/** Tokens for the name and the `:-` of each placeholder; the grammar colours the rest. */
function placeholders(raw: string, start: number, add: Add): void {
  for (const { name, fallback, start: at } of placeholdersIn(raw)) {
    // A token may not span lines, and the grammar accepts no quotes.
    if (/[\r\n"']/.test(name)) continue;
    const nameStart = start + at + 2;
    add(nameStart, name.length, "variable");
    if (fallback !== undefined) add(nameStart + name.length, ":-".length, "operator");
  }
}

function options(attribute: string, raw: string, start: number, add: Add): void {
  if (parseInteger(raw) !== undefined) add(start, raw.length, "enumMember");
  else if (attribute !== "channelStartOptions") {
    for (const { index, 0: word } of raw.matchAll(OPTION_NAME)) {
      if (parseSendOptions(word) !== undefined) add(start + index, word.length, "enumMember");
    }
  }
}

function typeOf(facts: AttributeFacts, raw: string): TokenType | undefined {
  switch (facts.type) {
    case "boolean":
      return /^(?:true|false)$/i.test(raw) ? "keyword" : undefined;
    case "int":
    case "long":
    case "double":
      return NUMBER.test(raw) ? "number" : undefined;
    default:
      if (facts.values?.includes(raw)) return "enumMember";
      return parseIpv4(raw) ? "number" : undefined;
  }
}
