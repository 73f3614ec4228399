import xpath from "xpath";
import { type DomNode, domOf, OutOfSteps, type Steps } from "./dom.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "./tree.ts";

export { OutOfSteps, type Steps };

/** An expression that is no XPath; `message` says why. */
export class XPathError extends Error {
  override readonly name = "XPathError";
}

interface Compiled {
  select(options: { node: DomNode }): readonly DomNode[];
}

// `parse` compiles once for many documents; the package's typings leave it out.
const { parse } = xpath as unknown as { parse(expression: string): Compiled };

const compiled = new Map<string, Compiled>();

/** Longer expressions, and those with more predicates, are refused: their cost does not show in the nodes they visit. */
const LONGEST = 1000;
const MOST_PREDICATES = 20;

/**
 * The elements and attributes an XPath 1.0 expression selects, in document order. Works in half-typed text too. Nodes
 * within nodes make an expression of a line cost years, so each visit of a node takes one of `steps`.
 *
 * Throws an XPathError for an expression that does not compile or does not select nodes, and an OutOfSteps.
 */
export function selectXPath(
  expression: string,
  document: XmlDocument,
  steps: Steps,
): readonly (XmlElement | XmlAttribute)[] {
  const dom = domOf(document);
  dom.steps.left = steps.left;
  try {
    return compile(expression)
      .select({ node: dom.document })
      .flatMap(({ source }) => source ?? []);
  } catch (error) {
    if (error instanceof OutOfSteps) throw error;
    throw new XPathError(error instanceof Error ? error.message : String(error));
  } finally {
    steps.left = dom.steps.left;
  }
}

function compile(expression: string): Compiled {
  const known = compiled.get(expression);
  if (known) return known;
  if (expression.length > LONGEST) throw new XPathError(`longer than ${LONGEST} characters`);
  if (expression.split("[").length > MOST_PREDICATES + 1)
    throw new XPathError(`more than ${MOST_PREDICATES} predicates`);
  const made = parse(expression);
  compiled.set(expression, made);
  return made;
}
