import { type Span, span } from "../../server/src/base/span.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { type AttributeDefault, attributeDefaults } from "../../server/src/syntax/attribute-defaults.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import type { XmlAttribute, XmlElement } from "../../server/src/syntax/tree.ts";
import { walkElements } from "../../server/src/syntax/walk.ts";
import { isExplained, KNOWN_MISSES, KNOWN_WRONG, NOT_KNOWABLE } from "./mutants/explained.ts";

/** What the oracle prints of a file that Tomcat only reads; only what is looked at. */
export interface ReadVerdict {
  readonly parsed: boolean;
  readonly exception?: { readonly msg?: string | null; readonly path?: string };
  readonly logs?: readonly Log[];
}

/** The same of one that it also starts with. */
export interface StartVerdict extends ReadVerdict {
  readonly start?: {
    readonly ok: boolean;
    readonly timeout?: boolean;
    readonly exception?: readonly { readonly class?: string; readonly msg: string | null }[];
  };
}

interface Log {
  readonly phase?: string;
  readonly level: string;
  readonly kind: string;
  readonly msg?: string;
  /** The path of elements, and the attribute, that a warning is about. */
  readonly match?: string;
  readonly attr?: string;
}

export interface Judgement {
  /** Tomcat refuses the file, or warns of something in it. */
  readonly minds: boolean;
  /** What Tomcat minds and no finding says. */
  readonly missed: readonly string[];
  /** What a finding says and Tomcat shows otherwise. */
  readonly wrong: readonly string[];
}

/** Rules whose errors say that Tomcat stops while it reads. */
const STOPS_READING: ReadonlySet<string> = new Set([
  "class-name-missing",
  "class-not-found",
  "class-misplaced",
  "child-not-accepted",
]);

/** Rules that say Tomcat warns and goes on, and the kinds of its warnings that bear them out. */
const WARNED: Readonly<Record<string, RegExp>> = {
  "attribute-unknown": /^no-such-property$/,
  "element-ignored": /^no-rules$/,
  "value-not-applied": /^(?:no-such-property|setter-threw|other)$/,
};

/** How our messages say that Tomcat stops. */
const STOPS = /Tomcat does not start|neither does Tomcat/;

/** The oracle sets ports and addresses so that it can start many: what only they break cannot be shown this way. */
const ADJUSTED: ReadonlySet<string> = new Set(["receiver-address", "name-not-unique"]);

const overlap = (one: Span, other: Span): boolean => one.start <= other.end && other.start <= one.end;
const isLoud = ({ level }: Log): boolean => level === "WARNING" || level === "SEVERE";

/** Holds what we find in a text against what Tomcat made of it while it read. */
export function judge(text: string, verdict: ReadVerdict, found: readonly Diagnostic[]): Judgement {
  const { parsed, exception, logs = [] } = verdict;
  const stops = !parsed || exception !== undefined;
  const warnings = logs.filter((each) => isLoud(each) && (each.phase ?? "parse") === "parse");
  const document = parse(text);
  const elements = [...walkElements(document)];
  const missed = stops
    ? found.some(({ severity }) => severity === "error")
      ? []
      : [`stops: ${exception?.path ?? ""} ${exception?.msg ?? ""}`]
    : unsaid(warnings, elements, attributeDefaults(document), found);
  const wrong = found.filter((each) => !isBorneOut(each, elements, { stops, unread: !parsed, warnings }));
  return judgement(text, stops || warnings.length > 0, missed, wrong);
}

/** The same once it has tried to start. */
export function judgeStart(text: string, verdict: StartVerdict, found: readonly Diagnostic[]): Judgement {
  const errors = found.filter(({ severity }) => severity === "error");
  const loud = found.filter(({ severity }) => severity === "error" || severity === "warning");
  const { parsed, start, logs = [] } = verdict;
  // What it says while it reads is held against the findings elsewhere.
  if (!parsed) return judgement(text, false, [], []);
  const runs = start?.ok === true;
  const severe = logs.filter(({ level, phase }) => level === "SEVERE" && (phase === "init" || phase === "start"));
  const missed: string[] = [];
  if (!runs && errors.length === 0) {
    const chain = (start?.exception ?? []).map((each) => `${each.class?.replace(/.*\./, "")}: ${each.msg}`);
    missed.push(`does not start: ${start?.timeout ? "hangs" : chain.join(" < ")}`);
  } else if (severe.length > 0 && loud.length === 0) {
    missed.push(`severe: ${severe.map(({ msg }) => msg).join(" | ")}`);
  }
  const wrong = runs ? errors.filter((each) => STOPS.test(each.text.en) && !ADJUSTED.has(each.code)) : [];
  return judgement(text, !runs || severe.length > 0, missed, wrong);
}

