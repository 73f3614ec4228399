import { type InlayHint, MarkupKind } from "vscode-languageserver";
import { span } from "../../base/span.ts";
import { inlayHints } from "../../features/inlay-hints.ts";
import { toTextEdits } from "../../features/to-lsp.ts";
import type { RequestGroup } from "../session.ts";

export const inlayHintRequests: RequestGroup = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),

  serve(session) {
    const { connection, settings } = session;
    connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[]> => {
      const file = await session.fileOf(textDocument);
      if (!file) return [];
      const { lines } = file;
      const part = span(lines.offsetAt(range.start), lines.offsetAt(range.end));
      const { inlayHints: kinds } = await settings.of(textDocument.uri);
      return inlayHints(file, part, kinds).map(({ at, label, tooltip, edit }) => ({
        position: lines.positionAt(at),
        label: label[session.locale],
        paddingLeft: true,
        tooltip: { kind: MarkupKind.Markdown, value: tooltip[session.locale] },
        ...(edit ? { textEdits: toTextEdits([edit], lines) } : {}),
      }));
    });
  },
};
