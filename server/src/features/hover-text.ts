import type { Span } from "../base/span.ts";

/** What a hover shows, and of which part of the text it speaks. */
export interface HoverText {
  readonly at: Span;
  readonly markdown: string;
}
