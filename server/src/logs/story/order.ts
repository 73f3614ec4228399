import { type Happening, memberName } from "./happening.ts";

/** Within this time, in milliseconds, and so many happenings, two threads may have printed in either order. */
const MOMENT = 1000;
const NEAR = 20;

/**
 * The happenings with each loss before the return that ended it. Tomcat prints both in threads of their own
 * (Membership-MemberExpired, Membership-MemberAdded), so a quick return may be printed first. The member's running time
 * in them tells: at a loss it is that of its last heartbeat.
 */
export function inOrder(timeline: readonly Happening[]): readonly Happening[] {
  const ordered: Happening[] = [];
  for (const happening of timeline) ordered.splice(placeOf(happening, ordered), 0, happening);
  return ordered;
}

function placeOf(lost: Happening, before: readonly Happening[]): number {
  const [member] = lost.members;
  if (lost.kind.id !== "member-lost" || !member || member.leaving || lost.time === undefined) return before.length;
  const alive = member.alive ?? 0;
  if (alive <= 0) return before.length;
  const name = memberName(member);
  for (let index = before.length - 1; index >= Math.max(0, before.length - NEAR); index--) {
    const { kind, members, time } = before[index] ?? lost;
    const [other] = members;
    if (time === undefined || Math.abs(lost.time - time) > MOMENT) return before.length;
    if (!other || memberName(other) !== name) continue;
    if (kind.id === "member-added") return (other.alive ?? 0) > alive ? index : before.length;
    if (kind.id === "member-lost") return before.length;
  }
  return before.length;
}
