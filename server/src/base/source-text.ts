import { Lines } from "./lines.ts";

/** A text with a path, of any language. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
}

/** Its lines are counted when first asked for: most files are only read. */
export function sourceText(path: string, text: string): SourceText {
  let lines: Lines | undefined;
  return {
    path,
    text,
    get lines() {
      lines ??= new Lines(text);
      return lines;
    },
  };
}
