import { indentAt, lineBreakOf } from "../../config/edits.ts";
import type { XmlDocument } from "../../syntax/tree.ts";
import type { Layout } from "./template.ts";

/** Lines that are looked at for how a file is indented: the first ones tell. */
const LINES_LOOKED_AT = 200;

const known = new WeakMap<XmlDocument, Pick<Layout, "unit" | "lineBreak">>();

/** How a document is laid out around an offset; each of a list of offers asks for it. */
export function layoutAt(document: XmlDocument, offset: number): Layout {
  const { text } = document;
  const layout = known.get(document) ?? { unit: indentUnit(text), lineBreak: lineBreakOf(text) };
  known.set(document, layout);
  return { ...layout, indent: indentAt(text, offset) };
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
