import { type Line, lineFacts } from "../../src/schema/lines.ts";
import { Release } from "../../src/schema/release.ts";
import { compact, sorted } from "./class-history.ts";
import type { AttributeHistory, ClassHistory, DefaultChange, Facts, History, LineFile, Range } from "./facts.ts";

/** A release that is taken in. */
export interface NewRelease {
  readonly line: Line;
  readonly release: string;
  readonly facts: Facts;
  /** The facts that stood for the line until now. */
  readonly before: LineFile | undefined;
}

/** The history with one more release: what is new in its facts began with it, what is missing ended before. */
export function withRelease(history: History, { line, release, facts, before }: NewRelease): History {
  if (lineFacts(line).milestone) return withMilestone(history, line, facts);
  const walked = Release.parse(history.walked[line] ?? "");
  const added = Release.parse(release);
  if (!walked || !added || added.compare(walked) <= 0) return history;
  const previous = before?.release ?? history.walked[line] ?? null;
  const classes: Record<string, ClassHistory> = { ...history.classes };
  for (const [name, type] of Object.entries(facts.classes)) {
    const entry = classes[name] ?? { in: {} };
    const ranges = entry.in[line];
    let changed: ClassHistory =
      ranges === undefined ? { ...entry, in: { ...entry.in, [line]: [[release, null]] } } : entry;
    const former = before?.classes[name];
    if (former)
      changed = compared(
        changed,
        line,
        { name: previous, of: former.attributes },
        { name: release, of: type.attributes },
      );
    classes[name] = changed;
  }
  for (const name of Object.keys(before?.classes ?? {})) {
    const entry = classes[name];
    if (facts.classes[name] || !entry) continue;
    const ranges = entry.in[line] === "whole" ? [[null, null] as Range] : (entry.in[line] ?? []);
    classes[name] = { ...entry, in: { ...entry.in, [line]: ranges.map(([first, last]) => [first, last ?? previous]) } };
  }
  return { ...history, classes: sorted(classes, (each) => each) };
}

/** The classes of a line with milestones only: what one of them lacks, no Tomcat of the line has. */
function withMilestone(history: History, line: Line, facts: Facts): History {
  const classes: Record<string, ClassHistory> = {};
  for (const [name, entry] of Object.entries(history.classes)) {
    const { [line]: _, ...others } = entry.in;
    if (Object.keys(others).length > 0) classes[name] = { ...entry, in: others };
  }
  for (const name of Object.keys(facts.classes))
    classes[name] = { ...classes[name], in: { ...classes[name]?.in, [line]: "whole" } };
  return { ...history, classes: sorted(classes, (each) => each) };
}

interface Side {
  readonly name: string | null;
  readonly of: Facts["classes"][string]["attributes"];
}

function compared(entry: ClassHistory, line: Line, before: Side, after: Side): ClassHistory {
  const attributes: Record<string, AttributeHistory> = { ...entry.attributes };
  const defaults: Record<string, Partial<Record<Line, readonly DefaultChange[]>>> = { ...entry.defaults };
  for (const [name, attribute] of Object.entries(after.of)) {
    const former = before.of[name];
    const known = attributes[name];
    if (!former) {
      const ranges = known?.in[line] ?? [];
      attributes[name] = { type: attribute.type, in: { ...known?.in, [line]: [...ranges, [after.name, null]] } };
    } else if (
      former.default !== undefined &&
      attribute.default !== undefined &&
      former.default !== attribute.default
    ) {
      const changes = defaults[name]?.[line] ?? [];
      defaults[name] = { ...defaults[name], [line]: [...changes, [former.default, after.name ?? ""]] };
    }
  }
  for (const [name, attribute] of Object.entries(before.of)) {
    if (after.of[name]) continue;
    const known = attributes[name];
    const ranges = known?.in[line] ?? [[null, null] as Range];
    attributes[name] = {
      type: attribute.type,
      in: { ...known?.in, [line]: ranges.map(([first, last]) => [first, last ?? before.name]) },
    };
  }
  return compact({ in: entry.in, attributes, defaults });
}
