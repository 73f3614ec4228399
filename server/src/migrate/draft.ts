import { firstIndex } from "../base/first-index.ts";
import { applyEdits, type Edit, type Span } from "../base/span.ts";

/** A text that is changed several times and maps its present offsets to those of the original. */
export class Draft {
  readonly before: string;
  #text: string;
  readonly #rounds: (readonly Replaced[])[] = [];

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
    const replaced: Replaced[] = [];
    let shift = 0;
    for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      const start = span.start + shift;
      replaced.push({ start, end: start + newText.length, span });
      shift += newText.length - (span.end - span.start);
    }
    this.#rounds.push(replaced);
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

/** What an edit wrote, from `start` to `end` of the text after it, in the place of a span of the text before it. */
interface Replaced extends Span {
  readonly span: Span;
}

/** The offset before some edits, in their order, that corresponds to one after them. */
function before(offset: number, edits: readonly Replaced[]): number {
  const last = edits[firstIndex(edits, ({ start }) => start > offset) - 1];
  if (!last) return offset;
  // The end of inserted text is the begin of what follows it.
  return offset < last.end
    ? Math.min(last.span.start + (offset - last.start), last.span.end)
    : last.span.end + (offset - last.end);
}

/** The changes that can be made together: of two that touch the same text, the first. */
export function withoutOverlaps<T extends { readonly edits: readonly Edit[] }>(changes: readonly T[]): readonly T[] {
  // In the order of their places. They touch none of the others, so that only the two around a place can touch it.
  const taken: Edit[] = [];
  const placeOf = ({ span }: Edit) => firstIndex(taken, (other) => other.span.start >= span.start);
  return changes.filter(({ edits }) => {
    const isTaken = (edit: Edit) => {
      const place = placeOf(edit);
      return [taken[place - 1], taken[place]].some((other) => other && touches(edit, other));
    };
    if (edits.some(isTaken)) return false;
    for (const edit of edits) taken.splice(placeOf(edit), 0, edit);
    return true;
  });
}

function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
