import { closest, distance } from "fastest-levenshtein";

export { distance };

/** The longest name that is compared. No name of Tomcat's is longer, so that a longer text is no misspelt name. */
const LONGEST_NAME = 100;

/**
 * The known word that was most likely meant, or undefined when none is near: one slip in three letters, or swapped
 * letters.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST_NAME) return undefined;
  const lower = word.toLowerCase();
  const sameLength = known.filter((candidate) => candidate.length === word.length);
  const sameButCase = sameLength.find((candidate) => candidate.toLowerCase() === lower);
  if (sameButCase !== undefined) return sameButCase;
  const letters = sorted(word);
  const swapped = sameLength.find((candidate) => sorted(candidate) === letters);
  if (swapped !== undefined) return swapped;
  const slips = Math.max(1, Math.floor(word.length / 3));
  const near = known.filter((candidate) => Math.abs(candidate.length - word.length) <= slips);
  const candidate = near.length === 0 ? undefined : closest(word, near);
  return candidate !== undefined && distance(word, candidate) <= slips ? candidate : undefined;
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
