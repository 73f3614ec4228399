import { type Span, touches } from "../base/span.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import { elementsAround } from "./around.ts";

/** The two names of an element whose start or end tag's name is at an offset; undefined where either is missing. */
export function tagPair(document: XmlDocument, offset: number): readonly [Span, Span] | undefined {
  const pair = elementsAround(document, offset).map(namesOf);
  return pair.find((names) => names?.some((name) => touches(name, offset)));
}

function namesOf({ nameSpan, endTag }: XmlElement): readonly [Span, Span] | undefined {
  return endTag && [nameSpan, endTag.nameSpan];
}
