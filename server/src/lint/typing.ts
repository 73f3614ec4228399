import { differenceOf } from "../base/difference.ts";
import { contains, type Span, touches } from "../base/span.ts";
import type { XmlDocument, XmlElement, XmlNode } from "../syntax/tree.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A change of a text: the offset it ends at, and the text it wrote. */
export function changeBetween(before: string, after: string): Span {
  return differenceOf(before, after).after;
}

/**
 * Tells whether a finding speaks of what is not written to its end yet, after a change of the text:
 *
 * - of the change itself, or the tag, end tag or comment it ends in;
 * - of the start tag of an element around it, or of a sibling: what a rule misses there may come next;
 * - of anything in an element around it that has no end tag yet, unless it is a mistake of the XML itself.
 */
export function unfinishedAfter(document: XmlDocument, change: Span): (diagnostic: Diagnostic) => boolean {
  const cursor = change.end;
  const { text } = document;
  const written: Span[] = [change];
  const around: XmlElement[] = [];
  let siblings = true;
  let content = document.content;
  for (;;) {
    const node = content.find((each) => each.span.start < cursor && cursor <= reachOf(each, text));
    if (node === undefined || node.kind === "text") break;
    if (node.kind !== "element") {
      written.push(node.span);
      break;
    }
    const { startTag, endTag } = node;
    if (!node.startTagClosed || cursor < startTag.end) {
      written.push(startTag);
      // A change in an element that is whole changes nothing about its siblings.
      siblings = !node.startTagClosed || touches(node.nameSpan, cursor);
      break;
    }
    if (node.selfClosing) break;
    if (endTag && cursor > endTag.span.start) {
      if (!endTag.closed) written.push(endTag.span);
      break;
    }
    around.push(node);
    content = node.content;
  }
  const parent = siblings ? around.at(-1)?.span : undefined;
  const open = around.find((each) => each.endTag === undefined);
  return ({ at, syntax }) => {
    if (written.some((each) => contains(each, at))) return true;
    if (around.some((each) => contains(each.startTag, at) && !(syntax && each.endTag))) return true;
    if (syntax) return false;
    return (parent !== undefined && contains(parent, at)) || (open !== undefined && contains(open.span, at));
  };
}

/** Where a cursor may still be typing a node: for a tag without an end, also behind blanks. */
function reachOf(node: XmlNode, text: string): number {
  if (node.kind !== "element" || node.startTagClosed) return node.span.end;
  return node.span.end + text.slice(node.span.end).search(/\S|$/);
}
