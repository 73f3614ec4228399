import { DocumentHighlightKind } from "vscode-languageserver";
import { autoClose } from "../../features/auto-close.ts";
import { highlights } from "../../features/highlight.ts";
import { tagPair } from "../../features/tag-pair.ts";
import { toRange } from "../../features/to-lsp.ts";
import { AUTO_CLOSE_REQUEST } from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

/** What the name of an element may hold while it is typed; a regular expression of JavaScript's. */
const NAME = "[^\\s<>/=\"'&]+";

/** Both tags of an element together: edited, shown, and the second one written. */
export const tagRequests: RequestGroup = {
  capabilities: () => ({ linkedEditingRangeProvider: true, documentHighlightProvider: true }),

  serve(session) {
    const { connection, documents, settings } = session;
    connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
      const file = await session.fileOf(textDocument);
      const pair = file && tagPair(file.document, file.lines.offsetAt(position));
      return pair ? { ranges: pair.map((name) => toRange(name, file.lines)), wordPattern: NAME } : null;
    });

    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const file = await session.fileOf(textDocument);
      if (!file) return null;
      const { document, lines } = file;
      const found = highlights(document, lines.offsetAt(position));
      return found.map((each) => ({ range: toRange(each, lines), kind: DocumentHighlightKind.Text }));
    });

    connection.onRequest(AUTO_CLOSE_REQUEST, async ({ uri, version, position }) => {
      const { autoClosingTags, otherXmlExtension } = await settings.of(uri);
      if (!autoClosingTags || otherXmlExtension) return null;
      const file = await session.fileOf({ uri });
      // Typing went on: what would be inserted no longer fits.
      if (!file || documents.get(uri)?.version !== version) return null;
      return autoClose(file.document, file.lines.offsetAt(position)) ?? null;
    });
  },
};
