import { type Span, span } from "../base/span.ts";
import { SpanSet } from "../base/span-set.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { RuleNames } from "../rules/names.ts";
import { endOf, isUnclosed } from "../syntax/follow-ups.ts";
import type { XmlElement } from "../syntax/tree.ts";
import { walkElements } from "../syntax/walk.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * What is left of the rules' findings beside mistakes of the XML: one mistake, one message. Nothing is said of a tag that
 * has a mistake in it or is never closed, nor of what stands where in an element whose end is not known, nor of what
 * would be in its place if a tag between it and an unclosed element around it were not the one that is lost.
 */
export function besideMistakes(
  { document, root }: ConfigFile,
  mistakes: readonly Diagnostic[],
  found: readonly Diagnostic[],
  names: RuleNames,
): readonly Diagnostic[] {
  const errors = mistakes.filter(({ severity }) => severity === "error").map(({ at }) => at);
  if (errors.length === 0 || found.length === 0) return found;
  const places = new SpanSet(errors.map(({ start, end }) => span(start, Math.max(end, start + 1))));
  const { open } = endOf(document);
  const tags: Span[] = [];
  const doubtful: Span[] = [];
  for (const element of walkElements(document)) {
    if (open.has(element) || places.overlaps(element.startTag)) tags.push(element.startTag);
    if (!open.has(element) && (isUnclosed(element) || hasStrayEndTag(element))) doubtful.push(element.span);
  }
  for (const { element } of lackingOneAround(root, open)) doubtful.push(element.startTag);
  const [inTags, inDoubtful] = [new SpanSet(tags), new SpanSet(doubtful)];
  return found.filter(
    ({ at, code }) => !inTags.overlaps(at) && !(names.get(code)?.group === "structure" && inDoubtful.overlaps(at)),
  );
}

/**
 * The children of unclosed elements that Tomcat does not read there, and would read in an element that may stand there:
 * a Connector in a Server without an end, which lacks its Service.
 */
function lackingOneAround(root: Component | undefined, open: ReadonlySet<XmlElement>): readonly Component[] {
  const found: Component[] = [];
  for (let each = root; each && open.has(each.element); each = each.children.at(-1)) {
    const between = [...(each.facts?.children.values() ?? [])];
    for (const child of each.children)
      if (!child.read && between.some(({ children }) => children.has(child.name))) found.push(child);
  }
  return found;
}

function hasStrayEndTag({ content }: XmlElement): boolean {
  return content.some((node) => node.kind === "stray" && node.what === "end-tag");
}
