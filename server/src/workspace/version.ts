import type { Localized } from "../base/localized.ts";
import type { FolderLaunches } from "../config/launch/environment.ts";
import { imagesOf } from "../config/launch/select.ts";
import { catalogOf, simpleNameOf } from "../schema/catalog.ts";
import {
  ASSUMED_LINE,
  LINES,
  type Line,
  lineFacts,
  lineInTomee,
  lineOf,
  lineOfMajor,
  lineOfServlet,
  nearestLine,
} from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { Release } from "../schema/release.ts";
import { tomcatClass } from "../schema/tomcat-classes.ts";
import { parse } from "../syntax/parse.ts";
import { walkElements } from "../syntax/walk.ts";
import { type Files, join } from "./files.ts";
import { launchesAround } from "./launches-around.ts";
import { nameOf } from "./paths.ts";

/** A Tomcat version with the source it was read from. */
export interface DetectedVersion {
  /** Undefined for a Tomcat older than every line of the schema. */
  readonly version: TomcatVersion | undefined;
  readonly source: Localized;
}

/** Access to the files that may state a version. */
export interface VersionFiles extends Pick<Files, "read" | "readInside"> {
  readonly launchesIn: (folder: string) => Promise<FolderLaunches>;
}

/**
 * Determines which Tomcat the files below `base` (CATALINA_BASE) are for: first from the installation, then from the
 * files shipped with it, then from what starts it.
 */
export async function detectVersion(base: string, files: VersionFiles): Promise<DetectedVersion> {
  const installed = (await inJars(base, files)) ?? (await inNotes(base, files)) ?? inName(base);
  if (installed) return installed;
  const image = await inImage(base, files);
  if (image?.version && !image.version.assumed) return image;
  return (
    (await inDefaults(base, files)) ??
    image ??
    (await inOldServer(base, files)) ?? {
      version: { line: ASSUMED_LINE, release: undefined, assumed: true },
      source: { en: "assumed", ko: "추정" },
    }
  );
}

/** `bin/version.sh` prints what catalina.jar contains; the JARs beside the script are of the same release. */
const JARS = [
  ["lib/catalina.jar", "org/apache/catalina/util/ServerInfo.properties", /^server\.info=Apache Tomcat[^/\n]*\/(\S+)/m],
  ["lib/catalina.jar", "META-INF/MANIFEST.MF", /^Implementation-Version: (\S+)/m],
  ["bin/bootstrap.jar", "META-INF/MANIFEST.MF", /^Implementation-Version: (\S+)/m],
  ["bin/tomcat-juli.jar", "META-INF/MANIFEST.MF", /^Implementation-Version: (\S+)/m],
] as const;

/** `Apache Tomcat/9.0.70 (Debian)`. In a TomEE, its own version follows the number. */
const REBUILT = /^server\.info=\S+ Tomcat\/\S+ \([A-Za-z][^)\n]*\)/m;

async function inJars(base: string, files: VersionFiles): Promise<DetectedVersion | undefined> {
  for (const [jar, name, pattern] of JARS) {
    const text = await files.readInside(join(base, jar), name);
    const release = text && /^\d+\.\d+\.\d+(?:[-.]M\d+)?/.exec(pattern.exec(text)?.[1] ?? "")?.[0];
    if (!text || !release) continue;
    const version = versionOf(release);
    return {
      version: version && REBUILT.test(text) ? { ...version, rebuilt: true } : version,
      source: { en: jar, ko: jar },
    };
  }
  return undefined;
}

async function inNotes(base: string, files: VersionFiles): Promise<DetectedVersion | undefined> {
  const notes = await files.read(join(base, "RELEASE-NOTES"));
  const release = notes && /Apache Tomcat Version\s+(\d+\.\d+\.\d+\S*)/.exec(notes)?.[1];
  return release ? { version: versionOf(release), source: { en: "RELEASE-NOTES", ko: "RELEASE-NOTES" } } : undefined;
}

