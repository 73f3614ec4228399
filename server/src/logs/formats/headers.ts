import { kept } from "./kept.ts";

/**
 * `stamp`: date or time first; `simple`: the first of SimpleFormatter\'s two lines; `json`: an object of JsonFormatter;
 * `verbatim`: a message without anything before it, as VerbatimFormatter writes it; `printed`: what Java itself prints
 * when it has no memory left, `thrown` the same where only what stands above it tells whether it is part of that.
 */
export type Header = "stamp" | "simple" | "json" | "verbatim" | "printed" | "thrown" | "none";

const SPACE = 32;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const BRACKET = 91;
const BRACE = 123;
const UPPER_A = 65;
const UPPER_T = 84;
const UPPER_Z = 90;
const LOWER_A = 97;
const LOWER_Z = 122;

/**
 * `Feb 08, 2023 9:12:33 AM CLASS METHOD`, with the month and the half of the day in any language and charset: a part of
 * a letter may be what JavaScript takes for white space.
 */
const SIMPLE =
  /^(?:\d{1,2}[^ \d]{1,3}|[^ \d]{2,16}) \d{2}, \d{4} \d{1,2}:\d{2}:\d{2}(?: [^ \d]{1,10}){1,2} [\w.$]+(?: [\w$<>]+)?$/;
/** The most characters before the day of such a date. */
const LONGEST_MONTH = 16;

const OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
/** How such lines begin: of a thread that ends, of its last resort, of a JVM that ends, of one that dumps its heap. */
const PRINTED = ['Exception in thread "', "Exception: java", "Terminating due to", "Aborting due to", OUT_OF_MEMORY];
const PRINTED_LINE =
  /^(?:Exception in thread ".{0,200}" |Exception: |Terminating due to |Aborting due to )?java\.lang\.OutOfMemoryError(?:: | thrown from the UncaughtExceptionHandler in thread "|$)/;
/** What a JVM prints of a dump below them. */
export const DUMP = /^(?:Dumping heap to |Heap dump file created |Unable to create )/;

/** The form of the line that is this part of a text. Each line of a log comes here, and most are told by few signs. */
export function headerAt(text: string, from: number, to: number): Header {
  const code = text.charCodeAt(from);
  if (code === BRACE) return text.startsWith('{"time":', from) ? "json" : "none";
  if (isDigit(code) && endOfStamp(text, from) >= 0) return "stamp";
  if (PRINTED.some((start) => text.startsWith(start, from)) && PRINTED_LINE.test(text.slice(from, to))) {
    return text.startsWith(OUT_OF_MEMORY, from) ? "thrown" : "printed";
  }
  return hasDay(text, from) && SIMPLE.test(text.slice(from, to)) ? "simple" : "none";
}

const isDigit = (code: number) => code >= ZERO && code <= NINE;
const isUpper = (code: number) => code >= UPPER_A && code <= UPPER_Z;
const isLower = (code: number) => code >= LOWER_A && code <= LOWER_Z;

function areDigits(text: string, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Behind the seconds of `08-Feb-2023 09:12:33`, `2023-02-08T09:12:33` or `09:12:33`; -1 where none of them is here. */
export function endOfStamp(text: string, from: number): number {
  const at = from + lengthOfDate(text, from);
  const isTime =
    areDigits(text, at, 2) &&
    text.charCodeAt(at + 2) === COLON &&
    areDigits(text, at + 3, 2) &&
    text.charCodeAt(at + 5) === COLON &&
    areDigits(text, at + 6, 2) &&
    !isDigit(text.charCodeAt(at + 8));
  return isTime ? at + 8 : -1;
}

function lengthOfDate(text: string, from: number): number {
  if (text.charCodeAt(from + 2) === MINUS) {
    const isDate =
      text.charCodeAt(from + 6) === MINUS &&
      text.charCodeAt(from + 11) === SPACE &&
      areDigits(text, from, 2) &&
      areDigits(text, from + 7, 4) &&
      isUpper(text.charCodeAt(from + 3)) &&
      isLower(text.charCodeAt(from + 4)) &&
      isLower(text.charCodeAt(from + 5));
    return isDate ? 12 : 0;
  }
  if (text.charCodeAt(from + 4) !== MINUS) return 0;
  const between = text.charCodeAt(from + 10);
  const isDate =
    text.charCodeAt(from + 7) === MINUS &&
    (between === SPACE || between === UPPER_T) &&
    areDigits(text, from, 4) &&
    areDigits(text, from + 5, 2) &&
    areDigits(text, from + 8, 2);
  return isDate ? 11 : 0;
}

/** True where the second word is a day as SimpleFormatter has it: ` 08, `. */
function hasDay(text: string, from: number): boolean {
  for (let at = from; at <= from + LONGEST_MONTH; at++) {
    if (text.charCodeAt(at) === SPACE) return areDigits(text, at + 1, 2) && text.charCodeAt(at + 3) === COMMA;
  }
  return false;
}

/** A class and method that log: one object for each, because few places log most of the lines. */
export interface Source {
  /** With a point between them. */
  readonly text: string;
  readonly class: string;
  readonly method: string;
}

/** The parts of a line of OneLineFormatter. */
export interface OneLine {
  readonly time: string;
  readonly level: string;
  readonly thread: string;
  readonly source: Source;
  readonly message: string;
}

/** `org.apache.catalina.startup.Catalina.start` and the like. */
const SOURCE = /^(?:[\w$]+\.)+[\w$<>]+$/;

/**
 * Takes a line of OneLineFormatter apart without an expression over the whole of it. Undefined for any other line, and
 * for a time with a zone and a level of several words, which Tomcat writes only where it is told to.
 */
export function oneLineIn(line: string): OneLine | undefined {
  // Who asks whether a record is wanted asks again for its parts.
  if (line !== lastLine) {
    lastParts = partsOf(line);
    lastLine = line;
  }
  return lastParts;
}

let lastLine = "";
let lastParts: OneLine | undefined;

function partsOf(line: string): OneLine | undefined {
  const seconds = endOfStamp(line, 0);
  if (seconds < 0) return undefined;
  let end = seconds;
  const code = line.charCodeAt(end);
  if (code === POINT || code === COMMA) {
    end++;
    while (isDigit(line.charCodeAt(end))) end++;
    if (end === seconds + 1) return undefined;
  }
  if (line.charCodeAt(end) !== SPACE) return undefined;
  const open = line.indexOf(" ", end + 1);
  if (open <= end + 1 || line.charCodeAt(open + 1) !== BRACKET) return undefined;
  const level = line.slice(end + 1, open);
  if (!/^[^\s+\-Z\d[]/.test(level)) return undefined;
  // Threads have brackets in their names.
  for (let close = line.indexOf("] ", open + 2); close >= 0; close = line.indexOf("] ", close + 1)) {
    const space = line.indexOf(" ", close + 2);
    if (space < 0) return undefined;
    const source = sourceOf(line.slice(close + 2, space));
    if (!source) continue;
    return {
      time: line.slice(0, end),
      level,
      thread: line.slice(open + 2, close),
      source,
      message: line.slice(space + 1),
    };
  }
  return undefined;
}

const known = new Map<string, Source>();
const MOST_KNOWN = 2000;

/** Undefined for what is no class with its method. */
export function sourceOf(name: string): Source | undefined {
  const found = known.get(name);
  if (found) return found;
  if (!SOURCE.test(name)) return undefined;
  const text = kept(name, name.length);
  const point = text.lastIndexOf(".");
  const source = { text, class: text.slice(0, point), method: text.slice(point + 1) };
  if (known.size < MOST_KNOWN) known.set(text, source);
  return source;
}
