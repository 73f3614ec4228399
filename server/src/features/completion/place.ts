import { type Span, span, touches } from "../../base/span.ts";
import { pathAt } from "../../syntax/path.ts";
import { isNameChar, isSpace } from "../../syntax/scan.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "../../syntax/tree.ts";

/** The kind of place in XML at which a cursor is. */
export type CursorPlace =
  /** Between tags; `word` is the typed part of a text, and `parent` the element around it. */
  | { readonly kind: "content"; readonly parent: XmlElement | undefined; readonly word: Span }
  /** Behind `<`; `bare` while the element has nothing but its name. */
  | { readonly kind: "tag-name"; readonly element: XmlElement; readonly bare: boolean }
  /** Behind `</` within `parent`. */
  | { readonly kind: "end-tag"; readonly parent: XmlElement | undefined; readonly name: Span; readonly closed: boolean }
  /** Behind `<!`: the beginning of a comment or a CDATA section. `typed` leaves out `<`. */
  | { readonly kind: "markup"; readonly typed: Span }
  /** At an attribute's name or where one may be; `attribute` is the one under the cursor. */
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

/**
 * The place of an offset; undefined where nothing can be completed: in comments, CDATA, DOCTYPE, instructions, and
 * junk.
 */
export function placeAt(document: XmlDocument, offset: number): CursorPlace | undefined {
  const { text } = document;
  let parent: XmlElement | undefined;
  for (const node of pathAt(document, offset, "typing")) {
    if (node.kind === "text") break;
    if (node.kind === "stray") return strayPlace(node.span, parent, text, offset);
    if (node.kind !== "element") return undefined;
    if (!node.startTagClosed || offset < node.startTag.end) return startTagPlace(node, text, offset);
    const { endTag } = node;
    if (endTag && offset > endTag.span.start) {
      if (offset < endTag.nameSpan.start || offset > endTag.nameSpan.end) return undefined;
      return { kind: "end-tag", parent: node, name: endTag.nameSpan, closed: endTag.closed };
    }
    parent = node;
  }
  return { kind: "content", parent, word: wordAt(text, offset) };
}

function strayPlace(
  whole: Span,
  parent: XmlElement | undefined,
  text: string,
  offset: number,
): CursorPlace | undefined {
  const typed = text.slice(whole.start, offset);
  if (/^<!(-|\[C?D?A?T?A?)?$/.test(typed)) return { kind: "markup", typed: span(whole.start + 1, offset) };
  if (!/^<\/[\w:.-]*$/.test(typed)) return undefined;
  let end = offset;
  while (isNameChar(text.charCodeAt(end))) end++;
  return { kind: "end-tag", parent, name: span(whole.start + 2, end), closed: text.charAt(end) === ">" };
}

function startTagPlace(element: XmlElement, text: string, offset: number): CursorPlace | undefined {
  const { nameSpan, startTag, startTagClosed, selfClosing, attributes, junk } = element;
  if (touches(nameSpan, offset)) {
    const bare = !startTagClosed && attributes.length === 0 && junk.length === 0;
    return { kind: "tag-name", element, bare };
  }
  const betweenSlashAndEnd = selfClosing && offset === startTag.end - 1;
  const inJunk = junk.some(({ start, end }) => start < offset && offset <= end);
  if (element.name === "" || betweenSlashAndEnd || inJunk) return undefined;
  const attribute = attributes.findLast(({ span: { start } }) => start < offset);
  const place = attribute ? attributePlace(attribute, text, offset) : "behind";
  return place === "behind"
    ? { kind: "attribute-name", element, attribute: undefined, name: span(offset, offset) }
    : place;
}

/** The place within an attribute that begins before an offset; `behind` is the place after it. */
function attributePlace(attribute: XmlAttribute, text: string, offset: number): CursorPlace | "behind" | undefined {
  const { element, nameSpan, equals, value } = attribute;
  if (offset <= nameSpan.end) return { kind: "attribute-name", element, attribute, name: nameSpan };
  if (!equals) return "behind";
  if (offset < equals.end) return undefined;
  const blanksFrom = (start: number) => /^[ \t]*$/.test(text.slice(start, offset));
  const inValue = { kind: "attribute-value", element, attribute } as const;
  if (!value) {
    if (!blanksFrom(equals.end)) return "behind";
    return { ...inValue, value: span(offset, offset), quote: undefined, closed: false };
  }
  const { inner, quote, closed } = value;
  if (offset < inner.start) return undefined;
  if (offset <= inner.end) return { ...inValue, value: inner, quote, closed };
  // Blanks behind a value without its closing quote are part of it, until a line ends.
  if (!closed && blanksFrom(inner.end)) return { ...inValue, value: span(inner.start, offset), quote, closed };
  return "behind";
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