function inName(base: string): DetectedVersion | undefined {
  const release = /tomcat-(\d+\.\d+\.\d+(?:-M\d+)?)(?=[-/]|$)/.exec(base)?.[1];
  return release ? { version: versionOf(release), source: { en: "the folder's name", ko: "폴더 이름" } } : undefined;
}

async function inDefaults(base: string, files: VersionFiles): Promise<DetectedVersion | undefined> {
  const defaults = await files.read(join(base, "conf", "web.xml"));
  const servlet = defaults && servletVersionOf(defaults);
  const told = servlet ? lineOfServlet(servlet) : undefined;
  if (!told) return undefined;
  const { line, shared, standsFor } = told;
  const newer = await inServer(line, base, files);
  if (newer) return newer;
  return {
    version: {
      line,
      release: undefined,
      ...(shared ? { assumed: true } : {}),
      ...(standsFor === undefined ? {} : { standsFor }),
    },
    source: { en: `conf/web.xml version ${servlet}`, ko: `conf/web.xml 버전 ${servlet}` },
  };
}

/**
 * The line for a server.xml with elements or classes that came after the line its conf/web.xml tells of, which is then
 * an older Tomcat's: it is copied along more often than server.xml names what its Tomcat does not have. Undefined where
 * the two agree, and where no line has all of them.
 */
async function inServer(told: Line, base: string, files: VersionFiles): Promise<DetectedVersion | undefined> {
  const text = await files.read(join(base, "conf", "server.xml"));
  const until = LINES.slice(0, LINES.indexOf(told) + 1).toReversed();
  const after = LINES.slice(until.length);
  const seen = new Set<string>();
  let fitting = after;
  let name: string | undefined;
  for (const element of walkElements(parse(text ?? ""))) {
    const className = element.attributes.find((each) => each.name === "className")?.value?.text;
    const releases = className === undefined ? undefined : tomcatClass(className)?.releases;
    for (const [each, isIn] of [
      [element.name, (line: Line) => catalogOf(line).placesOf(element.name).length > 0],
      [className && simpleNameOf(className), (line: Line) => releases?.has(line) === true],
    ] as const) {
      if (!each || seen.has(each)) continue;
      seen.add(each);
      if (until.some(isIn) || !after.some(isIn)) continue;
      fitting = fitting.filter(isIn);
      name ??= each;
    }
  }
  const line = fitting.find((each) => each === ASSUMED_LINE) ?? fitting[0];
  return name === undefined || line === undefined ? undefined : assumedFor(line, name);
}

/**
 * The newest line before the assumed one that has all classes of a server.xml, where the assumed line lacks some: it
 * would not start with them. Undefined where it has all of Tomcat's, and where no line does.
 */
