import { type Span, span, touches } from "../base/span.ts";
import type { XmlDocument } from "../syntax/tree.ts";
import { walkElements } from "../syntax/walk.ts";
import { elementsAround } from "./around.ts";
import { tagPair } from "./tag-pair.ts";

/** `${name}` and `${name:-default}`. */
const PLACEHOLDER = /\$\{([^}:]*)(?::-[^}]*)?\}/g;

/** What belongs to the place of the cursor: both names of a pair of tags, or every use of one `${property}`. */
export function highlights(document: XmlDocument, offset: number): readonly Span[] {
  const name = placeholderAt(document, offset);
  if (name === undefined) return tagPair(document, offset) ?? [];
  const found: Span[] = [];
  for (const { attributes } of walkElements(document)) {
    for (const { value } of attributes) {
      if (!value?.raw.includes("${")) continue;
      for (const use of placeholdersIn(value.raw, value.inner.start)) if (use.name === name) found.push(use.span);
    }
  }
  return found;
}

function placeholderAt(document: XmlDocument, offset: number): string | undefined {
  const attribute = elementsAround(document, offset)[0]?.attributes.find(({ span }) => touches(span, offset));
  if (!attribute?.value) return undefined;
  const { raw, inner } = attribute.value;
  return placeholdersIn(raw, inner.start).find((use) => touches(use.span, offset))?.name;
}

function placeholdersIn(text: string, from: number): readonly { readonly name: string; readonly span: Span }[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ index, 0: whole, 1: name = "" }) => ({
    name,
    span: span(from + index, from + index + whole.length),
  }));
}
