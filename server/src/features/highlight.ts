import { type Span, span } from "../base/span.ts";
import { placeholdersIn } from "../config/placeholder.ts";
import type { XmlDocument } from "../syntax/tree.ts";
import { walkElements } from "../syntax/walk.ts";
import { placeholderAt } from "./placeholder-at.ts";
import { tagPair } from "./tag-pair.ts";

/** The highlights for a cursor: both names of a pair of tags, or every use of one `${property}`. */
export function highlights(document: XmlDocument, offset: number): readonly Span[] {
  const name = placeholderAt(document, offset)?.name;
  if (name === undefined) return tagPair(document, offset) ?? [];
  const found: Span[] = [];
  for (const { attributes } of walkElements(document)) {
    for (const { value } of attributes) {
      if (!value?.raw.includes("${")) continue;
      for (const use of placeholdersIn(value.raw)) {
        if (use.name === name) found.push(span(value.inner.start + use.start, value.inner.start + use.end));
      }
    }
  }
  return found;
}
