/** The longest name or value that is kept of a log, in characters. Some messages print whole objects. */
const LONGEST = 200;

/**
 * The beginning of a text, as a copy: a slice would keep the whole line it was cut from in memory.
 *
 * @param longest in characters; what is cut off shows as an ellipsis
 */
export function kept(text: string, longest: number = LONGEST): string {
  const part = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // V8 copies a text that was joined once a part of it is asked for.
  return ` ${part}`.slice(1);
}

const once = new Map<string, string>();
const MOST_ONCE = 2000;

/** The same for names that come again and again: one copy of each. */
export function interned(text: string): string {
  const known = once.get(text);
  if (known !== undefined) return known;
  const copy = kept(text);
  if (once.size < MOST_ONCE) once.set(kept(text, text.length), copy);
  return copy;
}
