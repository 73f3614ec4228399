import { type Span, span } from "../base/span.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";
import { type Column, deeper, type FormatOptions, type GapWriter, indentWidth, lineBreaksIn } from "./format-writer.ts";

/** A place for white space in a start tag, and what shall stand there. */
interface Gap {
  readonly at: Span;
  readonly space: string;
}

/** What a start tag is laid out by. */
interface TagLayout {
  readonly text: string;
  /** Where the tag begins on its line. */
  readonly column: Column;
  readonly lineBreak: string;
  readonly options: FormatOptions;
}

/** True for a start tag that is written out, so that white space between its attributes means nothing. */
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
export function layOutTag(
  writer: GapWriter,
  element: XmlElement,
  text: string,
  lineBreak: string,
  options: FormatOptions,
): void {
  const layout: TagLayout = { text, column: writer.column, lineBreak, options };
  const asWritten = gapsOf(element, layout, false);
  const wide = widest(element, layout, asWritten) > options.printWidth;
  for (const { at, space } of wide ? gapsOf(element, layout, true) : asWritten) {
    writer.keep(at.start);
    writer.put(at.end, space);
  }
  writer.keep(element.startTag.end);
}

/** The gaps of a start tag in order: before each attribute, around each `=`, and before the end. */
function gapsOf(
  { attributes, nameSpan, startTag, selfClosing }: XmlElement,
  { text, column, lineBreak, options }: TagLayout,
  eachOnItsLine: boolean,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const breakIn = (gap: Span) => lineBreaksIn(text.slice(gap.start, gap.end))[0];
  const hanging = deeper(column.indent, options);
  const far = column.behind + (nameSpan.end - startTag.start) + 1;
  // Behind a long comment there is no room to align.
  let aligned = column.indent.length + far < options.printWidth ? column.indent + " ".repeat(far) : hanging;
  let behind = nameSpan.end;
  attributes.forEach((attribute, index) => {
    const gap = span(behind, attribute.span.start);
    const written = breakIn(gap);
    // An author who begins below the name wants the attributes indented rather than aligned.
    if (index === 0 && written !== undefined) aligned = hanging;
    const breaks = written ?? (eachOnItsLine && index > 0 ? lineBreak : undefined);
    // Values without a blank between them are a mistake, which the formatter does not mend.
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

/** Columns of the widest line a start tag is on, with these gaps. */
function widest({ startTag }: XmlElement, { text, column, options }: TagLayout, gaps: readonly Gap[]): number {
  let laidOut = "";
  let behind = startTag.start;
  for (const { at, space } of gaps) {
    laidOut += text.slice(behind, at.start) + space;
    behind = at.end;
  }
  laidOut += text.slice(behind, startTag.end);
  const widths = laidOut.split(/\r\n|\r|\n/).map((line) => indentWidth(line, options.tabSize));
  const [first = 0, ...others] = widths;
  return others.reduce(
    (most, width) => Math.max(most, width),
    first + indentWidth(column.indent, options.tabSize) + column.behind,
  );
}
