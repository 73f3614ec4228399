import { isAfterFacts, LINES, type Line, lineFacts, lineOf } from "./lines.ts";
import type { TomcatVersion } from "./model.ts";
import { Release } from "./release.ts";

/**
 * A change of Tomcat, by the first release of each line that has it: `new Change("9.0.117", "10.1.54", "11.0.21")`.
 *
 * Lines before the oldest one named never had it. Lines after the newest one named have had it from their start, so a
 * line that is added later needs no edit here; a line in between must be named.
 */
export class Change {
  readonly #firsts: readonly [Release, ...Release[]];

  constructor(oldest: string, ...later: readonly string[]) {
    this.#firsts = [parse(oldest), ...later.map(parse)];
    const from = LINES.findIndex((line) => parse(`${line}.0`).compare(this.#start) >= 0);
    const last = LINES.findLastIndex((line) => this.firstIn(line));
    for (const line of LINES.slice(Math.max(from, 0), last + 1)) {
      if (!this.firstIn(line)) throw new Error(`a change that came with ${oldest} does not name Tomcat ${line}`);
    }
  }

  /** The first release of a line that has it; undefined where all of the line's releases have it, or none. */
  firstIn(line: Line): Release | undefined {
    return this.#firsts.find((first) => first.line === line);
  }

  /**
   * True when this Tomcat has it. Undefined where it came within the line and the release is not known, and where the
   * line has milestones only and the change is newer than its facts.
   */
  isIn({ line, release }: TomcatVersion): boolean | undefined {
    const first = this.firstIn(line);
    if (!first) {
      if (parse(`${line}.0`).compare(this.#start) < 0) return false;
      // The facts of a line with milestones only may be older than the change.
      return lineFacts(line).milestone && this.#firsts.some((each) => isAfterLine(each)) ? undefined : true;
    }
    if (release) return release.compare(first) >= 0;
    return first.compare(parse(`${line}.0`)) <= 0 ? true : undefined;
  }

  /** Its first releases, the oldest first. */
  toString(): string {
    return this.#firsts.join(", ");
  }

  /** The first release of the oldest line that has it. */
  get #start(): Release {
    return parse(`${this.#firsts[0].line}.0`);
  }
}

function isAfterLine(release: Release): boolean {
  const line = lineOf(release.text);
  return line !== undefined && isAfterFacts({ line, release });
}

function parse(text: string): Release {
  const release = Release.parse(text);
  if (!release) throw new Error(`${text} is no release of Tomcat`);
  return release;
}
