import { duration } from "../../base/duration.ts";
import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { text } from "../kinds/kind.ts";
import { type Happening, memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import type { ClockOffset } from "./clocks.ts";
import type { Evidence, LogFinding } from "./finding.ts";

/** Nodes that run together for less time, in milliseconds, may not have found each other yet. */
const TOGETHER = 15_000;
/** Clocks that differ by less do no harm, in milliseconds. */
const SKEW = 2000;

const addsOf = (story: NodeStory, of: NodeStory): readonly Happening[] => {
  const names = new Set(of.receivers.map(memberName));
  return story.timeline.filter(
    ({ kind, members }) => kind.id === "member-added" && members[0] !== undefined && names.has(memberName(members[0])),
  );
};

/** Findings about two nodes of which at least one does not see the other. */
export function viewsOf(one: NodeStory, other: NodeStory, offset: ClockOffset | undefined): readonly LogFinding[] {
  const [there, back] = [addsOf(one, other), addsOf(other, one)];
  if (there.length > 0 && back.length > 0) return offset ? skewOf(one, other, offset, there) : [];
  if (!ranTogether(one, other, offset?.offset ?? 0)) return [];
  const refusals = [...refusalsOf(one, other), ...refusalsOf(other, one)];
  if (refusals.length > 0) return [refused([one, other], refusals)];
  if (there.length > 0) return [asymmetric(one, other, there)];
  if (back.length > 0) return [asymmetric(other, one, back)];
  return [apart(one, other)];
}

/** The begin of a node's last run, and the request to stop it; undefined where it did not start. */
function runOf({ receivers, timeline }: NodeStory): readonly [number, number] | undefined {
  const begin = receivers.at(-1)?.happening.time;
  if (begin === undefined) return undefined;
  const after = timeline.filter(({ time }) => time !== undefined && time >= begin);
  if (!after.some(({ kind }) => kind.id === "node-started")) return undefined;
  return [begin, after.find(({ kind }) => kind.id === "node-stopping")?.time ?? Number.POSITIVE_INFINITY];
}

/** An idle node logs nothing, so a node without a logged stop counts as running. */
function ranTogether(one: NodeStory, other: NodeStory, offset: number): boolean {
  const [a, b] = [runOf(one), runOf(other)];
  if (!a || !b) return false;
  return Math.min(a[1] - offset, b[1]) - Math.max(a[0] - offset, b[0]) > TOGETHER;
}

function asymmetric(seeing: NodeStory, blind: NodeStory, adds: readonly Happening[]): LogFinding {
  return {
    id: "asymmetric-view",
    nodes: [blind, seeing],
    text: text(
      `${seeing.name} sees ${blind.name}, but ${blind.name} never saw ${seeing.name}: what changes on ${blind.name} reaches no one there.`,
      `${seeing.name} 노드는 ${blind.name} 노드를 보지만 ${blind.name} 노드는 ${seeing.name} 노드를 본 적이 없습니다. ${blind.name} 노드의 변경이 전달되지 않습니다.`,
    ),
    causes: [
      text(
        `Heartbeats of ${seeing.name} do not arrive at ${blind.name}: a firewall for UDP, another interface.`,
        `${seeing.name}의 하트비트가 ${blind.name} 노드에 오지 않습니다. UDP 방화벽이나 다른 인터페이스가 원인입니다`,
      ),
      text(
        `The Receiver of ${seeing.name} cannot be reached from ${blind.name}: a firewall for its port, a wrong address.`,
        `${blind.name} 노드에서 ${seeing.name}의 Receiver에 접속할 수 없습니다. 포트의 방화벽이나 잘못된 주소가 원인입니다`,
      ),
      text(
        `${blind.name} does not list ${seeing.name} among its static members.`,
        `${blind.name}의 정적 멤버 목록에 ${seeing.name} 노드가 없습니다`,
      ),
    ],
    next: [
      text(
        `On ${blind.name}: \`nc -vz ${seeing.receivers.at(-1)?.host ?? "ADDRESS"} ${seeing.receivers.at(-1)?.port ?? "PORT"}\`, then \`tomcat-cluster probe server.xml\`.`,
        `${blind.name} 노드에서 ${josa(`\`nc -vz ${seeing.receivers.at(-1)?.host ?? "주소"} ${seeing.receivers.at(-1)?.port ?? "포트"}\``, "과")} \`tomcat-cluster probe server.xml\`을 실행하십시오.`,
      ),
    ],
    subjects: [
      { element: "Membership", attribute: "bind" },
      { element: "Receiver", attribute: "address" },
    ],
    evidence: adds.slice(0, 2).map((happening) => ({ story: seeing, happening })),
    count: 1,
  };
}

/** Where a node's DomainFilterInterceptor keeps the other one out. */
function refusalsOf(story: NodeStory, of: NodeStory): readonly Evidence[] {
  const names = new Set(of.receivers.map(memberName));
  return story.timeline
    .filter(({ kind, members: [member] }) => kind.id === "domain-refused" && member && names.has(memberName(member)))
    .map((happening) => ({ story, happening }));
}

