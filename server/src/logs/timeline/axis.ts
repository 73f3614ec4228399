import type { Diagnosis } from "../findings/diagnose.ts";
import type { Happening } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";

/** An event of one of several nodes. */
export interface PlacedEvent {
  readonly story: NodeStory;
  /** The node's index. */
  readonly node: number;
  readonly happening: Happening;
  /** Milliseconds its node's clock would have if it went as the first one's; 0 where the log has no times. */
  readonly time: number;
}

/** The events of all nodes in the order in which they happened: differences of the clocks are taken out. */
export function onOneAxis({ stories, clocks }: Pick<Diagnosis, "stories" | "clocks">): readonly PlacedEvent[] {
  return stories
    .flatMap((story, node) =>
      story.timeline.map((happening): PlacedEvent => {
        const time = (happening.time ?? 0) - (clocks.get(story)?.offset ?? 0);
        return { story, node, happening, time };
      }),
    )
    .sort((one, other) => one.time - other.time);
}
