import { gitlab, json, rdjson } from "./json.ts";
import { compact, github, markdown } from "./lines.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./reporter.ts";
import { sarif } from "./sarif.ts";
import { checkstyle, junit } from "./xml.ts";

/** All formats, by their names on the command line. */
export const reporters = {
  pretty,
  compact,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson,
  markdown,
} satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(reporters, name);
}
