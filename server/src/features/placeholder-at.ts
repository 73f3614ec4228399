import { type Span, span, touches } from "../base/span.ts";
import { type Placeholder, placeholdersIn } from "../config/placeholder.ts";
import { pathAt } from "../syntax/path.ts";
import type { XmlAttribute, XmlDocument } from "../syntax/tree.ts";

/** A placeholder in a file. */
export interface PlacedPlaceholder extends Placeholder {
  /** Its place in the document. */
  readonly at: Span;
  /** The attribute that contains it; undefined in a text. */
  readonly attribute: XmlAttribute | undefined;
}

/** The placeholder under a cursor, in a value or in a text that Tomcat reads. */
export function placeholderAt(document: XmlDocument, offset: number): PlacedPlaceholder | undefined {
  const node = pathAt(document, offset, "typing").at(-1);
  const attribute = node?.kind === "element" ? node.attributes.find((each) => touches(each.span, offset)) : undefined;
  const inText = node?.kind === "text" || node?.kind === "cdata";
  const place = attribute ? attribute.value?.inner : inText ? node.span : undefined;
  if (!place) return undefined;
  const found = placeholdersIn(document.text.slice(place.start, place.end))
    .map((each) => ({ ...each, at: span(place.start + each.start, place.start + each.end) }))
    .find(({ at }) => touches(at, offset));
  return found && { ...found, attribute };
}
