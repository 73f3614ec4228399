import type { AtLeastOne } from "../../base/group-by.ts";
import type { Localized } from "../../base/localized.ts";
import type { Subject } from "../kinds/kind.ts";
import type { Happening } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";

/** A line of a log that a finding rests on. */
export interface Evidence {
  readonly story: NodeStory;
  readonly happening: Happening;
}

/** A problem of the cluster that its logs show, or what may be one. */
export interface LogFinding {
  /** The id of a kind, a reason or a pattern; never renamed. */
  readonly id: string;
  /** For what may be harmless, and no log can tell; a problem without it. */
  readonly level?: "note";
  /** The nodes it is about, the one to examine first. */
  readonly nodes: AtLeastOne<NodeStory>;
  /** What is wrong, and what it means. */
  readonly text: Localized;
  readonly causes: readonly Localized[];
  readonly next: readonly Localized[];
  readonly subjects: readonly Subject[];
  /** The first lines that show it. */
  readonly evidence: readonly Evidence[];
  /** How often it happened. */
  readonly count: number;
}
