import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { LINES, type Line, lineFacts, lineOf } from "../../src/schema/lines.ts";
import { Release } from "../../src/schema/release.ts";
import { Refusal } from "../refusal.ts";
import { disagreements } from "./agreement.ts";
import { allClassesSource } from "./all-classes.ts";
import { extractRevision } from "./compile.ts";
import { differences } from "./difference.ts";
import { documentedIn } from "./documented.ts";
import { type Extracted, extractFrom } from "./extract.ts";
import {
  type Documented,
  hasFacts,
  LINE_DEPTH,
  type LineFile,
  lineFile,
  readDocumented,
  readHistory,
  readLine,
  writeFacts,
} from "./facts.ts";
import { historyOf, releasesIn, walk } from "./history.ts";
import { withRelease } from "./release-history.ts";

const ALL_CLASSES = new URL("../../src/schema/data/classes.ts", import.meta.url);
const HISTORY_DEPTH = 4;
const DOCUMENTED_DEPTH = 3;

/** Takes in an unpacked Tomcat: its facts become those of its line. */
export function addTomcat(folder: string): void {
  const extracted = extractFrom(folder, acceptedLine);
  add(extracted, `jars of Apache Tomcat ${extracted.release}`);
}

/** Takes in a revision of a checkout: a tag, or the branch a line without releases is made on. */
export function addRevision(checkout: string, revision: string): void {
  const extracted = extractRevision(checkout, revision);
  const line = add(extracted, `sources of apache/tomcat, ${revision}`);
  writeDocumented(line, checkout, revision);
  writeClasses(checkout, allLines());
}

/** Walks the releases of a checkout anew: since when, until when, and which default before. */
export function walkHistory(checkout: string): void {
  const files = allLines();
  const before = hasFacts("history") ? readHistory() : undefined;
  writeFacts("history", historyOf(walk(checkout, files), files, before), HISTORY_DEPTH);
  writeClasses(checkout, files);
  for (const [line, tags] of releasesIn(checkout)) {
    const newest = tags.at(-1);
    if (newest !== undefined && files.has(line)) writeDocumented(line, checkout, newest);
  }
}

/** Holds the facts against real Tomcats; gives what is wrong. */
export function checkTomcats(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const extracted = extractFrom(folder);
    const wrong = disagreements(extracted);
    console.log(`Tomcat ${extracted.release}: ${wrong.length} disagreements`);
    return wrong.map((each) => `${extracted.release} ${each}`);
  });
}

/** The line of a release that the facts can take in. */
function acceptedLine(release: string): Line {
  const line = lineOf(release);
  if (!line) throw new Refusal(`Tomcat ${release} is of a line that server/src/schema/lines.ts does not have`);
  const [own, former] = [Release.parse(release), Release.parse(hasFacts(line) ? readLine(line).release : "")];
  if (own && former && own.compare(former) < 0)
    throw new Refusal(`the facts are of ${former} already: hold ${release} against them with --check`);
  return line;
}

function add({ release, checksum, facts }: Extracted, source: string): Line {
  const line = acceptedLine(release);
  const before = hasFacts(line) ? readLine(line) : undefined;
  const file = lineFile(release, source, checksum, facts);
  if (before) {
    const found = differences(before, file);
    console.log(`${before.release} -> ${release}: ${found.length} differences`);
    for (const each of found) console.log(each);
  }
  if (hasFacts("history"))
    writeFacts("history", withRelease(readHistory(), { line, release, facts: file, before }), HISTORY_DEPTH);
  writeFacts(line, file, LINE_DEPTH);
  return line;
}

function allLines(): ReadonlyMap<Line, LineFile> {
  return new Map(LINES.filter((line) => hasFacts(line)).map((line) => [line, readLine(line)]));
}

function writeDocumented(line: Line, checkout: string, revision: string): void {
  execFileSync("git", ["-C", checkout, "rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  const known: Documented = hasFacts("documented") ? readDocumented() : {};
  const all = { ...known, [line]: documentedIn(checkout, revision, readLine(line)) };
  const ordered = Object.fromEntries(LINES.flatMap((each) => (all[each] ? [[each, all[each]] as const] : [])));
  writeFacts("documented", ordered, DOCUMENTED_DEPTH);
}

function writeClasses(checkout: string, files: ReadonlyMap<Line, LineFile>): void {
  const commits = [...files].flatMap(([line, { checksum }]) => {
    const commit = lineFacts(line).milestone ? /^commit (\w+)$/.exec(checksum)?.[1] : undefined;
    return commit === undefined ? [] : [[line, commit] as const];
  });
  writeFileSync(ALL_CLASSES, allClassesSource(checkout, new Map(commits)));
}
