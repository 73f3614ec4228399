import { itemAt } from "../base/item-at.ts";
import { josa } from "../base/josa.ts";
import type { Locale, Localized } from "../base/localized.ts";
import { DEFAULT_COOKIE } from "../config/session-cookie.ts";
import type { MembershipKind } from "../config/site-values.ts";
import type { Severity } from "../rules/rule.ts";
import type { Topology, TopologyFront, TopologyLink, TopologyMember, TopologyNode, TopologyProblem } from "./model.ts";

/** The names of the kinds of membership. */
export const MEMBERSHIP_NAMES: Readonly<Record<MembershipKind, Localized>> = {
  multicast: { en: "multicast", ko: "멀티캐스트" },
  static: { en: "static members", ko: "정적 멤버" },
  "static-service": { en: "StaticMembershipService", ko: "StaticMembershipService" },
  cloud: { en: "asks the cloud", ko: "클라우드에 질의" },
  none: { en: "no membership", ko: "멤버십 없음" },
  unknown: { en: "membership not told by the file", ko: "파일로는 알 수 없는 멤버십" },
};

export const ALL_LIST_ALL: Localized = {
  en: "static members: each lists all the others",
  ko: "정적 멤버: 각 노드가 나머지를 모두 나열",
};

export const NO_CLUSTER: Localized = {
  en: "No cluster of several nodes was found.",
  ko: "노드가 여럿인 클러스터를 찾지 못했습니다.",
};

export const STRANGER: Localized = {
  en: "no node here has this address",
  ko: "이 주소를 쓰는 노드가 여기에 없음",
};

export const AUTO_ADDRESS: Localized = { en: "auto", ko: "자동" };

const COUNTED: Readonly<Record<Severity, (count: number) => Localized>> = {
  error: (count) => ({ en: `${count} ${count === 1 ? "error" : "errors"}`, ko: `오류 ${count}개` }),
  warning: (count) => ({ en: `${count} ${count === 1 ? "warning" : "warnings"}`, ko: `경고 ${count}개` }),
  information: (count) => ({ en: `${count} to know`, ko: `정보 ${count}개` }),
  hint: (count) => ({ en: `${count} ${count === 1 ? "hint" : "hints"}`, ko: `힌트 ${count}개` }),
};

/** `2 errors, 1 warning`, the worst first; hints are left out, as the Problems panel does. */
function countedFindings(findings: TopologyNode["findings"], locale: Locale): string {
  const shown = (["error", "warning", "information"] as const).filter((severity) => findings[severity] > 0);
  return shown.map((severity) => COUNTED[severity](findings[severity])[locale]).join(", ");
}

