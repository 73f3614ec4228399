import { foldingRanges } from "../../features/fold.ts";
import type { RequestGroup } from "../session.ts";

export const foldingRequests: RequestGroup = {
  capabilities: () => ({ foldingRangeProvider: true }),

  serve(session) {
    session.connection.onFoldingRanges(async ({ textDocument }) => {
      const file = await session.fileOf(textDocument);
      return file ? foldingRanges(file, session.client.textDocument?.foldingRange?.rangeLimit) : [];
    });
  },
};
