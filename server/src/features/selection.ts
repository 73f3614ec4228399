import { contains, type Span, span, touches } from "../base/span.ts";
import { pathAt } from "../syntax/path.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";

/** The deepest nesting of an answer, because clients read it recursively. */
const DEEPEST = 200;

/**
 * The steps of "expand selection", innermost first: a value without and with its quotes, the attribute, all attributes,
 * the start tag, the content, the element, and so on up to the whole text.
 */
export function selectionSteps(document: XmlDocument, offset: number): readonly Span[] {
  const outermostFirst: Span[] = [span(0, document.text.length)];
  for (const node of pathAt(document, offset, "touching")) {
    outermostFirst.push(node.span);
    if (node.kind === "comment") outermostFirst.push(node.inner, trimmed(node.inner, document.text));
    if (node.kind === "text") outermostFirst.push(trimmed(node.span, document.text));
    if (node.kind !== "element") break;
    const inTag = tagParts(node, offset);
    if (inTag) {
      outermostFirst.push(...inTag);
      break;
    }
    outermostFirst.push(span(node.startTag.end, node.endTag?.span.start ?? node.span.end));
  }
  return nested(outermostFirst, offset).slice(0, DEEPEST);
}

/** The parts of an element's tags around an offset, outermost first; undefined in its content. */
function tagParts({ startTag, startTagClosed, nameSpan, attributes, endTag }: XmlElement, offset: number) {
  if (endTag && offset > endTag.span.start) return [endTag.span, endTag.nameSpan];
  if (offset > startTag.end || (offset === startTag.end && startTagClosed)) return undefined;
  const parts: Span[] = [startTag, nameSpan];
  const [first, last] = [attributes[0], attributes.at(-1)];
  if (first && last) parts.push(span(first.span.start, last.span.end));
  const attribute = attributes.find((each) => touches(each.span, offset));
  if (attribute) {
    parts.push(attribute.span);
    if (attribute.value && touches(attribute.value.span, offset)) {
      parts.push(attribute.value.span, attribute.value.inner);
    } else parts.push(attribute.nameSpan);
  }
  return parts;
}

function trimmed({ start, end }: Span, text: string): Span {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return span(from, Math.max(from, start + inner.trimEnd().length));
}

/** Spans in reverse order, reduced to those that contain the offset and are smaller than the one around them. */
function nested(outermostFirst: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const each of outermostFirst) {
    const outer = kept.at(-1);
    if (!touches(each, offset) || (outer && each.start === each.end)) continue;
    if (outer && (!contains(outer, each) || contains(each, outer))) continue;
    kept.push(each);
  }
  return kept.reverse();
}