/** The facts about the sessions of a node's applications, one line each. */
export function sessionFacts({ applications }: TopologyNode, locale: Locale): readonly string[] {
  const ko = locale === "ko";
  const named = (wanted: boolean) =>
    applications.filter(({ distributable }) => distributable === wanted).map(({ name }) => name);
  const [replicated, others] = [named(true), named(false)];
  const different = <T>(values: readonly (T | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const cookies = different(applications.map(({ cookie }) => cookie)).filter((cookie) => cookie !== DEFAULT_COOKIE);
  const timeouts = different(applications.map(({ timeout }) => timeout));
  const times = timeouts.map((minutes) => (minutes > 0 ? `${minutes}` : "∞")).join(", ");
  const session = [
    ...cookies.map((cookie) => (ko ? `쿠키 ${cookie}` : `cookie ${cookie}`)),
    ...(times === "" ? [] : [ko ? `시간 제한 ${times}분` : `timeout ${times} min`]),
  ];
  return [
    ...(replicated.length > 0 ? [`${ko ? "복제" : "replicated"}: ${replicated.join(", ")}`] : []),
    ...(others.length > 0 ? [`${ko ? "복제 안 됨" : "not replicated"}: ${others.join(", ")}`] : []),
    ...(session.length > 0 ? [session.join(" · ")] : []),
  ];
}

/** The suffix of a node's session ids; undefined where it cannot be known. */
export function routeFact({ jvmRoute }: TopologyNode, locale: Locale): string | undefined {
  if (jvmRoute === "") return locale === "ko" ? "jvmRoute 없음" : "no jvmRoute";
  return jvmRoute && `jvmRoute ${jvmRoute}`;
}

/** A node in one sentence, for screen readers and tooltips. */
export function nodeSentence(node: TopologyNode, locale: Locale): string {
  const { name, tomcat, receiver, membership, manager, sends, domain, findings, live } = node;
  const ko = locale === "ko";
  const parts = [
    `Tomcat ${tomcat}`,
    ko ? `수신 주소 ${receiver}` : `receives at ${receiver}`,
    membership,
    manager,
    sends,
    domain && (ko ? `도메인 ${domain}` : `domain ${domain}`),
    routeFact(node, locale),
    ...sessionFacts(node, locale),
    countedFindings(findings, locale) || (ko ? "문제 없음" : "no problems"),
    live && `${live.time}: ${live.summary}`,
    ...(live?.lines ?? []).filter(({ wrong }) => wrong).map(({ text }) => text),
  ];
  return `${name}: ${parts.filter((part) => part !== undefined && part !== "").join(", ")}.`;
}

/** A link in words, for screen readers and tooltips: the texts of its problems where it is broken. */
export function linkSentence(link: TopologyLink, nodes: readonly TopologyNode[], locale: Locale): string {
  const [from, to] = [itemAt(nodes, link.from).name, itemAt(nodes, link.to).name];
  if (link.problems.length === 0) {
    return locale === "ko"
      ? `${josa(from, "이")} ${josa(to, "을")} 멤버로 나열합니다.`
      : `${from} lists ${to} as a member.`;
  }
  const head = link.atLeastOneWay
    ? {
        en: `At least one of ${from} and ${to} does not reach the other.`,
        ko: `${josa(from, "과")} ${to} 가운데 적어도 한쪽은 상대에게 보내지 못합니다.`,
      }
    : link.mutual
      ? {
          en: `${from} and ${to} do not reach each other.`,
          ko: `${josa(from, "과")} ${josa(to, "은")} 서로 통신하지 못합니다.`,
        }
      : { en: `${from} does not reach ${to}.`, ko: `${from}에서 ${josa(to, "으로")} 보내지 못합니다.` };
  // "This node" in a problem's text is the node whose file it is in.
  const about = ({ place }: TopologyProblem) => {
    const turned = itemAt(nodes, link.to).path === place.path;
    return link.mutual || turned ? `${turned ? to : from}: ` : "";
  };
  return [head[locale], ...link.problems.map((problem) => about(problem) + problem.text)].join(" ");
}

/** A balancer in one sentence with its problems, for screen readers and tooltips. */
export function frontSentence({ name, product, members, problems }: TopologyFront, locale: Locale): string {
  const texts = [...problems, ...members.flatMap((member) => member.problems)].map(({ text }) => text);
  return [`${product} ${name}: ${countedMembers(members.length, locale)}.`, ...new Set(texts)].join(" ");
}

/** The way from a balancer to one of its members, in words. */
export function memberSentence(
  front: TopologyFront,
  { node, name, problems }: TopologyMember,
  { nodes, locale }: { readonly nodes: readonly TopologyNode[]; readonly locale: Locale },
): string {
  const to = node === undefined ? name : itemAt(nodes, node).name;
  const way: Localized = {
    en: `${front.name} sends requests to ${to}.`,
    ko: `${front.name}에서 ${josa(to, "으로")} 요청을 보냅니다.`,
  };
  return problems.length === 0 ? way[locale] : `${to}: ${problems.map(({ text }) => text).join(" ")}`;
}

export function countedMembers(count: number, locale: Locale): string {
  return locale === "ko" ? `멤버 ${count}개` : `${count} ${count === 1 ? "member" : "members"}`;
}

export function countedNodes(count: number, locale: Locale): string {
  return locale === "ko" ? `노드 ${count}개` : `${count} ${count === 1 ? "node" : "nodes"}`;
}

/** The whole picture in one sentence. */
export function clusterSentence({ nodes, links, fronts }: Topology, locale: Locale): string {
  const ways = [...links, ...fronts.flatMap(({ members }) => members)];
  const count = ways.filter(({ problems }) => problems.length > 0).length;
  const broken: Localized = {
    en: count === 0 ? "no broken links" : `${count} broken ${count === 1 ? "link" : "links"}`,
    ko: count === 0 ? "끊어진 연결 없음" : `끊어진 연결 ${count}개`,
  };
  return `${countedNodes(nodes.length, locale)}, ${broken[locale]}`;
}

/** Said of a picture without its lines. */
export function notDrawn(lines: number, locale: Locale): string {
  return locale === "ko"
    ? `선 ${lines}개는 그림을 가리므로 그리지 않았습니다.`
    : `The ${lines} lines between nodes would hide the picture and are not drawn.`;
}
