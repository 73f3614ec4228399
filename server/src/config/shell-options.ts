import { span } from "../base/span.ts";
import type { PropertyEntry } from "./property-entries.ts";

/** A `-Dname=value` in a line of a script; the value may stand in quotes. */
const OPTION = /(^|[\s"'])-D([\w.-]+)=("[^"]*"|'[^']*'|[^\s"'\\;]*)/g;

/** The `-D` options of a script in order, those of comments left out. */
export function optionEntries(text: string, isComment: (line: string) => boolean = isShellComment): PropertyEntry[] {
  const found: PropertyEntry[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    if (line.includes("-D") && !isComment(line)) {
      for (const match of line.matchAll(OPTION)) found.push(entryOf(match, start));
    }
    start = end + 1;
  }
  return found;
}

export function isShellComment(line: string): boolean {
  return line.trimStart().startsWith("#");
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

function entryOf(
  { index, 1: before = "", 2: name = "", 3: written = "" }: RegExpExecArray,
  line: number,
): PropertyEntry {
  const start = line + index + before.length + "-D".length;
  const valueStart = start + name.length + "=".length;
  const value = written.replace(/^(["'])(.*)\1$/, "$2");
  return {
    name,
    nameSpan: span(start, start + name.length),
    value: /[$`%]/.test(value) ? undefined : value,
    valueSpan: span(valueStart, valueStart + written.length),
  };
}
