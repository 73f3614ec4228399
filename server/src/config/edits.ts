import { indentOf } from "../base/indent.ts";
import { lineBreakOf } from "../base/lines.ts";
import type { Edit, Span } from "../base/span.ts";
import { at, span } from "../base/span.ts";
import { isSpace } from "../syntax/scan.ts";
import type { XmlAttribute, XmlComment, XmlElement } from "../syntax/tree.ts";

/** Lines that are looked at for how a file is indented: the first ones tell. */
const LINES_LOOKED_AT = 200;

/** Escapes what may not stand in an attribute value between these quotes. */
export function escapeAttribute(value: string, quote: '"' | "'"): string {
  const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return quote === '"' ? escaped.replaceAll('"', "&quot;") : escaped.replaceAll("'", "&apos;");
}

/** Adds an attribute behind the last one, as the others are laid out: on the same line, or aligned on a line of its own. */
export function attributeInsertion(text: string, element: XmlElement, name: string, value: string): Edit {
  const written = `${name}="${escapeAttribute(value, '"')}"`;
  const last = element.attributes.at(-1);
  const separator = (last && gapBefore(text, last)) || " ";
  return { span: at(last ? last.span.end : element.nameSpan.end), newText: separator + written };
}

/** Takes an attribute and the white space before it out. */
export function attributeRemoval(text: string, attribute: XmlAttribute): Edit {
  const { start, end } = attribute.span;
  return { span: span(start - gapBefore(text, attribute).length, end), newText: "" };
}

/** The span of an element or a comment and, where it stands alone on its lines, of the line break and indent before it. */
export function nodeRemoval(text: string, node: XmlElement | XmlComment): Span {
  let { start, end } = node.span;
  let lineStart = start;
  while (lineStart > 0 && /[ \t]/.test(text.charAt(lineStart - 1))) lineStart--;
  let lineEnd = end;
  while (lineEnd < text.length && /[ \t]/.test(text.charAt(lineEnd))) lineEnd++;
  const aloneBefore = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  const aloneAfter = lineEnd === text.length || /[\r\n]/.test(text.charAt(lineEnd));
  if (aloneBefore && aloneAfter) {
    start = lineStart;
    if (text.startsWith("\r\n", lineEnd)) end = lineEnd + 2;
    else end = Math.min(lineEnd + 1, text.length);
  }
  return span(start, end);
}

/** The white space that stands right before an attribute; empty where it touches what is before it. */
function gapBefore(text: string, { span: { start } }: XmlAttribute): string {
  let from = start;
  while (from > 0 && isSpace(text.charCodeAt(from - 1))) from--;
  return text.slice(from, start);
}

/** Adds an element right before another, on a line of its own with the same indent. */
export function siblingInsertion(text: string, element: XmlElement, xml: string): Edit {
  return { span: at(element.span.start), newText: xml + lineBreakOf(text) + indentAt(text, element.span.start) };
}

/** Adds an element right behind another, on a line of its own with the same indent. */
export function insertionBehind(text: string, element: XmlElement, xml: string): Edit {
  return { span: at(element.span.end), newText: lineBreakOf(text) + indentAt(text, element.span.start) + xml };
}

/** The blanks and tabs that begin the line an offset is on. */
export function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) {
    start--;
    if (offset - start > LONG_LINE) return "";
  }
  return indentOf(text.slice(start, offset));
}

/** In characters. A longer line was not laid out by hand, so its indent is not looked for. */
const LONG_LINE = 10_000;

/** One step of indent: a tab, or as many blanks as the least indented line of a tag has; two where none is indented. */
export function indentUnit(text: string): string {
  let least = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const [, indent = ""] of text.matchAll(/^([ \t]+)</gm)) {
    if (indent.startsWith("\t")) return "\t";
    least = Math.min(least, indent.length);
    if (++looked >= LINES_LOOKED_AT) break;
  }
  return " ".repeat(least <= 8 ? least : 2);
}

/** Puts lines of XML into an element before all it holds, each indented once more than the line the element is on. */
export function childInsertion(text: string, element: XmlElement, lines: readonly string[]): Edit {
  const outer = lineBreakOf(text) + indentAt(text, element.span.start);
  const inner = lines.map((line) => outer + indentUnit(text) + line).join("");
  const { end } = element.startTag;
  if (!element.selfClosing) return { span: at(end), newText: inner };
  const slash = text.slice(0, end - "/>".length).trimEnd().length;
  return { span: span(slash, end), newText: `>${inner}${outer}</${element.name}>` };
}
