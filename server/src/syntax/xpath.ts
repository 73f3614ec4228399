import xpath from "xpath";
import { domOf } from "./dom.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "./tree.ts";

/** An expression that is no XPath; `message` says why. */
export class XPathError extends Error {
  override readonly name = "XPathError";
}

interface Compiled {
  select(options: { node: object }): readonly object[];
}

// `parse` compiles once for many documents; the package's typings leave it out.
const { parse } = xpath as unknown as { parse(expression: string): Compiled };

const compiled = new Map<string, Compiled>();

/**
 * The elements and attributes an XPath 1.0 expression selects, in document order. Works in half-typed text too.
 *
 * Throws an XPathError for an expression that does not compile or does not select nodes.
 */
export function selectXPath(expression: string, document: XmlDocument): readonly (XmlElement | XmlAttribute)[] {
  const dom = domOf(document);
  try {
    let parsed = compiled.get(expression);
    if (!parsed) {
      parsed = parse(expression);
      compiled.set(expression, parsed);
    }
    const nodes = parsed.select({ node: dom.document });
    return nodes.flatMap((node) => dom.sourceOf(node) ?? []);
  } catch (error) {
    throw new XPathError(error instanceof Error ? error.message : String(error));
  }
}
