import type { Span } from "../base/span.ts";
import { span } from "../base/span.ts";
import { decodeValue, findValueEnd, isNameStart, skipName, skipSpace } from "./scan.ts";
import { templatesIn, withoutTemplates } from "./template.ts";
import type { XmlAttribute, XmlDocument, XmlElement, XmlEndTag, XmlNode, XmlValue } from "./tree.ts";

/**
 * Parses any text into its tolerant tree; never throws and never recurses, so depth is bounded by memory alone.
 *
 * Recovery follows what people mistype: a forgotten quote ends at the line or the next attribute, a start tag without
 * `>` ends at the next `<`, an end tag closes the nearest open element of its name, and a comment inside a start
 * tag does not end it. What belongs to a template is opaque: quotes and brackets in it are not XML's.
 */
export function parse(text: string): XmlDocument {
  return new Parser(text, templatesIn(text)).document();
}

type Building<T> = { -readonly [K in keyof T]: T[K] };
type OpenElement = Building<Omit<XmlElement, "content" | "elements" | "attributes" | "junk">> & {
  content: XmlNode[];
  elements: XmlElement[];
  attributes: XmlAttribute[];
  junk: Span[];
};

class Parser {
  /** The text as it is written. */
  readonly #source: string;
  /** What is read: the same without what belongs to a template. */
  readonly #text: string;
  readonly #templates: readonly Span[];
  /** How many of the templates lie before the start tag that is read. */
  #passed = 0;
  #position = 0;
  /** The first `--!>` not before where it was last looked for; -1 where there is none any more. */
  #wrongEnd = 0;
  readonly #content: XmlNode[] = [];
  readonly #open: OpenElement[] = [];

  constructor(text: string, templates: readonly Span[]) {
    this.#source = text;
    this.#templates = templates;
    this.#text = templates.length > 0 ? withoutTemplates(text, templates) : text;
  }

  document(): XmlDocument {
    const text = this.#text;
    if (text.charCodeAt(0) === 0xfeff) this.#position = 1;
    while (this.#position < text.length) this.#node();
    while (this.#open.length > 0) this.#pop(undefined);
    const content = this.#content;
    return {
      text: this.#source,
      templates: this.#templates,
      content,
      root: content.find((node) => node.kind === "element"),
    };
  }

  #add(node: XmlNode): void {
    const parent = this.#open.at(-1);
    (parent?.content ?? this.#content).push(node);
    if (parent && node.kind === "element") parent.elements.push(node);
  }

  #node(): void {
    const text = this.#text;
    const start = this.#position;
    if (text.charAt(start) !== "<") {
      const next = text.indexOf("<", start);
      this.#position = next < 0 ? text.length : next;
      this.#add({ kind: "text", span: span(start, this.#position) });
    } else if (text.startsWith("<!--", start)) this.#comment();
    else if (text.startsWith("<![CDATA[", start)) {
      const closed = this.#skipPast("]]>", start + 9);
      this.#add({ kind: "cdata", span: span(start, this.#position), closed });
    } else if (text.startsWith("<?", start)) {
      const target = text.slice(start + 2, skipName(text, start + 2));
      const closed = this.#skipPast("?>", start + 2);
      this.#add({ kind: "instruction", span: span(start, this.#position), target, closed });
    } else if (text.startsWith("<!DOCTYPE", start)) this.#doctype();
    else if (text.startsWith("</", start)) this.#endTag();
    else if (text.startsWith("<!", start) || text.startsWith("<%", start)) {
      this.#skipPast(text.charAt(start + 1) === "%" ? "%>" : ">", start + 2);
      this.#add({ kind: "stray", span: span(start, this.#position), what: "markup" });
    } else this.#startTag();
  }

  /** Moves behind the next `mark`, or to the end of the text when there is none. */
  #skipPast(mark: string, from: number): boolean {
    const found = this.#text.indexOf(mark, from);
    this.#position = found < 0 ? this.#text.length : found + mark.length;
    return found >= 0;
  }