function refused(nodes: readonly [NodeStory, NodeStory], refusals: readonly Evidence[]): LogFinding {
  const [one, other] = nodes;
  const of = refusals.map(({ happening }) => happening.members[0]?.domain ?? "");
  const domains = [...new Set(of)].map((domain) => `"${domain}"`).join(", ");
  return {
    id: "domain-refused",
    nodes,
    text: text(
      `DomainFilterInterceptor keeps ${one.name} and ${other.name} apart: the domain ${domains} is not the one it accepts.`,
      `DomainFilterInterceptor가 ${one.name} 노드와 ${other.name} 노드를 서로 막습니다. 허용한 domain이 아닙니다: ${domains}.`,
    ),
    causes: [],
    next: [
      text(
        "Give Membership and DomainFilterInterceptor of both nodes the same domain; if they are two clusters, all is well.",
        "두 노드의 Membership과 DomainFilterInterceptor에 같은 domain을 쓰십시오. 서로 다른 클러스터라면 문제가 아닙니다.",
      ),
    ],
    subjects: [
      { element: "Interceptor", attribute: "domain" },
      { element: "Membership", attribute: "domain" },
    ],
    evidence: refusals.slice(0, 4),
    count: refusals.length,
  };
}

function apart(one: NodeStory, other: NodeStory): LogFinding {
  const [group, otherGroup] = [one.groups.at(-1), other.groups.at(-1)];
  const differ = group !== undefined && otherGroup !== undefined && group !== otherGroup;
  const evidence = [one, other].flatMap((story) => {
    const receiver = story.receivers.at(-1);
    return receiver ? [{ story, happening: receiver.happening }] : [];
  });
  return {
    id: differ ? "groups-differ" : "nodes-apart",
    nodes: [one, other],
    text: differ
      ? text(
          `${one.name} and ${other.name} never met: they are in different multicast groups, ${group} and ${otherGroup}.`,
          `${one.name} 노드와 ${other.name} 노드가 만난 적이 없습니다. 멀티캐스트 그룹이 서로 다릅니다: ${group}, ${otherGroup}.`,
        )
      : text(
          `${one.name} and ${other.name} ran at the same time and never met: nothing is replicated between them.`,
          `${one.name} 노드와 ${other.name} 노드가 함께 실행되었지만 만난 적이 없습니다. 둘 사이에 복제가 없습니다.`,
        ),
    causes: differ ? [] : causesApart(group, otherGroup),
    next: differ
      ? [
          text(
            "Give both the same address and port on Membership.",
            "두 노드의 Membership에 같은 address와 port를 쓰십시오.",
          ),
        ]
      : [
          text(
            "Run `tomcat-cluster probe server.xml` on both at the same time.",
            "두 노드에서 동시에 `tomcat-cluster probe server.xml`을 실행하십시오.",
          ),
        ],
    subjects: [
      { element: "Membership", attribute: "address" },
      { element: "Membership", attribute: "port" },
      ...(differ
        ? []
        : [
            { element: "Membership", attribute: "bind" },
            { element: "Member", attribute: "host" },
          ]),
    ],
    evidence,
    count: 1,
  };
}

/** Why two nodes that are not in different groups never met; a group is undefined without multicast. */
function causesApart(group: string | undefined, otherGroup: string | undefined): readonly Localized[] {
  const mixed = (group === undefined) !== (otherGroup === undefined);
  const discovery =
    group === undefined
      ? [
          text(
            "Neither lists the other's Receiver among its static members.",
            "정적 멤버 목록에 서로의 Receiver가 없습니다",
          ),
        ]
      : [
          text(
            "The network between them does not carry multicast, or a firewall drops UDP.",
            "사이의 네트워크가 멀티캐스트를 지원하지 않거나 방화벽이 UDP를 버립니다",
          ),
          text(
            "One of them uses another interface: bind of Membership is missing.",
            "한 노드가 다른 인터페이스를 씁니다. Membership의 bind가 없습니다",
          ),
        ];
  return [
    ...(mixed
      ? [text("One finds members by multicast, the other does not.", "한 노드만 멀티캐스트로 멤버를 찾습니다")]
      : []),
    ...discovery,
    text("One of them is in another domain.", "domain이 다릅니다"),
    text(
      "One of them was killed before the other started: then its log does not say so.",
      "다른 노드가 시작하기 전에 한 노드가 강제로 종료되었습니다. 이때는 로그에 나오지 않습니다",
    ),
  ];
}

function skewOf(
  one: NodeStory,
  other: NodeStory,
  { offset, error }: ClockOffset,
  adds: readonly Happening[],
): readonly LogFinding[] {
  if (Math.abs(offset) - error < SKEW) return [];
  const [ahead, behind] = offset > 0 ? [one, other] : [other, one];
  // A difference of whole quarter hours is one of time zones, which logs do not contain; the clocks are right.
  const quarter = 900_000;
  if (Math.abs(offset) >= 2 * quarter && Math.abs(offset - Math.round(offset / quarter) * quarter) < error + SKEW)
    return [];
  const by = { en: duration(Math.abs(offset), "en"), ko: duration(Math.abs(offset), "ko") };
  const range = (error / 1000).toFixed(1);
  return [
    {
      id: "clocks-differ",
      nodes: [behind, ahead],
      text: text(
        `The clock of ${ahead.name} is ${by.en} (±${range} s) ahead of that of ${behind.name}. Changes made while a node starts may be dropped, and EncryptInterceptor may take messages for replays.`,
        `${ahead.name}의 시계가 ${behind.name}의 시계보다 ${by.ko}(±${range}초) 빠릅니다. 노드가 시작하는 동안의 변경이 버려질 수 있고, EncryptInterceptor가 메시지를 재전송 공격으로 볼 수 있습니다.`,
      ),
      causes: [],
      next: [text("Keep the clocks together (NTP, chrony).", "NTP나 chrony로 시계를 맞추십시오.")],
      subjects: [],
      evidence: adds.slice(0, 1).map((happening) => ({ story: one, happening })),
      count: 1,
    },
  ];
}
