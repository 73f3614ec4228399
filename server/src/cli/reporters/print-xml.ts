import { DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";
import { printableXml } from "../../base/printable.ts";

/** An element to print: its name, attributes and content. */
export type ReportElement = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: readonly ReportElement[] | string,
];

/** An XML file with this root, without characters that control a terminal. */
export function printReportXml(root: ReportElement): string {
  const document = new DOMImplementation().createDocument(null, "");
  const build = ([name, attributes, content = []]: ReportElement): Element => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, clean(`${value}`));
    if (typeof content === "string") element.appendChild(document.createTextNode(clean(content)));
    else for (const child of content) element.appendChild(build(child));
    return element;
  };
  document.appendChild(build(root));
  const text = new XMLSerializer().serializeToString(document);
  return printableXml(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

/** XML 1.0 does not allow most control characters. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}
