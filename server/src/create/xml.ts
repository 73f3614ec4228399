import { escapeAttribute } from "../config/edits.ts";

/** An element to be written; attributes without a value are left out. */
export interface WrittenElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string | number | undefined])[];
  readonly children?: readonly (WrittenElement | undefined)[];
  /** A comment above the element. */
  readonly comment?: string;
}

/** The longest line a start tag is kept on, in characters. */
const WIDTH = 120;
export const INDENT = "  ";

/** The element as text without a final line break; attributes are on one line, or aligned below each other. */
export function writeXml(element: WrittenElement, indent = ""): string {
  const { name, comment } = element;
  const attributes = element.attributes.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escapeAttribute(`${value}`, '"')}"`],
  );
  const children = (element.children ?? []).flatMap((child) => (child ? [writeXml(child, indent + INDENT)] : []));
  const end = children.length > 0 ? ">" : "/>";
  const open = `${indent}<${name}`;
  const short = [open, ...attributes].join(" ") + end;
  const long = `${open} ${attributes.join(`\n${" ".repeat(open.length)} `)}${end}`;
  const lines = comment === undefined ? [] : [`${indent}<!-- ${comment} -->`];
  lines.push(short.length <= WIDTH ? short : long, ...children);
  if (children.length > 0) lines.push(`${indent}</${name}>`);
  return lines.join("\n");
}
