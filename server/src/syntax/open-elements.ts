import { type Span, span } from "../base/span.ts";
import type { XmlAttribute, XmlElement, XmlNode } from "./tree.ts";

/** Which elements may stand in an element. */
export interface Grammar {
  readonly children: ReadonlyMap<string, Grammar>;
}

/** The grammar of a document by the name of its root, where there is one. */
export type GrammarOf = (root: string) => Grammar | undefined;

type Building<T> = { -readonly [K in keyof T]: T[K] };
/** An element that is being read. */
export type OpenElement = Building<Omit<XmlElement, "content" | "elements" | "attributes" | "junk">> & {
  content: XmlNode[];
  elements: XmlElement[];
  attributes: XmlAttribute[];
  junk: Span[];
};

/** An element whose end is not read yet. */
interface Open {
  readonly element: OpenElement;
  /** How many nodes and parts of tags were read before it. */
  readonly madeBefore: number;
}

/**
 * The tree as far as it is read: its top level, the elements that are open, and what becomes of those that end without
 * a tag of their own.
 */
export class OpenElements {
  /** The nodes of the top level. */
  readonly content: XmlNode[] = [];
  readonly #open: Open[] = [];
  readonly #grammarOf: GrammarOf;
  /** Of open elements, as far as there is one. */
  readonly #grammars = new Map<OpenElement, Grammar>();
  /** How many open elements have each name. */
  readonly #names = new Map<string, number>();

  constructor(grammarOf: GrammarOf) {
    this.#grammarOf = grammarOf;
  }

  get innermost(): OpenElement | undefined {
    return this.#open.at(-1)?.element;
  }

  add(node: XmlNode, parent = this.innermost): void {
    (parent?.content ?? this.content).push(node);
    if (parent && node.kind === "element") parent.elements.push(node);
  }

  open(element: OpenElement, madeBefore: number): void {
    const parent = this.innermost;
    const grammar = parent ? this.#grammars.get(parent)?.children.get(element.name) : this.#grammarOf(element.name);
    if (grammar) this.#grammars.set(element, grammar);
    this.#open.push({ element, madeBefore });
    this.#count(element, 1);
  }

  /** Takes out the innermost element of a name; what is open inside it ends at an offset. */
  close(name: string, end: number): Open | undefined {
    if (!this.#names.get(name)) return undefined;
    const index = this.#open.findLastIndex(({ element }) => element.name === name);
    this.#closeAbove(index + 1, end);
    const closed = this.#open.pop();
    if (closed) this.#count(closed.element, -1);
    return closed;
  }

  /** Ends all elements at an offset. */
  closeAll(end: number): void {
    this.#closeAbove(0, end);
  }

  #count({ name }: OpenElement, change: 1 | -1): void {
    this.#names.set(name, (this.#names.get(name) ?? 0) + change);
  }

  /** Ends all elements inside the outermost `keep` that are open; none of them has an end tag. */
  #closeAbove(keep: number, end: number): void {
    const outermost = this.#open[keep - 1]?.element;
    // From the outermost on: each node is moved once, however deep it is.
    for (const { element } of this.#open.splice(keep)) {
      this.#count(element, -1);
      if (element.startTagClosed) {
        element.span = span(element.span.start, end);
        this.#moveOut(element, outermost);
        continue;
      }
      // `<Receiver port="1" <Sender/>`: a tag that lacks `>` and is never closed was meant to stand alone.
      const moved = element.content;
      element.content = [];
      element.elements = [];
      this.#move(moved, element.parent as OpenElement | undefined);
    }
  }

  #move(nodes: readonly XmlNode[], parent: OpenElement | undefined): void {
    const grammars = parent && this.#grammars.get(parent)?.children;
    for (const node of nodes) {
      if (node.kind === "element") {
        // This parser made these objects, and no other code has them yet.
        const element = node as OpenElement;
        element.parent = parent;
        const grammar = grammars?.get(node.name);
        if (grammar) this.#grammars.set(element, grammar);
      }
      this.add(node, parent);
    }
  }

  /**
   * An element without an end tag ends before the first of its elements that cannot stand in it, but can in one around
   * it that is not closed yet: that one and all behind it move there.
   */
  #moveOut(element: OpenElement, outermost: OpenElement | undefined): void {
    const own = this.#grammars.get(element)?.children;
    if (!own || element === outermost) return;
    for (const [index, node] of element.content.entries()) {
      // A tag without its end may be half of another name: `<Cluster` of `<ClusterListener`.
      if (node.kind !== "element" || !node.startTagClosed || own.has(node.name)) continue;
      const taker = this.#takerOf(node.name, element, outermost);
      if (!taker) continue;
      const moved = element.content.splice(index);
      element.elements = element.content.filter((each) => each.kind === "element");
      element.span = span(element.span.start, node.span.start);
      this.#move(moved, taker);
      return;
    }
  }

  /** The nearest element around another one in which a name may stand. */
  #takerOf(name: string, inside: OpenElement, outermost: OpenElement | undefined): OpenElement | undefined {
    let element = inside;
    for (let levels = 0; levels < MOST_LEVELS && element.parent && element !== outermost; levels++) {
      // Open elements are inside open elements.
      element = element.parent as OpenElement;
      if (this.#grammars.get(element)?.children.has(name)) return element;
    }
    return undefined;
  }
}

/** No element of Tomcat's stands deeper below the one that may take what was written in it. */
const MOST_LEVELS = 12;
