import { type Span, span } from "../base/span.ts";
import { SpanSet } from "../base/span-set.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Fix } from "../rules/rule.ts";
import { MOST_TEMPLATES } from "../syntax/template.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fixesOf } from "./fix-all.ts";
import { blocksIn, innermost } from "./template-blocks.ts";

/** Containers: what Tomcat makes of one does not depend on its siblings. */
const CONTAINERS = new Set(["Server", "Service", "Engine", "Host", "Context", "Cluster", "web-app"]);

/**
 * The findings that hold for a file that another tool fills in first: none about what it writes, repeats or chooses,
 * and none where it may add what seems to be missing, but for those about a literal value in such a part. Whole elements
 * in a condition are as they stand there, or are not there at all. All are mended one by one, by the template's author.
 */
export function besideTemplates(file: ConfigFile, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!file.template || diagnostics.length === 0) return diagnostics;
  const { document } = file;
  const marks = [...document.templates, ...tokensIn(document.text)];
  const { uncertain, whole } = blocksIn(document);
  const hidden = new SpanSet([...marks, ...uncertain]);
  const inParts = new SpanSet([...marks, ...uncertain, ...whole]);
  const { filled, inTags } = filledIn(document, marks);
  const isMarked = new SpanSet(marks);
  /** A literal value stays what it is, however often the part it stands in is written. */
  const sure = new Set(
    diagnostics.filter(({ ofValue, at }) => {
      const element = ofValue && document.root && innermost(document.root, at.start);
      return element && !inTags.has(element) && !isMarked.overlaps(at);
    }),
  );
  return diagnostics
    .filter((diagnostic) => {
      const { code, syntax, at, related = [] } = diagnostic;
      if (sure.has(diagnostic)) return true;
      // A template leaves comments as they are; of the mistakes in the XML, only those in comments are certain.
      if (syntax) return code === IN_COMMENT && !inParts.overlaps(commentAround(at, document.text));
      const places = [at, ...related.filter((place) => place.file === file).map((place) => place.at)];
      if (places.some((place) => hidden.overlaps(place)) || mayBeFilled(at, document, filled)) return false;
      // What stands in two parts is seldom written together.
      return new Set(places.map((place) => whole.findLast((each) => isIn(place, each)))).size === 1;
    })
    .map((diagnostic) => {
      const { automatic: _, fix: _offered, ...said } = diagnostic;
      const fix = fixesOf(diagnostic).filter((each) => !touches(each, sure.has(diagnostic) ? isMarked : hidden));
      return fix.length > 0 ? { ...said, fix } : said;
    });
}

const IN_COMMENT = "double-hyphen-in-comment";

function commentAround({ start, end }: Span, text: string): Span {
  const close = text.indexOf("-->", end);
  return span(Math.max(text.lastIndexOf("<!--", start), 0), close < 0 ? text.length : close);
}

/** `@TOKEN@` and `#TOKEN#`, which no parser has to know. */
function tokensIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: token, index } of text.matchAll(/@[A-Za-z][A-Za-z0-9_.-]*@|#[A-Z][A-Z0-9_]+#/g)) {
    // Behind so many, nothing is said of the rest.
    const last = found.length === MOST_TEMPLATES;
    found.push(span(index, last ? text.length : index + token.length));
    if (last) break;
  }
  return found;
}

interface FilledIn {
  /** The elements that another tool may give attributes or children: its marks stand in them, and not in a value. */
  readonly filled: ReadonlySet<XmlElement>;
  /** Those that it may give attributes. */
  readonly inTags: ReadonlySet<XmlElement>;
}

function filledIn({ root }: XmlDocument, marks: readonly Span[]): FilledIn {
  const filled = new Set<XmlElement>();
  const inTags = new Set<XmlElement>();
  for (const each of marks) {
    const element = root && innermost(root, each.start);
    if (!element || element.attributes.some(({ value }) => value && overlap(value.span, each))) continue;
    filled.add(element);
    if (overlap(element.startTag, each)) inTags.add(element);
  }
  return { filled, inTags };
}

/** True where what seems missing may come from the template: into this element or one around it in its container. */
function mayBeFilled({ start }: Span, { root }: XmlDocument, filled: ReadonlySet<XmlElement>): boolean {
  for (let element = root && innermost(root, start); element; element = element.parent) {
    if (filled.has(element)) return true;
    if (CONTAINERS.has(element.name)) return false;
  }
  return false;
}

/** True where an edit would change what belongs to the template, in this file or another one. */
function touches({ edits, elsewhere = [] }: Fix, hidden: SpanSet): boolean {
  if (edits.some((edit) => hidden.overlaps(edit.span))) return true;
  return elsewhere.some(({ file }) => "template" in file && file.template);
}

function isIn(place: Span, block: Span): boolean {
  return block.start <= place.start && place.end <= block.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
