import type { Localized } from "../base/localized.ts";
import { ASSUMED_LINE, lineFacts, lineOf, lineOfServlet, nearestLine } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { Release } from "../schema/release.ts";
import { parse } from "../syntax/parse.ts";
import { type Files, join } from "./files.ts";

/** A Tomcat version together with what told it. */
export interface DetectedVersion {
  /** Undefined for a Tomcat so old that the schema says nothing true of it. */
  readonly version: TomcatVersion | undefined;
  readonly source: Localized;
}

/** Finds out which Tomcat the files below `base` (CATALINA_BASE) are for. */
export async function detectVersion(base: string, files: Pick<Files, "read">): Promise<DetectedVersion> {
  const notes = await files.read(join(base, "RELEASE-NOTES"));
  const inNotes = notes && /Apache Tomcat Version\s+(\d+\.\d+\.\d+\S*)/.exec(notes)?.[1];
  if (inNotes) return { version: versionOf(inNotes), source: { en: "RELEASE-NOTES", ko: "RELEASE-NOTES" } };

  const inName = /tomcat-(\d+\.\d+\.\d+(?:-M\d+)?)(?=[-/]|$)/.exec(base)?.[1];
  if (inName) return { version: versionOf(inName), source: { en: "the folder's name", ko: "폴더 이름" } };

  const defaults = await files.read(join(base, "conf", "web.xml"));
  const servlet = defaults && servletVersionOf(defaults);
  const told = servlet ? lineOfServlet(servlet) : undefined;
  if (told) {
    return {
      version: { line: told.line, release: undefined, ...(told.shared ? { assumed: true } : {}) },
      source: { en: `conf/web.xml version ${servlet}`, ko: `conf/web.xml 버전 ${servlet}` },
    };
  }
  return { version: { line: ASSUMED_LINE, release: undefined, assumed: true }, source: { en: "assumed", ko: "추정" } };
}

function versionOf(text: string): TomcatVersion | undefined {
  const release = Release.parse(text);
  const line = lineOf(text);
  if (line) return { line, release };
  const nearest = release && nearestLine(release);
  if (!nearest) return undefined;
  // A release after all of ours keeps its name; one between two lines has no place among its neighbour's.
  return {
    line: nearest,
    release: release.compare(lineFacts(nearest).newest) > 0 ? release : undefined,
    assumed: true,
  };
}

function servletVersionOf(webXml: string): string | undefined {
  const { root } = parse(webXml);
  if (root?.name !== "web-app") return undefined;
  return root.attributes.find((attribute) => attribute.name === "version")?.value?.text;
}

export function sameDetected(one: DetectedVersion, other: DetectedVersion): boolean {
  const [a, b] = [one.version, other.version];
  return (
    one.source.en === other.source.en &&
    a?.line === b?.line &&
    a?.release?.text === b?.release?.text &&
    a?.assumed === b?.assumed
  );
}
