import { indentOf } from "../base/indent.ts";
import { lineBreakOf } from "../base/lines.ts";
import { at, type Edit, type Span, span } from "../base/span.ts";
import type { Written } from "./model.ts";

/** Values that stand in every language here as they are, without quotes, escapes or variables. */
const PLAIN = /^[\w.+/:@~^-]+$/;

/** No name, address, route or secret is longer, filled in; in characters. */
const LONGEST = 1000;

/**
 * A text with its variables filled in, each match of `variable` by the value of its first group. Undefined where a value
 * is not known, and where the text becomes longer than any value: a few variables could make gigabytes.
 */
export function filledIn(text: string, variable: RegExp, values: ReadonlyMap<string, string>): string | undefined {
  const parts: string[] = [];
  let length = 0;
  let end = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(variable)) {
    const value = values.get(name);
    if (value === undefined) return undefined;
    parts.push(text.slice(end, index), value);
    length += index - end + value.length;
    if (length > LONGEST) return undefined;
    end = index + whole.length;
  }
  return parts.join("") + text.slice(end);
}

/** What a reader knows of an address; a bracketed IPv6 address loses its brackets. */
export interface Address {
  readonly host: Written | undefined;
  readonly port: { readonly number: number; readonly at: Span } | undefined;
}

/** Reads `host`, `host:port`, `[::1]:port` or `:port`; `written` is the whole and may hold what cannot be known. */
export function readAddress({ text, at }: { readonly text: string; readonly at: Span }): Address {
  const match = /^(?:\[([\da-fA-F:.]+)\]|([^:[\]/]*))(?::(\d{1,5}))?$/.exec(text);
  if (!match) return { host: undefined, port: undefined };
  const [, bracketed, plain = "", digits] = match;
  const host = bracketed ?? plain;
  const port = digits === undefined ? undefined : Number(digits);
  return {
    host: host === "" || host === "*" ? undefined : { text: host, at },
    port: port === undefined || port > 65_535 ? undefined : { number: port, at },
  };
}

/** A path without slashes at its end, as it is compared with others. */
export function plainPath(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(0, end);
}

/** Adds lines behind an offset, with the indent of its line. */
export function linesBehind(text: string, offset: number, lines: readonly string[]): Edit {
  const indent = indentOf(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
  return { span: at(offset), newText: lines.map((line) => lineBreakOf(text) + indent + line).join("") };
}

/** True for a path that stands in every language here without quotes. */
export function isPlain(path: string): boolean {
  return PLAIN.test(path);
}

/** Replaces a value, or adds what says it; undefined where the value cannot stand there as it is. */
export function settingOf(
  value: string,
  present: Span | undefined,
  missing: { readonly at: number; readonly form: (value: string) => string } | undefined,
): Edit | undefined {
  if (!PLAIN.test(value)) return undefined;
  if (present) return { span: present, newText: value };
  return missing && { span: span(missing.at, missing.at), newText: missing.form(value) };
}
