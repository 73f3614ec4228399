import { NEWEST_RELEASES } from "./data/releases.ts";
import { Release } from "./release.ts";

/** A Tomcat line with the values that depend on the line alone. */
interface LineRecord {
  readonly name: string;
  /** The newest version of a web.xml it reads, which is the version of its own conf/web.xml. */
  readonly servlet: string;
  /** The namespace of a web.xml of that version. */
  readonly namespace: string;
  /** The oldest Java it runs on. */
  readonly java: number;
  /** The first part of the package names of the Servlet API. */
  readonly packages: "javax" | "jakarta";
  /**
   * The interceptor that sends asynchronous messages in a Cluster without interceptors
   * (SimpleTcpCluster.checkDefaults).
   */
  readonly dispatcher: string;
  /** Its first release; milestones and release candidates do not count. */
  readonly first: string;
  /**
   * The day on which its support ended, by https://tomcat.apache.org/whichversion.html; undefined while that page names
   * none.
   */
  readonly endOfLife: string | undefined;
  /**
   * True while it has milestones only: its facts may still change, so only those it shares with older lines are
   * certain.
   */
  readonly milestone: boolean;
}

const JAVAEE_6 = "http://java.sun.com/xml/ns/javaee";
const JAVAEE_7 = "http://xmlns.jcp.org/xml/ns/javaee";
const JAKARTAEE = "https://jakarta.ee/xml/ns/jakartaee";

const INTERCEPTORS = "org.apache.catalina.tribes.group.interceptors.";
const DISPATCHER = `${INTERCEPTORS}MessageDispatchInterceptor`;

/**
 * Every line, the oldest first. This is the only list of lines: types, manifest, action inputs and JSON Schema are
 * derived from it.
 *
 * Source: conf/web.xml, RUNNING.txt, build.xml and the changelog of each line's last tag.
 */
const RECORDS = [
  {
    name: "7.0",
    servlet: "3.0",
    namespace: JAVAEE_6,
    java: 6,
    packages: "javax",
    dispatcher: `${INTERCEPTORS}MessageDispatch15Interceptor`,
    first: "7.0.0",
    endOfLife: "2021-03-31",
    milestone: false,
  },
  {
    name: "8.5",
    servlet: "3.1",
    namespace: JAVAEE_7,
    java: 7,
    packages: "javax",
    dispatcher: DISPATCHER,
    first: "8.5.0",
    endOfLife: "2024-03-31",
    milestone: false,
  },
  {
    name: "9.0",
    servlet: "4.0",
    namespace: JAVAEE_7,
    java: 8,
    packages: "javax",
    dispatcher: DISPATCHER,
    // 9.0.0 was tagged and not released.
    first: "9.0.1",
    endOfLife: undefined,
    milestone: false,
  },
  {
    name: "10.1",
    servlet: "6.0",
    namespace: JAKARTAEE,
    java: 11,
    packages: "jakarta",
    dispatcher: DISPATCHER,
    first: "10.1.0",
    endOfLife: undefined,
    milestone: false,
  },
  {
    name: "11.0",
    servlet: "6.1",
    namespace: JAKARTAEE,
    java: 17,
    packages: "jakarta",
    dispatcher: DISPATCHER,
    first: "11.0.0",
    endOfLife: undefined,
    milestone: false,
  },
  {
    name: "12.0",
    servlet: "6.2",
    namespace: JAKARTAEE,
    java: 21,
    packages: "jakarta",
    dispatcher: DISPATCHER,
    first: "12.0.0",
    endOfLife: undefined,
    milestone: true,
  },
] as const satisfies readonly LineRecord[];

/** The name of a line that the schema has facts of. */
export type Line = (typeof RECORDS)[number]["name"];

export const LINES: readonly Line[] = RECORDS.map(({ name }) => name);

/** All values that depend on a line alone. */
export interface LineFacts extends LineRecord {
  readonly name: Line;
  /** The release its facts were read from: the newest that they cover. */
  readonly newest: Release;
}

