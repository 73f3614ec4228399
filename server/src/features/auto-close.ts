import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import { walkNodes } from "../syntax/walk.ts";

/**
 * What to insert behind a `>` or `/` just typed before an offset, as a snippet: `$0` is where the cursor stays.
 * Undefined where nothing is missing: in values and comments, and where an end tag is there already.
 */
export function autoClose(document: XmlDocument, offset: number): string | undefined {
  const { text } = document;
  if (text.charAt(offset - 1) === ">") return endTagFor(document, offset);
  return text.slice(offset - 2, offset) === "</" ? restOfEndTag(document, offset) : undefined;
}

function endTagFor(document: XmlDocument, offset: number): string | undefined {
  const element = find(document, (node) => node.startTag.end === offset);
  if (!element?.startTagClosed || element.selfClosing || element.name === "") return undefined;
  return lacksEndTag(element) ? `$0</${inSnippet(element.name)}>` : undefined;
}

function restOfEndTag(document: XmlDocument, offset: number): string | undefined {
  // Only a bare `</` is incomplete; the tree keeps it as a stray.
  let parent: XmlElement | undefined;
  let found = false;
  for (const node of walkNodes(document)) {
    if (node.span.start >= offset) break;
    if (node.kind === "stray" && node.what === "end-tag" && node.span.start === offset - 2) found = true;
    if (node.kind === "element" && node.startTag.end <= offset - 2 && offset <= node.span.end && !node.selfClosing) {
      parent = node;
    }
  }
  if (!found || !parent?.startTagClosed || parent.name === "" || !lacksEndTag(parent)) return undefined;
  return `${inSnippet(parent.name)}${document.text.charAt(offset) === ">" ? "" : ">"}`;
}

/**
 * An end tag closes the nearest element of its name, so the element without one may be an ancestor of the same name.
 */
function lacksEndTag(element: XmlElement): boolean {
  for (let each: XmlElement | undefined = element; each; each = each.parent) {
    if (each.name === element.name && each.startTagClosed && !each.endTag) return true;
  }
  return false;
}

function find(document: XmlDocument, wanted: (element: XmlElement) => boolean): XmlElement | undefined {
  for (const node of walkNodes(document)) if (node.kind === "element" && wanted(node)) return node;
  return undefined;
}

/** Escapes characters that have a meaning in snippets, which malformed names may contain. */
function inSnippet(name: string): string {
  return name.replace(/[\\$}]/g, "\\$&");
}
