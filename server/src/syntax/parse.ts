import { differenceOf } from "../base/difference.ts";
import type { Span } from "../base/span.ts";
import { span } from "../base/span.ts";
import { Earlier } from "./earlier.ts";
import { Marks } from "./marks.ts";
import { type GrammarOf, type OpenElement, OpenElements } from "./open-elements.ts";
import { decodeValue, endOfQuotedTwice, findValueEnd, isNameStart, looksBlank, skipName, skipSpace } from "./scan.ts";
import { signsOf } from "./signs.ts";
import { MOST_TEMPLATES, templatesIn, withoutTemplates } from "./template.ts";
import type { XmlDocument, XmlNode, XmlValue } from "./tree.ts";

/**
 * Parses any text into its tolerant tree; never throws and never recurses, so depth is bounded by memory alone.
 *
 * Recovery follows what people mistype: a forgotten quote ends at the line or the next attribute, a start tag without
 * `>` ends at the next `<`, an end tag closes the nearest open element of its name, and a comment inside a start
 * tag does not end it. What belongs to a template is opaque: quotes and brackets in it are not XML's.
 *
 * @param last the last state of the same text, read with the same grammar: what is written the same is taken over
 */
export function parse(
  text: string,
  grammarOf: GrammarOf = () => undefined,
  last: XmlDocument | undefined = undefined,
): XmlDocument {
  const signs = signsOf(text, last);
  const templates = signs.templates ? templatesIn(text) : NO_TEMPLATES;
  const usable = last && templates.length === 0 && mayTakeOver(last) ? last : undefined;
  return { ...new Parser(text, templates, grammarOf, usable).document(), signs };
}

const NO_TEMPLATES: readonly Span[] = [];

/** The tree of a text that is too long to be read: it has nothing. */
export function unread(text: string): XmlDocument {
  const signs = { templates: false, tokens: false, invalid: false };
  return { text, templates: NO_TEMPLATES, signs, content: [], root: undefined, hasDoctype: false, cutAt: 0, age: 0 };
}

/** True for a document that `unread` made. */
export function isUnread({ cutAt }: XmlDocument): boolean {
  return cutAt === 0;
}

/**
 * So many states in a row take over what they can; then everything is read anew. Each element that is taken over keeps
 * the text it was read from, so large texts are read anew sooner.
 */
const MOST_STATES = 100;
/** In characters, of all these texts together. */
const MOST_KEPT = 30_000_000;

function mayTakeOver({ text, templates, cutAt, age }: XmlDocument): boolean {
  return templates.length === 0 && cutAt === undefined && age < MOST_STATES && age * text.length < MOST_KEPT;
}

class Parser {
  /** The text as it is written. */
  readonly #source: string;
  /** What is read: the same without what belongs to a template. */
  readonly #text: string;
  readonly #templates: readonly Span[];
  /** How many of the templates lie before the start tag that is read. */
  #passed = 0;
  #position = 0;
  readonly #marks: Marks;
  readonly #tree: OpenElements;
  /** Nodes, attributes and junk of tags so far. */
  #made = 0;
  readonly #earlier: Earlier | undefined;
  readonly #age: number;

  constructor(text: string, templates: readonly Span[], grammarOf: GrammarOf, last: XmlDocument | undefined) {
    this.#tree = new OpenElements(grammarOf);
    this.#earlier = last && new Earlier(last, differenceOf(last.text, text));
    this.#age = last ? last.age + 1 : 0;
    this.#source = text;
    this.#templates = templates;
    this.#text = templates.length > 0 ? withoutTemplates(text, templates) : text;
    this.#marks = new Marks(this.#text);
  }

