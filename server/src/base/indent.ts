/** The blanks and tabs a text begins with. */
export function indentOf(text: string): string {
  return text.slice(0, text.search(/[^ \t]|$/));
}
