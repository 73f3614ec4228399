import { DUMP, type Header, headerAt, oneLineIn } from "./headers.ts";

/** One entry of a log: its header, and the lines below it. Bytes are those of the unpacked file. */
export interface LogRecord {
  /** The offsets of its first byte and of the byte behind its last. Records have no gaps between them. */
  readonly start: number;
  readonly end: number;
  /** The number of its first line, from 1. */
  readonly line: number;
  readonly lines: number;
  /** The form of its first line; `none` for lines before the first header. */
  readonly header: Header;
  /** What the reader's `wants` said: false where only its header is kept; undefined where `wants` was not asked. */
  readonly wanted: boolean | undefined;
  /**
   * Its first lines, with a character for each byte, each cut at LONGEST_LINE; of a stack trace the exceptions and the
   * first frames.
   */
  readonly texts: readonly string[];
  /** The number of its lines without a header that are no part of a stack trace. */
  readonly unrecognised: number;
}

/** The length to which lines are cut, in bytes. */
export const LONGEST_LINE = 65_536;
/** The most lines kept of a record, and the most frames of one exception among them. */
const MOST_TEXTS = 128;
const MOST_FRAMES = 16;

const LF = "\n";
const LF_CODE = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
/** A line of a stack trace that is not indented. */
const TRACE = /^(?:Caused by: |Suppressed: |(?:[a-z_$][\w$]*\.)+[A-Z][\w$]*(?:: |$))/;
const FRAME = /^\s+(?:at |\.\.\. \d)/;

/** A level that an exception goes with, in the layouts that print traces without indenting them. */
const GRAVE = /\b(?:WARN|WARNING|ERROR|FATAL|SEVERE)\b/;

/**
 * Whether an exception that is not indented is part of what stands above it: in JULI's own layouts it would be indented,
 * or would follow the two lines of a record that is no mere information.
 */
function isBelow(current: Growing | undefined): boolean {
  const [head = "", said = ""] = current?.texts ?? [];
  if (current?.header === "simple") return current.lines === 2 && !/^(?:INFO|CONFIG|FINE)/.test(said);
  return current?.header === "stamp" && current.lines === 1 && !oneLineIn(head) && GRAVE.test(head);
}

/** Adds the second line of SimpleFormatter's, which is part of the header: level and message. */
function addText(current: Growing, line: string, end: number): void {
  current.end = end;
  current.lines++;
  current.texts.push(line);
}

/** The fields of a record while its lines come in. */
interface Growing {
  start: number;
  end: number;
  line: number;
  lines: number;
  header: Header;
  wanted: boolean | undefined;
  texts: string[];
  frames: number;
  unrecognised: number;
}

export interface RecordOptions {
  /** True for a log without headers: each line that is no part of a stack trace begins a record. */
  readonly verbatim?: boolean;
  /** Whether more than the first line of a record is needed, by that line. */
  readonly wants?: (header: Header, head: string) => boolean;
}

/**
 * Cuts the bytes of a log into records, in one pass and constant memory: `write` them in parts of any size, then `end`.
 * Every byte belongs to exactly one record.
 */
export class RecordReader {
  readonly #take: (record: LogRecord) => void;
  readonly #verbatim: boolean;
  readonly #wants: RecordOptions["wants"];
  #current: Growing | undefined;
  #offset = 0;
  #line = 0;
  /** The beginning of an unfinished line, and its length in bytes. */
  #carry = "";
  #carried = 0;

  constructor(take: (record: LogRecord) => void, { verbatim = false, wants }: RecordOptions = {}) {
    this.#verbatim = verbatim;
    this.#wants = wants;
    this.#take = take;
  }

  /** Reads the next bytes, given as one character each. */
  write(text: string): void {
    let at = 0;
    for (let end = text.indexOf(LF); end >= 0; end = text.indexOf(LF, at)) {
      if (this.#carried === 0) this.#addLine(text, at, end, end + 1 - at);
      else {
        this.#keep(text.slice(at, end));
        this.#addCarried(1);
      }
      at = end + 1;
    }
    if (at < text.length) this.#keep(text.slice(at));
  }

  end(): void {
    if (this.#carried > 0) this.#addCarried(0);
    if (this.#current) this.#take(this.#current);
    this.#current = undefined;
  }

  #keep(part: string): void {
    if (this.#carry.length < LONGEST_LINE) this.#carry += part.slice(0, LONGEST_LINE - this.#carry.length);
    this.#carried += part.length;
  }

  #addCarried(lineBreak: 0 | 1): void {
    this.#addLine(this.#carry, 0, this.#carry.length, this.#carried + lineBreak);
    this.#carry = "";
    this.#carried = 0;
  }

  /** Adds the line that is this part of a text; with its line break, and what was not kept of it, it has more bytes. */
  #addLine(text: string, from: number, end: number, bytes: number): void {
    const start = this.#offset;
    this.#offset += bytes;
    this.#line++;
    const cut = Math.min(end, from + LONGEST_LINE);
    const to = cut > from && text.charCodeAt(cut - 1) === CR ? cut - 1 : cut;
    const first = to > from ? text.charCodeAt(from) : LF_CODE;
    const indented = first === TAB || first === SPACE || first === LF_CODE;
    const current = this.#current;
    const isText = current?.header === "simple" && current.lines === 1;
    if (indented && !isText && current?.wanted === false) {
      current.end = this.#offset;
      current.lines++;
      return;
    }
    const found = indented ? "none" : this.#headerAt(text, from, to);
    const header = found !== "thrown" ? found : isBelow(current) ? "none" : "printed";
    const line = text.slice(from, to);
    if (header === "none" && current && isText) addText(current, line, this.#offset);
    else if (header === "none" && current) this.#continue(current, line, indented);
    else this.#begin(header, line, start);
  }

  #headerAt(text: string, from: number, to: number): Header {
    const header = headerAt(text, from, to);
    return header === "none" && this.#verbatim && !TRACE.test(text.slice(from, to)) ? "verbatim" : header;
  }

  #begin(header: Header, line: string, start: number): void {
    if (this.#current) this.#take(this.#current);
    this.#current = {
      start,
      end: this.#offset,
      line: this.#line,
      lines: 1,
      header,
      // Lines before the first header are counted one by one.
      wanted: header === "none" ? undefined : this.#wants?.(header, line),
      texts: [line],
      frames: 0,
      unrecognised: header === "none" ? 1 : 0,
    };
  }

  #continue(current: Growing, line: string, indented: boolean): void {
    current.end = this.#offset;
    current.lines++;
    if (current.header === "printed" && DUMP.test(line)) return;
    if (!indented && !TRACE.test(line)) current.unrecognised++;
    else if (current.header === "none" && line.length > 0) current.unrecognised++;
    if (current.wanted === false || current.texts.length >= MOST_TEXTS) return;
    const isFrame = line.startsWith("\tat ") || (indented && FRAME.test(line));
    if (!isFrame) current.frames = 0;
    if (!isFrame || current.frames++ < MOST_FRAMES) current.texts.push(line);
  }
}
