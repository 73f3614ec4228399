import type { RequestGroup } from "../session.ts";

const load = () => import("../answers/formatting.ts");

/** The whole document, some of its lines, and the line that is being typed. */
export const formattingRequests: RequestGroup = {
  capabilities: ({ client: { textDocument } }) => ({
    ...(textDocument?.formatting ? { documentFormattingProvider: true } : {}),
    ...(textDocument?.rangeFormatting ? { documentRangeFormattingProvider: true } : {}),
    ...(textDocument?.onTypeFormatting
      ? { documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: [">"] } }
      : {}),
  }),

  serve(session) {
    const { connection } = session;
    connection.onDocumentFormatting(async (params) => (await load()).formatted(session, params));
    connection.onDocumentRangeFormatting(async (params) => (await load()).partFormatted(session, params));
    connection.onDocumentOnTypeFormatting(async (params) => (await load()).typedFormatted(session, params));
  },
};
