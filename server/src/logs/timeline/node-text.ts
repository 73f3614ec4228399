import type { Locale } from "../../base/localized.ts";
import type { ClockOffset } from "../findings/clocks.ts";
import type { Diagnosis } from "../findings/diagnose.ts";
import { memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";

/** A node in a line: its Receiver, its groups, how its clock differs from that of the first node, what was read. */
export function aboutNode(
  story: NodeStory,
  { stories: [first], clocks }: Pick<Diagnosis, "stories" | "clocks">,
  locale: Locale,
): string {
  const receiver = story.receivers.at(-1);
  const clock = clocks.get(story);
  return [
    ...(receiver ? [`Receiver ${memberName(receiver)}`] : []),
    ...story.groups.map((group) => `multicast ${group}`),
    ...(clock && clock.pairs > 0 && first ? [clockText(clock, first.name, locale)] : []),
    countText(story, locale),
  ].join(", ");
}

function clockText({ offset, error }: ClockOffset, first: string, locale: Locale): string {
  const [seconds, range] = [(Math.abs(offset) / 1000).toFixed(1), (error / 1000).toFixed(1)];
  const ahead = offset >= 0;
  return locale === "ko"
    ? `시계가 ${first} 노드보다 ${seconds}초(±${range}) ${ahead ? "빠름" : "느림"}`
    : `clock ${seconds} s (±${range}) ${ahead ? "ahead of" : "behind"} ${first}`;
}

function countText({ lines, unrecognised, unread }: NodeStory, locale: Locale): string {
  const all = locale === "ko" ? `${lines}줄` : `${lines} lines`;
  const other = unrecognised + unread;
  if (other === 0) return all;
  return locale === "ko" ? `${all}(인식하지 못한 줄 ${other})` : `${all} (${other} not recognised)`;
}