const FACTS: ReadonlyMap<Line, LineFacts> = new Map(
  RECORDS.map((record) => [
    record.name,
    { ...record, newest: releaseOf(NEWEST_RELEASES[record.name] ?? record.first) },
  ]),
);

export function lineFacts(line: Line): LineFacts {
  const facts = FACTS.get(line);
  if (!facts) throw new Error(`no record of Tomcat ${line}`);
  return facts;
}

/** True for a release newer than the facts of its line: it may have what they lack. */
export function isAfterFacts({
  line,
  release,
}: {
  readonly line: Line;
  readonly release: Release | undefined;
}): boolean {
  return release !== undefined && release.compare(lineFacts(line).newest) > 0;
}

/** The line assumed where no source states the version. */
export const ASSUMED_LINE: Line = "9.0";

/** A line without facts of its own, with the nearest line that has them. */
interface OtherLine {
  readonly name: string;
  readonly servlet: string;
  readonly nearest: Line;
}

const OTHERS: readonly OtherLine[] = [
  { name: "8.0", servlet: "3.1", nearest: "8.5" },
  { name: "10.0", servlet: "5.0", nearest: "10.1" },
];

/** The line a text names, `8.5` for `8.5.100`; undefined for lines the schema does not cover. */
export function lineOf(text: string): Line | undefined {
  return LINES.find((line) => text === line || text.startsWith(`${line}.`));
}

/**
 * The line whose facts are nearest to a release that no line covers: 8.5 for `8.0.53`, the newest line for a later
 * release. Undefined for a release before the first line.
 */
export function nearestLine(release: Release): Line | undefined {
  const newest = LINES.at(-1);
  if (newest !== undefined && release.compare(releaseOf(`${newest}.0`)) > 0) return newest;
  return OTHERS.find(({ name }) => name === release.line)?.nearest;
}

/** The line for a major version, as container images are named: the newest of its lines, and whether it has others. */
export function lineOfMajor(major: string): { readonly line: Line; readonly shared: boolean } | undefined {
  const line = LINES.findLast((each) => each.startsWith(`${major}.`));
  if (line === undefined) return undefined;
  return {
    line,
    shared: [...LINES, ...OTHERS.map(({ name }) => name)].some((each) => each !== line && each.startsWith(`${major}.`)),
  };
}

/** The Tomcat line that each TomEE is based on. Source: https://tomee.apache.org/comparison.html */
const TOMEE: Readonly<Record<string, string>> = { 1: "7.0", 7: "8.5", 8: "9.0", 9: "10.0", 10: "10.1" };

/** The line of the Tomcat in a TomEE, by its major version; the schema does not cover all of them. */
export function lineInTomee(major: string): string | undefined {
  return TOMEE[major];
}

/** The values of `version` in a web.xml that some line reads, the oldest first. */
export const SERVLET_VERSIONS: readonly string[] = [
  // The versions of lines before the first one.
  ...["2.4", "2.5"],
  ...new Set([...RECORDS, ...OTHERS].map(({ servlet }) => servlet).sort((a, b) => Number(a) - Number(b))),
];

/** The line whose conf/web.xml has this version, and whether another line has the same. */
export function lineOfServlet(version: string):
  | {
      readonly line: Line;
      readonly shared: boolean;
      /** The line with this version, where the schema does not cover it. */
      readonly standsFor: string | undefined;
    }
  | undefined {
  const own = RECORDS.find(({ servlet }) => servlet === version)?.name;
  const other = OTHERS.find(({ servlet }) => servlet === version);
  const line = own ?? other?.nearest;
  return line && { line, shared: other !== undefined, standsFor: own ? undefined : other?.name };
}

function releaseOf(text: string): Release {
  const release = Release.parse(text);
  if (!release) throw new Error(`${text} is no release of Tomcat`);
  return release;
}
