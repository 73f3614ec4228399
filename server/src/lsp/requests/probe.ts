import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import { duration } from "../../base/duration.ts";
import type { Locale } from "../../base/localized.ts";
import {
  PROBE_MEMBERS_NOTIFICATION,
  PROBE_REQUEST,
  PROBE_TARGETS_REQUEST,
  type ProbeAnswer,
  type ProbeMember,
  type ProbeMembersParams,
  type ProbeParams,
} from "../../protocol.ts";
import type { Observations } from "../../tribes/probe.ts";
import { runProbe } from "../../tribes/run.ts";
import { groupName, type HeartbeatTarget, type NoTarget, targetsOf } from "../../tribes/target.ts";
import type { RequestGroup, Session } from "../session.ts";

const LONGEST = 3600;

/**
 * The multicast test of an editor. It runs in this process, which has read the file and ends with its client: however
 * an editor ends, no socket is left behind.
 */
export const probeRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, host } = session;
    connection.onRequest(PROBE_TARGETS_REQUEST, async ({ uri }) => {
      const found = await probeTargetsIn(session, uri);
      if (!found) return null;
      const { lines, targets } = found;
      return {
        targets: targets.map((target) => {
          const { start, end } = lines.rangeOf(target.span);
          const place = { label: target.label, firstLine: start.line, lastLine: end.line };
          return "why" in target
            ? { ...place, group: null, bind: null, why: target.why[session.locale] }
            : { ...place, group: groupName(target), bind: target.bind ?? null, why: null };
        }),
        interfaces:
          host.multicast?.interfaces().map(({ name, address, loopback }) => ({ name, address, loopback })) ?? null,
      };
    });

    connection.onRequest(PROBE_REQUEST, (params, token) => probe(session, params, token));
  },
};

async function probeTargetsIn({ workspace, host }: Session, uri: string) {
  const path = host.pathOf(uri);
  const file = await workspace.fileAt(path);
  if (!file) return undefined;
  const targets: readonly (HeartbeatTarget | NoTarget)[] = targetsOf(
    file,
    file.kind === "server" ? await workspace.nodeOf(path) : undefined,
  );
  return { lines: file.lines, targets };
}

async function probe(session: Session, params: ProbeParams, token: CancellationToken): Promise<ProbeAnswer> {
  const { connection, host, locale } = session;
  const { seconds, send } = params;
  const target = (await probeTargetsIn(session, params.uri))?.targets[params.target];
  if (!host.multicast) throw new ResponseError(ErrorCodes.InvalidRequest, "This server has no UDP.");
  if (!target || "why" in target) throw new ResponseError(ErrorCodes.InvalidParams, "There is nothing to test there.");
  if (!(seconds >= 1 && seconds <= LONGEST)) throw new ResponseError(ErrorCodes.InvalidParams, `1 to ${LONGEST} s.`);
  const running = runProbe(
    host.multicast,
    target,
    { interface: params.interface ?? undefined, milliseconds: seconds * 1000, send, id: host.multicast.newId() },
    (observations) => {
      const told: ProbeMembersParams = { token: params.token, members: membersOf(observations, locale) };
      // The connection is closed: no client is left that would get the answer.
      connection.sendNotification(PROBE_MEMBERS_NOTIFICATION, told).catch(() => running.stop());
    },
  );
  const cancelled = token.onCancellationRequested(() => running.stop());
  // It may have been cancelled while the file was read.
  if (token.isCancellationRequested) running.stop();
  const { observations, verdict } = await running.ended;
  cancelled.dispose();
  return {
    outcome: verdict.outcome,
    text: verdict.text[locale],
    next: verdict.next.map((each) => each[locale]),
    members: membersOf(observations, locale),
  };
}

function membersOf({ members }: Observations, locale: Locale): readonly ProbeMember[] {
  return members.map(({ member: { host, port, domain, uniqueId, aliveTime }, from, here, state }) => ({
    ...{ host, port, domain, uniqueId, alive: duration(aliveTime, locale) },
    ...{ from, here, state },
  }));
}
