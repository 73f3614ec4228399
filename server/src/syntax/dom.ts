import { DOMImplementation, type Node as DomNode, type Element } from "@xmldom/xmldom";
import type { XmlAttribute, XmlDocument, XmlElement } from "./tree.ts";

/** A DOM of a tree for XPath, with the way back from its nodes to ours. */
export interface Dom {
  readonly document: DomNode;
  readonly sourceOf: (node: object) => XmlElement | XmlAttribute | undefined;
}

const doms = new WeakMap<XmlDocument, Dom>();

/**
 * The DOM of any tree, half-typed ones included; made once per document. Elements and attributes only, without
 * namespaces, so that `//web-app` finds the element under every default namespace. What a DOM cannot hold (a second
 * root, a name that is none, the second of two equal attributes) is left out.
 */
export function domOf(document: XmlDocument): Dom {
  const known = doms.get(document);
  if (known) return known;
  const sources = new WeakMap<object, XmlElement | XmlAttribute>();
  const dom = new DOMImplementation().createDocument(null, "");
  const pending: { parent: DomNode; element: XmlElement }[] = document.root
    ? [{ parent: dom, element: document.root }]
    : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { parent, element } = next;
    if (!NAME.test(element.name)) continue;
    const node: Element = dom.createElement(element.name);
    sources.set(node, element);
    for (const attribute of element.attributes) {
      if (!NAME.test(attribute.name) || node.hasAttribute(attribute.name)) continue;
      node.setAttribute(attribute.name, attribute.value?.text ?? attribute.value?.raw ?? "");
      const attributeNode = node.getAttributeNode(attribute.name);
      if (attributeNode) sources.set(attributeNode, attribute);
    }
    parent.appendChild(node);
    for (const child of element.elements.toReversed()) pending.push({ parent: node, element: child });
  }
  const result: Dom = { document: dom, sourceOf: (node) => sources.get(node) };
  doms.set(document, result);
  return result;
}

const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
