import { TOOL_REQUEST } from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

/** What agents of the client ask for. */
export const toolRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, host } = session;
    connection.onRequest(TOOL_REQUEST, async ({ name, input }) => {
      try {
        return { parts: await host.runTool(name, input, session), failed: false };
      } catch (error) {
        return { parts: [error instanceof Error ? error.message : String(error)], failed: true };
      }
    });
  },
};