async function inOldServer(base: string, files: VersionFiles): Promise<DetectedVersion | undefined> {
  const text = (await files.read(join(base, "conf", "server.xml"))) ?? (await files.read(join(base, "server.xml")));
  const names = [...(text ?? "").matchAll(/className\s*=\s*["']([\w.$]+)/g)].map(([, name = ""]) => name);
  if (text === undefined || !names.some(isOfOtherLines)) return undefined;
  let fitting = LINES.slice(0, LINES.indexOf(ASSUMED_LINE)).toReversed();
  let lacked: string | undefined;
  for (const element of walkElements(parse(text))) {
    const className = element.attributes.find((each) => each.name === "className")?.value?.text ?? "";
    if (!isOfOtherLines(className)) continue;
    fitting = fitting.filter((line) => tomcatClass(className)?.releases.has(line));
    lacked ??= simpleNameOf(className);
  }
  const [line] = fitting;
  return lacked === undefined || line === undefined ? undefined : assumedFor(line, lacked);
}

/** True for a class of Tomcat's that the assumed line does not have. */
function isOfOtherLines(className: string): boolean {
  return tomcatClass(className)?.releases.has(ASSUMED_LINE) === false;
}

function assumedFor(line: Line, name: string): DetectedVersion {
  return {
    version: { line, release: undefined, assumed: true },
    source: { en: `assumed for ${name} in server.xml`, ko: `server.xml의 ${name}에서 추정` },
  };
}

/** The version of the container image, where all launches of this folder agree on it. */
async function inImage(base: string, { launchesIn }: VersionFiles): Promise<DetectedVersion | undefined> {
  const launches = await launchesAround(base, launchesIn);
  const told = imagesOf(base, launches).flatMap(({ name, path }): DetectedVersion[] => {
    const version = versionInImage(name);
    return version ? [{ version, source: { en: `${name} in ${nameOf(path)}`, ko: `${nameOf(path)}의 ${name}` } }] : [];
  });
  const [first] = told;
  return first && told.every(({ version }) => sameVersion(version, first.version)) ? first : undefined;
}

/** True for a prefix of an official image's name: none, an organisation, or a registry with any folders. */
function isOwn([registry, ...others]: readonly string[]): boolean {
  if (registry === undefined) return true;
  const isRegistry = /^[\w.-][\w.:-]*$/.test(registry) && /[.:]/.test(registry.slice(1));
  return isRegistry ? others.every((each) => /^[\w.-]+$/.test(each)) : others.length === 0 && MAKERS.has(registry);
}

const MAKERS = new Set(["library", "bitnami", "bitnamilegacy"]);

/**
 * The Tomcat in an official image of Tomcat or TomEE: `tomcat:9.0.70-jdk17`, `docker.io/library/tomcat:10.1`,
 * `bitnami/tomcat:9.0.70-debian-11-r0`; and in an archive that a build unpacks, `apache-tomcat-9.0.70`. The tags of
 * other images do not count Tomcat's releases.
 */
function versionInImage(image: string): TomcatVersion | undefined {
  const unpacked = /^apache-tomcat-(.+)/.exec(image)?.[1];
  if (unpacked !== undefined) return versionOf(unpacked);
  const folders = image.split("/");
  const match = /^(tomcat|tomee):(\d+(?:\.\d+){0,2}(?:[-.]M\d+(?!\w))?)(?=[-@]|$)/.exec(folders.pop() ?? "");
  if (!isOwn(folders)) return undefined;
  const [, product, tag = ""] = match ?? [];
  if (product === undefined) return undefined;
  const [major = "", minor] = tag.split(".");
  if (product === "tomee") {
    // Older tags begin with Java's version: `8-jre-1.7.4-webprofile`.
    const line = lineInTomee(/:\d+-j(?:re|dk)-(\d+)\./.exec(image)?.[1] ?? major);
    return line === undefined ? undefined : versionOf(line);
  }
  if (minor !== undefined) return versionOf(tag);
  const told = lineOfMajor(major);
  if (!told) return versionOf(`${major}.0`);
  return { line: told.line, release: undefined, ...(told.shared ? { assumed: true } : {}) };
}

/** The Tomcat of a release or a line; undefined for one older than every line of the schema. */
function versionOf(text: string): TomcatVersion | undefined {
  const release = Release.parse(text);
  const line = lineOf(text);
  if (line) return { line, release };
  const place = release ?? Release.parse(`${text}.0`);
  const nearest = place && nearestLine(place);
  if (!nearest) return undefined;
  // A release newer than the facts keeps its name; one of a line between two covered lines cannot be compared with its
  // neighbour's releases.
  return {
    line: nearest,
    release: place.compare(lineFacts(nearest).newest) > 0 ? place : undefined,
    assumed: true,
    standsFor: text,
  };
}

function servletVersionOf(webXml: string): string | undefined {
  const { root } = parse(webXml);
  if (root?.name !== "web-app") return undefined;
  return root.attributes.find((attribute) => attribute.name === "version")?.value?.text;
}

export function sameDetected(one: DetectedVersion, other: DetectedVersion): boolean {
  return one.source.en === other.source.en && sameVersion(one.version, other.version);
}

function sameVersion(one: TomcatVersion | undefined, other: TomcatVersion | undefined): boolean {
  return (
    one?.line === other?.line &&
    one?.release?.text === other?.release?.text &&
    one?.assumed === other?.assumed &&
    one?.standsFor === other?.standsFor &&
    one?.rebuilt === other?.rebuilt
  );
}
