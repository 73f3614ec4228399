import { lineBreakOf } from "../../base/lines.ts";
import { indentAt, indentUnit } from "../../config/edits.ts";
import type { XmlDocument } from "../../syntax/tree.ts";
import type { LineLayout } from "./template.ts";

const known = new WeakMap<XmlDocument, Pick<LineLayout, "unit" | "lineBreak">>();

/** The layout of a document around an offset; every item of a list needs it. */
export function layoutAt(document: XmlDocument, offset: number): LineLayout {
  const { text } = document;
  const layout = known.get(document) ?? { unit: indentUnit(text), lineBreak: lineBreakOf(text) };
  known.set(document, layout);
  return { ...layout, indent: indentAt(text, offset) };
}