function judgement(text: string, minds: boolean, missed: readonly string[], wrong: readonly Diagnostic[]): Judgement {
  const explained = [...NOT_KNOWABLE, ...KNOWN_MISSES];
  return {
    minds,
    missed: missed.filter((each) => !isExplained(each, text, explained)),
    wrong: wrong
      .map(({ code, severity, text: said }) => `${code} (${severity}): ${said.en}`)
      .filter((each) => !isExplained(each, text, KNOWN_WRONG)),
  };
}

/** The warnings that no finding says at their place. */
function unsaid(
  warnings: readonly Log[],
  elements: readonly XmlElement[],
  defaults: readonly AttributeDefault[],
  found: readonly Diagnostic[],
): readonly string[] {
  const speaks = (msg: string) =>
    found.some(
      ({ severity, text }) =>
        severity === "error" || severity === "warning" || (severity === "information" && quotesSame(text.en, msg)),
    );
  const missed: string[] = [];
  let last = "";
  for (const { kind, msg = "", match = "", attr } of warnings) {
    if (kind !== "no-such-property") {
      last = msg;
      if (!speaks(msg)) missed.push(`${kind}: ${msg}`);
      continue;
    }
    const name = match.slice(match.lastIndexOf("/") + 1);
    const about = elements.filter((each) => match === "" || each.name === name);
    const places = about
      .flatMap(({ attributes }) => attributes)
      .filter((each) => each.name === attr || (each.name === "protocol" && hasNoHandler(each, found)))
      .map((each) => each.span);
    const declared = defaults
      .filter((each) => each.element === name && each.name === attr)
      .map(({ at }) => span(at, at));
    // A finding says it at the attribute, where the DOCTYPE declares it, or of the whole element.
    if (!found.some(({ at }) => [...places, ...declared].some((place) => overlap(at, place))))
      missed.push(`${kind}: ${match} ${attr} (${last})`);
  }
  return missed;
}

/** Without a protocol handler Tomcat warns of all attributes the handler would take: one mistake, said at the protocol. */
function hasNoHandler({ span: place }: XmlAttribute, found: readonly Diagnostic[]): boolean {
  return found.some(({ code, at }) => code === "connector-protocol" && overlap(at, place));
}

/** True where both speak of one value: ours stands in quotes, Tomcat's in brackets. */
function quotesSame(ours: string, tomcats: string): boolean {
  return [...ours.matchAll(/"([^"]*)"/g)].some(([, value]) => tomcats.includes(`[${value}]`));
}

/** What Tomcat made of a text. */
interface Reading {
  readonly stops: boolean;
  /** Its parser refused the text. */
  readonly unread: boolean;
  readonly warnings: readonly Log[];
}

function isBorneOut(
  { code, severity, syntax, at }: Diagnostic,
  elements: readonly XmlElement[],
  { stops, unread, warnings }: Reading,
): boolean {
  if (syntax === true && severity === "error") return unread;
  if (STOPS_READING.has(code) && severity === "error") return stops;
  const kinds = WARNED[code];
  // What stands behind the place where Tomcat stopped, it never saw.
  if (!kinds || stops) return true;
  const element = elements.find((each) => overlap(at, each.nameSpan));
  const names = elements
    .flatMap(({ attributes }) => attributes)
    .filter((each) => overlap(at, each.span))
    .map(({ name }) => name);
  return warnings.some(
    ({ kind, attr = "", match = "", msg = "" }) =>
      kinds.test(kind) &&
      (names.some((name) => attr === name || msg.includes(name)) ||
        (element !== undefined && match.endsWith(element.name))),
  );
}