  document(): Omit<XmlDocument, "signs"> {
    const text = this.#text;
    if (text.charCodeAt(0) === 0xfeff) this.#position = 1;
    while (this.#position < text.length && this.#made < MOST_PARTS) this.#node();
    const cutAt = this.#position < text.length ? this.#position : this.#templates[MOST_TEMPLATES - 1]?.start;
    this.#tree.closeAll(this.#position);
    const { content } = this.#tree;
    return {
      text: this.#source,
      templates: this.#templates,
      content,
      root: content.find((node) => node.kind === "element"),
      hasDoctype: content.some(({ kind }) => kind === "doctype"),
      cutAt,
      age: this.#age,
    };
  }

  #node(): void {
    this.#made++;
    const text = this.#text;
    const start = this.#position;
    if (text.charAt(start) !== "<") {
      const next = text.indexOf("<", start);
      this.#position = next < 0 ? text.length : next;
      this.#tree.add({ kind: "text", span: span(start, this.#position) });
    } else if (text.startsWith("<!--", start)) this.#comment();
    else if (text.startsWith("<![CDATA[", start)) {
      const closed = this.#skipPast("]]>", start + 9);
      this.#tree.add({ kind: "cdata", span: span(start, this.#position), closed });
    } else if (text.startsWith("<?", start)) {
      const target = text.slice(start + 2, skipName(text, start + 2));
      const closed = this.#skipPast("?>", start + 2);
      this.#tree.add({ kind: "instruction", span: span(start, this.#position), target, closed });
    } else if (text.startsWith("<!DOCTYPE", start)) this.#doctype();
    else if (text.startsWith("</", start)) this.#endTag();
    else if (text.startsWith("<!", start) || text.startsWith("<%", start)) {
      this.#skipPast(text.charAt(start + 1) === "%" ? "%>" : ">", start + 2);
      this.#tree.add({ kind: "stray", span: span(start, this.#position), what: "markup" });
    } else this.#startTag();
  }

  /** Moves behind the next `mark`, or to the end of the text when there is none. */
  #skipPast(mark: string, from: number): boolean {
    const found = this.#marks.next(mark, from);
    this.#position = found < 0 ? this.#text.length : found + mark.length;
    return found >= 0;
  }

  #comment(): void {
    const start = this.#position;
    const right = this.#marks.next("-->", start + 4);
    const wrong = this.#marks.next("--!>", start + 4);
    if (wrong >= 0 && (right < 0 || wrong < right)) {
      this.#position = wrong + 4;
      this.#tree.add({
        kind: "comment",
        span: span(start, this.#position),
        closed: false,
        inner: span(start + 4, wrong),
      });
      return;
    }
    const end = right < 0 ? this.#text.length : right;
    this.#position = right < 0 ? end : right + 3;
    this.#tree.add({
      kind: "comment",
      span: span(start, this.#position),
      closed: right >= 0,
      inner: span(Math.min(start + 4, end), end),
    });
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
        position = text.charAt(end) === "]" ? end + 1 : end;
      } else if (char === "<") break;
      else position++;
    }
    const closed = text.charAt(position) === ">";
    this.#position = closed ? position + 1 : position;
    this.#tree.add({ kind: "doctype", span: span(start, this.#position), closed, name, internalSubset });
  }

  #endTag(): void {
    const text = this.#text;
    const start = this.#position;
    const nameEnd = skipName(text, start + 2);
    const name = this.#source.slice(start + 2, nameEnd);
    const afterName = skipSpace(text, nameEnd);
    const closed = text.charAt(afterName) === ">";
    this.#position = closed ? afterName + 1 : nameEnd;
    const ended = this.#tree.close(name, start);
    if (!ended) {
      this.#tree.add({ kind: "stray", span: span(start, this.#position), what: "end-tag" });
      return;
    }
    const { element, madeBefore } = ended;
    element.endTag = { span: span(start, this.#position), nameSpan: span(start + 2, nameEnd), closed };
    element.span = span(element.span.start, this.#position);
    if (closed && isSound(element)) element.parts = this.#made - madeBefore;
  }

  #startTag(): void {
    const text = this.#text;
    const start = this.#position;
    const taken = this.#earlier?.at(start, this.#tree.innermost);
    if (taken?.parts !== undefined && this.#made + taken.parts < MOST_PARTS) {
      this.#made += taken.parts - 1;
      this.#position = taken.span.end;
      this.#tree.add(taken);
      return;
    }
    const madeBefore = this.#made - 1;
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
      parent: this.#tree.innermost,
      parts: undefined,
    };
    this.#position = nameEnd;
    this.#tree.add(element);
    if (element.name === "") return;
    this.#insideTag(element);
    element.startTag = span(start, this.#position);
    element.span = element.startTag;
    if (element.selfClosing) {
      if (isSound(element)) element.parts = this.#made - madeBefore;
      return;
    }
    this.#tree.open(element, madeBefore);
  }

  #insideTag(element: OpenElement): void {
    const text = this.#text;
    let end = this.#position;
    /** Where the comments begin that are the last in the tag so far, and how much junk there is before them. */
    let comments: { readonly end: number; readonly junk: number } | undefined;
    for (;;) {
      this.#made++;
      this.#position = skipSpace(text, end);
      const start = this.#position;
      this.#addTemplates(element, end, start);
      if (text.startsWith("/>", start) || text.charAt(start) === ">") {
        element.selfClosing = text.charAt(start) === "/";
        element.startTagClosed = true;
        this.#position = start + (element.selfClosing ? 2 : 1);
        return;
      }
      const junkEnd = this.#made < MOST_PARTS ? this.#junkEnd(start) : undefined;
      if (junkEnd === undefined) {
        // Tag breaks off here; comments and white space before the next tag belong to the content.
        this.#position = comments?.end ?? end;
        if (comments) element.junk.length = comments.junk;
        return;
      }
      if (junkEnd > start) {
        if (text.startsWith("<!--", start)) comments ??= { end, junk: element.junk.length };
        else comments = undefined;
        element.junk.push(span(start, junkEnd));
        end = junkEnd;
      } else {
        comments = undefined;
        end = this.#attribute(element, start);
      }
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
      const end = this.#marks.next(close, start + open.length);
      return end < 0 ? undefined : end + close.length;
    }
    if (text.charAt(start) === "<") return undefined;
    if (isNameStart(text.charCodeAt(start))) return start;
    let end = start;
    while (looksBlank(text.charCodeAt(end))) end++;
    if (end > start) return end;
    end = start + 1;
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
      const twice = endOfQuotedTwice(text, start, quote);
      if (twice !== undefined) {
        const inner = span(start + 2, twice - 2);
        const raw = this.#source.slice(inner.start, inner.end);
        return { span: span(start, twice), inner, quote, closed: true, raw, text: decodeValue(raw) };
      }
      const { end, closed } = findValueEnd(text, start + 1, quote);
      const raw = this.#source.slice(start + 1, end);
      const whole = span(start, closed ? end + 1 : end);
      return { span: whole, inner: span(start + 1, end), quote, closed, raw, text: decodeValue(raw) };
    }
    let end = start;
    while (end < text.length && !/[\s<>"']/.test(text.charAt(end)) && !text.startsWith("/>", end)) end++;
    // `port= x="1"`: the word after `=` is the next attribute, not a value.
    if (end === start || text.charAt(skipSpace(text, skipName(text, start))) === "=") return undefined;
    // `port=8005" shutdown="X"`: only the quote before the value is missing.
    const close = this.#closingQuote(end);
    const inner = span(start, close ?? end);
    const whole = span(start, close === undefined ? end : close + 1);
    const raw = this.#source.slice(inner.start, inner.end);
    return { span: whole, inner, quote: undefined, closed: true, raw, text: decodeValue(raw) };
  }

  /** Where a quote stands that belongs to a value before it: none that follows `=`, and none of another tag or line. */
  #closingQuote(from: number): number | undefined {
    UP_TO_QUOTE.lastIndex = from;
    const found = UP_TO_QUOTE.exec(this.#text);
    return found ? UP_TO_QUOTE.lastIndex - 1 : undefined;
  }
}

