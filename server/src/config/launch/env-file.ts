import type { SourceText } from "../../base/source-text.ts";
import { span } from "../../base/span.ts";
import type { Property } from "../properties.ts";

/** Who reads a file of variables: Compose takes quotes, comments and `$` for its own, Kustomize takes lines as they are. */
export type EnvFileReader = "compose" | "kustomize";

/** `NAME=value`, and for Compose `export NAME=value` and `NAME: value`. */
const LINE: Readonly<Record<EnvFileReader, RegExp>> = {
  compose: /^(\s*(?:export[ \t]+)?)([\w.-]+)([ \t]*[=:])(.*)$/,
  kustomize: /^(\s*)([\w.-]+)(=)(.*)$/,
};

/**
 * The variables of a file that `env_file`, `envs` or the name `.env` gives. A name alone takes its value from the
 * environment of who reads it, and is not known; neither is a value that is made from others, or has escapes. Undefined
 * where a value goes on over several lines: what is a line of its own is not known then.
 *
 * Source: the Compose Specification, "env_file", and Docker's "Syntax for environment files in Docker Compose";
 * Kustomize, api/kv/kv.go.
 */
export function readEnvFile(file: SourceText, reader: EnvFileReader): readonly Property[] | undefined {
  const found: Property[] = [];
  let start = 0;
  for (const written of file.text.split("\n")) {
    const line = written.replace(/\r$/, "");
    const lineStart = start;
    start += written.length + 1;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, before, name, between, rest] = LINE[reader].exec(line) ?? [];
    if (before === undefined || name === undefined || between === undefined || rest === undefined) {
      const alone = /^\s*(?:export[ \t]+)?([\w.-]+)\s*$/.exec(line)?.[1];
      if (alone === undefined) return undefined;
      const at = span(lineStart, lineStart + line.length);
      found.push({ name: alone, value: undefined, file, nameAt: at, at });
      continue;
    }
    const value = reader === "compose" ? rest.trimStart() : rest;
    const text = reader === "compose" ? withoutComment(value) : value;
    if (text === undefined) return undefined;
    const nameStart = lineStart + before.length;
    const valueStart = nameStart + name.length + between.length + rest.length - value.length;
    found.push({
      ...{ name, value: reader === "compose" ? textFor(text) : text, file },
      nameAt: span(nameStart, nameStart + name.length),
      at: span(valueStart, valueStart + text.length),
    });
  }
  return found;
}

/** A value without what follows it; undefined for one whose quote stays open in its line. */
function withoutComment(text: string): string | undefined {
  const quote = /^["']/.exec(text)?.[0];
  if (quote === undefined) return (/^(?:#|(?:[^\s]|\s(?!#))*)/.exec(text)?.[0] ?? "").replace(/^#$/, "").trimEnd();
  const end = text.indexOf(quote, 1);
  return end < 0 || text.charAt(end - 1) === "\\" ? undefined : text.slice(0, end + 1);
}

function textFor(text: string): string | undefined {
  if (text.startsWith("'")) return text.slice(1, -1);
  return text.includes("$") || text.includes("\\") ? undefined : text.replace(/^"(.*)"$/, "$1");
}
