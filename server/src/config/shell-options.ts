import { type Span, span } from "../base/span.ts";
import type { PropertyEntry } from "./property-entries.ts";

/** The language of a script: that of `setenv.sh`, or that of `setenv.bat`. */
export type Shell = "sh" | "bat";

/**
 * A `-Dname=value` in a line; the value may stand in quotes. Every quote closes the one before it, so no line is gone
 * over twice.
 */
const OPTION = /(^|[\s"'=])-D([\w.-]+)=("[^"]*"|'[^']*'|[^\s"';]*)/g;

/** The `-D` options of a script in order, those of comments left out. */
export function optionEntries(text: string, shell: Shell = "sh"): readonly PropertyEntry[] {
  const found: PropertyEntry[] = [];
  for (const line of linesOf(text, shell)) found.push(...optionsIn(text, line, shell));
  return found;
}

/** The `-D` options in a part of a text. */
export function optionsIn(text: string, { start, end }: Span, shell: Shell = "sh"): readonly PropertyEntry[] {
  const part = text.slice(start, end);
  return part.includes("-D") ? [...part.matchAll(OPTION)].map((match) => optionOf(match, start, shell)) : [];
}

function optionOf(
  { index, 1: before = "", 2: name = "", 3: written = "" }: RegExpExecArray,
  offset: number,
  shell: Shell,
): PropertyEntry {
  const start = offset + index + before.length + "-D".length;
  const valueStart = start + name.length + "=".length;
  // A backslash at the end of a line continues the line; it is no part of the value.
  const shown = shell === "sh" ? written.replace(/\\$/, "") : written;
  return {
    name,
    nameSpan: span(start, start + name.length),
    value: plainValue(shown, shell),
    valueSpan: span(valueStart, valueStart + shown.length),
  };
}

/** What a shell makes of a word; undefined where it fills something in or escapes something. */
function plainValue(written: string, shell: Shell): string | undefined {
  const special = shell === "sh" ? /[$`\\%]/ : /[%^!]/;
  return special.test(written) ? undefined : written.replace(/^(["'])(.*)\1$/, "$2");
}

const EXPORT = /^\s*export\s+([A-Za-z_]\w*)=(.*?)\s*$/;
const ASSIGNMENT = /^\s*([A-Za-z_]\w*)=(.*?)\s*$/;
const SET = /^\s*@?set\s+("?)([A-Za-z_]\w*)=(.*?)\1\s*$/i;

/** The environment variables a script hands on to Java, in order. */
export function variableEntries(text: string, shell: Shell): readonly PropertyEntry[] {
  const found: PropertyEntry[] = [];
  for (const { start, end } of linesOf(text, shell)) {
    const line = text.slice(start, end);
    const [, name, written] = shell === "sh" ? (EXPORT.exec(line) ?? []) : (SET.exec(line)?.slice(1) ?? []);
    if (name === undefined || written === undefined) continue;
    const nameStart = start + line.indexOf(`${name}=`);
    const valueStart = nameStart + name.length + 1;
    found.push({
      name,
      nameSpan: span(nameStart, nameStart + name.length),
      value: wordOf(written, shell),
      valueSpan: span(valueStart, valueStart + written.length),
    });
  }
  return found;
}

function wordOf(written: string, shell: Shell): string | undefined {
  if (shell === "bat") return plainValue(written, shell);
  return /^("[^"]*"|'[^']*'|[^\s"';&|]*)$/.test(written) ? plainValue(written, shell) : undefined;
}

/** The variables of options a script sets anew, so that what stood in them before is gone. */
export function overwrittenVariables(text: string, shell: Shell): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { start, end } of linesOf(text, shell)) {
    const line = text.slice(start, end);
    const [, name, written] =
      shell === "sh" ? (EXPORT.exec(line) ?? ASSIGNMENT.exec(line) ?? []) : (SET.exec(line)?.slice(1) ?? []);
    if (name !== undefined && !written?.includes(name)) found.add(name);
  }
  return found;
}

function* linesOf(text: string, shell: Shell): Generator<Span> {
  const comment = shell === "sh" ? /^[ \t]*#/ : /^[ \t]*(?:@?rem\b|::)/i;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    // A comment begins within the line's first words: the rest need not be looked at.
    if (!comment.test(text.slice(start, Math.min(end, start + 200)))) yield span(start, end);
    start = end + 1;
  }
}
