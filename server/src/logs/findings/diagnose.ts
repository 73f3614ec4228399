import type { NodeStory } from "../story/story.ts";
import { addressesOf, strayMessagesOf } from "./addresses.ts";
import { checksIn } from "./checks.ts";
import { type ClockOffset, clockOffset } from "./clocks.ts";
import { faultsOf } from "./faults.ts";
import type { LogFinding } from "./finding.ts";
import { lossesIn } from "./losses.ts";
import { isExplained, mismatchesOf } from "./mismatch.ts";
import { viewsOf } from "./views.ts";

/** The result of reading the logs of one cluster together. */
export interface Diagnosis {
  readonly stories: readonly NodeStory[];
  /** The findings, causes before their consequences. */
  readonly findings: readonly LogFinding[];
  /** How far each node's clock is ahead of the first one's; without those of which the logs do not tell. */
  readonly clocks: ReadonlyMap<NodeStory, ClockOffset>;
}

/** Up to this number of nodes, every pair is compared; beyond it, each node with the first ones only. */
const MOST_COMPARED = 40;

/** Reads the stories of nodes together. Healthy nodes, their starts and stops included, give no finding. */
export function diagnose(stories: readonly NodeStory[]): Diagnosis {
  const compared = stories.slice(0, MOST_COMPARED);
  const others = (story: NodeStory) => compared.filter((each) => each !== story);
  const pairs = compared.flatMap((one, index) => compared.slice(index + 1).map((other) => [one, other] as const));
  const mismatches = pairs.flatMap(([one, other]) => mismatchesOf(one, other));
  const [first] = stories;
  return {
    stories,
    findings: [
      ...stories.flatMap((story) => addressesOf(story, others(story))),
      ...mismatches,
      ...stories.flatMap(faultsOf).filter((fault) => !isExplained(fault, mismatches)),
      ...pairs.flatMap(([one, other]) => viewsOf(one, other, clockOffset(one, other))),
      ...lossesIn(stories),
      ...stories.flatMap(checksIn),
      ...stories.flatMap(strayMessagesOf),
    ],
    clocks: first ? clocksBy(first, stories) : new Map(),
  };
}

function clocksBy(first: NodeStory, stories: readonly NodeStory[]): ReadonlyMap<NodeStory, ClockOffset> {
  return new Map(
    stories.flatMap((story): readonly [NodeStory, ClockOffset][] => {
      const clock = story === first ? { offset: 0, error: 0, pairs: 0 } : clockOffset(story, first);
      return clock ? [[story, clock]] : [];
    }),
  );
}
