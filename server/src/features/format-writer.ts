import { type Edit, type Span, span } from "../base/span.ts";

/** How the client wants its white space; the first five as LSP's FormattingOptions name them. */
export interface FormatOptions {
  /** Columns a tab takes, and blanks one level of indent has. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
  /** Columns; a start tag that is wider gets a line for each attribute. */
  readonly printWidth: number;
}

const LINE_BREAK = /\r\n|\r|\n/g;
const SPACE_ONLY = /^[ \t\r\n]*$/;

/** The line breaks of a text, each as it is written. */
export function lineBreaksIn(text: string): readonly string[] {
  return text.match(LINE_BREAK) ?? [];
}

/** True for nothing but what XML calls white space: a no-break space is text. */
export function isBlank(text: string): boolean {
  return SPACE_ONLY.test(text);
}

/** How far a line has come. */
export interface Column {
  /** The blanks and tabs the line begins with. */
  readonly indent: string;
  /** Characters behind them. */
  readonly behind: number;
}

/** The most levels of indent. No Tomcat nests so deep, and the indents of a hostile text must stay bounded. */
const MOST_LEVELS = 64;

/** The indent one level deeper. */
export function deeper(indent: string, options: FormatOptions): string {
  const unit = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
  return indent.length >= unit.length * MOST_LEVELS ? indent : indent + unit;
}

/** Columns an indent takes; a tab counts as many as an editor shows at a line's begin. */
export function indentWidth(indent: string, tabSize: number): number {
  return indent.length + (indent.split("\t").length - 1) * (tabSize - 1);
}

/**
 * Goes through a text once, from its begin to its end, and puts other white space in the place of white space; nothing
 * else can be written. It knows the line it is on as that line will be.
 */
export class GapWriter {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #range: Span;
  #position: number;
  #indent = "";
  #behind = 0;

  /** Changes only gaps that end within `range`: a gap belongs to what follows it. */
  constructor(text: string, start: number, range: Span) {
    this.#text = text;
    this.#position = start;
    this.#range = range;
  }

  /** How far the present line has come, after all changes. */
  get column(): Column {
    return { indent: this.#indent, behind: this.#behind };
  }

  /** The text from here to an offset. */
  until(end: number): string {
    return this.#text.slice(this.#position, end);
  }

  /** Goes on to an offset and leaves all before it as it is. */
  keep(end: number): void {
    this.#pass(this.until(end));
    this.#position = end;
  }

  /** Puts `space` in the place of the white space from here to `end`; leaves it where anything else stands there. */
  put(end: number, space: string): void {
    const old = this.until(end);
    const changes = old !== space && isBlank(old) && isBlank(space) && this.covers(end);
    if (!changes) {
      this.keep(end);
      return;
    }
    this.edits.push(smallest(this.#position, old, space));
    this.#pass(space);
    this.#position = end;
  }

  /** True where white space that ends at an offset may be changed. */
  covers(offset: number): boolean {
    return this.#range.start <= offset && offset <= this.#range.end;
  }

  #pass(text: string): void {
    const last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
    if (last >= 0) {
      this.#indent = "";
      this.#behind = 0;
    }
    let start = last + 1;
    if (this.#behind === 0) {
      const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
      this.#indent += indent;
      start += indent.length;
    }
    this.#behind += text.length - start;
  }
}

/** The edit without what stays the same at both ends, so that cursors and markers keep their places. */
export function smallest(start: number, old: string, now: string): Edit {
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && old.charAt(before) === now.charAt(before)) before++;
  let behind = 0;
  while (behind < shorter - before && old.at(-1 - behind) === now.at(-1 - behind)) behind++;
  return { span: span(start + before, start + old.length - behind), newText: now.slice(before, now.length - behind) };
}
