import { LINES, lineFacts } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import type { Step } from "./model.ts";

/**
 * The steps from one Tomcat to a later one, from line to line, through the newest release of each line in between: a
 * move over several lines equals one move after the other. A move within a line is one step, for what its releases
 * removed. A move to an earlier Tomcat has no steps.
 */
export function stepsBetween(from: TomcatVersion, to: TomcatVersion): readonly Step[] {
  const first = LINES.indexOf(from.line);
  const last = LINES.indexOf(to.line);
  const between = LINES.slice(first + 1, Math.max(last, first + 1)).map(
    (line): TomcatVersion => ({ line, release: lineFacts(line).newest }),
  );
  if (isBackwards(from, to)) return [];
  let stop = from;
  return [...between, to].map((next) => {
    const step = { from: stop, to: next };
    stop = next;
    return step;
  });
}

/** True for a move to an earlier line, or to an earlier release of the same. */
export function isBackwards(from: TomcatVersion, to: TomcatVersion): boolean {
  const lines = LINES.indexOf(to.line) - LINES.indexOf(from.line);
  if (lines !== 0) return lines < 0;
  return from.release !== undefined && to.release !== undefined && to.release.compare(from.release) < 0;
}
