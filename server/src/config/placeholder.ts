import { Change } from "../schema/change.ts";
import type { Line } from "../schema/lines.ts";
import type { Release } from "../schema/release.ts";

/**
 * What Tomcat puts in the place of `${name}` and `${name:-default}`: system properties and the values of
 * `conf/catalina.properties`. Neither stands in the file, so a text with a placeholder is unknown to every check of one
 * file; checks over nodes fill in what `properties.ts` read.
 */
const OPEN = "${";

export interface Placeholder {
  readonly name: string;
  /** Behind `:-`; undefined where there is none. */
  readonly fallback: string | undefined;
  /** From `$` to the `}`, in the text it was found in. */
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a text. Each character is looked at once: a regular expression would try every `${` anew. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (let start = text.indexOf(OPEN); start >= 0; ) {
    const close = text.indexOf("}", start);
    if (close < 0) break;
    const inner = text.slice(start + OPEN.length, close);
    const colon = inner.indexOf(":-");
    const end = close + 1;
    found.push(
      colon < 0
        ? { name: inner, fallback: undefined, start, end }
        : { name: inner.slice(0, colon), fallback: inner.slice(colon + 2), start, end },
    );
    start = text.indexOf(OPEN, end);
  }
  return found;
}

function hasPlaceholder(text: string): boolean {
  const start = text.indexOf(OPEN);
  return start >= 0 && text.indexOf("}", start) >= 0;
}

/**
 * Marks of what configuration is generated with: Jinja, Helm, ERB, JSP, Ant's `@TOKEN@`, and the tokens of scripts,
 * `__TOKEN__` and `TOKEN_PLACEHOLDER`.
 */
const TEMPLATE = /\{\{|\{%|<%|@[A-Za-z][A-Za-z0-9_.-]*@|__[A-Z][A-Z0-9_]*__|[A-Z0-9]_PLACEHOLDER\b/;

/** A word in capitals with underscores, which a script is to replace: `TOMCAT_HTTP_PORT`. */
const TOKEN = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** What every such mark contains; looking for it first spares nearly all texts the other expressions. */
const SIGN = /[{<@_]/;

/** True when the text Tomcat will see is not the text that stands here. */
export function isUnknownText(text: string): boolean {
  return SIGN.test(text) && (hasPlaceholder(text) || TEMPLATE.test(text) || TOKEN.test(text));
}

/** True when a file is a template that another tool turns into XML. */
export function hasTemplateMarks(text: string): boolean {
  return TEMPLATE.test(text);
}

/** The releases that began to read `:-` (IntrospectionUtils, bisected). */
const DEFAULTS_READ = new Change("7.0.104", "8.5.55", "9.0.35");

/** The release of a line from which on placeholders may have a default; undefined where all its releases read one. */
export function firstWithDefault(line: Line): Release | undefined {
  return DEFAULTS_READ.firstIn(line);
}
