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
  return [...linesOf(text, shell)].flatMap((line) => optionsIn(text, line, shell));
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

/** The value of a word in a shell; undefined where it contains a variable, a command or an escape. */
function plainValue(written: string, shell: Shell): string | undefined {
  const special = shell === "sh" ? /[$`\\%]/ : /[%^!]/;
  return special.test(written) ? undefined : written.replace(/^(["'])(.*)\1$/, "$2");
}

/** True where options are taken from other variables, from a command, or from a file of options. */
export function takesMore(options: string): boolean {
  const others = options.replace(/-D\S*/g, "").replace(/\$\{?(?:JAVA|CATALINA)_OPTS\}?/g, "");
  return /[$`]|(?:^|[\s"'])@/.test(others);
}

/** True for a script that may set options in ways that are not read: it runs another file, or takes options from it. */
export function setsMore(text: string, shell: Shell): boolean {
  if (shell === "bat") return /^[ \t]*@?(?:call|for)\b/im.test(text) || /%(?!(?:JAVA|CATALINA)_OPTS%)\w+%/.test(text);
  for (const line of linesOf(text, shell)) {
    const written = text.slice(line.start, line.end);
    if (/^[ \t]*(?:\.|source|eval|for|while)[ \t]/.test(written)) return true;
    if (/(?:JAVA|CATALINA)_OPTS=/.test(written) && takesMore(written)) return true;
  }
  return false;
}

const EXPORT = /^[ \t]*export[ \t]+([A-Za-z_]\w*)=/;
const ASSIGNMENT = /^[ \t]*([A-Za-z_]\w*)=/;
const SET = /^[ \t]*@?set[ \t]+"?([A-Za-z_]\w*)=/i;

/** A variable that a line sets, with the text of its value without quotes. */
interface Assignment {
  readonly name: string;
  readonly nameSpan: Span;
  readonly written: string;
  readonly valueSpan: Span;
}

/** The variables a script sets, in order; of those of a shell script, all or the exported ones. */
function* assignmentsIn(text: string, shell: Shell, head: RegExp): Generator<Assignment> {
  for (const { start, end } of linesOf(text, shell)) {
    const [before, name] = head.exec(text.slice(start, end)) ?? [];
    if (before === undefined || name === undefined) continue;
    const valueStart = start + before.length;
    const nameStart = valueStart - "=".length - name.length;
    const value = text.slice(valueStart, end).trimEnd();
    // `set "NAME=value"` keeps blanks at the end out of the value.
    const quoted = shell === "bat" && text.charAt(nameStart - 1) === '"' && value.endsWith('"');
    const written = quoted ? value.slice(0, -1) : value;
    yield {
      name,
      nameSpan: span(nameStart, nameStart + name.length),
      written,
      valueSpan: span(valueStart, valueStart + written.length),
    };
  }
}

/** The environment variables a script hands on to Java, in order. */
export function variableEntries(text: string, shell: Shell): readonly PropertyEntry[] {
  return [...assignmentsIn(text, shell, shell === "sh" ? EXPORT : SET)].map(({ written, ...entry }) => ({
    ...entry,
    value: wordOf(written, shell),
  }));
}

function wordOf(written: string, shell: Shell): string | undefined {
  if (shell === "bat") return plainValue(written, shell);
  return /^("[^"]*"|'[^']*'|[^\s"';&|]*)$/.test(written) ? plainValue(written, shell) : undefined;
}

/** The variables whose former value a script drops. */
export function overwrittenVariables(text: string, shell: Shell): ReadonlySet<string> {
  const found = new Set<string>();
  for (const head of shell === "sh" ? [EXPORT, ASSIGNMENT] : [SET]) {
    for (const { name, written } of assignmentsIn(text, shell, head)) if (!written.includes(name)) found.add(name);
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
