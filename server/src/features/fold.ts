import type { Lines } from "../base/lines.ts";
import type { XmlComment, XmlDocument, XmlElement } from "../syntax/tree.ts";
import { walkNodes } from "../syntax/walk.ts";

/** Lines, from 0, that can be folded: the first stays visible. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: "comment" | "region";
}

/** `<!-- region Nodes -->`, `<!-- #region Nodes -->`, and their ends. */
const REGION = /^\s*#?(end)?region\b/i;

/**
 * The foldable ranges, in the order of the text. They consist of whole lines, which every client supports; the line of
 * an end tag stays visible. Of more than `limit`, the largest are kept: they contain the others.
 */
export function foldingRanges({ document, lines }: { document: XmlDocument; lines: Lines }, limit?: number): Fold[] {
  const folds: Fold[] = [];
  const regions: number[] = [];
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  const add = (startLine: number, endLine: number, kind?: Fold["kind"]): boolean => {
    if (endLine <= startLine) return false;
    folds.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
    return true;
  };

  const addElement = (element: XmlElement) => {
    const { startTag, selfClosing } = element;
    const first = lineOf(startTag.start);
    const last = selfClosing ? first : lastLineOf(element, document.text, lineOf);
    const tagEnd = lineOf(startTag.end);
    if (add(first, last)) {
      // Attributes on lines of their own stay visible when only the content is folded.
      if (tagEnd > first) add(tagEnd, last);
      return;
    }
    const mark = startTag.end - (selfClosing ? 2 : 1);
    const markAlone = element.startTagClosed && isBlank(document.text, lines.startOf(tagEnd), mark);
    add(first, markAlone ? tagEnd - 1 : tagEnd);
  };

  const addComment = ({ inner, span }: XmlComment) => {
    const region = REGION.exec(document.text.slice(inner.start, Math.min(inner.end, inner.start + 40)));
    const line = lineOf(span.start);
    if (region?.[1] === undefined) {
      if (region) regions.push(line);
      add(line, lineOf(span.end), "comment");
    } else {
      const start = regions.pop();
      if (start !== undefined) add(start, line, "region");
    }
  };

  for (const node of walkNodes(document)) {
    if (node.kind === "element") addElement(node);
    else if (node.kind === "comment") addComment(node);
    else if (node.kind !== "text" && node.kind !== "stray") add(lineOf(node.span.start), lineOf(node.span.end));
  }
  return largest(folds, limit).sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The line before the end tag; of an element without one, its last line that is not blank. */
function lastLineOf({ span, endTag }: XmlElement, text: string, lineOf: (offset: number) => number): number {
  if (endTag) return lineOf(endTag.span.start) - 1;
  let { end } = span;
  while (end > span.start && isBlank(text, end - 1, end)) end--;
  return lineOf(end);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) if (text.charCodeAt(offset) > 32) return false;
  return true;
}

function largest(folds: Fold[], limit: number | undefined): Fold[] {
  if (limit === undefined || folds.length <= limit) return folds;
  return folds.sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, Math.max(0, limit));
}
