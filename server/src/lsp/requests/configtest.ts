import type { CancellationToken } from "vscode-languageserver";
import { baseOfServer, configtestAnswer, NO_MACHINE, NOT_A_NODE } from "../../configtest/answer.ts";
import { CONFIGTEST_REQUEST, type ConfigtestAnswer, type ConfigtestParams } from "../../protocol.ts";
import type { RequestGroup, Session } from "../session.ts";

/** A Tomcat needs a second or two; in milliseconds. */
const TIME_LIMIT = 60_000;

/** Asks a real Tomcat. In this process for the same reasons as the multicast test: it has the file, and ends with its client. */
export const configtestRequests: RequestGroup = {
  capabilities: () => ({}),
  serve(session) {
    session.connection.onRequest(CONFIGTEST_REQUEST, (params, token) => configtest(session, params, token));
  },
};

async function configtest(
  session: Session,
  params: ConfigtestParams,
  token: CancellationToken,
): Promise<ConfigtestAnswer> {
  const { workspace, host, locale } = session;
  const path = host.pathOf(params.uri);
  const file = await workspace.fileAt(path);
  const base = baseOfServer(path);
  if (!host.configtest || !path.startsWith("file:")) {
    return { outcome: "unsupported", text: NO_MACHINE[locale], findings: [] };
  }
  if (!file || base === undefined) return { outcome: "failed", text: NOT_A_NODE[locale], findings: [] };
  const running = (await host.configtest()).run(params.catalinaHome ?? undefined, base, TIME_LIMIT);
  const cancelled = token.onCancellationRequested(() => running.stop());
  // It may have been cancelled while the file was read.
  if (token.isCancellationRequested) running.stop();
  const answer = configtestAnswer(await running.ended, file);
  cancelled.dispose();
  return {
    outcome: answer.outcome,
    text: answer.text[locale],
    findings: answer.findings.map(({ span, severity, message }) => ({
      range: file.lines.rangeOf(span),
      severity,
      message,
    })),
  };
}
