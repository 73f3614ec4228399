import type { SemanticTokensEdit } from "vscode-languageserver";
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
    const last = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
    let answers = 0;
    documents.onDidClose(({ document }) => last.delete(document.uri));
    const remember = (uri: string, data: readonly number[]): string => {
      const resultId = `${++answers}`;
      if (documents.get(uri)) last.set(uri, { resultId, data });
      return resultId;
    };

    connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const data = dataOf(await session.fileOf(textDocument));
      return { resultId: remember(textDocument.uri, data), data };
    });

    connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }) => {
      const data = dataOf(await session.fileOf(textDocument));
      const before = last.get(textDocument.uri);
      const resultId = remember(textDocument.uri, data);
      // A client that speaks of an older answer gets all.
      if (before?.resultId !== previousResultId) return { resultId, data };
      return { resultId, edits: changes(before.data, data) };
    });

    connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
      const file = await session.fileOf(textDocument);
      const part = file && span(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end));
      return { data: dataOf(file, part) };
    });
  },
};

/** Five numbers a token, as LSP has them: each place is told from the one before. */
function dataOf(file: ConfigFile | undefined, part?: Span): number[] {
  const data: number[] = [];
  if (!file) return data;
  let before = { line: 0, character: 0 };
  for (const { span: at, type, deprecated } of semanticTokens(file, part ?? span(0, file.document.text.length))) {
    const place = file.lines.positionAt(at.start);
    const line = place.line - before.line;
    const character = line === 0 ? place.character - before.character : place.character;
    data.push(line, character, at.end - at.start, TOKEN_TYPES.indexOf(type), deprecated ? 1 : 0);
    before = place;
  }
  return data;
}

/** What lies between the equal beginnings and ends of two answers; whole tokens, so that nothing is split. */
function changes(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start -= start % 5;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  same -= same % 5;
  const deleteCount = before.length - same - start;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
