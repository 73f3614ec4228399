import type { Locale } from "../base/localized.ts";
import { touches } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { webProseOf } from "../schema/prose/index.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { HoverText } from "./hover.ts";

/**
 * Explains the element of a web.xml under the cursor, on its start or end tag.
 *
 * Only where Tomcat reads it: `distributable` inside of `session-config` is not, and a text about it would mislead.
 */
export function hoverWeb({ document, catalog }: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  const { root } = document;
  const found = root && elementAt(root, offset);
  if (!found) return undefined;
  const { path, element } = found;
  const text = webProseOf(path);
  const full = path === "" ? "web-app" : `web-app/${path}`;
  // Containers such as cookie-config are read for what is in them and have no path of their own.
  const read = catalog.webPaths.has(full) || [...catalog.webPaths].some((known) => known.startsWith(`${full}/`));
  if (!text || !read) return undefined;
  const { nameSpan, endTag } = element;
  const at = endTag && touches(endTag.nameSpan, offset) ? endTag.nameSpan : nameSpan;
  return { at, markdown: `**${element.name}**\n\n${text[locale]}` };
}

interface Found {
  readonly element: XmlElement;
  /** Below the root, as `session-config/session-timeout`; empty for the root. */
  readonly path: string;
}

/** The element whose name is at the offset. A loop, as files may be nested deeper than the stack. */
function elementAt(root: XmlElement, offset: number): Found | undefined {
  const names: string[] = [];
  let element = root;
  for (;;) {
    const { nameSpan, endTag, elements } = element;
    if (touches(nameSpan, offset) || (endTag && touches(endTag.nameSpan, offset))) {
      return { element, path: names.join("/") };
    }
    const inner = elements.find(({ span }) => span.start < offset && offset <= span.end);
    if (!inner) return undefined;
    names.push(inner.name);
    element = inner;
  }
}
