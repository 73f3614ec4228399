import { indentAt, lineBreakOf } from "../../config/edits.ts";
import type { Layout } from "./template.ts";

/** Lines that are looked at for how a file is indented: the first ones tell. */
const LINES_LOOKED_AT = 200;

/** How a text is laid out around an offset. */
export function layoutAt(text: string, offset: number): Layout {
  return { indent: indentAt(text, offset), unit: indentUnit(text), lineBreak: lineBreakOf(text) };
}

/** One step of indent: a tab, or as many blanks as the least indented line of a tag has; two where none is indented. */
export function indentUnit(text: string): string {
  let least = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const [, indent = ""] of text.matchAll(/^([ \t]+)</gm)) {
    if (indent.startsWith("\t")) return "\t";
    least = Math.min(least, indent.length);
    if (++looked >= LINES_LOOKED_AT) break;
  }
  return " ".repeat(least <= 8 ? least : 2);
}
