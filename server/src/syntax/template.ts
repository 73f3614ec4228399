import { type Span, span } from "../base/span.ts";
import { SpanSet } from "../base/span-set.ts";
import { Marks } from "./marks.ts";
import { isNameChar, isSpace } from "./scan.ts";

/**
 * How the expressions and statements of other tools begin and end: Jinja, Helm, Handlebars and Go (`{{`, `{%`, `{#`),
 * ERB, EPP and JSP (`<%`), PHP (`<?php`, `<?=`), FreeMarker (`<#`, `</#`), Template Toolkit (`[%` and a blank, which no log pattern has).
 */
const OPENINGS = /\{\{|\{%|\{#|<%|<\?(?:php\b|=)|<\/?#|\[%[-+=~]?(?=\s)/g;
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

/** Where a value begins that holds `<name>` on its own line: what an installer replaces, and no beginning of a tag. */
const TOKENS_IN_VALUE = /(?<==\s*)"(?=[^"<>\r\n]*<[A-Za-z])(?:[^"<>\r\n]|<[A-Za-z][\w.-]*>)*"/g;

/** `<tomcat-port>`, which an installer replaces; a parser meets it inside of a value only. */
const TOKEN = /<[A-Za-z][\w.-]*>/g;

/** The template expressions of a text, in order and without overlap. */
export function templatesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const marks = new Marks(text);
  OPENINGS.lastIndex = 0;
  for (let match = OPENINGS.exec(text); match; match = OPENINGS.exec(text)) {
    const start = match.index;
    const comment = text.startsWith(COMMENT[0], start);
    const close = comment ? COMMENT[1] : (ENDS[match[0].startsWith("[%") ? "[%" : match[0]] ?? "");
    const end = marks.next(close, OPENINGS.lastIndex);
    if (end < 0) continue;
    // What begins in a comment and ends outside of it is no expression; the two marks do not belong together.
    const comments = comment ? -1 : marks.next(COMMENT[1], start);
    if (comments >= 0 && comments + COMMENT[1].length <= end) continue;
    found.push(span(start, end + close.length));
    OPENINGS.lastIndex = end + close.length;
  }
  const expressions = new SpanSet(found);
  const tokens = tokensOf(text).filter((token) => !expressions.overlaps(token));
  return tokens.length > 0 ? [...found, ...tokens].sort((a, b) => a.start - b.start) : found;
}

function tokensOf(text: string): Span[] {
  return [...text.matchAll(TOKENS_IN_VALUE)].flatMap((value) =>
    [...value[0].matchAll(TOKEN)].map((token) => {
      const start = value.index + token.index;
      return span(start, start + token[0].length);
    }),
  );
}

/**
 * The text as a parser may read it, character by character at the same places: what stands for a name or a value
 * becomes one, all else of another tool becomes blanks.
 */
export function withoutTemplates(text: string, templates: readonly Span[]): string {
  let result = "";
  let behind = 0;
  for (const { start, end } of templates) {
    result += text.slice(behind, start) + (standsForName(text, start, end) ? "x" : " ").repeat(end - start);
    behind = end;
  }
  return result + text.slice(behind);
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
