import { type Span, span, touches } from "../../base/span.ts";
import { isNameChar, isSpace } from "../../syntax/scan.ts";
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from "../../syntax/tree.ts";

/** Where in XML a cursor is; each kind of place takes other things. */
export type Place =
  /** Between tags; `word` is what is typed of a text, and `parent` the element around it. */
  | { readonly kind: "content"; readonly parent: XmlElement | undefined; readonly word: Span }
  /** Behind `<`; `bare` while the element has nothing but its name. */
  | { readonly kind: "tag-name"; readonly element: XmlElement; readonly bare: boolean }
  /** Behind `</` within `parent`. */
  | { readonly kind: "end-tag"; readonly parent: XmlElement | undefined; readonly name: Span; readonly closed: boolean }
  /** Behind `<!`: the beginning of a comment or a CDATA section. `typed` leaves out `<`. */
  | { readonly kind: "markup"; readonly typed: Span }
  /** Where an attribute's name is or may be; `attribute` is the one under the cursor. */
  | {
      readonly kind: "attribute-name";
      readonly element: XmlElement;
      readonly attribute: XmlAttribute | undefined;
      readonly name: Span;
    }
  | {
      readonly kind: "attribute-value";
      readonly element: XmlElement;
      readonly attribute: XmlAttribute;
      /** Without quotes. */
      readonly value: Span;
      readonly quote: '"' | "'" | undefined;
      readonly closed: boolean;
    };

/** The place of an offset; undefined where nothing can be completed: in comments, CDATA, DOCTYPE, instructions, junk. */
export function placeAt(document: XmlDocument, offset: number): Place | undefined {
  const { text } = document;
  let parent: XmlElement | undefined;
  let content = document.content;
  for (;;) {
    const node = content.find((each) => holds(each, offset, text));
    if (node === undefined || node.kind === "text") return { kind: "content", parent, word: wordAt(text, offset) };
    if (node.kind === "stray") return strayPlace(node.span, parent, text, offset);
    if (node.kind !== "element") return undefined;
    if (!node.startTagClosed || offset < node.startTag.end) return startTagPlace(node, text, offset);
    const { endTag } = node;
    if (endTag && offset > endTag.span.start) {
      if (offset < endTag.nameSpan.start || offset > endTag.nameSpan.end) return undefined;
      return { kind: "end-tag", parent: node, name: endTag.nameSpan, closed: endTag.closed };
    }
    parent = node;
    content = node.content;
  }
}

/** True when an offset lies within a node; one that is still open also holds a cursor at its end. */
function holds(node: XmlNode, offset: number, text: string): boolean {
  const { start, end } = node.span;
  if (offset <= start) return false;
  if (offset < end) return true;
  if (node.kind === "element") {
    // Behind `<Receiver ` the next attribute is typed, although the blank is no part of the tag yet.
    if (!node.startTagClosed && node.endTag === undefined) return text.slice(end, offset).trim() === "";
    return offset === end && !node.selfClosing && node.endTag?.closed !== true;
  }
  if (offset > end) return false;
  if (node.kind === "stray") return !text.slice(start, end).endsWith(">");
  return node.kind !== "text" && !node.closed;
}

function strayPlace(whole: Span, parent: XmlElement | undefined, text: string, offset: number): Place | undefined {
  const typed = text.slice(whole.start, offset);
  if (/^<!(-|\[C?D?A?T?A?)?$/.test(typed)) return { kind: "markup", typed: span(whole.start + 1, offset) };
  if (!/^<\/[\w:.-]*$/.test(typed)) return undefined;
  let end = offset;
  while (isNameChar(text.charCodeAt(end))) end++;
  return { kind: "end-tag", parent, name: span(whole.start + 2, end), closed: text.charAt(end) === ">" };
}

function startTagPlace(element: XmlElement, text: string, offset: number): Place | undefined {
  const { nameSpan, startTag, startTagClosed, attributes, junk } = element;
  if (touches(nameSpan, offset)) {
    const bare = !startTagClosed && attributes.length === 0 && junk.length === 0;
    return { kind: "tag-name", element, bare };
  }
  if (element.name === "" || junk.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  if (startTagClosed && element.selfClosing && offset === startTag.end - 1) return undefined;
  const before = attributes.findLast((each) => each.span.start < offset);
  const between = before && text.slice(before.span.end, offset);
  if (before?.value && offset > before.value.span.start) {
    const { value } = before;
    const { inner, quote, closed } = value;
    if (offset <= inner.end)
      return { kind: "attribute-value", element, attribute: before, value: inner, quote, closed };
    // Blanks behind a value without its closing quote are part of it, until a line ends.
    if (!closed && between !== undefined && /^[ \t]*$/.test(between)) {
      return { kind: "attribute-value", element, attribute: before, value: span(inner.start, offset), quote, closed };
    }
  } else if (before?.value && before.equals && offset > before.nameSpan.end) return undefined;
  if (before && offset > before.nameSpan.end && before.equals === undefined && offset <= before.span.end) {
    return undefined;
  }
  if (before?.equals && !before.value) {
    if (offset > before.nameSpan.end && offset < before.equals.end) return undefined;
    if (offset >= before.equals.end && between !== undefined && /^[ \t]*$/.test(between)) {
      const empty = span(offset, offset);
      return { kind: "attribute-value", element, attribute: before, value: empty, quote: undefined, closed: false };
    }
  }
  if (before && offset <= before.nameSpan.end) {
    return { kind: "attribute-name", element, attribute: before, name: before.nameSpan };
  }
  return { kind: "attribute-name", element, attribute: undefined, name: span(offset, offset) };
}

/** The text without blanks or markup that touches an offset. */
function wordAt(text: string, offset: number): Span {
  const ends = (code: number) => Number.isNaN(code) || isSpace(code) || code === 60 || code === 62;
  let start = offset;
  while (!ends(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (!ends(text.charCodeAt(end))) end++;
  return span(start, end);
}