  #comment(): void {
    const start = this.#position;
    const right = this.#text.indexOf("-->", start + 4);
    const wrong = this.#nextWrongEnd(start + 4);
    if (wrong >= 0 && (right < 0 || wrong < right)) {
      this.#position = wrong + 4;
      this.#add({
        kind: "comment",
        span: span(start, this.#position),
        closed: false,
        inner: span(start + 4, wrong),
      });
      return;
    }
    const end = right < 0 ? this.#text.length : right;
    this.#position = right < 0 ? end : right + 3;
    this.#add({
      kind: "comment",
      span: span(start, this.#position),
      closed: right >= 0,
      inner: span(Math.min(start + 4, end), end),
    });
  }

  /** Where the next `--!>` stands, or -1. Looked for anew only when it was passed: many comments cost what one does. */
  #nextWrongEnd(from: number): number {
    if (this.#wrongEnd !== -1 && this.#wrongEnd < from) this.#wrongEnd = this.#text.indexOf("--!>", from);
    return this.#wrongEnd;
  }

  #doctype(): void {
    const text = this.#text;
    const start = this.#position;
    const nameStart = skipSpace(text, start + 9);
    const name = text.slice(nameStart, skipName(text, nameStart));
    let internalSubset: Span | undefined;
    let position = nameStart + name.length;
    while (position < text.length && text.charAt(position) !== ">") {
      const char = text.charAt(position);
      if (char === '"' || char === "'") {
        const close = text.indexOf(char, position + 1);
        position = close < 0 ? text.length : close + 1;
      } else if (char === "[") {
        const end = subsetEnd(text, position + 1);
        internalSubset = span(position + 1, end);
        position = Math.min(end + 1, text.length);
      } else if (char === "<") break;
      else position++;
    }
    const closed = text.charAt(position) === ">";
    this.#position = closed ? position + 1 : position;
    this.#add({ kind: "doctype", span: span(start, this.#position), closed, name, internalSubset });
  }

  #endTag(): void {
    const text = this.#text;
    const start = this.#position;
    const nameEnd = skipName(text, start + 2);
    const name = this.#source.slice(start + 2, nameEnd);
    const afterName = skipSpace(text, nameEnd);
    const closed = text.charAt(afterName) === ">";
    this.#position = closed ? afterName + 1 : nameEnd;
    const open = name === "" ? -1 : this.#open.findLastIndex((element) => element.name === name);
    if (open < 0) {
      this.#add({ kind: "stray", span: span(start, this.#position), what: "end-tag" });
      return;
    }
    while (this.#open.length > open + 1) this.#pop(undefined, start);
    this.#pop({ span: span(start, this.#position), nameSpan: span(start + 2, nameEnd), closed });
  }

  #startTag(): void {
    const text = this.#text;
    const start = this.#position;
    const nameEnd = skipName(text, start + 1);
    const element: OpenElement = {
      kind: "element",
      span: span(start, nameEnd),
      name: this.#source.slice(start + 1, nameEnd),
      nameSpan: span(start + 1, nameEnd),
      startTag: span(start, nameEnd),
      startTagClosed: false,
      selfClosing: false,
      attributes: [],
      junk: [],
      endTag: undefined,
      content: [],
      elements: [],
      parent: this.#open.at(-1),
    };
    this.#position = nameEnd;
    this.#add(element);
    if (element.name === "") return;
    this.#insideTag(element);
    element.startTag = span(start, this.#position);
    element.span = element.startTag;
    if (!element.selfClosing) this.#open.push(element);
  }

  #insideTag(element: OpenElement): void {
    const text = this.#text;
    let end = this.#position;
    for (;;) {
      this.#position = skipSpace(text, end);
      const start = this.#position;
      this.#addTemplates(element, end, start);
      if (text.startsWith("/>", start) || text.charAt(start) === ">") {
        element.selfClosing = text.charAt(start) === "/";
        element.startTagClosed = true;
        this.#position = start + (element.selfClosing ? 2 : 1);
        return;
      }
      const junkEnd = this.#junkEnd(start);
      if (junkEnd === undefined) {
        // Tag breaks off here; the white space before the next tag belongs to the content.
        this.#position = end;
        return;
      }
      if (junkEnd > start) {
        element.junk.push(span(start, junkEnd));
        end = junkEnd;
      } else end = this.#attribute(element, start);
    }
  }

  /** What of a template stands between two attributes is none of them. */
  #addTemplates(element: OpenElement, from: number, to: number): void {
    for (let each = this.#templates[this.#passed]; each && each.start < to; each = this.#templates[++this.#passed]) {
      if (each.start >= from) element.junk.push(each);
    }
  }

  /** End of what does not belong into a tag; `start` itself where an attribute begins; undefined where the tag ends. */
  #junkEnd(start: number): number | undefined {
    const text = this.#text;
    if (start >= text.length) return undefined;
    for (const [open, close] of JUNK_PAIRS) {
      if (!text.startsWith(open, start)) continue;
      const end = text.indexOf(close, start + open.length);
      return end < 0 ? undefined : end + close.length;
    }
    if (text.charAt(start) === "<") return undefined;
    if (isNameStart(text.charCodeAt(start))) return start;
    let end = start + 1;
    while (end < text.length && !/[\s<>/]/.test(text.charAt(end)) && !isNameStart(text.charCodeAt(end))) end++;
    return end;
  }

  #attribute(element: OpenElement, start: number): number {
    const text = this.#text;
    const nameEnd = skipName(text, start);
    const equalsAt = skipSpace(text, nameEnd);
    const equals = text.charAt(equalsAt) === "=" ? span(equalsAt, equalsAt + 1) : undefined;
    const value = equals && this.#value(skipSpace(text, equals.end));
    const end = value?.span.end ?? equals?.end ?? nameEnd;
    const name = this.#source.slice(start, nameEnd);
    element.attributes.push({ span: span(start, end), name, nameSpan: span(start, nameEnd), equals, value, element });
    return end;
  }

  #value(start: number): XmlValue | undefined {
    const text = this.#text;
    const quote = text.charAt(start);
    if (quote === '"' || quote === "'") {
      const { end, closed } = findValueEnd(text, start + 1, quote);
      const raw = this.#source.slice(start + 1, end);
      const whole = span(start, closed ? end + 1 : end);
      return { span: whole, inner: span(start + 1, end), quote, closed, raw, text: decodeValue(raw) };
    }
    let end = start;
    while (end < text.length && !/[\s<>"']/.test(text.charAt(end)) && !text.startsWith("/>", end)) end++;
    // `port= x="1"`: the word after `=` is the next attribute, not a value.
    if (end === start || text.charAt(skipSpace(text, skipName(text, start))) === "=") return undefined;
    const raw = this.#source.slice(start, end);
    const whole = span(start, end);
    return { span: whole, inner: whole, quote: undefined, closed: true, raw, text: decodeValue(raw) };
  }

  #pop(endTag: XmlEndTag | undefined, end = this.#position): void {
    const element = this.#open.pop();
    if (!element) return;
    if (endTag || element.startTagClosed) {
      element.endTag = endTag;
      element.span = span(element.span.start, endTag?.span.end ?? end);
      return;
    }
    // `<Receiver port="1" <Sender/>`: a tag that lacks `>` and is never closed was meant to stand alone.
    const moved = element.content;
    element.content = [];
    element.elements = [];
    for (const node of moved) {
      // Only this parser made these objects, and nobody has seen them yet.
      if (node.kind === "element") (node as OpenElement).parent = this.#open.at(-1);
      this.#add(node);
    }
  }
}

const JUNK_PAIRS = [
  ["<!--", "-->"],
  ["${", "}"],
] as const;

/** Offset of the `]` that ends an internal subset, past quoted texts and comments. */
function subsetEnd(text: string, from: number): number {
  let position = from;
  while (position < text.length && text.charAt(position) !== "]") {
    const char = text.charAt(position);
    const close = text.startsWith("<!--", position)
      ? text.indexOf("-->", position + 4)
      : char === '"' || char === "'"
        ? text.indexOf(char, position + 1)
        : position;
    position = close < 0 ? text.length : close + 1;
  }
  return Math.min(position, text.length);
}
