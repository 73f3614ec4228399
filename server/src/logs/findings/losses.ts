import { duration } from "../../base/duration.ts";
import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import { text } from "../kinds/kind.ts";
import { type Happening, memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** The number of losses of one running member from which on it counts as flapping. */
const FLAPPING = 3;
/** The tolerated delay of a heartbeat, in milliseconds. */
const LATE = 2000;
const AROUND = 30_000;

interface Loss {
  /** The member's name. */
  readonly name: string;
  readonly lost: Happening;
  /** The member's return; undefined where it does not return. */
  readonly back: Happening | undefined;
}

/** Members lost without a message that they leave: killed, or running all the time. */
export function lossesIn(story: NodeStory, others: readonly NodeStory[]): readonly LogFinding[] {
  const losses: Loss[] = [];
  const open = new Map<string, Happening>();
  for (const happening of story.timeline) {
    const [member] = happening.members;
    if (!member) continue;
    const name = memberName(member);
    if (happening.kind.id === "member-lost" && !member.leaving) open.set(name, happening);
    if (happening.kind.id !== "member-added") continue;
    const lost = open.get(name);
    open.delete(name);
    if (lost) losses.push({ name, lost, back: happening });
  }
  for (const [name, lost] of open) losses.push({ name, lost, back: undefined });
  return [...groupBy(losses, ({ name }) => name)].flatMap(([name, all]) => findingsOf(story, name, all, others));
}

function findingsOf(
  story: NodeStory,
  name: string,
  losses: readonly Loss[],
  others: readonly NodeStory[],
): readonly LogFinding[] {
  const other = others.find(({ receivers }) => receivers.some((receiver) => memberName(receiver) === name));
  const nodes: AtLeastOne<NodeStory> = other ? [other, story] : [story];
  const alive = losses.flatMap((loss) => {
    const gone = goneWhileAlive(loss);
    return gone === undefined ? [] : [{ ...loss, gone }];
  });
  const found: LogFinding[] = [];
  const [first] = alive;
  if (first) {
    const most = Math.max(...alive.map(({ gone }) => gone));
    found.push({
      id: alive.length >= FLAPPING ? "member-flapping" : "member-lost-while-running",
      nodes,
      text: text(
        `${story.name} lost ${name} ${alive.length === 1 ? "once" : `${alive.length} times`}, for up to ${duration(most, "en")}, while it was running: it says so itself when it is back.`,
        `${story.name} 노드가 실행 중인 ${name} 멤버를 ${alive.length}번, 최대 ${duration(most, "ko")} 동안 잃었습니다. 돌아온 멤버의 실행 시간이 이를 보여 줍니다.`,
      ),
      causes: [
        text(
          "Pauses of its Java longer than dropTime: garbage collection, a suspended or moved virtual machine.",
          "dropTime보다 긴 Java의 멈춤: 가비지 컬렉션, 멈추거나 옮겨진 가상 머신",
        ),
        text(
          "The network between the nodes lost heartbeats and TCP for a while.",
          "노드 사이의 네트워크가 한동안 하트비트와 TCP를 유실했습니다",
        ),
      ],
      next: [
        text(
          "Look at its garbage collection log and at the network at these times.",
          "이 시각의 가비지 컬렉션 로그와 네트워크를 보십시오.",
        ),
        text("A longer dropTime rides out pauses.", "dropTime을 늘리면 짧은 멈춤을 넘길 수 있습니다."),
      ],
      subjects: [{ element: "Membership", attribute: "dropTime" }],
      evidence: alive
        .flatMap(({ lost, back }) => [lost, ...(back ? [back] : [])])
        .slice(0, 6)
        .map((happening) => ({ story, happening })),
      count: alive.length,
    });
  }
  const dead = losses.filter((loss) => goneWhileAlive(loss) === undefined && !saidStop(loss, other));
  const [lost] = dead;
  if (lost) {
    found.push({
      id: "member-died",
      nodes,
      text: text(
        `${name} went without saying that it leaves${dead.length === 1 ? "" : `, ${dead.length} times`}: the process was killed, its machine or its network went down.`,
        `${name} 멤버가 떠난다고 알리지 않고 사라졌습니다${dead.length === 1 ? "" : `(${dead.length}번)`}. 프로세스가 강제로 종료되었거나 장비 또는 네트워크가 끊겼습니다.`,
      ),
      causes: [
        text(
          "The process was killed (kill -9, out of memory, a container that was removed).",
          "프로세스가 강제로 종료되었습니다(kill -9, 메모리 부족, 제거된 컨테이너)",
        ),
        text("The machine or its network went down.", "장비나 네트워크가 끊겼습니다"),
        text("A firewall began to drop its packets.", "방화벽이 패킷을 버리기 시작했습니다"),
      ],
      next: [
        text(
          "Look at the end of its own log, and at the system's log of that moment.",
          "그 노드 로그의 끝과 그 시각의 시스템 로그를 보십시오.",
        ),
      ],
      subjects: [{ element: "Membership", attribute: "dropTime" }],
      evidence: dead.slice(0, 3).map((each) => ({ story, happening: each.lost })),
      count: dead.length,
    });
  }
  return found;
}

/**
 * How long a member was gone whose running time at its return is longer than that: it was never down. Undefined for any
 * other, in milliseconds.
 */
function goneWhileAlive({ lost, back }: Loss): number | undefined {
  const alive = back?.members[0]?.alive;
  if (back?.time === undefined || lost.time === undefined || alive === undefined || alive <= 0) return undefined;
  const gone = back.time - lost.time;
  return alive > gone + LATE ? gone : undefined;
}

/** True where the member's own log says that it was stopping. */
function saidStop({ lost }: Loss, other: NodeStory | undefined): boolean {
  const { time } = lost;
  if (!other || time === undefined) return false;
  return other.timeline.some(
    ({ kind, time: at }) => kind.id === "node-stopping" && at !== undefined && Math.abs(at - time) < AROUND,
  );
}
