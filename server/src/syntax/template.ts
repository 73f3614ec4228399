import { type Span, span } from "../base/span.ts";
import { SpanSet } from "../base/span-set.ts";
import { Marks } from "./marks.ts";
import { isNameChar, isSpace } from "./scan.ts";

/**
 * How the expressions and statements of other tools begin and end: Jinja, Helm, Handlebars and Go (`{{`, `{%`, `{#`),
 * ERB, EPP and JSP (`<%`), PHP (`<?php`, `<?=`), FreeMarker (`<#`, `</#`), Template Toolkit (`[%` and a blank, which no log pattern has).
 */
const OPENINGS = /\{\{|\{%|\{#|<%|<\?(?:php\b|=)|<\/?#|\[%[-+=~]?(?=\s)/g;
const ANY_OPENING = new RegExp(OPENINGS, "");
const ENDS: Readonly<Record<string, string>> = {
  "{{": "}}",
  "{%": "%}",
  "{#": "#}",
  "<%": "%>",
  "<?php": "?>",
  "<?=": "?>",
  "<#": ">",
  "</#": ">",
  "[%": "%]",
};
const COMMENT = ["<#--", "-->"] as const;

/** No longer value is looked through for what an installer replaces; in characters. */
const LONGEST_VALUE = 16_384;

/** Parts of a text that are kept before they are joined. */
const MOST_PARTS = 1_000;

/** So many expressions and tokens of a text are found; the last one then holds all that follows. */
export const MOST_TEMPLATES = 20_000;

/** `<tomcat-port>`, which an installer replaces; a parser meets it inside of a value only. */
const TOKEN = /<[A-Za-z][\w.-]*>/g;

/** The first template expressions of a text and tokens of an installer, in order and without overlap. */
export function templatesIn(text: string): readonly Span[] {
  const found = firstOf(expressionsIn(text));
  const expressions = new SpanSet(found);
  const tokens = firstOf(tokensOf(text, (token) => !expressions.overlaps(token)));
  const all = tokens.length > 0 ? [...found, ...tokens].sort((a, b) => a.start - b.start) : found;
  // Each list is in order: of both, the first ones are among the first ones of each.
  const last = all[MOST_TEMPLATES - 1];
  return last ? [...all.slice(0, MOST_TEMPLATES - 1), span(last.start, text.length)] : all;
}

/** As many spans as are found of a text. */
function firstOf(spans: Iterable<Span>): readonly Span[] {
  const first: Span[] = [];
  for (const each of spans) {
    first.push(each);
    if (first.length === MOST_TEMPLATES) break;
  }
  return first;
}

/** False where `templatesIn` finds nothing, and would find nothing whatever stood behind the text. */
export function mayHaveTemplates(text: string): boolean {
  return ANY_OPENING.test(text) || hasToken(text);
}

/** True where `templatesIn` would find something. */
export function hasTemplate(text: string): boolean {
  return expressionsIn(text).next().done !== true || hasToken(text);
}

function hasToken(text: string): boolean {
  return tokensOf(text).next().done !== true;
}

function* expressionsIn(text: string): Generator<Span> {
  const marks = new Marks(text);
  const openings = new RegExp(OPENINGS);
  for (let match = openings.exec(text); match; match = openings.exec(text)) {
    const start = match.index;
    const comment = text.startsWith(COMMENT[0], start);
    const close = comment ? COMMENT[1] : (ENDS[match[0].startsWith("[%") ? "[%" : match[0]] ?? "");
    const end = marks.next(close, openings.lastIndex);
    if (end < 0) continue;
    // What begins in a comment and ends outside of it is no expression; the two marks do not belong together.
    const comments = comment ? -1 : marks.next(COMMENT[1], start);
    if (comments >= 0 && comments + COMMENT[1].length <= end) continue;
    yield span(start, end + close.length);
    openings.lastIndex = end + close.length;
  }
}

/** The tokens of values in double quotes that stand on one line, where nothing else in the value begins or ends a tag. */
function* tokensOf(text: string, counts: (token: Span) => boolean = () => true): Generator<Span> {
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (!isBehindEquals(text, quote)) continue;
    const start = quote + 1;
    const end = text.indexOf('"', start);
    if (end < 0) break;
    if (end - start > LONGEST_VALUE) continue;
    const value = text.slice(start, end);
    if (!value.includes("<") || /[<>\r\n]/.test(value.replace(TOKEN, ""))) continue;
    for (const { 0: token, index } of value.matchAll(TOKEN)) {
      const found = span(start + index, start + index + token.length);
      if (counts(found)) yield found;
    }
  }
}

/** True for a quote with nothing but blanks between it and a `=` before it; no blank is looked at for two quotes. */
function isBehindEquals(text: string, quote: number): boolean {
  let before = quote - 1;
  while (isSpace(text.charCodeAt(before))) before--;
  return text.charAt(before) === "=";
}

/**
 * The text as a parser may read it, character by character at the same places: what stands for a name or a value
 * becomes one, all else of another tool becomes blanks.
 */
export function withoutTemplates(text: string, templates: readonly Span[]): string {
  const whole: string[] = [];
  const parts: string[] = [];
  let behind = 0;
  for (const { start, end } of templates) {
    parts.push(text.slice(behind, start), (standsForName(text, start, end) ? "x" : " ").repeat(end - start));
    behind = end;
    // A text that is added to keeps each of its parts, which take more than their characters.
    if (parts.length > MOST_PARTS) whole.push(parts.splice(0).join(""));
  }
  return [...whole, ...parts, text.slice(behind)].join("");
}

/** True for `{{ k }}="…"`, `k={{ v }}`, `{{ prefix }}Port` and `<{{ name }}`; statements never stand for anything. */
function standsForName(text: string, start: number, end: number): boolean {
  if (!text.startsWith("{{", start) && !text.startsWith("<%=", start)) return false;
  if (isNameChar(text.charCodeAt(start - 1)) || isNameChar(text.charCodeAt(end)) || text.charAt(start - 1) === "<")
    return true;
  let after = end;
  while (isSpace(text.charCodeAt(after))) after++;
  return text.charAt(after) === "=" || text.charAt(start - 1) === "=";
}
