import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogOf } from "../../server/src/schema/catalog.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import type { TomcatVersion } from "../../server/src/schema/model.ts";
import { Release } from "../../server/src/schema/release.ts";

/** A real Tomcat that can be run here. */
export interface RealTomcat {
  readonly line: Line;
  /** Read from its jars' names. */
  readonly release: Release;
  /** All of its jars, for a class path. */
  readonly jars: readonly string[];
  /** Where its package puts catalina.sh and the shipped conf; Debian has none for 9.0 any more. */
  readonly packagedHome: string | undefined;
  /** True for a release that came out after the newest one the suites were last held against. */
  readonly isNew: boolean;
}

/** The newest release of each line that the suites were held against. */
const HELD: Partial<Record<Line, string>> = { "9.0": "9.0.122", "10.1": "10.1.60", "11.0": "11.0.24" };

/** Where packages lie: installed ones, and those that real/get.sh unpacked. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const unpacked = process.env["TOMCATS_IN"] ?? join(root, ".cache/tomcat");
const places = ["/", ...(existsSync(unpacked) ? readdirSync(unpacked).map((name) => join(unpacked, name)) : [])];

/** A jar of Tomcat's core, with its release; Ant's tasks and translations are left out. */
const JAR = /^tomcat(9|10|11)-(?!.*(?:i18n|-ant-)).*-(\d+\.\d+\.\d+)\.jar$/;

function* tomcatsAt(place: string): Generator<RealTomcat> {
  const folder = join(place, "usr/share/java");
  if (!existsSync(folder)) return;
  const byRelease = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    const [, major, release] = JAR.exec(file) ?? [];
    if (major === undefined || release === undefined || !release.startsWith(`${major}.`)) continue;
    byRelease.set(release, [...(byRelease.get(release) ?? []), join(folder, file)]);
  }
  for (const [text, jars] of byRelease) {
    const release = Release.parse(text);
    const line = (Object.keys(HELD) as Line[]).find((each) => each === release?.line);
    if (!release || !line) continue;
    const home = join(place, "usr/share", `tomcat${text.split(".")[0]}`);
    const newest = Release.parse(HELD[line] ?? "");
    yield {
      line,
      release,
      jars,
      packagedHome: existsSync(join(home, "bin/catalina.sh")) ? home : undefined,
      isNew: newest !== undefined && release.compare(newest) > 0,
    };
  }
}

/** Every Tomcat that is here, oldest first; each release once, the installed one where there are two. */
export const tomcats: readonly RealTomcat[] = [
  ...new Map(
    places
      .toReversed()
      .flatMap((place) => [...tomcatsAt(place)])
      .map((each) => [each.release.text, each]),
  ).values(),
].sort((one, other) => one.release.compare(other.release));

/** Why not every line can be tried here; false when it can. */
export const missingTomcat: string | false = (Object.keys(HELD) as Line[]).every((line) =>
  tomcats.some((each) => each.line === line),
)
  ? false
  : "real Tomcat: needs libtomcat9-java, libtomcat10-java, a JDK, and test/tomcat/real/get.sh .cache/tomcat";

/** True for `npm run test:tomcat`, which tries everything; CI takes samples of what is slow. */
export const ALL = process.env["TOMCATS"] === "all";

/**
 * The Tomcats for suites that start them: the last of each line, and the oldest that Debian still installs. Two of
 * Debian's older ones differ from these only in what reading shows.
 */
export const started: readonly RealTomcat[] = tomcats.filter(
  ({ release, line }, index) =>
    release.text === "9.0.70" || !tomcats.slice(index + 1).some((later) => later.line === line),
);

/** The last of each line. */
export const newest: readonly RealTomcat[] = started.filter(({ release }) => release.text !== "9.0.70");

/** A version our check knows: that of the Tomcat, or for one newer than the facts the newest they know. */
export function versionOf({ line, release }: RealTomcat): TomcatVersion {
  const { release: known } = catalogOf(line);
  return { line, release: release.compare(known) > 0 ? known : release };
}

/** What our check reads the version of a Tomcat from, beside its `conf`. */
export function notesOf(tomcat: RealTomcat): readonly [path: string, text: string] {
  return ["RELEASE-NOTES", `Apache Tomcat Version ${versionOf(tomcat).release}\n`];
}

/**
 * Tests of one Tomcat below a title. What fails on a release that came out after all this was written is printed, and
 * is no failure.
 */
export function describeOn(
  tomcat: RealTomcat,
  title: string,
  options: { readonly concurrency?: number; readonly skip?: string | false },
  body: (check: typeof test) => void,
): void {
  describe(title, options, () => body(tomcat.isNew ? (test.todo as typeof test) : test));
}
