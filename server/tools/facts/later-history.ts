import { LINES, type Line } from "../../src/schema/lines.ts";
import { Release } from "../../src/schema/release.ts";
import { type Building, compact, sorted } from "./class-history.ts";
import type { AttributeHistory, ClassHistory, DefaultChange, History, Range } from "./facts.ts";

/** What an earlier history says of releases after the newest tags of this one. */
export function withLater(history: History, before: History): History {
  const isLater = (line: Line, release: string | null) => {
    const walked = Release.parse(history.walked[line] ?? "");
    const own = Release.parse(release ?? "");
    return walked !== undefined && own !== undefined && own.compare(walked) > 0;
  };
  const ranges = (line: Line, now: readonly Range[] | "whole" | undefined, then: readonly Range[] | "whole") => {
    if (then === "whole") return now;
    const later = then.filter(([first]) => isLater(line, first));
    // What ended with the newest tag is missing in the release after it, which no tag shows.
    const ended = then.some(([, last]) => last !== null && last === history.walked[line]);
    if (later.length === 0 && !ended) return now;
    const whole: readonly Range[] = [[null, null]];
    const own = now === "whole" ? whole : (now ?? (ended ? whole : []));
    return [
      ...own.map(([first, last]): Range => [first, ended ? (last ?? history.walked[line] ?? null) : last]),
      ...later,
    ];
  };
  const classes: Record<string, ClassHistory> = { ...history.classes };
  for (const [name, old] of Object.entries(before.classes)) {
    const entry = classes[name] ?? { in: {} };
    const within: Record<string, readonly Range[] | "whole"> = { ...entry.in };
    const attributes: Record<string, AttributeHistory> = { ...entry.attributes };
    const defaults: Record<string, Partial<Record<Line, readonly DefaultChange[]>>> = { ...entry.defaults };
    for (const line of LINES) {
      const kept = ranges(line, entry.in[line], old.in[line] ?? []);
      if (kept !== undefined) within[line] = kept;
      for (const [attribute, { type, in: then }] of Object.entries(old.attributes ?? {})) {
        const known = attributes[attribute]?.in[line];
        const added = ranges(line, known, then[line] ?? []);
        if (added !== undefined && added !== "whole" && added !== known)
          attributes[attribute] = { type, in: { ...attributes[attribute]?.in, [line]: added } };
      }
      for (const [attribute, then] of Object.entries(old.defaults ?? {})) {
        const later = (then[line] ?? []).filter(([, changedIn]) => isLater(line, changedIn));
        if (later.length === 0) continue;
        defaults[attribute] = { ...defaults[attribute], [line]: [...(defaults[attribute]?.[line] ?? []), ...later] };
      }
    }
    if (Object.keys(within).length > 0) classes[name] = compact({ in: within, attributes, defaults } as Building);
  }
  return { ...history, classes: sorted(classes, (each) => each) };
}
