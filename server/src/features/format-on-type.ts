import { indentOf } from "../base/indent.ts";
import { lineBreakOf } from "../base/lines.ts";
import { type Edit, span } from "../base/span.ts";
import { indentAt } from "../config/edits.ts";
import { pathAt } from "../syntax/path.ts";
import type { XmlDocument, XmlElement, XmlNode } from "../syntax/tree.ts";
import { keepsSpace } from "./format.ts";
import { isSoundTag, layOutTag } from "./format-tag.ts";
import { deeper, type FormatOptions, GapWriter, isSpaceOnly, smallest } from "./format-writer.ts";

/** The surroundings of an offset. */
interface Place {
  /** The innermost element around it. */
  readonly element: XmlElement | undefined;
  /** The child of the element, or of the document, that contains the offset; none in an element's own tags. */
  readonly node: XmlNode | undefined;
  /** The sibling before it. */
  readonly before: XmlNode | undefined;
  /** True where the white space between nodes must be kept. */
  readonly kept: boolean;
}

/**
 * The indent of a line that Enter has just begun: below the first attribute in a start tag, one level below the element
 * in its content. `offset` is anywhere in the white space at the beginning of the line.
 */
export function indentNewLine(document: XmlDocument, offset: number, options: FormatOptions): readonly Edit[] {
  const { text } = document;
  const lineStart = offset - lineBefore(text, offset).length;
  const old = indentOf(text.slice(lineStart));
  const indent = indentFor(document, lineStart - 1, lineStart + old.length, options);
  if (indent === undefined || indent === old) return [];
  return [smallest(lineStart, old, indent)];
}

/** Formats the tag whose `>` has just been typed: a start tag's attributes, an end tag's indent. */
export function layOutTypedTag(document: XmlDocument, offset: number, options: FormatOptions): readonly Edit[] {
  const { text } = document;
  const { element, kept } = placeOf(document, offset - 1);
  if (!element) return [];
  const { startTag, endTag } = element;
  if (endTag?.closed && endTag.span.end === offset) {
    const { start } = endTag.span;
    const old = indentAt(text, start);
    const alone = /[\r\n]/.test(text.charAt(start - old.length - 1));
    const now = indentAt(text, element.span.start);
    if (!alone || old === now || kept || keepsSpace(element, text)) return [];
    return [smallest(start - old.length, old, now)];
  }
  if (startTag.end !== offset || !isSoundTag(element)) return [];
  const lineStart = startTag.start - lineBefore(text, startTag.start).length;
  const writer = new GapWriter(text, lineStart, span(0, text.length));
  writer.keep(startTag.start);
  layOutTag(writer, element, { ...options, lineBreak: lineBreakOf(text) });
  return writer.edits;
}

/**
 * The indent for a line whose text begins at `start`, after the line break at `broken`; undefined where the white space
 * must be kept.
 */
function indentFor(document: XmlDocument, broken: number, start: number, options: FormatOptions): string | undefined {
  const { text } = document;
  if (broken < 0) return undefined;
  const { element, node, before, kept } = placeOf(document, broken);
  // Within a comment, a CDATA section, text and the like.
  if (node && !(node.kind === "text" && isSpaceOnly(text.slice(node.span.start, node.span.end)))) return undefined;
  // In a start tag being typed, the node ends before the line break.
  const typed = before?.kind === "element" ? before : element;
  if (typed && !typed.startTagClosed && isSpaceOnly(text.slice(typed.startTag.end, broken))) {
    return indentInTag(typed, text, broken, options);
  }
  if (!element) return "";
  if (broken < element.startTag.end) return indentInTag(element, text, broken, options);
  if (kept) return undefined;
  const own = indentAt(text, element.span.start);
  return start === element.endTag?.span.start ? own : deeper(own, options);
}

/** Below the first attribute, or one level deeper while there is none; undefined within a value. */
function indentInTag(
  { attributes, startTag }: XmlElement,
  text: string,
  broken: number,
  options: FormatOptions,
): string | undefined {
  if (attributes.some(({ value }) => value && value.inner.start <= broken && broken < value.inner.end))
    return undefined;
  const [first] = attributes;
  if (!first || broken < first.span.start) return deeper(indentAt(text, startTag.start), options);
  const before = lineBefore(text, first.span.start);
  const indent = indentAt(text, first.span.start);
  return indent + " ".repeat(before.length - indent.length);
}

/** The innermost element and node that contain the character at an offset. */
function placeOf(document: XmlDocument, offset: number): Place {
  let element: XmlElement | undefined;
  let kept = false;
  let inner: XmlNode | undefined;
  for (const node of pathAt(document, offset, "behind")) {
    if (node.kind !== "element") {
      inner = node;
      break;
    }
    element = node;
    const inTags = offset < node.startTag.end || (node.endTag !== undefined && offset >= node.endTag.span.start);
    if (inTags) return { element, node: undefined, before: undefined, kept };
    kept ||= keepsSpace(node, document.text);
  }
  const { content } = element ?? document;
  const before = content.findLast(({ span: { end }, kind }) => end <= offset && kind !== "text");
  return { element, node: inner, before, kept };
}

function lineBefore(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
}
