import { type Pair, parseLines } from "dot-properties";
import { type Span, span } from "../base/span.ts";

/** Values for `${name}`, by name. */
export type Properties = ReadonlyMap<string, string>;

export const NO_PROPERTIES: Properties = new Map();

/** A property where it is set. */
export interface PropertyEntry {
  readonly name: string;
  /** Of the name as it is written. */
  readonly nameSpan: Span;
  /** Undefined where a script makes it from variables. */
  readonly value: string | undefined;
  /** Of the value as it is written, quotes of a script included. */
  readonly valueSpan: Span;
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;
/** A `-Dname=value` in a shell script; the value may stand in quotes. */
const OPTION = /(^|[\s"'])-D([\w.-]+)=("[^"]*"|'[^']*'|[^\s"'\\;]*)/g;

/**
 * What a Tomcat puts in the place of `${name}`: `conf/catalina.properties` beats the `-D` options of `bin/setenv.sh`,
 * because Tomcat makes each of its entries a system property when it starts (CatalinaProperties.loadProperties, all
 * lines). A value that a script makes from variables is not known.
 */
export function readProperties(catalinaProperties: string | undefined, setenv: string | undefined): Properties {
  const found = new Map<string, string>();
  for (const { name, value } of [...optionEntries(setenv ?? ""), ...propertyEntries(catalinaProperties ?? "")]) {
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** The entries of a `catalina.properties` in order; of several with one name the last counts. */
export function propertyEntries(text: string): readonly PropertyEntry[] {
  // Behind a backslash that ends the file, dot-properties counts one character more than there is.
  const within = (start: number, end: number) => span(Math.min(start, text.length), Math.min(end, text.length));
  return parseTolerant(text).map(({ key, value, range: [start, nameEnd, valueStart, end] }) => {
    return { name: key, nameSpan: within(start, nameEnd), value, valueSpan: within(valueStart, end) };
  });
}

/** The `-D` options of a shell script in order, those of comments left out. */
export function optionEntries(text: string): readonly PropertyEntry[] {
  // Blanks in the place of comments, so that offsets stay.
  const code = text.replace(/^\s*#.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
  return [...code.matchAll(OPTION)].map(({ index, 1: before = "", 2: name = "", 3: written = "" }) => {
    const start = index + before.length + "-D".length;
    const valueStart = start + name.length + "=".length;
    const value = written.replace(/^(["'])(.*)\1$/, "$2");
    return {
      name,
      nameSpan: span(start, start + name.length),
      value: /[$`%]/.test(value) ? undefined : value,
      valueSpan: span(valueStart, valueStart + written.length),
    };
  });
}

/** A file that dot-properties cannot read has no entries rather than an exception. */
function parseTolerant(text: string): readonly Required<Pair>[] {
  try {
    // With `true`, the library gives every node its range; the kind says which class it is of.
    return parseLines(text, true).filter((node): node is Required<Pair> => node.type === "PAIR");
  } catch {
    return [];
  }
}

/** A text with each known `${name}` filled in; what is not known stays as it is written. */
export function fillIn(text: string, properties: Properties): string {
  return properties.size === 0 ? text : text.replace(PLACEHOLDER, (all, name: string) => properties.get(name) ?? all);
}

/** The `${name}` of a text with the span of each name; a default behind `:-` is no part of it. */
export function placeholdersIn(text: string): readonly { readonly name: string; readonly at: Span }[] {
  if (!text.includes("${")) return [];
  return [...text.matchAll(PLACEHOLDER)].map(({ index, 1: inside = "" }) => {
    const name = inside.split(":-")[0] ?? "";
    return { name, at: span(index + "${".length, index + "${".length + name.length) };
  });
}
