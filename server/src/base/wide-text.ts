import stringWidth from "string-width";

/** The columns that any text takes on a terminal. */
export function columnsOfWide(text: string): number {
  return stringWidth(text);
}
