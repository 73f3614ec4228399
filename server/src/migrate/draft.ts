import { applyEdits, type Edit, type Span } from "../base/span.ts";

/** A text that is changed several times and maps its present offsets to those of the original. */
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

  /** The place of a span of the present text in the original; inserted text maps to the place of its insertion. */
  origin({ start, end }: Span): Span {
    const from = this.#originOf(start);
    return { start: from, end: Math.max(from, this.#originOf(end)) };
  }

  #originOf(offset: number): number {
    return this.#rounds.reduceRight(before, offset);
  }
}

/** The offset before some edits that corresponds to one after them. */
function before(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + shift;
    if (offset < start) break;
    const end = start + newText.length;
    // The end of inserted text is the begin of what follows it.
    if (offset < end) return Math.min(span.start + (offset - start), span.end);
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}

/** The changes that can be made together: of two that touch the same text, the first. */
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
