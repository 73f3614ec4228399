import { text } from "../kinds/kind.ts";
import { type Happening, memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** The check made because no heartbeat came; others confirm members that are suspected for other reasons. */
const ANSWERS = "tcpFailureDetector.still.alive";
/** From this number of pauses on heartbeats count as unsteady, although they came again. */
const OFTEN = 3;

interface Pauses {
  readonly checks: Happening[];
  /** True while no heartbeat is known to have come since the last of them. */
  open: boolean;
}

/**
 * Members whose heartbeats stayed away for dropTime while their Receivers answered. TcpFailureDetector checks such a
 * member once, and neither says when the heartbeats come again nor that they do not. A member that is checked once
 * more was heard in between, and so is one that says by multicast that it leaves: a pause that ended did no harm.
 */
export function checksIn(story: NodeStory): readonly LogFinding[] {
  // Members of a list send no heartbeats.
  if (story.groups.length === 0) return [];
  const there = new Set<string>();
  const answered = new Map<string, Pauses>();
  for (const happening of story.timeline) {
    const { kind, keys, members } = happening;
    const [member] = members;
    if (!member) continue;
    const name = memberName(member);
    const pauses = answered.get(name);
    if (pauses && (kind.id === "member-added" || (kind.id === "member-lost" && member.leaving))) pauses.open = false;
    if (kind.id === "member-added") there.add(name);
    else if (kind.id === "member-lost") there.delete(name);
    // The same line of Tomcat tells of a member that is gone already.
    else if (kind.id === "member-still-there" && keys.includes(ANSWERS) && there.has(name)) {
      answered.set(name, { checks: [...(pauses?.checks ?? []), happening], open: true });
    }
  }
  return [...answered]
    .filter(([, { checks, open }]) => open || checks.length >= OFTEN)
    .map(([name, pauses]) => findingOf(story, name, pauses));
}

function findingOf(story: NodeStory, name: string, { checks, open }: Pauses): LogFinding {
  const count = checks.length;
  const again = open
    ? text(
        ": whether they came again no log says, and sessions go on being sent to it",
        "하트비트가 다시 왔는지는 로그에 남지 않으며, 세션은 계속 그 멤버로 전송됩니다",
      )
    : text(", and came again each time", "하트비트는 그때마다 다시 왔습니다");
  return {
    id: "heartbeats-late",
    // Tomcat logs the end of a pause only where the member is checked once more: one pause may be of a busy machine.
    ...(count < OFTEN && { level: "note" as const }),
    nodes: [story],
    text: text(
      `No heartbeat of ${name} reached ${story.name} for dropTime${count === 1 ? "" : `, ${count} times`}, while its Receiver answered${again.en}.`,
      `dropTime 동안 ${name} 멤버의 하트비트가 ${story.name} 노드에 오지 않았지만${count === 1 ? "" : `(${count}번)`} Receiver는 응답했습니다. ${again.ko}.`,
    ),
    causes: [
      text(
        "Multicast between the nodes was lost while TCP works: a switch that drops it after some minutes (IGMP snooping without a querier), a firewall for UDP.",
        "TCP는 되지만 노드 사이의 멀티캐스트가 유실됩니다. 몇 분 뒤 멀티캐스트를 버리는 스위치(querier 없는 IGMP snooping)나 UDP 방화벽이 원인입니다",
      ),
      text(
        "One of the two stood still for that long: garbage collection, a busy or suspended machine.",
        "두 노드 가운데 하나가 그동안 멈췄습니다. 가비지 컬렉션이나 바쁘거나 멈춘 장비가 원인입니다",
      ),
    ],
    next: [
      text(
        "Run `tomcat-cluster probe server.xml` on both machines for some minutes.",
        "두 장비에서 `tomcat-cluster probe server.xml`을 몇 분 동안 실행하십시오.",
      ),
    ],
    subjects: [
      { element: "Membership", attribute: "dropTime" },
      { element: "Membership", attribute: "bind" },
    ],
    evidence: checks.slice(0, 3).map((happening) => ({ story, happening })),
    count,
  };
}
