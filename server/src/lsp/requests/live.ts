import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { LivePort } from "../../live/port.ts";
import {
  LIVE_ASK_REQUEST,
  LIVE_REQUEST,
  type LiveAnswer,
  type LiveAskAnswer,
  type LiveParams,
} from "../../protocol.ts";
import { sitesBelow } from "../../workspace/sites.ts";
import type { RequestGroup, Session } from "../session.ts";

/** Running nodes of an editor. The client asks the managers, because it has the user's password and keeps it. */
export const liveRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(LIVE_REQUEST, (params) => answerOf(session, params));
  },
};

async function answerOf(session: Session, params: LiveParams): Promise<LiveAnswer> {
  const { host, connection, workspace, locale } = session;
  if (!host.live) throw new ResponseError(ErrorCodes.InvalidRequest, "This server cannot reach other machines.");
  const { livePage, look, managerOf, wrongLines } = await import("../../features/live-page.ts");
  const managers = params.managers.map(managerOf).filter((each) => typeof each !== "string");
  if (managers.length !== params.managers.length) {
    throw new ResponseError(ErrorCodes.InvalidParams, "Managers are named by their addresses, without a password.");
  }
  const port: LivePort = {
    ...(await host.live()),
    ask: (url) => received(connection.sendRequest(LIVE_ASK_REQUEST, { url })),
  };
  const report = await look(await sitesBelow(workspace), managers, undefined, port);
  const time = new Date();
  session.live = { time, report };
  // Pictures show it, too.
  session.changed();
  return {
    wrong: wrongLines(report).map(({ id }) => id),
    refused: report.asked.flatMap((each) => ("failed" in each && /^40[13]$/.test(each.failed) ? each.manager.url : [])),
    page: livePage(report, time, locale),
  };
}

/** What a client answers; one that refuses, or says something else, reached no manager. */
async function received(answer: Promise<LiveAskAnswer>): Promise<LiveAskAnswer> {
  const given: Partial<Record<"status" | "body" | "code", unknown>> | null = await answer.catch(() => null);
  const { status, body, code } = given ?? {};
  if (typeof status === "number" && typeof body === "string") return { status, body };
  return { code: typeof code === "string" ? code : "ENOTSUP" };
}
