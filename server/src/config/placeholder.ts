import { Change } from "../schema/change.ts";
import type { Line } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import type { Release } from "../schema/release.ts";
import { TOKENS } from "../syntax/signs.ts";
import { hasTemplate } from "../syntax/template.ts";

/** The form of what Tomcat replaces: `${name}` and `${name:-default}`. */
const OPEN = "${";

export interface Placeholder {
  readonly name: string;
  /** Behind `:-`; undefined where there is none. */
  readonly fallback: string | undefined;
  /** From `$` to the `}`, in the text it was found in. */
  readonly start: number;
  readonly end: number;
}

/** The placeholders of a text. Each character is read once; a regular expression would start again at every `${`. */
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

export function hasPlaceholder(text: string): boolean {
  const start = text.indexOf(OPEN);
  return start >= 0 && text.indexOf("}", start) >= 0;
}

/**
 * Marks of what configuration is generated with, whole or cut off by a value's end; `syntax/template.ts` names them.
 */
const TEMPLATE = /\{\{|\{%|\{#|<%|<\?(?:php\b|=)|<\/?#|\[%[-+=~]?\s/;

/** An installer's `<tomcat-port>`. */
const INSTALLER_TOKEN = /<[A-Za-z][\w.-]*>/;

/**
 * A word in capitals with underscores, which a script is to replace: `TOMCAT_HTTP_PORT`. The constants of Tribes'
 * Channel look the same, and are written by people who read its Javadoc.
 */
const TOKEN =
  /^(?!(?:SEND_OPTIONS_\w+|USE_ACK|SYNCHRONIZED_ACK|BYTE_MESSAGE|(?:SND|MBR)_[RT]X_SEQ)$)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const UNKNOWN = [TEMPLATE, TOKENS, TOKEN, INSTALLER_TOKEN];

/** What every such mark contains; looking for it first spares nearly all texts the other expressions. */
const SIGN = /[{<@_[#]/;

/** True when the text that Tomcat reads differs from the written one. */
export function isUnknownText(text: string): boolean {
  return SIGN.test(text) && (hasPlaceholder(text) || UNKNOWN.some((each) => each.test(text)));
}

/** True when a file is a template that another tool turns into XML. */
export function hasTemplateMarks(text: string): boolean {
  return TOKENS.test(text) || hasTemplate(text);
}

/** The releases that began to read `:-` (IntrospectionUtils, bisected). */
const DEFAULTS_READ = new Change("7.0.104", "8.5.55", "9.0.35");

/** The release of a line from which on placeholders may have a default; undefined where all its releases read one. */
export function firstWithDefault(line: Line): Release | undefined {
  return DEFAULTS_READ.firstIn(line);
}

/** Releases that replace the placeholders in a property's value too; older ones go over a text once (bisected). */
const VALUES_REPLACED = new Change("10.0.0-M8");

/** How often later lines start again before they give up (IntrospectionUtils.replaceProperties, 10.0.0-M8 on). */
const MOST_ROUNDS = 20;

/**
 * The longest text that counts as a value; a list of all ciphers is shorter. Properties that contain one another twice
 * double it in each round, and each of many attributes may name the same long one.
 */
const LONGEST = 4000;

/** What a placeholder of some name becomes; undefined where that is not known. */
export type Lookup = (name: string) => string | undefined;

/**
 * A text as Tomcat reads it once its placeholders are replaced; undefined where one of them is not known: a property
 * that no file sets may still be set from outside.
 *
 * The name is asked for as a whole first, so that a PropertySource of the user's can have `${VAULT::db::key}` or
 * `${a:-b}` for a name; a default is read by releases that know one. A placeholder ends at the first brace.
 *
 * Source: IntrospectionUtils.replaceProperties, Digester.updateAttributes and updateBodyText, 7.0 to 11.0.
 */
export function replacePlaceholders(text: string, lookup: Lookup, version: TomcatVersion): string | undefined {
  let current = text;
  for (let round = 0; hasPlaceholder(current); round++) {
    if (round > 0 && (!VALUES_REPLACED.isIn(version) || round > MOST_ROUNDS)) return undefined;
    const replaced = replaceOnce(current, lookup, readsDefaults(version));
    if (replaced === undefined || replaced === current || replaced.length > LONGEST) return undefined;
    current = replaced;
  }
  return current;
}

function replaceOnce(text: string, lookup: Lookup, defaults: boolean): string | undefined {
  let made = "";
  let behind = 0;
  for (const { name, fallback, start, end } of placeholdersIn(text)) {
    const whole = fallback === undefined ? name : `${name}:-${fallback}`;
    const value = lookup(whole) ?? (fallback !== undefined && defaults ? lookup(name) : undefined);
    if (value === undefined) return undefined;
    made += text.slice(behind, start) + value;
    behind = end;
  }
  return made + text.slice(behind);
}

/** True for a release that reads `${name:-default}`; one that is not known is taken for a late one. */
export function readsDefaults(version: TomcatVersion): boolean {
  return DEFAULTS_READ.isIn(version) !== false;
}
