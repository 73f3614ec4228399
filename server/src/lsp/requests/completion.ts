import { type CompletionItem, CompletionItemKind, CompletionItemTag, MarkupKind } from "vscode-languageserver";
import { type Completion, complete, documentation, type Subject } from "../../features/complete.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { RequestGroup } from "../session.ts";

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  element: CompletionItemKind.Module,
  attribute: CompletionItemKind.Property,
  class: CompletionItemKind.Class,
  value: CompletionItemKind.Value,
};

/** What a completion item carries until the client asks for its documentation. */
interface ItemData extends Subject {
  readonly uri: string;
}

export const completionRequests: RequestGroup = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ["<", " ", '"', "'", "\n"], resolveProvider: true },
  }),

  serve(session) {
    session.connection.onCompletion(async ({ textDocument, position }) => {
      const file = await session.fileOf(textDocument);
      if (!file) return [];
      const { lines } = file;
      return complete(file, lines.offsetAt(position)).map(
        (each): CompletionItem => ({
          label: each.label,
          kind: KINDS[each.kind],
          ...(each.detail === undefined ? {} : { detail: each.detail }),
          ...(each.filter === undefined ? {} : { filterText: each.filter }),
          ...(each.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
          ...(each.about ? { data: { ...each.about, uri: textDocument.uri } satisfies ItemData } : {}),
          textEdit: { range: toRange(each.replace, lines), newText: each.newText },
        }),
      );
    });

    session.connection.onCompletionResolve(async (item) => {
      // Ours alone fills `data`; the client hands it back as it was.
      const data = item.data as ItemData | undefined;
      const file = data && (await session.fileOf(data));
      const value = file && documentation(data, file, session.locale);
      return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    });
  },
};
