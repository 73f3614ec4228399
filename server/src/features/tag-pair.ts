import { type Span, touches } from "../base/span.ts";
import { elementsAt } from "../syntax/path.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";

/** The two names of an element whose start or end tag's name is at an offset; undefined where either is missing. */
export function tagPair(document: XmlDocument, offset: number): readonly [Span, Span] | undefined {
  const pairs = elementsAt(document, offset, "typing").map(namesOf);
  return pairs.findLast((names) => names?.some((name) => touches(name, offset)));
}

function namesOf({ nameSpan, endTag }: XmlElement): readonly [Span, Span] | undefined {
  return endTag && [nameSpan, endTag.nameSpan];
}
