import { firstIndex } from "./first-index.ts";
import { type Span, span } from "./span.ts";

/** Spans of one text that are asked often whether something lies in them; those that overlap are one. */
export class SpanSet {
  readonly #spans: readonly Span[];

  constructor(spans: readonly Span[]) {
    const merged: Span[] = [];
    for (const each of [...spans].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (!last || each.start > last.end) merged.push(each);
      else if (each.end > last.end) merged[merged.length - 1] = span(last.start, each.end);
    }
    this.#spans = merged;
  }

  /** True when a span shares a character with one of these, or, being empty, lies inside of one. */
  overlaps({ start, end }: Span): boolean {
    const spans = this.#spans;
    const first = spans[firstIndex(spans, (each) => each.end > start)];
    return first !== undefined && (start === end ? first.start < start : first.start < end);
  }
}
