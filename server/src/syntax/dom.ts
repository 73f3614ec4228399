import type { XmlAttribute, XmlDocument, XmlElement } from "./tree.ts";

/** Nodes deeper than this are left out: the evaluator is recursive, and its stack is limited. */
const DEEPEST = 1000;

/** How many more nodes may be visited; the visit after the last throws an OutOfSteps. */
export interface Steps {
  left: number;
}

export class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}

/** A DOM of a tree for XPath. */
export interface Dom {
  readonly document: DomNode;
  /** Every visit of a node counts here. */
  readonly steps: Steps;
}

const doms = new WeakMap<XmlDocument, Dom>();

const ELEMENT = 1;
const ATTRIBUTE = 2;
const DOCUMENT = 9;
const PRECEDING = 2;
const FOLLOWING = 4;
/** The number of characters of a value that count as one step. */
const CHARACTERS = 16;

/** The part of the DOM that the package xpath uses. */
export class DomNode {
  readonly nodeType: typeof ELEMENT | typeof ATTRIBUTE | typeof DOCUMENT;
  readonly nodeName: string;
  readonly source: XmlElement | XmlAttribute | undefined;
  readonly #dom: { readonly steps: Steps };
  readonly #parent: DomNode | null;
  /** Its place in document order, attributes behind their element. */
  readonly #order: number;
  readonly #attributes: DomNode[] = [];
  #first: DomNode | null = null;
  #last: DomNode | null = null;
  #next: DomNode | null = null;
  #previous: DomNode | null = null;

  constructor(
    dom: { readonly steps: Steps },
    source: XmlElement | XmlAttribute | undefined,
    parent: DomNode | null,
    order: number,
  ) {
    this.nodeType = source === undefined ? DOCUMENT : "attributes" in source ? ELEMENT : ATTRIBUTE;
    this.nodeName = source?.name ?? "#document";
    this.source = source;
    this.#dom = dom;
    this.#parent = parent;
    this.#order = order;
    if (!parent) return;
    if (this.nodeType === ATTRIBUTE) parent.#attributes.push(this);
    else {
      this.#previous = parent.#last;
      if (parent.#last) parent.#last.#next = this;
      else parent.#first = this;
      parent.#last = this;
    }
  }

  get parentNode(): DomNode | null {
    return this.nodeType === ATTRIBUTE ? null : this.#visit(this.#parent);
  }

  get ownerElement(): DomNode | null {
    return this.nodeType === ATTRIBUTE ? this.#visit(this.#parent) : null;
  }

  get firstChild(): DomNode | null {
    return this.#visit(this.#first);
  }

  get nextSibling(): DomNode | null {
    return this.#visit(this.#next);
  }

  get previousSibling(): DomNode | null {
    return this.#visit(this.#previous);
  }

  get documentElement(): DomNode | null {
    return this.nodeType === DOCUMENT ? this.#first : null;
  }

  get attributes() {
    const all = this.#attributes;
    return { length: all.length, item: (index: number) => this.#visit(all[index] ?? null) };
  }

  /** An attribute's value; other nodes have none. */
  get nodeValue(): string | null {
    if (!this.source || "attributes" in this.source) return null;
    const text = this.source.value?.text ?? this.source.value?.raw ?? "";
    this.#spend(1 + text.length / CHARACTERS);
    return text;
  }

  get value(): string | null {
    return this.nodeValue;
  }

  compareDocumentPosition(other: DomNode): number {
    this.#spend(1);
    return other === this ? 0 : other.#order < this.#order ? PRECEDING : FOLLOWING;
  }

  #visit<T>(node: T): T {
    this.#spend(1);
    return node;
  }

  #spend(count: number): void {
    const { steps } = this.#dom;
    steps.left -= count;
    if (steps.left < 0) throw new OutOfSteps();
  }
}

/**
 * The DOM of any tree, half-typed ones included; made once per document. Elements and attributes only, without
 * namespaces, so that `//web-app` finds the element under every default namespace. What a DOM cannot hold (a second
 * root, a name that is none, the second of two equal attributes) is left out.
 */
export function domOf(document: XmlDocument): Dom {
  const known = doms.get(document);
  if (known) return known;
  const counter = { steps: { left: 0 } };
  let order = 0;
  const root = new DomNode(counter, undefined, null, order++);
  const pending: { parent: DomNode; element: XmlElement; depth: number }[] = document.root
    ? [{ parent: root, element: document.root, depth: 1 }]
    : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { parent, element, depth } = next;
    if (!NAME.test(element.name) || depth > DEEPEST) continue;
    const node = new DomNode(counter, element, parent, order++);
    const names = new Set<string>();
    for (const attribute of element.attributes) {
      if (!NAME.test(attribute.name) || names.has(attribute.name)) continue;
      names.add(attribute.name);
      new DomNode(counter, attribute, node, order++);
    }
    for (const child of element.elements.toReversed()) pending.push({ parent: node, element: child, depth: depth + 1 });
  }
  const result: Dom = { document: root, steps: counter.steps };
  doms.set(document, result);
  return result;
}

const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
