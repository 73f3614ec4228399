import { memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";

/** The difference between two nodes' clocks. */
export interface ClockOffset {
  /** Milliseconds; what `of` logs at T happened when `from` logged T - offset. */
  readonly offset: number;
  /** Half of the range it lies in, in milliseconds. */
  readonly error: number;
  /** The number of pairs of events that agree on it. */
  readonly pairs: number;
}

/**
 * The longest time from a heartbeat to the message about it, and from the start of a Receiver to the first heartbeat.
 */
const DELAY = 1000;
/** Differences further apart than this belong to different starts of the member. */
const TOGETHER = 2 * DELAY;
const MOST_PAIRS = 200;

/**
 * How far one node's clock is ahead of another's, from pairs of events. Each heartbeat of a member contains its running
 * time, so a node that logs it knows the member's start on its own clock; the member's own log has the moment at which
 * its Receiver was bound, just before that, on its clock.
 *
 * Undefined where these logs show no contact between the two.
 */
export function clockOffset(of: NodeStory, from: NodeStory): ClockOffset | undefined {
  const there = readings(of, from);
  const back = readings(from, of).map((offset) => -offset);
  const all = [...there, ...back].sort((one, other) => one - other);
  const best = most(all);
  const [lowest, highest] = [best[0], best.at(-1)];
  if (lowest === undefined || highest === undefined) return undefined;
  return {
    offset: Math.round((lowest + highest) / 2),
    error: Math.round((highest - lowest) / 2) + DELAY / 2,
    pairs: best.length,
  };
}

/** The difference of each logged heartbeat of the other node from each of its starts. */
function readings(hearer: NodeStory, heard: NodeStory): readonly number[] {
  const starts = heard.receivers.flatMap(({ happening, ...place }) =>
    happening.time === undefined ? [] : [{ name: memberName(place), time: happening.time }],
  );
  const found: number[] = [];
  for (const { kind, time, members } of hearer.timeline) {
    const [member] = members;
    if (kind.id !== "member-added" || time === undefined || !member?.alive || member.alive <= 0) continue;
    for (const start of starts) {
      if (start.name === memberName(member) && found.length < 10 * MOST_PAIRS)
        found.push(time - member.alive - start.time);
    }
    if (found.length >= MOST_PAIRS) break;
  }
  return found;
}

/** The largest group of sorted numbers close to each other; of several, the one nearest to 0. */
function most(sorted: readonly number[]): readonly number[] {
  let best: readonly [from: number, to: number] = [0, 0];
  let from = 0;
  for (let to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > TOGETHER) from++;
    const [size, bestSize] = [to + 1 - from, best[1] - best[0]];
    const nearer = Math.abs(sorted[from] ?? 0) < Math.abs(sorted[best[0]] ?? 0);
    if (size > bestSize || (size === bestSize && nearer)) best = [from, to + 1];
  }
  return sorted.slice(...best);
}
