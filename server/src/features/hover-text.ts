import type { Span } from "../base/span.ts";

/** The content of a hover, and the part of the text it is about. */
export interface HoverText {
  readonly at: Span;
  readonly markdown: string;
}
