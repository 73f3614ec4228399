import { printable } from "./printable.ts";

/** A text as Markdown that shows it: what Markdown would take for its own is escaped. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);
}

/** A sentence of ours around values from outside: escaped too, but what it has in backquotes stays code. */
export function markdownWithCode(text: string): string {
  const parts = text.split("`");
  // An odd backquote at the end opens nothing.
  const paired = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join("`")];
  return paired.map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : markdownCode(part))).join("");
}

/** A text as code, between as many backquotes as it needs. */
export function markdownCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const quotes = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${quotes}${pad}${printable(text)}${pad}${quotes}`;
}
