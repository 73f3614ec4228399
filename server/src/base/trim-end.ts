/**
 * A text without what it ends in of some signs. A regular expression that is bound to the end only would begin at each sign
 * of a long run anew.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
