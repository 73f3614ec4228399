import type { Difference } from "../base/difference.ts";
import { firstIndex } from "../base/first-index.ts";
import { type Span, span } from "../base/span.ts";
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlValue } from "./tree.ts";

/**
 * The elements of a text's last state that are written the same in the present one. The parser takes them over instead
 * of reading them again, so that an edit costs what is around it, and not what the whole text does.
 *
 * Only an element with `parts` is taken over: how it is read depends on nothing but its own characters.
 */
export class Earlier {
  readonly #top: readonly XmlElement[];
  readonly #difference: Difference;
  /** How far what follows the difference has moved. */
  readonly #shift: number;

  constructor({ content }: XmlDocument, difference: Difference) {
    this.#top = content.filter((node) => node.kind === "element");
    this.#difference = difference;
    this.#shift = difference.after.end - difference.before.end;
  }

  /** The element that begins at an offset of the present text and is outside of the difference; undefined without one. */
  at(offset: number, parent: XmlElement | undefined): TakenOver | undefined {
    const { before, after } = this.#difference;
    const isBehind = offset >= after.end;
    if (!isBehind && offset >= after.start) return undefined;
    const shift = isBehind ? this.#shift : 0;
    const found = startingAt(this.#top, offset - shift);
    if (found?.parts === undefined || (!isBehind && found.span.end > before.start)) return undefined;
    return takenOver(found, shift, parent);
  }
}

/** The element that begins at an offset; a search in each list of siblings on the way down. */
function startingAt(top: readonly XmlElement[], offset: number): XmlElement | undefined {
  for (let list = top; ; ) {
    const found = list[firstIndex(list, ({ span }) => span.start > offset) - 1];
    if (!found || found.span.start === offset) return found;
    if (found.span.end <= offset) return undefined;
    list = found.elements;
  }
}

function takenOver(element: XmlElement, shift: number, parent: XmlElement | undefined): TakenOver {
  return element instanceof TakenOver
    ? new TakenOver(element.origin, element.shift + shift, parent)
    : new TakenOver(element, shift, parent);
}

/** What an element was first read as: the same for as long as it is taken over. */
export function originOf(element: XmlElement): XmlElement {
  return element instanceof TakenOver ? element.origin : element;
}

/**
 * An element that was read in an earlier state of the text, at its present place and inside its present parent. What is
 * in it is made when it is first asked for.
 */
class TakenOver implements XmlElement {
  readonly kind = "element";
  parent: XmlElement | undefined;
  readonly origin: XmlElement;
  /** How far it has moved since then, in characters. */
  readonly shift: number;
  #span: Span | undefined;
  #attributes: readonly XmlAttribute[] | undefined;
  #content: readonly XmlNode[] | undefined;
  #elements: readonly XmlElement[] | undefined;

  constructor(origin: XmlElement, shift: number, parent: XmlElement | undefined) {
    this.origin = origin;
    this.shift = shift;
    this.parent = parent;
  }

  get name(): string {
    return this.origin.name;
  }

  get startTagClosed(): boolean {
    return this.origin.startTagClosed;
  }

  get selfClosing(): boolean {
    return this.origin.selfClosing;
  }

  get junk(): readonly Span[] {
    return this.origin.junk;
  }

  get parts(): number | undefined {
    return this.origin.parts;
  }

  get span(): Span {
    this.#span ??= moved(this.origin.span, this.shift);
    return this.#span;
  }

  get nameSpan(): Span {
    return moved(this.origin.nameSpan, this.shift);
  }

  get startTag(): Span {
    return moved(this.origin.startTag, this.shift);
  }

  get endTag(): XmlElement["endTag"] {
    const { endTag } = this.origin;
    return (
      endTag && {
        span: moved(endTag.span, this.shift),
        nameSpan: moved(endTag.nameSpan, this.shift),
        closed: endTag.closed,
      }
    );
  }

  get attributes(): readonly XmlAttribute[] {
    this.#attributes ??= this.origin.attributes.map((each) => movedAttribute(each, this.shift, this));
    return this.#attributes;
  }

  get content(): readonly XmlNode[] {
    this.#content ??= this.origin.content.map((node) =>
      node.kind === "element" ? takenOver(node, this.shift, this) : movedNode(node, this.shift),
    );
    return this.#content;
  }

  get elements(): readonly XmlElement[] {
    this.#elements ??= this.content.filter((node) => node.kind === "element");
    return this.#elements;
  }
}

function moved({ start, end }: Span, shift: number): Span {
  return span(start + shift, end + shift);
}

function movedAttribute(attribute: XmlAttribute, shift: number, element: XmlElement): XmlAttribute {
  const { equals, value } = attribute;
  return {
    span: moved(attribute.span, shift),
    name: attribute.name,
    nameSpan: moved(attribute.nameSpan, shift),
    equals: equals && moved(equals, shift),
    value: value && movedValue(value, shift),
    element,
  };
}

function movedValue({ quote, closed, raw, text, ...places }: XmlValue, shift: number): XmlValue {
  return { span: moved(places.span, shift), inner: moved(places.inner, shift), quote, closed, raw, text };
}

function movedNode(node: Exclude<XmlNode, XmlElement>, shift: number): XmlNode {
  const at = moved(node.span, shift);
  return node.kind === "comment" ? { ...node, span: at, inner: moved(node.inner, shift) } : { ...node, span: at };
}
