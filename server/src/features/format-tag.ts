import { type Span, span } from "../base/span.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";
import { type Column, deeper, type GapWriter, indentWidth, type Layout, lineBreaksIn } from "./format-writer.ts";

/** A place for white space in a start tag, with its new text. */
interface Gap {
  readonly at: Span;
  readonly space: string;
}

/** The input for the layout of a start tag. */
interface TagLayout extends Layout {
  readonly text: string;
  /** The column at which the tag begins. */
  readonly column: Column;
}

/** True for a complete start tag, in which white space between attributes has no meaning. */
export function isSoundTag({ name, startTagClosed, junk, attributes }: XmlElement): boolean {
  return name !== "" && startTagClosed && junk.length === 0 && attributes.every(isSoundAttribute);
}

function isSoundAttribute({ value }: XmlAttribute): boolean {
  return value?.quote !== undefined && value.closed;
}

/**
 * Lays out a sound start tag, from its `<` to behind its `>`.
 *
 * The author's lines stay: an attribute on a line of its own is aligned with the first one, others stay on their line.
 * Where a line is then wider than the print width, each attribute gets a line.
 */
export function layOutTag(writer: GapWriter, element: XmlElement, layout: Layout): void {
  const ofTag: TagLayout = { ...layout, text: writer.text, column: writer.column };
  const asWritten = gapsOf(element, ofTag, false);
  const wide = widest(element, ofTag, asWritten) > layout.printWidth;
  for (const { at, space } of wide ? gapsOf(element, ofTag, true) : asWritten) {
    writer.keep(at.start);
    writer.put(at.end, space);
  }
  writer.keep(element.startTag.end);
}

/** The gaps of a start tag in order: before each attribute, around each `=`, and before the end. */
function gapsOf(
  { attributes, nameSpan, startTag, selfClosing }: XmlElement,
  layout: TagLayout,
  eachOnItsLine: boolean,
): readonly Gap[] {
  const { text, column, lineBreak } = layout;
  const gaps: Gap[] = [];
  const breakIn = (gap: Span) => lineBreaksIn(text.slice(gap.start, gap.end))[0];
  const hanging = deeper(column.indent, layout);
  const far = column.behind + (nameSpan.end - startTag.start) + 1;
  // After a long comment on the line there is no room to align.
  let aligned = column.indent.length + far < layout.printWidth ? column.indent + " ".repeat(far) : hanging;
  let behind = nameSpan.end;
  attributes.forEach((attribute, index) => {
    const gap = span(behind, attribute.span.start);
    const written = breakIn(gap);
    // A first attribute on its own line shows that attributes are indented and not aligned.
    if (index === 0 && written !== undefined) aligned = hanging;
    const breaks = written ?? (eachOnItsLine && index > 0 ? lineBreak : undefined);
    // A missing blank between attributes is a mistake, which the formatter does not correct.
    const none = gap.start === gap.end;
    gaps.push({ at: gap, space: none ? "" : breaks === undefined ? " " : breaks + aligned });
    const { equals, value, nameSpan: name } = attribute;
    if (equals && value) {
      gaps.push({ at: span(name.end, equals.start), space: "" }, { at: span(equals.end, value.span.start), space: "" });
    }
    behind = attribute.span.end;
  });
  const last = span(behind, startTag.end - (selfClosing ? 2 : 1));
  const written = breakIn(last);
  const blank = selfClosing && last.start < last.end ? " " : "";
  gaps.push({ at: last, space: written === undefined ? blank : written + aligned });
  return gaps;
}

/** The width in columns of the widest line of a start tag with these gaps. */
function widest({ startTag }: XmlElement, { text, column, tabSize }: TagLayout, gaps: readonly Gap[]): number {
  let laidOut = "";
  let behind = startTag.start;
  for (const { at, space } of gaps) {
    laidOut += text.slice(behind, at.start) + space;
    behind = at.end;
  }
  laidOut += text.slice(behind, startTag.end);
  const widths = laidOut.split(/\r\n|\r|\n/).map((line) => indentWidth(line, tabSize));
  const [first = 0, ...others] = widths;
  return others.reduce(
    (most, width) => Math.max(most, width),
    first + indentWidth(column.indent, tabSize) + column.behind,
  );
}