/** True where nothing outside of an element that ends with a tag of its own has a say in how it is read. */
function isSound({ startTagClosed, junk, attributes, content }: OpenElement): boolean {
  return (
    startTagClosed &&
    junk.length === 0 &&
    attributes.every(({ value }) => value?.quote !== undefined && value.closed) &&
    content.every(isSoundNode)
  );
}

function isSoundNode(node: XmlNode): boolean {
  switch (node.kind) {
    case "text":
      return true;
    case "element":
      return node.parts !== undefined;
    case "doctype":
    case "stray":
      return false;
    default:
      return node.closed;
  }
}

/**
 * So many nodes, attributes and other parts of tags are read; of a text with more only the beginning is. A tree of so
 * many takes about 200 MB; the largest server.xml seen in public has 3,000.
 */
export const MOST_PARTS = 300_000;

const UP_TO_QUOTE = /[^"'<>=\r\n]*["'](?=[\s/>?])/y;

const JUNK_PAIRS = [
  ["<!--", "-->"],
  ["${", "}"],
] as const;

/**
 * Offset of the `]` that ends an internal subset, past quoted texts and comments, or of the start tag before which it
 * was left open: no element stands in a subset.
 */
function subsetEnd(text: string, from: number): number {
  let position = from;
  while (position < text.length && text.charAt(position) !== "]") {
    if (text.charAt(position) === "<" && isNameStart(text.charCodeAt(position + 1))) return position;
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
