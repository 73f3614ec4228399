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
  /**
   * Its first lines, with a character for each byte, each cut at LONGEST_LINE; of a stack trace the exceptions and the
   * first frames.
   */
  readonly texts: readonly string[];
  /** The number of its lines without a header that are no part of a stack trace. */
  readonly unrecognised: number;
}

/**
 * `stamp`: date or time first; `simple`: the first of SimpleFormatter\'s two lines; `json`: an object of JsonFormatter;
 * `verbatim`: a message without anything before it, as VerbatimFormatter writes it.
 */
export type Header = "stamp" | "simple" | "json" | "verbatim" | "none";

/** The length to which lines are cut, in bytes. */
export const LONGEST_LINE = 65_536;
/** The most lines kept of a record, and the most frames of one exception among them. */
const MOST_TEXTS = 128;
const MOST_FRAMES = 16;

const LF = "\n";
const CR = 13;
const TAB = 9;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const BRACE = 123;

const STAMP = /^(?:\d{2}-[A-Z][a-z]{2}-\d{4} |\d{4}-\d{2}-\d{2}[ T])?\d{2}:\d{2}:\d{2}(?!\d)/;
/**
 * `Feb 08, 2023 9:12:33 AM CLASS METHOD`, with the month and the half of the day in any language and charset: a part of
 * a letter may be what JavaScript takes for white space.
 */
const SIMPLE =
  /^(?:\d{1,2}[^ \d]{1,3}|[^ \d]{2,16}) \d{2}, \d{4} \d{1,2}:\d{2}:\d{2}(?: [^ \d]{1,10}){1,2} [\w.$]+(?: [\w$<>]+)?$/;
/** A line of a stack trace that is not indented. */
const TRACE = /^(?:Caused by: |Suppressed: |(?:[a-z_$][\w$]*\.)+[A-Z][\w$]*(?:: |$))/;
const FRAME = /^\s+(?:at |\.\.\. \d)/;

function headerOf(line: string): Header {
  const code = line.charCodeAt(0);
  if (code === BRACE) return line.startsWith('{"time":') ? "json" : "none";
  if (code >= ZERO && code <= NINE && STAMP.test(line)) return "stamp";
  return SIMPLE.test(line) ? "simple" : "none";
}

/** The fields of a record while its lines come in. */
interface Growing {
  start: number;
  end: number;
  line: number;
  lines: number;
  header: Header;
  texts: string[];
  frames: number;
  unrecognised: number;
}

/**
 * Cuts the bytes of a log into records, in one pass and constant memory: `write` them in parts of any size, then `end`.
 * Every byte belongs to exactly one record.
 */
export class RecordReader {
  readonly #take: (record: LogRecord) => void;
  readonly #verbatim: boolean;
  #current: Growing | undefined;
  #offset = 0;
  #line = 0;
  /** The beginning of an unfinished line, and its length in bytes. */
  #carry = "";
  #carried = 0;

  /** @param verbatim true for a log without headers: each line that is no part of a stack trace begins a record */
  constructor(take: (record: LogRecord) => void, verbatim = false) {
    this.#verbatim = verbatim;
    this.#take = take;
  }

  /** Reads the next bytes, given as one character each. */
  write(text: string): void {
    let at = 0;
    for (let end = text.indexOf(LF); end >= 0; end = text.indexOf(LF, at)) {
      if (this.#carried === 0) this.#addLine(text.slice(at, Math.min(end, at + LONGEST_LINE)), end + 1 - at);
      else {
        this.#keep(text.slice(at, end));
        this.#addLine(this.#carry, this.#carried + 1);
        this.#carry = "";
        this.#carried = 0;
      }
      at = end + 1;
    }
    if (at < text.length) this.#keep(text.slice(at));
  }

  end(): void {
    if (this.#carried > 0) this.#addLine(this.#carry, this.#carried);
    this.#carry = "";
    this.#carried = 0;
    if (this.#current) this.#take(this.#current);
    this.#current = undefined;
  }

  #keep(part: string): void {
    if (this.#carry.length < LONGEST_LINE) this.#carry += part.slice(0, LONGEST_LINE - this.#carry.length);
    this.#carried += part.length;
  }

  #headerOf(line: string): Header {
    const header = headerOf(line);
    return header === "none" && this.#verbatim && !TRACE.test(line) ? "verbatim" : header;
  }

  #addLine(whole: string, bytes: number): void {
    const start = this.#offset;
    const line = whole.charCodeAt(whole.length - 1) === CR ? whole.slice(0, -1) : whole;
    this.#offset += bytes;
    this.#line++;
    const first = line.charCodeAt(0);
    const indented = first === TAB || first === SPACE || line.length === 0;
    const current = this.#current;
    const header = indented ? "none" : this.#headerOf(line);
    if (header !== "none" || !current) {
      if (current) this.#take(current);
      this.#current = {
        start,
        end: this.#offset,
        line: this.#line,
        lines: 1,
        header,
        texts: [line],
        frames: 0,
        unrecognised: header === "none" ? 1 : 0,
      };
      return;
    }
    current.end = this.#offset;
    current.lines++;
    const isText = current.header === "simple" && current.lines === 2;
    if (!isText && !indented && !TRACE.test(line)) current.unrecognised++;
    else if (current.header === "none" && line.length > 0) current.unrecognised++;
    if (current.texts.length >= MOST_TEXTS) return;
    // Most lines of a trace are indented with one tab.
    const isFrame = (first === TAB && line.startsWith("at ", 1)) || FRAME.test(line);
    if (!isFrame) current.frames = 0;
    if (!isFrame || current.frames++ < MOST_FRAMES) current.texts.push(line);
  }
}
