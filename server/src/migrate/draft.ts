import { applyEdits, type Edit, type Span } from "../base/span.ts";

/** A text that is changed several times, and knows where each of its characters stood at first. */
export class Draft {
  readonly before: string;
  #text: string;
  readonly #rounds: (readonly Edit[])[] = [];

  constructor(before: string) {
    this.before = before;
    this.#text = before;
  }

  get text(): string {
    return this.#text;
  }

  /** Throws a RangeError when two edits overlap. */
  apply(edits: readonly Edit[]): void {
    this.#text = applyEdits(this.#text, edits);
    this.#rounds.push([...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end));
  }

  /** Where a span of the present text stood at first; what was put in stands where it was put. */
  origin({ start, end }: Span): Span {
    const from = this.#originOf(start);
    return { start: from, end: Math.max(from, this.#originOf(end)) };
  }

  #originOf(offset: number): number {
    return this.#rounds.reduceRight(before, offset);
  }
}

/** Where an offset behind some edits was before them. */
function before(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + shift;
    if (offset < start) break;
    const end = start + newText.length;
    // At the end of what was put in, what comes next begins.
    if (offset < end) return Math.min(span.start + (offset - start), span.end);
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}

/** The edits that can be made together: of two that touch the same text the first. */
export function withoutOverlaps<T extends { readonly edits: readonly Edit[] }>(changes: readonly T[]): readonly T[] {
  const taken: Edit[] = [];
  return changes.filter(({ edits }) => {
    if (edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
