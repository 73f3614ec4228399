/** A tab stop of an inserted text: 1, then 2, and so on; 0 is the final cursor. */
export interface Stop {
  readonly stop: number;
  /** The text until something is typed. */
  readonly text?: string;
  /** The choices, the usual one first. */
  readonly choices?: readonly string[];
}

/** A text to insert with its tab stops, for clients with and without snippets. */
export type Template = readonly (string | Stop)[];

export function tabStop(number: number, text?: string): Stop {
  return text === undefined ? { stop: number } : { stop: number, text };
}

export function hasStops(template: Template): boolean {
  return template.some((part) => typeof part !== "string");
}

/** The template in LSP's snippet syntax. */
export function toSnippet(template: Template): string {
  return template
    .map((part) => {
      if (typeof part === "string") return part.replace(/[\\$}]/g, "\\$&");
      const { stop: number, text, choices } = part;
      if (choices) return `\${${number}|${choices.map((each) => each.replace(/[\\,|$}]/g, "\\$&")).join(",")}|}`;
      return text ? `\${${number}:${text.replace(/[\\$}]/g, "\\$&")}}` : `$${number}`;
    })
    .join("");
}

/** The text with the default at each stop. */
export function toPlainText(template: Template): string {
  return template.map((part) => (typeof part === "string" ? part : (part.text ?? part.choices?.[0] ?? ""))).join("");
}

const STOP = /\$(\d+)|\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}/g;

/** Reads one of this extension's snippets, which contain neither nesting nor escapes. */
export function readSnippet(text: string): Template {
  const parts: (string | Stop)[] = [];
  let end = 0;
  for (const match of text.matchAll(STOP)) {
    const [whole, bare, number, fallback, choices] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    const at = Number(bare ?? number);
    parts.push(choices === undefined ? tabStop(at, fallback) : { stop: at, choices: choices.split(",") });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The layout of a file around a place. */
export interface LineLayout {
  /** The indent of the line the insertion begins on. */
  readonly indent: string;
  /** One step of indent. */
  readonly unit: string;
  readonly lineBreak: string;
}

/**
 * A template in the layout of a file: a tab at the beginning of a line is a step of indent; blanks for alignment stay.
 */
export function layOut(template: Template, { indent, unit, lineBreak }: LineLayout): Template {
  const indented = (_: string, tabs: string) => lineBreak + indent + unit.repeat(tabs.length);
  return template.map((part) => (typeof part === "string" ? part.replace(/\n(\t*)/g, indented) : part));
}
