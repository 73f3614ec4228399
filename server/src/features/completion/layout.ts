import { indentAt, indentUnit, lineBreakOf } from "../../config/edits.ts";
import type { XmlDocument } from "../../syntax/tree.ts";
import type { Layout } from "./template.ts";

const known = new WeakMap<XmlDocument, Pick<Layout, "unit" | "lineBreak">>();

/** How a document is laid out around an offset; each of a list of offers asks for it. */
export function layoutAt(document: XmlDocument, offset: number): Layout {
  const { text } = document;
  const layout = known.get(document) ?? { unit: indentUnit(text), lineBreak: lineBreakOf(text) };
  known.set(document, layout);
  return { ...layout, indent: indentAt(text, offset) };
}
