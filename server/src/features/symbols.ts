import type { Locale } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { XmlElement } from "../syntax/tree.ts";
import { deprecationsKnown } from "./deprecation.ts";
import { type ElementLabel, elementLabel, webLabel } from "./element-label.ts";

/** `part`: a container; `address`: something with an address of its own; `class`: made of a named class; else `value`. */
export type SymbolNature = "part" | "address" | "class" | "value";

/** An element in the outline. */
export interface ConfigSymbol extends ElementLabel {
  readonly nature: SymbolNature;
  readonly deprecated: boolean;
  readonly span: Span;
  /** The element's name: where the cursor goes. */
  readonly selection: Span;
  readonly children: readonly ConfigSymbol[];
}

/** The deepest level listed, deeper than any configuration; hostile files nest deeper. */
const DEEPEST = 60;

const PARTS = new Set([
  "Server",
  "Service",
  "Engine",
  "Host",
  "Context",
  "Cluster",
  "Channel",
  "GlobalNamingResources",
]);
const ADDRESSES = new Set(["Connector", "Member", "LocalMember", "Receiver", "Membership"]);

/** The outline of a file. Half-typed elements are included. */
export function documentSymbols(file: ConfigFile, locale: Locale = "en"): readonly ConfigSymbol[] {
  const { text, root: element } = file.document;
  const symbol = element && symbolOf(element, file.root, { text, judge: deprecationsKnown(file), locale }, 0);
  return symbol ? [symbol] : [];
}

interface Around {
  readonly text: string;
  /** False where deprecation is not known. */
  readonly judge: boolean;
  readonly locale: Locale;
}

function symbolOf(
  element: XmlElement,
  component: Component | undefined,
  around: Around,
  depth: number,
): ConfigSymbol | undefined {
  if (element.name === "" || depth === DEEPEST) return undefined;
  const { name, detail } = component ? elementLabel(element, component, around.locale) : webLabel(element, around.text);
  const children: ConfigSymbol[] = [];
  const components = component?.children;
  element.elements.forEach((child, index) => {
    const symbol = symbolOf(child, components?.[index], around, depth + 1);
    if (symbol) children.push(symbol);
  });
  const deprecated = around.judge && component?.read === true && component.type?.deprecated === true;
  const { span, nameSpan: selection } = element;
  return { name, detail, nature: natureOf(element), deprecated, span, selection, children };
}

function natureOf({ name, attributes, elements }: XmlElement): SymbolNature {
  if (PARTS.has(name)) return "part";
  if (ADDRESSES.has(name)) return "address";
  if (attributes.some((attribute) => attribute.name === "className")) return "class";
  return elements.length > 0 ? "part" : "value";
}

/** An element in the symbols of a workspace: the label of one in a Cluster contains the Cluster. */
export interface NamedPlace {
  /** `Cluster → Member 192.168.56.8:4010`. */
  readonly name: string;
  readonly symbol: ConfigSymbol;
}

const known = new WeakMap<ConfigFile, readonly NamedPlace[]>();

/** All elements of a file in order, made once for each state of the file. */
export function namedPlaces(file: ConfigFile): readonly NamedPlace[] {
  const made = known.get(file);
  if (made) return made;
  const places: NamedPlace[] = [];
  const add = (symbols: readonly ConfigSymbol[], before: string) => {
    for (const symbol of symbols) {
      places.push({ name: before + symbol.name, symbol });
      add(symbol.children, before === "" && /^Cluster\b/.test(symbol.name) ? "Cluster → " : before);
    }
  };
  add(documentSymbols(file), "");
  known.set(file, places);
  return places;
}

/**
 * True when the text contains all characters of the query in their order, blanks ignored, as editors search: `mem4010`
 * finds `Member 192.168.56.8:4010`. Case does not matter.
 */
export function matchesFuzzily(query: string, text: string): boolean {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  const there = text.toLowerCase();
  let position = 0;
  for (const char of wanted) {
    const found = there.indexOf(char, position);
    if (found < 0) return false;
    position = found + char.length;
  }
  return true;
}
