import { differenceOf } from "../base/difference.ts";
import { lineStartAt } from "../base/lines.ts";
import { type Span, span } from "../base/span.ts";
import { INVALID } from "./character-problems.ts";
import { isSpace } from "./scan.ts";
import { mayHaveTemplates } from "./template.ts";
import type { Signs } from "./tree.ts";

/** Ant's `@TOKEN@`, and the tokens of scripts, `#TOKEN#`, `__TOKEN__` and `TOKEN_PLACEHOLDER`. */
export const TOKENS = /@[A-Za-z][A-Za-z0-9_.-]*@|#[A-Z][A-Z0-9_]+#|__[A-Z][A-Z0-9_]*__|[A-Z0-9]_PLACEHOLDER\b/;

/**
 * The signs of a text. Of the next state of a text that has none, only the lines that changed are looked through: no sign
 * goes over several lines, but for blanks between a `=` and a quote.
 */
export function signsOf(text: string, last: { readonly text: string; readonly signs: Signs } | undefined): Signs {
  const changed = last && linesAround(text, differenceOf(last.text, text).after);
  const looked = changed && text.slice(changed.start, changed.end);
  const has = (sign: keyof Signs, test: (text: string) => boolean): boolean =>
    (looked === undefined || last?.signs[sign] === true || test(looked)) && test(text);
  return {
    templates: has("templates", mayHaveTemplates),
    tokens: has("tokens", (each) => TOKENS.test(each)),
    invalid: has("invalid", (each) => INVALID.test(each)),
  };
}

/** Whole lines around a change, and over blank lines the ones before and behind. */
function linesAround(text: string, { start, end }: Span): Span {
  let from = lineStartAt(text, start);
  while (isSpace(text.charCodeAt(from - 1))) from--;
  let to = lineEnd(text, end);
  while (isSpace(text.charCodeAt(to))) to++;
  return span(lineStartAt(text, from), lineEnd(text, to));
}

/** Behind the line break. */
function lineEnd(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  return found < 0 ? text.length : found + 1;
}
