import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import {
  EXPLAIN_LOG_REQUEST,
  LOG_PROGRESS_NOTIFICATION,
  LOG_TIMELINE_REQUEST,
  type LogTimeline,
  type LogTimelineParams,
} from "../../protocol.ts";
import { sitesBelow } from "../../workspace/sites.ts";
import type { RequestGroup, Session } from "../session.ts";

/** What selected or pasted lines of a log mean, and what the logs of several nodes say together. */
export const logRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, host, workspace } = session;
    connection.onRequest(EXPLAIN_LOG_REQUEST, async ({ text, uri }) => {
      const { logPage } = await import("../../features/logs/index.ts");
      return logPage(text, host.pathOf(uri), await sitesBelow(workspace), session.locale);
    });
    connection.onRequest(LOG_TIMELINE_REQUEST, (params, token) => timeline(session, params, token));
  },
};

async function timeline(session: Session, params: LogTimelineParams, token: CancellationToken): Promise<LogTimeline> {
  const { connection, host, locale, workspace } = session;
  if (!host.logs) throw new ResponseError(ErrorCodes.InvalidRequest, "This server cannot read logs from a disk.");
  if (params.uris.some((uri) => !uri.startsWith("file:"))) {
    throw new ResponseError(ErrorCodes.InvalidParams, "Only logs on the server's machine can be read.");
  }
  const sites = await sitesBelow(workspace);
  const conf = [...new Set(sites.map(({ file }) => file.path))].filter((path) => path.startsWith("file:"));
  const reading = (await host.logs()).read({ files: params.uris.map(host.pathOf), conf, locale }, (part) => {
    // The connection is closed: no client is left that would get the answer.
    connection.sendNotification(LOG_PROGRESS_NOTIFICATION, { token: params.token, part }).catch(reading.stop);
  });
  const cancelled = token.onCancellationRequested(reading.stop);
  if (token.isCancellationRequested) reading.stop();
  try {
    return await reading.ended;
  } catch (error) {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    throw error;
  } finally {
    cancelled.dispose();
  }
}
