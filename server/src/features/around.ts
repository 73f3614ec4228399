import { touches } from "../base/span.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";

/** The elements an offset is in or at an end of, innermost first. */
export function elementsAround({ content }: XmlDocument, offset: number): readonly XmlElement[] {
  const found: XmlElement[] = [];
  let elements: readonly XmlElement[] = content.filter((node) => node.kind === "element");
  for (;;) {
    // Of two that meet at the offset, the one that begins there.
    const element = elements.findLast(({ span }) => touches(span, offset));
    if (!element) return found.reverse();
    found.push(element);
    elements = element.elements;
  }
}
