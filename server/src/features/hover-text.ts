import type { Span } from "../base/span.ts";
import type { Property } from "../config/properties.ts";

/** The content of a hover, and the part of the text it is about. */
export interface HoverText {
  readonly at: Span;
  readonly markdown: string;
}

/** Two hovers of one place, the nearer above a line. */
export function joined(nearer: HoverText | undefined, around: HoverText | undefined): HoverText | undefined {
  if (!nearer || !around) return nearer ?? around;
  return { at: nearer.at, markdown: `${nearer.markdown}\n\n---\n\n${around.markdown}` };
}

/** `conf/catalina.properties:12`, as a link where the file's path is a URI. */
export function placeOf({ file, at }: Property): string {
  const line = file.lines.positionAt(at.start).line + 1;
  const label = `${file.path.split("/").slice(-2).join("/")}:${line}`;
  return file.path.includes("://") ? `[${label}](${file.path}#L${line})` : label;
}

/** A code span that shows a text unchanged, with as many backquotes as necessary. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([each]) => each.length));
  const fence = "`".repeat(longest + 1);
  const blank = longest > 0 || text === "" ? " " : "";
  return `${fence}${blank}${text}${blank}${fence}`;
}
