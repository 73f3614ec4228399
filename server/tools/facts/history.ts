import { execFileSync } from "node:child_process";
import { LINES, type Line, lineFacts, lineOf } from "../../src/schema/lines.ts";
import { Release } from "../../src/schema/release.ts";
import { type Building, compact, sorted } from "./class-history.ts";
import type { DefaultChange, Facts, History, LineFile, Range } from "./facts.ts";
import { withLater } from "./later-history.ts";
import { runProgram, withPrograms } from "./run-java.ts";

/** Classes that every line's newest release has lost. */
const GONE = [
  "org.apache.catalina.ha.authenticator.ClusterSingleSignOnListener",
  "org.apache.catalina.ha.session.SimpleTcpReplicationManager",
];

interface Walked {
  readonly type?: string;
  readonly tags: readonly (readonly [string, string])[];
  readonly defaults?: readonly (readonly [string, string])[];
  readonly attributes?: Readonly<Record<string, Walked>>;
}

/** The releases of each line among the tags of a checkout, oldest first; milestones and candidates are left out. */
export function releasesIn(checkout: string): ReadonlyMap<Line, readonly string[]> {
  const tags = execFileSync("git", ["-C", checkout, "tag"], { encoding: "utf8" }).split("\n");
  const releases = tags.flatMap((tag) => (/^\d+\.\d+\.\d+$/.test(tag) ? (Release.parse(tag) ?? []) : []));
  releases.sort((a, b) => a.compare(b));
  return new Map(
    LINES.filter((line) => !lineFacts(line).milestone).map((line) => {
      const first = Release.parse(lineFacts(line).first);
      const own = releases.filter((each) => lineOf(each.text) === line && first && each.compare(first) >= 0);
      return [line, own.map(({ text }) => text)];
    }),
  );
}

/** What `java/History.java` says of a line: the tags it walked, and what it saw in them. */
export interface Walk {
  readonly tags: readonly string[];
  readonly seen: Readonly<Record<string, Walked>>;
}

/** Walks all releases of a checkout, for the classes these facts name. */
export function walk(checkout: string, files: ReadonlyMap<Line, LineFile>): ReadonlyMap<Line, Walk> {
  const names = new Set([...[...files.values()].flatMap(({ classes }) => Object.keys(classes)), ...GONE]);
  const input = `${[...names].sort().join("\n")}\n`;
  return withPrograms(
    (programs) =>
      new Map(
        [...releasesIn(checkout)].map(([line, tags]) => {
          // The only writer of this text is our own program.
          const seen = runProgram(programs, "History", { words: [checkout, ...tags], input }) as Walk["seen"];
          return [line, { tags, seen }];
        }),
      ),
  );
}

/** The history that walks tell, with what `before` knows of releases beyond their newest tags. */
export function historyOf(
  walks: ReadonlyMap<Line, Walk>,
  files: ReadonlyMap<Line, LineFile>,
  before: History | undefined,
): History {
  const walked: Partial<Record<Line, string>> = {};
  const building = new Builder();
  for (const [line, facts] of files) {
    const own = walks.get(line);
    const newest = own?.tags.at(-1);
    if (lineFacts(line).milestone) building.whole(line, facts);
    if (!own || newest === undefined) continue;
    walked[line] = newest;
    for (const [name, type] of Object.entries(own.seen))
      building.add({ line, tags: own.tags }, name, type, facts.classes[name]);
  }
  const history = building.history(walked);
  return before ? withLater(history, before) : history;
}

interface WalkedLine {
  readonly line: Line;
  readonly tags: readonly string[];
}

class Builder {
  readonly #classes: Record<string, Building> = {};

  of(name: string): Building {
    this.#classes[name] ??= { in: {}, attributes: {}, defaults: {} };
    return this.#classes[name];
  }

  whole(line: Line, { classes }: Facts): void {
    for (const name of Object.keys(classes)) this.of(name).in[line] = "whole";
  }

  add({ line, tags }: WalkedLine, name: string, type: Walked, known: LineFile["classes"][string] | undefined): void {
    // A class that is still there and fits no element cannot be named in a file.
    const stays = Number(type.tags.at(-1)?.[1]) === tags.length - 1;
    if (stays && !known) return;
    const entry = this.of(name);
    entry.in[line] = wholeOr(rangesOf(type.tags, tags));
    const own = JSON.stringify(type.tags);
    for (const [attribute, seen] of Object.entries(type.attributes ?? {})) {
      if (JSON.stringify(seen.tags) !== own) {
        const ranges = attributeRanges(seen.tags, type.tags, tags);
        const within = { ...entry.attributes[attribute]?.in, [line]: ranges };
        // A type that changed on the way is the newest line's.
        entry.attributes[attribute] = { type: seen.type ?? "string", in: within };
      }
      const changes = changesOf(seen, tags, known?.attributes[attribute]?.default);
      if (changes.length > 0) entry.defaults[attribute] = { ...entry.defaults[attribute], [line]: changes };
    }
  }

  history(walked: History["walked"]): History {
    return { walked, classes: sorted(this.#classes, compact) };
  }
}

/** An end that is the line's own is null. */
function rangesOf(pairs: Walked["tags"], tags: readonly string[]): readonly Range[] {
  return pairs.map(([first, last]) => [
    Number(first) === 0 ? null : (tags[Number(first)] ?? null),
    Number(last) === tags.length - 1 ? null : (tags[Number(last)] ?? null),
  ]);
}

/** An attribute that begins or ends with its class has no end of its own there. */
function attributeRanges(pairs: Walked["tags"], whole: Walked["tags"], tags: readonly string[]): readonly Range[] {
  const first = whole[0]?.[0];
  const last = whole.at(-1)?.[1];
  return pairs.map((pair) => [
    pair[0] === first ? null : (tags[Number(pair[0])] ?? null),
    pair[1] === last ? null : (tags[Number(pair[1])] ?? null),
  ]);
}

function wholeOr(ranges: readonly Range[]): readonly Range[] | "whole" {
  return ranges.length === 1 && ranges[0]?.[0] === null && ranges[0][1] === null ? "whole" : ranges;
}

const UNKNOWN = "?";

/**
 * The changes of a default. The source tells most of them; they count only where it comes to what the newest release
 * really answers, or where it can no longer be read and the answer is another than before.
 */
function changesOf(
  { defaults = [] }: Walked,
  tags: readonly string[],
  now: string | null | undefined,
): readonly DefaultChange[] {
  if (now === undefined || defaults.length === 0) return [];
  const last = defaults.at(-1)?.[1];
  if (last !== String(now) && last !== UNKNOWN) return [];
  const changes: DefaultChange[] = [];
  for (const [index, [, value]] of defaults.entries()) {
    const next = defaults[index + 1];
    if (!next || value === UNKNOWN) continue;
    const [tag, after] = next;
    const becomes = after === UNKNOWN && index === defaults.length - 2 ? String(now) : after;
    if (becomes === UNKNOWN || becomes === value) continue;
    changes.push([value === "null" ? null : value, tags[Number(tag)] ?? ""]);
  }
  return changes;
}
