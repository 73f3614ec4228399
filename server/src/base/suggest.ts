import { closest, distance } from "fastest-levenshtein";

export { distance };

/** The known word that was most likely meant, or undefined when none is near: one slip in three letters, or swapped letters. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const sameButCase = known.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  if (sameButCase !== undefined || known.length === 0) return sameButCase;
  const swapped = known.find((candidate) => sorted(candidate) === sorted(word));
  if (swapped !== undefined) return swapped;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
