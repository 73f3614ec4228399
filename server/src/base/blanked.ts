/** A text that is as long and has the same line breaks, and nothing else in it. */
export function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
