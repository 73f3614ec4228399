import { touches } from "../base/span.ts";
import type { XmlDocument, XmlElement, XmlNode } from "./tree.ts";

/**
 * Which node an offset belongs to where two meet:
 *
 * - `behind`: the one the character behind the offset is in;
 * - `before`: the one the character before it is in;
 * - `touching`: either, and of two that meet the one that begins there;
 * - `typing`: the one that takes what is typed there. That is between its ends, or behind it while it is unfinished.
 */
export type Lean = "behind" | "before" | "touching" | "typing";

/** The nodes around an offset, outermost first. A loop: documents may be nested deeper than the stack. */
export function pathAt({ content, text }: XmlDocument, offset: number, lean: Lean): readonly XmlNode[] {
  const path: XmlNode[] = [];
  // Looked for once, and not anew behind each unfinished node.
  const written = lean === "typing" ? text.slice(0, offset).trimEnd().length : offset;
  for (let nodes = content; ; ) {
    const node = nodeAt(nodes, lean, { offset, written, text });
    if (!node) return path;
    path.push(node);
    if (node.kind !== "element") return path;
    nodes = node.content;
  }
}

/** The elements of `pathAt`. */
export function elementsAt(document: XmlDocument, offset: number, lean: Lean): readonly XmlElement[] {
  return pathAt(document, offset, lean).filter((node) => node.kind === "element");
}

interface Cursor {
  readonly offset: number;
  /** Where the last sign before it ends that is no blank. */
  readonly written: number;
  readonly text: string;
}

function nodeAt(nodes: readonly XmlNode[], lean: Lean, cursor: Cursor): XmlNode | undefined {
  const { offset } = cursor;
  switch (lean) {
    case "behind":
      return nodes.find(({ span: { start, end } }) => start <= offset && offset < end);
    case "before":
      return nodes.find(({ span: { start, end } }) => start < offset && offset <= end);
    case "touching":
      return nodes.findLast(({ span }) => touches(span, offset));
    case "typing":
      return nodes.find((node) => takesTyped(node, cursor));
  }
}

function takesTyped(node: XmlNode, { offset, written, text }: Cursor): boolean {
  const { start, end } = node.span;
  if (offset <= start) return false;
  if (offset < end) return true;
  if (node.kind === "element") {
    // Behind `<Receiver ` the next attribute is typed, although the blank is no part of the tag yet.
    if (!node.startTagClosed && node.endTag === undefined) return end >= written;
    return offset === end && !node.selfClosing && node.endTag?.closed !== true;
  }
  if (offset > end) return false;
  if (node.kind === "stray") return !text.slice(start, end).endsWith(">");
  return node.kind !== "text" && !node.closed;
}
