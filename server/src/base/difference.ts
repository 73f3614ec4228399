import { type Span, span } from "./span.ts";

/** The one stretch in which two texts differ: they are the same before it and behind it. */
export interface Difference {
  readonly before: Span;
  readonly after: Span;
}

/** The last two texts that were compared, because several ask for each edit. */
let last: { readonly before: string; readonly after: string; readonly difference: Difference } | undefined;

/** The shortest stretch that holds all differences; for equal texts, two empty spans at their end. */
export function differenceOf(before: string, after: string): Difference {
  if (last?.before !== before || last.after !== after) last = { before, after, difference: compare(before, after) };
  return last.difference;
}

function compare(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  const start = sameLength(
    shorter,
    (from, length) => before.slice(from, from + length) === after.slice(from, from + length),
  );
  const [one, other] = [before.length, after.length];
  const end = sameLength(
    shorter - start,
    (from, length) =>
      before.slice(one - from - length, one - from) === after.slice(other - from - length, other - from),
  );
  return { before: span(start, before.length - end), after: span(start, after.length - end) };
}

/**
 * The length up to which two texts are the same. A binary search, because the engine compares two long pieces many
 * times faster than a loop compares their characters.
 */
function sameLength(longest: number, isSame: (from: number, length: number) => boolean): number {
  let known = 0;
  let left = longest;
  while (left > 0) {
    if (isSame(known, left)) return known + left;
    const half = left >> 1;
    if (half === 0) return known;
    if (isSame(known, half)) {
      known += half;
      left -= half;
    } else left = half;
  }
  return known;
}
