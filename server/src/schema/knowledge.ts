import { lineFacts } from "./lines.ts";
import type { TomcatVersion } from "./model.ts";

/**
 * True for a Tomcat newer than the facts: a later release of its line, a release of a line that came after all of
 * ours, or a milestone that no release pins down. What the schema does not know of it may exist there all the same, so
 * a finding that rests on absence (no such class, no such attribute) or on a default is not sure.
 */
export function isBeyondKnowledge({ line, release }: TomcatVersion): boolean {
  const { newest, milestone } = lineFacts(line);
  return release ? release.compare(newest) > 0 : milestone;
}
