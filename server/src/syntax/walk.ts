import type { XmlDocument, XmlElement, XmlNode } from "./tree.ts";

/** Every node in document order, parents before children; iterative, so depth does not matter. */
export function* walkNodes(document: XmlDocument): Generator<XmlNode> {
  const pending: XmlNode[] = [...document.content].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if (node.kind !== "element") continue;
    for (let index = node.content.length - 1; index >= 0; index--) {
      const child = node.content[index];
      if (child) pending.push(child);
    }
  }
}

export function* walkElements(document: XmlDocument): Generator<XmlElement> {
  for (const node of walkNodes(document)) if (node.kind === "element") yield node;
}
