import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";
import { walkElements } from "../syntax/walk.ts";
import type { Said } from "./output.ts";

/** What Tomcat said, at its place in the file. */
export interface PlacedMessage {
  readonly span: Span;
  readonly severity: "error" | "warning" | "information";
  /** Tomcat's own words. */
  readonly message: string;
}

/**
 * Finds the places in the file Tomcat read. It names elements by the path from the root, so that of several alike the
 * one is taken whose attribute has the value it names, in the order in which Tomcat reads them. What has no place is put
 * on the root element's name.
 */
export function place(all: readonly Said[], file: ConfigFile): readonly PlacedMessage[] {
  const taken = new Set<XmlAttribute>();
  return all.map((said) => placeOne(said, file, taken));
}

function placeOne(said: Said, file: ConfigFile, taken: Set<XmlAttribute>): PlacedMessage {
  const { message } = said;
  switch (said.kind) {
    case "property": {
      const attribute = attributeOf(said, file, taken);
      if (attribute) taken.add(attribute);
      return { span: attribute?.span ?? elementSpan(file, said.path), severity: "warning", message };
    }
    case "no-rules":
      return { span: elementSpan(file, said.path), severity: "warning", message };
    case "position":
      return { span: spanAt(file, said.line - 1, said.column - 1), severity: "error", message };
    case "port":
      return { span: rootSpan(file), severity: "information", message };
    case "record":
      return { span: rootSpan(file), severity: said.severe ? "error" : "warning", message };
  }
}

function elementSpan(file: ConfigFile, path: string): Span {
  return elementsAt(file, path)[0]?.nameSpan ?? rootSpan(file);
}

function rootSpan({ document }: ConfigFile): Span {
  return document.root?.nameSpan ?? { start: 0, end: 0 };
}

/** The first attribute of that name, on an element of that path, whose value Tomcat may have printed. */
function attributeOf(
  { path, name, value }: Extract<Said, { kind: "property" }>,
  file: ConfigFile,
  taken: ReadonlySet<XmlAttribute>,
): XmlAttribute | undefined {
  const free = elementsAt(file, path)
    .flatMap(({ attributes }) => attributes)
    .filter((attribute) => attribute.name === name && !taken.has(attribute));
  // A placeholder is printed as what stands in its place.
  return (
    free.find(({ value: written }) => written?.text === value) ??
    free.find(({ value: written }) => written?.raw.includes("${"))
  );
}

function elementsAt({ document }: ConfigFile, path: string): readonly XmlElement[] {
  const names = path.split("/").reverse();
  return [...walkElements(document)].filter((element) => standsUnder(element, names));
}

/** True when these are the names of the element, its parent, and so on up to the root. */
function standsUnder(element: XmlElement, names: readonly string[]): boolean {
  let each: XmlElement | undefined = element;
  for (const name of names) {
    if (each?.name !== name) return false;
    each = each.parent;
  }
  return each === undefined;
}

/** Where a parser stood: behind a start tag, whose name is shown then; else the line it stood on. */
function spanAt(file: ConfigFile, line: number, character: number): Span {
  const { lines, document } = file;
  const offset = lines.offsetAt({ line, character });
  for (const { startTag, nameSpan } of walkElements(document)) if (startTag.end === offset) return nameSpan;
  const start = lines.startOf(line);
  const text = document.text.slice(start, lines.startOf(line + 1));
  const from = start + (text.length - text.trimStart().length);
  return { start: Math.min(from, start + text.trimEnd().length), end: start + text.trimEnd().length };
}
