import { type Difference, differenceOf } from "./difference.ts";
import { firstIndex } from "./first-index.ts";
import type { Span } from "./span.ts";

/** A place as LSP counts it: both numbers from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range of a text: from its first place to the one behind its last. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** How the first line of a text ends. */
export function lineBreakOf(text: string): string {
  return text.charAt(text.indexOf("\n") - 1) === "\r" ? "\r\n" : "\n";
}

/** Where the line of an offset begins; a CR alone ends none. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where lines begin after a change, in a text without a CR. */
function changed(starts: Uint32Array, { before, after }: Difference, text: string): Uint32Array {
  const kept = firstIndex(starts, (start) => start > before.start);
  const behind = firstIndex(starts, (start) => start > before.end);
  const added: number[] = [];
  for (let at = text.indexOf("\n", after.start); at >= 0 && at < after.end; at = text.indexOf("\n", at + 1)) {
    added.push(at + 1);
  }
  const made = new Uint32Array(starts.length + added.length - (behind - kept));
  made.set(starts.subarray(0, kept));
  made.set(added, kept);
  const shift = after.end - before.end;
  let line = kept + added.length;
  for (let index = behind; index < starts.length; index++) made[line++] = (starts[index] ?? 0) + shift;
  return made;
}

const LF = 10;
const CR = 13;

function endsLine(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF);
}

/** Converts between offsets and positions of one text. Lines end with LF, CR LF or CR, as in LSP. */
export class Lines {
  readonly #starts: Uint32Array;
  readonly #length: number;

  /** @param before the last state of the text: only what changed since is counted */
  constructor(text: string, before?: { readonly lines: Lines; readonly text: string }) {
    this.#length = text.length;
    // `indexOf` is many times faster than a loop. Files with a CR take the loop, because a lone CR ends a line too.
    const hasCr = text.includes("\r");
    if (before && !hasCr && !before.text.includes("\r")) {
      this.#starts = changed(before.lines.#starts, differenceOf(before.text, text), text);
      return;
    }
    const next = (from: number): number => {
      if (!hasCr) return text.indexOf("\n", from);
      for (let offset = from; offset < text.length; offset++) if (endsLine(text, offset)) return offset;
      return -1;
    };
    let count = 1;
    for (let offset = next(0); offset >= 0; offset = next(offset + 1)) count++;
    // Four bytes a line: a text may be nothing but line breaks.
    this.#starts = new Uint32Array(count);
    let line = 1;
    for (let offset = next(0); offset >= 0; offset = next(offset + 1)) this.#starts[line++] = offset + 1;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of `line` (from 0); beyond the last line, the end of the text. */
  startOf(line: number): number {
    return line < 0 ? 0 : (this.#starts[line] ?? this.#length);
  }

  /** Offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.min(Math.max(offset, 0), this.#length);
    const line = firstIndex(this.#starts, (start) => start > clamped) - 1;
    return { line, character: clamped - this.startOf(line) };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Positions past the end of a line are clamped to the start of the next. */
  offsetAt({ line, character }: Position): number {
    const start = this.startOf(line);
    return Math.min(start + Math.max(character, 0), this.startOf(line + 1));
  }
}
