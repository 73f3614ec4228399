import { columnsOfWide } from "./wide-text.ts";

/** What nearly all texts are made of. The tables for all others take longer to make than most checks. */
const PLAIN = /^[ -~]*$/;

/** The columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : columnsOfWide(text);
}
