import { lineBreakOf } from "../base/lines.ts";
import { type Edit, type Span, span } from "../base/span.ts";

import type { XmlComment, XmlDocument, XmlElement, XmlNode } from "../syntax/tree.ts";
import { isSoundTag, layOutTag } from "./format-tag.ts";
import { deeper, type FormatOptions, GapWriter, isSpaceOnly, type Layout, lineBreaksIn } from "./format-writer.ts";

/** An element whose content is being formatted; undefined for the document itself. */
interface Frame {
  readonly element: XmlElement | undefined;
  /** The child nodes without the white space between them. */
  readonly nodes: readonly XmlNode[];
  /** The indent of the nodes. */
  readonly indent: string;
  /** The indent of the end tag. */
  readonly endIndent: string;
  next: number;
}

/**
 * The white space to change so that each element stands on a line of its own with its level's indent.
 *
 * Only white space between elements and between attributes is ever written. Comments stay beside what they are beside,
 * blank lines stay, and so does everything within an element that has text, that keeps its space (`xml:space`), or that
 * is not written to its end: in a broken text it is not known what a blank belongs to. Formatting twice changes nothing
 * more. With a range, only what begins on its lines moves, and it follows what stands around it.
 */
export function format(document: XmlDocument, options: FormatOptions, range?: Span): readonly Edit[] {
  const { text, content } = document;
  if (content.some((node) => node.kind === "doctype" && keepsSpaceBySubset(text, node.internalSubset))) return [];
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const writer = new GapWriter(text, start, range ? wholeLines(text, range) : span(0, text.length));
  const layout: Layout = { ...options, lineBreak: lineBreakOf(text) };
  const frames: Frame[] = [{ element: undefined, nodes: nodesOf(content, text), indent: "", endIndent: "", next: 0 }];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const before = frame.nodes[frame.next - 1];
    const node = frame.nodes[frame.next++];
    if (!node) {
      if (frame.element) closeElement(writer, frame, before, layout);
      else finish(writer, before, layout);
      frames.pop();
      continue;
    }
    const old = writer.until(node.span.start);
    const first = before === undefined && frame.element === undefined;
    if (mayMove(before, node, old, first)) {
      // A comment moved in part would lose its layout.
      const moves =
        node.kind !== "comment" || writer.covers(node.span.end) || lineBreaksIn(textOf(node, text)).length === 0;
      const breaks = lineBreaksIn(old).join("") || (first ? "" : layout.lineBreak);
      if (moves) writer.put(node.span.start, breaks + frame.indent);
    }
    writer.keep(node.span.start);
    if (node.kind === "comment") shiftLines(writer, node, old, first);
    if (node.kind !== "element" || !isSound(node)) {
      writer.keep(node.span.end);
      continue;
    }
    const indent = writer.column.behind === 0 ? writer.column.indent : frame.indent;
    layOutTag(writer, node, layout);
    if (keepsSpace(node, text)) writer.keep(node.span.end);
    else
      frames.push({
        element: node,
        nodes: nodesOf(node.content, text),
        indent: deeper(indent, options),
        endIndent: indent,
        next: 0,
      });
  }
  return writer.edits;
}

/** The white space before an end tag. An element that contains only a few blanks keeps them: they may be its value. */
function closeElement(
  writer: GapWriter,
  { element, endIndent }: Frame,
  before: XmlNode | undefined,
  { lineBreak }: Layout,
) {
  if (!element?.endTag) return;
  const { start } = element.endTag.span;
  const breaks = lineBreaksIn(writer.until(start));
  const beside = breaks.length === 0 && (before === undefined || before.kind === "comment");
  if (!beside && isSoundNode(before)) writer.put(start, (breaks.join("") || lineBreak) + endIndent);
  writer.keep(element.span.end);
}

/** The end of the file, by the client's options. */
function finish(
  writer: GapWriter,
  before: XmlNode | undefined,
  { lineBreak, insertFinalNewline, trimFinalNewlines }: Layout,
): void {
  if (!before || !isSoundNode(before)) return;
  const { text } = writer;
  const breaks = lineBreaksIn(writer.until(text.length));
  const kept = trimFinalNewlines ? breaks.slice(0, 1) : breaks;
  writer.put(text.length, kept.join("") || (insertFinalNewline ? lineBreak : ""));
}

/** True where white space between two neighbours may be replaced by a line break and an indent. */
function mayMove(before: XmlNode | undefined, node: XmlNode, space: string, first: boolean): boolean {
  if (!isSoundNode(before) || !isSoundNode(node)) return false;
  const beside = !first && (before?.kind === "comment" || node.kind === "comment");
  return !beside || lineBreaksIn(space).length > 0;
}

/** True for a complete node, and for undefined. */
function isSoundNode(node: XmlNode | undefined): boolean {
  switch (node?.kind) {
    case undefined:
      return true;
    case "element":
      return isSound(node);
    case "comment":
    case "instruction":
    case "doctype":
      return node.closed;
    default:
      return false;
  }
}

function isSound(element: XmlElement): boolean {
  return isSoundTag(element) && (element.selfClosing || element.endTag?.closed === true);
}

/** True for an element whose content is text, or that keeps its white space by `xml:space`. */
export function keepsSpace({ selfClosing, content, attributes }: XmlElement, text: string): boolean {
  if (selfClosing) return true;
  if (attributes.some(({ name, value }) => name === "xml:space" && value?.raw === "preserve")) return true;
  return content.some((node) => node.kind === "cdata" || (node.kind === "text" && !isSpaceOnly(textOf(node, text))));
}

/** A DTD can set `xml:space` too. The formatter does not read DTDs: the word in the internal subset is enough. */
function keepsSpaceBySubset(text: string, subset: Span | undefined): boolean {
  return subset !== undefined && text.slice(subset.start, subset.end).includes("xml:space");
}

/**
 * Moves the other lines of a comment as far as its first, so that configuration in it keeps its layout. Where a line
 * begins further left than the first did, that is not possible, and all of them stay.
 */
function shiftLines(writer: GapWriter, comment: XmlComment, old: string, first: boolean): void {
  const { text } = writer;
  if (lineBreaksIn(old).length === 0 && !first) return;
  const before = old.slice(Math.max(old.lastIndexOf("\n"), old.lastIndexOf("\r")) + 1);
  const { indent: now, behind } = writer.column;
  if (before === now || behind > 0 || !isSpaceOnly(before)) return;
  const starts: number[] = [];
  for (const { index, 0: found } of textOf(comment, text).matchAll(/(?:\r\n|\r|\n)(?=[ \t]*[^ \t\r\n])/g)) {
    starts.push(comment.span.start + index + found.length);
  }
  if (!starts.every((start) => text.startsWith(before, start))) return;
  for (const start of starts) {
    writer.keep(start);
    writer.put(start + before.length, now);
  }
}

function nodesOf(content: readonly XmlNode[], text: string): readonly XmlNode[] {
  return content.filter((node) => node.kind !== "text" || !isSpaceOnly(textOf(node, text)));
}

function textOf(node: XmlNode, text: string): string {
  return text.slice(node.span.start, node.span.end);
}

/**
 * From the begin of a range's first line to the end of its last; a last line that contains
 * nothing of the range is excluded.
 */
function wholeLines(text: string, { start, end }: Span): Span {
  const before = text.slice(0, start);
  const first = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  if (end > start && /[\r\n]/.test(text.charAt(end - 1))) return span(first, end - 1);
  const rest = /[\r\n]/.exec(text.slice(end));
  return span(first, rest ? end + rest.index : text.length);
}
