import { indentOf } from "../base/indent.ts";
import { type Edit, type Span, span } from "../base/span.ts";

/** The client's formatting options; the first five are LSP's FormattingOptions. */
export interface FormatOptions {
  /** The columns of a tab, and the blanks of one level of indent. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
  /** In columns; a wider start tag gets a line for each attribute. */
  readonly printWidth: number;
}

/** The layout of one text: the client's options and the text's own line break. */
export interface Layout extends FormatOptions {
  readonly lineBreak: string;
}

const LINE_BREAK = /\r\n|\r|\n/g;
const SPACE_ONLY = /^[ \t\r\n]*$/;

/** The line breaks of a text, each as it is written. */
export function lineBreaksIn(text: string): readonly string[] {
  return text.match(LINE_BREAK) ?? [];
}

/** True for a text of XML's white space only: a no-break space is text. */
export function isSpaceOnly(text: string): boolean {
  return SPACE_ONLY.test(text);
}

/** A position within a line. */
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

/** The columns of an indent; a tab counts as in an editor at the begin of a line. */
export function indentWidth(indent: string, tabSize: number): number {
  return indent.length + (indent.split("\t").length - 1) * (tabSize - 1);
}

/**
 * Goes through a text once, from begin to end, and replaces white space by other white space; it cannot change anything
 * else. It knows the present line as it will be after the changes.
 */
export class GapWriter {
  readonly edits: Edit[] = [];
  readonly text: string;
  readonly #range: Span;
  #position: number;
  #indent = "";
  #behind = 0;

  /** Changes only gaps that end within `range`, because a gap belongs to what follows it. */
  constructor(text: string, start: number, range: Span) {
    this.text = text;
    this.#position = start;
    this.#range = range;
  }

  /** The position in the present line, after all changes. */
  get column(): Column {
    return { indent: this.#indent, behind: this.#behind };
  }

  /** The text from here to an offset. */
  until(end: number): string {
    return this.text.slice(this.#position, end);
  }

  /** Advances to an offset without changes. */
  keep(end: number): void {
    this.#pass(this.until(end));
    this.#position = end;
  }

  /** Replaces the white space from here to `end` by `space`; no change where the text there is not white space. */
  put(end: number, space: string): void {
    const old = this.until(end);
    const changes = old !== space && isSpaceOnly(old) && isSpaceOnly(space) && this.covers(end);
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
      const indent = indentOf(text.slice(start));
      this.#indent += indent;
      start += indent.length;
    }
    this.#behind += text.length - start;
  }
}

/** The edit without the common begin and end of both texts, so that cursors and markers keep their places. */
export function smallest(start: number, old: string, now: string): Edit {
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && old.charAt(before) === now.charAt(before)) before++;
  let behind = 0;
  while (behind < shorter - before && old.at(-1 - behind) === now.at(-1 - behind)) behind++;
  return { span: span(start + before, start + old.length - behind), newText: now.slice(before, now.length - behind) };
}
