import { type Span, span } from "../base/span.ts";
import { haproxyTokens } from "./haproxy-syntax.ts";
import { httpdTokens } from "./httpd-syntax.ts";
import type { FrontFile, FrontProduct } from "./model.ts";
import { nginxTokens } from "./nginx-syntax.ts";
import { lineEndAt, type Token } from "./tokens.ts";
import { workersTokens } from "./workers-syntax.ts";

/** A comment with what the comments that silence rules need to know of it. */
export interface FrontComment {
  readonly span: Span;
  /** Behind the `#`. */
  readonly inner: Span;
  /** What the next line with a directive says; undefined where none follows. */
  readonly next: Span | undefined;
  /** What is to be taken out to remove it: its line, where nothing else stands there. */
  readonly removal: () => Span;
}

const TOKENS: Readonly<Record<FrontProduct, (text: string) => readonly Token[]>> = {
  httpd: httpdTokens,
  mod_jk: workersTokens,
  nginx: nginxTokens,
  haproxy: haproxyTokens,
};

/** The comments of a file in their order. */
export function commentsIn({ text, product }: FrontFile): readonly FrontComment[] {
  const found: FrontComment[] = [];
  let next: Span | undefined;
  let line: Span | undefined;
  // From the end, so that what follows is known.
  for (const { kind, at } of TOKENS[product](text).toReversed()) {
    if (kind === "break") {
      next = line ?? next;
      line = undefined;
    } else if (kind === "comment") {
      found.push({
        span: at,
        inner: span(at.start + 1, at.end),
        next,
        removal: () => removalOf(text, at),
      });
    } else if (kind !== "blank") line = span(at.start, line?.end ?? at.end);
  }
  return found.reverse();
}

function removalOf(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  const alone = from === 0 || text.charAt(from - 1) === "\n";
  return alone ? span(from, Math.min(lineEndAt(text, end) + 1, text.length)) : span(from, end);
}
