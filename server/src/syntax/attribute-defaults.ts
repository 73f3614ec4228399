import type { XmlDocument } from "./tree.ts";

/** A value that each element of a name gets where the attribute is not written. */
export interface AttributeDefault {
  readonly element: string;
  readonly name: string;
  readonly value: string;
  /** Where its name stands in the document type. */
  readonly at: number;
}

/** What a declaration is made of: literals, groups, words and the brackets around it. */
const TOKEN = /"[^"]*"|'[^']*'|\([^()]*\)|[^\s"'()<>]+|[<>]/g;

/** No longer subset is looked through, and no more defaults are told: a server.xml has none as a rule. */
const LONGEST_SUBSET = 16_384;
const MOST = 100;

/** The defaults of attributes that a document declares in its internal subset; none where there are comments in it. */
export function attributeDefaults(document: XmlDocument): readonly AttributeDefault[] {
  const subset = document.content.find((node) => node.kind === "doctype")?.internalSubset;
  if (!subset || subset.end - subset.start > LONGEST_SUBSET) return [];
  const text = document.text.slice(subset.start, subset.end);
  if (!text.includes("<!ATTLIST") || text.includes("<!--")) return [];
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: written, index }) => ({ written, at: subset.start + index }));
  const found: AttributeDefault[] = [];
  for (let next = 0; next < tokens.length && found.length < MOST; next++) {
    if (tokens[next]?.written === "!ATTLIST") next = ofOneElement(tokens, next + 1, found);
  }
  return found;
}

interface Token {
  readonly written: string;
  readonly at: number;
}

/** Reads `Connector port CDATA "8081" scheme (http|https) #IMPLIED` from an element's name on; gives where it ends. */
function ofOneElement(tokens: readonly Token[], from: number, found: AttributeDefault[]): number {
  const element = tokens[from]?.written ?? "";
  let next = from + 1;
  for (let name = tokens[next]; name && name.written !== ">" && name.written !== "<"; name = tokens[next]) {
    next += tokens[next + 1]?.written === "NOTATION" ? 3 : 2;
    if (tokens[next]?.written === "#FIXED") next++;
    const literal = tokens[next]?.written ?? "";
    if (/^["']/.test(literal)) found.push({ element, name: name.written, value: literal.slice(1, -1), at: name.at });
    next++;
  }
  return next;
}
