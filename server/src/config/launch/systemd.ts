import type { SourceText } from "../../base/source-text.ts";
import { span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import type { Environment } from "./environment.ts";

/** Tomcat's own scripts, in the line of a unit that starts it. */
const STARTS_SCRIPT = /(?:startup|catalina|tomcat[\w-]*)\.sh(?:\s+(?:run|start))?\s*$/;

/** True where a unit of Tomcat's takes variables from a file, or starts Tomcat with a command of its own. */
export function isOpenUnit(file: SourceText): boolean {
  if (!isTomcatUnit(file)) return false;
  const lines = file.text.split("\n");
  return lines.some(
    (line) =>
      /^\s*EnvironmentFile\s*=\s*\S/.test(line) || (/^\s*ExecStart\s*=/.test(line) && !STARTS_SCRIPT.test(line)),
  );
}

/** `NAME=value` as one word of an Environment line: the whole may stand in quotes. */
const ASSIGNMENT = /"([A-Za-z_]\w*)=([^"]*)"|'([A-Za-z_]\w*)=([^']*)'|(?<!\w)([A-Za-z_]\w*)=([^\s"']*)/g;

/** True for a unit that names Tomcat. */
export function isTomcatUnit({ text }: SourceText): boolean {
  return /catalina|tomcat/i.test(text);
}

/**
 * The variables a systemd unit starts Tomcat with. Undefined where the unit is of another program, and where an
 * EnvironmentFile, whose settings win, is named.
 *
 * Source: systemd.exec(5), "Environment=" and "EnvironmentFile="; systemd.syntax(7) on continued lines and comments.
 */
export function readUnit(file: SourceText): Environment | undefined {
  const { text } = file;
  if (!isTomcatUnit(file)) return undefined;
  const found = new Map<string, Property>();
  for (let start = 0; start < text.length; ) {
    const end = endOfEntry(text, start);
    const line = text.slice(start, end);
    if (/^\s*EnvironmentFile\s*=\s*\S/.test(line)) return undefined;
    const key = /^\s*Environment\s*=/.exec(line)?.[0];
    if (key !== undefined) {
      // An empty assignment forgets what was set before.
      if (line.trim() === key.trim()) found.clear();
      for (const each of assignments(line, key.length, start, file)) found.set(each.name, each);
    }
    start = end + 1;
  }
  return found;
}

/** Where the line ends that begins here: a backslash continues it. */
function endOfEntry(text: string, start: number): number {
  for (let from = start; ; ) {
    const end = text.indexOf("\n", from);
    if (end < 0) return text.length;
    const last = text.charAt(end - 1) === "\r" ? end - 2 : end - 1;
    if (last < from || text.charAt(last) !== "\\") return end;
    from = end + 1;
  }
}

function* assignments(line: string, from: number, offset: number, file: SourceText): Generator<Property> {
  for (const match of line.slice(from).matchAll(ASSIGNMENT)) {
    const name = match[1] ?? match[3] ?? match[5];
    const written = match[2] ?? match[4] ?? match[6];
    if (name === undefined || written === undefined) continue;
    const end = offset + from + match.index + match[0].length - (match[5] === undefined ? 1 : 0);
    // `%` begins a specifier, a backslash an escape.
    const value = /[%\\]/.test(written) ? undefined : written;
    const start = end - written.length;
    yield { name, value, file, nameAt: span(start - 1 - name.length, start - 1), at: span(start, end) };
  }
}
