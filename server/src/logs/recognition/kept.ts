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
