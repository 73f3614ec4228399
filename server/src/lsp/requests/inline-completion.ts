import type { InlineCompletionItem } from "vscode-languageserver";
import { toRange } from "../../features/to-lsp.ts";
import { isOnlyParsed, type RequestGroup } from "../session.ts";

/** Text in grey behind the cursor, which one key accepts (LSP 3.18). */
export const inlineCompletionRequests: RequestGroup = {
  capabilities: ({ client }) => (client.textDocument?.inlineCompletion ? { inlineCompletionProvider: {} } : {}),

  serve(session) {
    const { connection, workspace, host } = session;
    connection.languages.inlineCompletion.on(async ({ textDocument, position }): Promise<InlineCompletionItem[]> => {
      const path = host.pathOf(textDocument.uri);
      const file = await workspace.fileAt(path);
      if (!file || file.template || isOnlyParsed(file)) return [];
      const clusters = await session.clustersOf(file);
      const { nextMember } = await import("../../features/next-member.ts");
      const next = nextMember(file, file.lines.offsetAt(position), clusters);
      return next ? [{ insertText: next.text, range: toRange(next.replace, file.lines) }] : [];
    });
  },
};
