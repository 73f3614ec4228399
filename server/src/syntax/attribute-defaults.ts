import type { XmlDocument } from "./tree.ts";

/** A value that each element of a name gets where the attribute is not written. */
export interface AttributeDefault {
  readonly element: string;
  readonly name: string;
  readonly value: string;
  /** Where its name stands in the document type. */
  readonly at: number;
}

/** `<!ATTLIST Connector port CDATA "8081" scheme (http|https) "http">`. */
const DECLARATION = /<!ATTLIST\s+([A-Za-z_:][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE =
  /([A-Za-z_:][\w:.-]*)\s+(?:[A-Z]+|\([^)]*\)|NOTATION\s*\([^)]*\))\s+(?:#REQUIRED|#IMPLIED|(?:#FIXED\s+)?(?:"([^"]*)"|'([^']*)'))/g;

/** No longer subset is looked through, and no more defaults are told: a server.xml has none as a rule. */
const LONGEST_SUBSET = 16_384;
const MOST = 100;

/** The defaults of attributes that a document declares in its internal subset. */
export function attributeDefaults(document: XmlDocument): readonly AttributeDefault[] {
  const doctype = document.content.find((node) => node.kind === "doctype");
  const subset = doctype?.internalSubset;
  if (!subset || subset.end - subset.start > LONGEST_SUBSET) return [];
  const text = document.text.slice(subset.start, subset.end);
  const found: AttributeDefault[] = [];
  for (const declaration of text.matchAll(DECLARATION)) {
    const [whole, element = "", attributes = ""] = declaration;
    const start = subset.start + declaration.index + whole.length - 1 - attributes.length;
    for (const { index, 1: name = "", 2: double, 3: single } of attributes.matchAll(ATTRIBUTE)) {
      const value = double ?? single;
      if (value !== undefined) found.push({ element, name, value, at: start + index });
      if (found.length === MOST) return found;
    }
  }
  return found;
}
