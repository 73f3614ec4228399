import { type Span, span, touches } from "../base/span.ts";
import type { XmlDocument } from "../syntax/tree.ts";

/** Texts in quotes, what follows a `|` or a `.`, and names with their parts: `tomcat.port`. */
const PARTS = /"[^"]*"|'[^']*'|[|.]\s*[A-Za-z_]\w*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

/** A variable in an expression of Jinja's. */
export interface NamedVariable {
  readonly name: string;
  readonly at: Span;
}

/** The variables in the expressions and statements of a template, filters and texts left out. */
export function* variablesIn({ text, templates }: XmlDocument): Generator<NamedVariable> {
  for (const { start, end } of templates) {
    if (!/^\{[{%]/.test(text.slice(start, start + 2))) continue;
    for (const { 0: name, index } of text.slice(start, end).matchAll(PARTS)) {
      if (/^\w/.test(name)) yield { name, at: span(start + index, start + index + name.length) };
    }
  }
}

/** The variable under a cursor. */
export function variableAt(document: XmlDocument, offset: number): NamedVariable | undefined {
  for (const each of variablesIn(document)) if (touches(each.at, offset)) return each;
  return undefined;
}
