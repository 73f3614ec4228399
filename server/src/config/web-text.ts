import type { Span } from "../base/span.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { ConfigFile } from "./file.ts";

/** A text in an element of a web.xml, as Tomcat reads it, and where it stands. */
export interface WebText {
  readonly text: string;
  readonly at: Span;
}

/** What is written between an element's tags, without blanks around it; undefined for one that is not closed. */
export function textWithin(element: XmlElement | undefined, text: string): string | undefined {
  return element?.endTag && text.slice(element.startTag.end, element.endTag.span.start).trim();
}

/** The text at the end of a way down from the root; undefined where it cannot be known. */
export function webTextOf(file: ConfigFile, ...names: readonly string[]): WebText | "absent" | undefined {
  const { document, template } = file;
  if (template) return undefined;
  let element: XmlElement | undefined = document.root;
  for (const name of names) element = element?.elements.find((each) => each.name === name);
  if (!element) return "absent";
  const start = element.startTag.end;
  const end = element.endTag?.span.start ?? start;
  const written = document.text.slice(start, end).trim();
  if (written === "") return "absent";
  const text = /[<&]/.test(written) ? undefined : file.reading.textOf(written);
  if (!text) return undefined;
  const first = document.text.indexOf(written, start);
  return { text, at: { start: first, end: first + written.length } };
}
