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
/** A line of each observer is more telling than all lines of one. */
const MOST_EVIDENCE = 8;

interface Loss {
  /** The member's name. */
  readonly name: string;
  readonly lost: Happening;
  /** The member's return; undefined where it does not return. */
  readonly back: Happening | undefined;
}

/** Losses of one member as one node saw them. */
interface Seen {
  readonly story: NodeStory;
  readonly name: string;
  readonly losses: readonly Loss[];
  /** The member itself, where its log is there. */
  readonly member: NodeStory | undefined;
}

/** Members lost without a message that they leave: killed, or running all the time. */
export function lossesIn(stories: readonly NodeStory[]): readonly LogFinding[] {
  const byReceiver = groupBy(
    stories.flatMap((story) => story.receivers.map((receiver) => ({ story, name: memberName(receiver) }))),
    ({ name }) => name,
  );
  const seen = stories.flatMap((story) =>
    [...groupBy(lossesOf(story), ({ name }) => name)].map(([name, losses]): Seen => {
      const member = byReceiver.get(name)?.find((each) => each.story !== story)?.story;
      return { story, name, losses, member };
    }),
  );
  const dead = seen.flatMap((each) => {
    const losses = each.losses.filter((loss) => goneWhileAlive(loss) === undefined && !saidStop(loss, each.member));
    return losses.length === 0 ? [] : [{ ...each, losses }];
  });
  return [...seen.flatMap(awayIn), ...[...groupBy(dead, ({ name }) => name).values()].map(died)];
}

function lossesOf(story: NodeStory): readonly Loss[] {
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
  return losses;
}

/** A member that was running while a node had lost it. */
function awayIn({ story, name, losses, member }: Seen): readonly LogFinding[] {
  const nodes: AtLeastOne<NodeStory> = member ? [member, story] : [story];
  const alive = losses.flatMap((loss) => {
    const gone = goneWhileAlive(loss);
    return gone === undefined ? [] : [{ ...loss, gone }];
  });
  if (alive.length === 0) return [];
  const most = Math.max(...alive.map(({ gone }) => gone));
  return [
    {
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
    },
  ];
}

/** A member that died, however many nodes saw it. */
function died(seen: AtLeastOne<Seen>): LogFinding {
  const [{ name, member, story }, ...others] = seen;
  const stories = seen.map((each) => each.story);
  const count = Math.max(...seen.map(({ losses }) => losses.length));
  const observers = others.length === 0 ? undefined : stories.map((each) => each.name).join(", ");
  const times = { en: count === 1 ? "" : `, ${count} times`, ko: count === 1 ? "" : `(${count}번)` };
  return {
    id: "member-died",
    nodes: member ? [member, ...stories] : [story, ...others.map((each) => each.story)],
    text: text(
      `${name} went without saying that it leaves${times.en}${observers ? `, as ${observers} saw` : ""}: the process was killed, its machine or its network went down.`,
      `${name} 멤버가 떠난다고 알리지 않고 사라졌습니다${times.ko}. ${observers ? `사라짐을 본 노드: ${observers}. ` : ""}프로세스가 강제로 종료되었거나 장비 또는 네트워크가 끊겼습니다.`,
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
    evidence: seen
      .flatMap((each) => each.losses.slice(0, 3).map(({ lost }) => ({ story: each.story, happening: lost })))
      .slice(0, MOST_EVIDENCE),
    count,
  };
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
