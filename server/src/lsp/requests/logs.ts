import { EXPLAIN_LOG_REQUEST } from "../../protocol.ts";
import { sitesBelow } from "../../workspace/sites.ts";
import type { RequestGroup } from "../session.ts";

/** What selected or pasted lines of a log mean. */
export const logRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, host, workspace } = session;
    connection.onRequest(EXPLAIN_LOG_REQUEST, async ({ text, uri }) => {
      const { logPage } = await import("../../features/logs/index.ts");
      return logPage(text, host.pathOf(uri), await sitesBelow(workspace), session.locale);
    });
  },
};
