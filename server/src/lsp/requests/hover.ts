import { MarkupKind } from "vscode-languageserver";
import { hover } from "../../features/hover.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { RequestGroup } from "../session.ts";

export const hoverRequests: RequestGroup = {
  capabilities: () => ({ hoverProvider: true }),

  serve(session) {
    session.connection.onHover(async ({ textDocument, position }) => {
      const file = await session.fileOf(textDocument);
      if (!file) return null;
      const { lines } = file;
      const answer = hover(file, lines.offsetAt(position), session.locale);
      return (
        answer && { contents: { kind: MarkupKind.Markdown, value: answer.markdown }, range: toRange(answer.at, lines) }
      );
    });
  },
};
