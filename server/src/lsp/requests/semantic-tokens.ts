import { SemanticTokensBuilder } from "vscode-languageserver";
import { type Span, span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "../../features/semantic-tokens.ts";
import type { RequestGroup } from "../session.ts";

export const semanticTokenRequests: RequestGroup = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),

  serve(session) {
    const { connection, documents } = session;
    /** What each open document was answered last, for answers that say only what changed. */
    const builders = new Map<string, SemanticTokensBuilder>();
    documents.onDidClose(({ document }) => builders.delete(document.uri));
    /** Ready for a new answer beside the one before; a client that names an older one gets all. */
    const builderOf = (uri: string, previous = ""): SemanticTokensBuilder => {
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      if (documents.get(uri)) builders.set(uri, builder);
      builder.previousResult(previous);
      return builder;
    };

    connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const file = await session.fileOf(textDocument);
      return push(builderOf(textDocument.uri), file).build();
    });

    connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }) => {
      const file = await session.fileOf(textDocument);
      return push(builderOf(textDocument.uri, previousResultId), file).buildEdits();
    });

    connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
      const file = await session.fileOf(textDocument);
      const part = file && span(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end));
      return push(new SemanticTokensBuilder(), file, part).build();
    });
  },
};

function push(builder: SemanticTokensBuilder, file: ConfigFile | undefined, part?: Span): SemanticTokensBuilder {
  if (!file) return builder;
  for (const { span: at, type, deprecated } of semanticTokens(file, part ?? span(0, file.document.text.length))) {
    const { line, character } = file.lines.positionAt(at.start);
    builder.push(line, character, at.end - at.start, TOKEN_TYPES.indexOf(type), deprecated ? 1 : 0);
  }
  return builder;
}
