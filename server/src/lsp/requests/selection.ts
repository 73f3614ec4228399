import type { SelectionRange } from "vscode-languageserver";
import type { Lines } from "../../base/lines.ts";
import { at, type Span } from "../../base/span.ts";
import { selectionSteps } from "../../features/selection.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { RequestGroup } from "../session.ts";

export const selectionRequests: RequestGroup = {
  capabilities: () => ({ selectionRangeProvider: true }),

  serve(session) {
    session.connection.onSelectionRanges(async ({ textDocument, positions }) => {
      const file = await session.fileOf(textDocument);
      if (!file) return null;
      const { document, lines } = file;
      return positions.map((position) => {
        const offset = lines.offsetAt(position);
        return chain(selectionSteps(document, offset), lines) ?? { range: toRange(at(offset), lines) };
      });
    });
  },
};

/** Innermost first, each with the next one as its parent. */
function chain(steps: readonly Span[], lines: Lines): SelectionRange | undefined {
  return steps.reduceRight<SelectionRange | undefined>(
    (parent, step) => ({ range: toRange(step, lines), ...(parent ? { parent } : {}) }),
    undefined,
  );
}
