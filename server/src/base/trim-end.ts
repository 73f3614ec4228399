/**
 * A text without the given characters at its end. A regular expression such as `/ +$/` takes quadratic time on a long
 * run that does not reach the end.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
