import { type Span, span } from "../../server/src/base/span.ts";
import type { ConfigFile } from "../../server/src/config/file.ts";
import { autoClose } from "../../server/src/features/auto-close.ts";
import { fileReferences } from "../../server/src/features/document-links.ts";
import { foldingRanges } from "../../server/src/features/fold.ts";
import { highlights } from "../../server/src/features/highlight.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { selectionSteps } from "../../server/src/features/selection.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { type ConfigSymbol, documentSymbols } from "../../server/src/features/symbols.ts";
import { tagPair } from "../../server/src/features/tag-pair.ts";

/** Every span that the structural features answer with for an offset, by feature. */
export function structuralSpans(file: ConfigFile, offset: number): ReadonlyMap<string, readonly Span[]> {
  const { document, lines } = file;
  const whole = span(0, document.text.length);
  const ofSymbol = (symbol: ConfigSymbol): readonly Span[] => [symbol.span, ...symbol.children.flatMap(ofSymbol)];
  // The answer is a text to insert at the offset: what matters is that there is one or none.
  autoClose(document, offset);
  return new Map<string, readonly Span[]>([
    ["outline", documentSymbols(file).flatMap(ofSymbol)],
    ["selection", selectionSteps(document, offset)],
    ["tag pair", tagPair(document, offset) ?? []],
    ["highlights", highlights(document, offset)],
    ["links", fileReferences(file).map(({ at }) => at)],
    ["tokens", semanticTokens(file, whole).map((token) => token.span)],
    ["hints", inlayHints(file, whole, { optionNames: true, defaults: true }).map(({ at }) => span(at, at))],
    [
      "folds",
      foldingRanges(file).map(({ startLine, endLine }) => span(lines.startOf(startLine), lines.startOf(endLine))),
    ],
  ]);
}
