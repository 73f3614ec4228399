import type { Locale, Localized } from "../base/localized.ts";
import type { Asked, LiveReport } from "./look.ts";
import type { ApplicationState, ClusterState } from "./state.ts";
import { driftLine, failureLine, type LiveLine, reachLine, unseenLine } from "./words.ts";

/** A report in paragraphs, each with lines: what a terminal and a page show alike. */
export interface LiveParagraph {
  readonly title: string;
  readonly lines: readonly { readonly wrong: boolean; readonly text: string }[];
}

const WORDS = {
  reach: { en: "Receivers, as they are reached from here", ko: "여기서 접속한 Receiver" },
  differs: { en: "The file and what is running", ko: "파일과 실행 중인 값" },
  views: { en: "Who does not see whom", ko: "서로 보지 못하는 노드" },
  sees: { en: "sees", ko: "보는 멤버" },
  nobody: { en: "sees no other node", ko: "다른 노드가 보이지 않습니다" },
  unclustered: { en: "no Cluster is running", ko: "실행 중인 Cluster가 없습니다" },
} satisfies Readonly<Record<string, Localized>>;

/** Every line about something that is wrong. */
export function wrongLines({ reaches, asked, unseen, drifts }: LiveReport): readonly LiveLine[] {
  const failed = asked.flatMap((each) => ("failed" in each ? [failureLine(each)] : []));
  return [...reaches.map(reachLine), ...failed, ...unseen.map(unseenLine), ...drifts.map(driftLine)].filter(
    ({ wrong }) => wrong,
  );
}

export function paragraphsOf(report: LiveReport, locale: Locale): readonly LiveParagraph[] {
  const { reaches, asked, unseen, drifts } = report;
  const said = (title: Localized, lines: readonly LiveLine[]): LiveParagraph => ({
    title: title[locale],
    lines: lines.map(({ wrong, text }) => ({ wrong, text: text[locale] })),
  });
  return [
    said(WORDS.reach, reaches.map(reachLine)),
    ...asked.map((each) => nodeParagraph(each, locale)),
    said(WORDS.views, unseen.map(unseenLine)),
    said(WORDS.differs, drifts.map(driftLine)),
  ].filter(({ lines }) => lines.length > 0);
}

function nodeParagraph(asked: Asked, locale: Locale): LiveParagraph {
  const { name } = asked.manager;
  if ("failed" in asked) {
    const { wrong, text } = failureLine(asked);
    return { title: name, lines: [{ wrong, text: text[locale] }] };
  }
  const { release, clusters, applications } = asked.state;
  const right = (text: string) => ({ wrong: false, text });
  const lines = [
    ...clusters.flatMap((each) => clusterTexts(each, locale).map(right)),
    ...applications.map((each) => right(applicationText(each, locale))),
  ];
  return {
    title: release === undefined ? name : `${name}  Tomcat ${release}`,
    lines: lines.length > 0 ? lines : [right(WORDS.unclustered[locale])],
  };
}

export function clusterTexts(
  { name, receiver, members, receiving, sending }: ClusterState,
  locale: Locale,
): readonly string[] {
  const seen = members.map(({ host, port }) => `${host}:${port}`).join(", ");
  const at = receiver ? `Receiver ${receiver.host}:${receiver.port}` : "Receiver ?";
  const { threads, done } = receiving;
  const { used, open } = sending;
  const pools = {
    en: `${done ?? "?"} messages received by ${threads ?? "?"} threads; ${used ?? "?"} of ${open ?? "?"} senders in use`,
    ko: `수신 메시지 ${done ?? "?"}개(스레드 ${threads ?? "?"}개), 사용 중인 송신 연결 ${used ?? "?"}/${open ?? "?"}`,
  };
  return [
    `${name}: ${at}; ${seen === "" ? WORDS.nobody[locale] : `${WORDS.sees[locale]} ${seen}`}`,
    `${name}: ${pools[locale]}`,
  ];
}

export function applicationText(
  { name, manager, sessions, replicas, sent, received, noState }: ApplicationState,
  locale: Locale,
): string {
  const some = (count: number | undefined, en: string, ko: string) =>
    count === undefined ? [] : [{ en: `${count} ${en}`, ko: `${ko} ${count}` }[locale]];
  const facts = [
    ...some(sessions, sessions === 1 ? "session" : "sessions", "세션"),
    ...some(replicas, "held for others", "다른 노드의 복제본"),
    ...some(sent, "sent", "보냄"),
    ...some(received, "received", "받음"),
    ...(noState ? some(noState, "times no sessions came at its start", "시작 때 세션을 받지 못한 횟수") : []),
  ];
  return `${name} (${manager}): ${facts.join(", ")}`;
}

/** For machines. */
export function liveJson(report: LiveReport, locale: Locale): object {
  return {
    version: 1,
    receivers: report.reaches.map((reach) => ({
      ...{ path: reach.site.file.path, node: reach.site.label, host: reach.host ?? null, port: reach.port ?? null },
      ...{ addresses: reach.addresses, loopback: reach.loopback, outcome: reach.outcome },
    })),
    nodes: report.asked.map((each) => ({
      manager: each.manager.name,
      ...("failed" in each
        ? { failed: each.failed }
        : {
            release: each.state.release ?? null,
            clusters: each.state.clusters.map(({ name, receiver, members, receiving, sending }) => ({
              ...{ name, receiver: receiver ?? null, receiving, sending },
              members: members.map(({ host, port, alive, domain }) => ({ host, port, alive: alive ?? null, domain })),
            })),
            applications: each.state.applications,
          }),
    })),
    unseen: report.unseen.map(({ by, of }) => ({ by: by.name, of: of.name })),
    differences: report.drifts.map(({ site, element, attribute, at, written, running }) => ({
      ...{ path: site.file.path, line: site.file.lines.positionAt(at.start).line + 1 },
      ...{ element, attribute, written, running },
    })),
    wrong: wrongLines(report).map(({ id, text }) => ({ id, message: text[locale] })),
  };
}
