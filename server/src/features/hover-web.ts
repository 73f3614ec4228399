import type { Locale } from "../base/localized.ts";
import { touches } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { webProseOf } from "../schema/prose/index.ts";
import { elementsAt } from "../syntax/path.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { HoverText } from "./hover-text.ts";

/**
 * Explains the element of a web.xml under the cursor, on its start or end tag.
 *
 * Only elements that Tomcat reads are explained: `distributable` in `session-config` is not, and a text about it would
 * mislead.
 */
export function hoverWeb({ document, catalog }: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  const around = elementsAt(document, offset, "typing");
  const element = around.at(-1);
  if (!element || around[0] !== document.root || !isOnName(element, offset)) return undefined;
  const path = around
    .slice(1)
    .map(({ name }) => name)
    .join("/");
  const text = webProseOf(path);
  const full = path === "" ? "web-app" : `web-app/${path}`;
  // Containers such as cookie-config are read for their content and have no path of their own.
  const read = catalog.webPaths.has(full) || [...catalog.webPaths].some((known) => known.startsWith(`${full}/`));
  if (!text || !read) return undefined;
  const { nameSpan, endTag } = element;
  const at = endTag && touches(endTag.nameSpan, offset) ? endTag.nameSpan : nameSpan;
  return { at, markdown: `**${element.name}**\n\n${text[locale]}` };
}

function isOnName({ nameSpan, endTag }: XmlElement, offset: number): boolean {
  return touches(nameSpan, offset) || (endTag !== undefined && touches(endTag.nameSpan, offset));
}
