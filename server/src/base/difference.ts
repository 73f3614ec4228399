import { type Span, span } from "./span.ts";

/** The one stretch in which two texts differ: what stands before it is the same in both, and so is what stands behind. */
export interface Difference {
  readonly before: Span;
  readonly after: Span;
}

/** The shortest such stretch; two empty spans at the end of texts that are the same. */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  const start = sameLength(shorter, (from, length) => before.startsWith(after.slice(from, from + length), from));
  const end = sameLength(shorter - start, (from, length) =>
    before
      .slice(before.length - from - length, before.length - from)
      .endsWith(after.slice(after.length - from - length, after.length - from)),
  );
  return { before: span(start, before.length - end), after: span(start, after.length - end) };
}

/** Up to which length two texts are the same. Halves what is left: the engine compares long pieces many times faster. */
function sameLength(longest: number, isSame: (from: number, length: number) => boolean): number {
  let known = 0;
  let left = longest;
  while (left > 0) {
    if (isSame(known, left)) return known + left;
    // The first difference is in what is left.
    const half = left >> 1;
    if (half === 0) return known;
    if (isSame(known, half)) {
      known += half;
      left -= half;
    } else left = half;
  }
  return known;
}
