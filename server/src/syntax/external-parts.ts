import type { Span } from "../base/span.ts";
import type { XmlDocument } from "./tree.ts";
import { walkNodes } from "./walk.ts";

/** What a parser reads from another file while it reads this one. */
export interface ExternalPart {
  /** As written: `vhosts.xml`, `file:///etc/tomcat/vhosts.xml`. */
  readonly systemId: string;
  /** Where it is named. */
  readonly at: Span;
  /** False for the DTD that the DOCTYPE names. */
  readonly isEntity: boolean;
}

/** A literal with the system identifier, and what stands before it. */
const IDENTIFIER = /\s(?:SYSTEM|PUBLIC\s*(?:"[^"]*"|'[^']*'))\s*(?:"([^"]*)"|'([^']*)')/;
const ENTITY = /<!ENTITY\s+(%\s+)?([A-Za-z_:][\w:.-]*)\s+(?:SYSTEM|PUBLIC)[^>]*>/g;

const REFERENCE = /&([A-Za-z_:][\w:.-]*);/g;

/** The longest internal subset that is searched, in characters. */
const LONGEST_SUBSET = 16_384;

/**
 * The external DTD and the external entities that are used: Java's parser reads them also where it does not validate.
 * Those that only other files name are not known.
 */
export function externalParts(document: XmlDocument): readonly ExternalPart[] {
  const doctype = document.content.find((node) => node.kind === "doctype");
  if (!doctype) return [];
  const { text } = document;
  const { internalSubset: subset, span: whole } = doctype;
  const head = partAt(whole.start, text.slice(whole.start, subset?.start ?? whole.end));
  const found: ExternalPart[] = head ? [{ ...head, isEntity: false }] : [];
  if (!subset || subset.end - subset.start > LONGEST_SUBSET) return found;
  const declared = text.slice(subset.start, subset.end);
  const references = referredTo(document);
  for (const { 0: declaration, 1: parameter, 2: name = "", index } of declared.matchAll(ENTITY)) {
    const used = parameter ? declared.includes(`%${name};`) : references.has(name);
    const part = used ? partAt(subset.start + index, declaration) : undefined;
    if (part) found.push({ ...part, isEntity: true });
  }
  return found;
}

function partAt(start: number, written: string): Omit<ExternalPart, "isEntity"> | undefined {
  const match = IDENTIFIER.exec(written);
  const systemId = match?.[1] ?? match?.[2];
  if (!match || systemId === undefined) return undefined;
  const end = start + match.index + match[0].length - 1;
  return { systemId, at: { start: end - systemId.length, end } };
}

/** The entities that the content refers to; an attribute may not refer to one of another file. */
function referredTo(document: XmlDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, span } of walkNodes(document)) {
    if (kind !== "text") continue;
    for (const [, name = ""] of document.text.slice(span.start, span.end).matchAll(REFERENCE)) found.add(name);
  }
  return found;
}
