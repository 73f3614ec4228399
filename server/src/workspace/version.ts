import type { Localized } from "../base/localized.ts";
import { LINES, type Line, type TomcatVersion } from "../schema/model.ts";
import { Release } from "../schema/release.ts";
import { parse } from "../syntax/parse.ts";
import { type Files, join } from "./files.ts";

/** A Tomcat version together with what told it. */
export interface DetectedVersion {
  /** Undefined for a Tomcat so old that the schema says nothing true of it. */
  readonly version: TomcatVersion | undefined;
  readonly source: Localized;
}

/** What is assumed where nothing tells the version. */
const ASSUMED: Line = "9.0";

/** The Servlet version of the default conf/web.xml each line ships. */
const LINE_BY_SERVLET: Readonly<Record<string, Line>> = {
  "3.0": "7.0",
  "3.1": "8.5",
  "4.0": "9.0",
  "6.0": "10.1",
  "6.1": "11.0",
};

/** Lines without facts of their own, and the covered one that is nearest; older ones have none. */
const NEAREST: readonly (readonly [release: RegExp, line: Line | undefined])[] = [
  [/^[1-6]\./, undefined],
  [/^8\.0\./, "8.5"],
  [/^10\.0\./, "10.1"],
  [/^1[2-9]\./, "11.0"],
];

/** A Servlet version that two lines share: 8.0 and 8.5 both ship 3.1. */
const SHARED_SERVLET = "3.1";

/** The line a text names, `8.5` for `8.5.100`; undefined for lines the schema does not cover. */
export function lineOf(text: string): Line | undefined {
  return LINES.find((line) => text === line || text.startsWith(`${line}.`));
}

/** Finds out which Tomcat the files below `base` (CATALINA_BASE) are for. */
export async function detectVersion(base: string, files: Files): Promise<DetectedVersion> {
  const notes = await files.read(join(base, "RELEASE-NOTES"));
  const inNotes = notes && /Apache Tomcat Version\s+(\d+\.\d+\.\d+\S*)/.exec(notes)?.[1];
  if (inNotes) return { version: versionOf(inNotes), source: { en: "RELEASE-NOTES", ko: "RELEASE-NOTES" } };

  const inName = /tomcat-(\d+\.\d+\.\d+(?:-M\d+)?)(?=[-/]|$)/.exec(base)?.[1];
  if (inName) return { version: versionOf(inName), source: { en: "the folder's name", ko: "폴더 이름" } };

  const defaults = await files.read(join(base, "conf", "web.xml"));
  const servlet = defaults && servletVersionOf(defaults);
  const line = servlet ? LINE_BY_SERVLET[servlet] : undefined;
  if (line) {
    return {
      version: { line, release: undefined, ...(servlet === SHARED_SERVLET ? { assumed: true } : {}) },
      source: { en: `conf/web.xml version ${servlet}`, ko: `conf/web.xml 버전 ${servlet}` },
    };
  }
  return { version: { line: ASSUMED, release: undefined, assumed: true }, source: { en: "assumed", ko: "추정" } };
}

function versionOf(text: string): TomcatVersion | undefined {
  const line = lineOf(text);
  if (line) return { line, release: Release.parse(text) };
  const nearest = NEAREST.find(([release]) => release.test(text))?.[1];
  return nearest && { line: nearest, release: undefined, assumed: true };
}

function servletVersionOf(webXml: string): string | undefined {
  const { root } = parse(webXml);
  if (root?.name !== "web-app") return undefined;
  return root.attributes.find((attribute) => attribute.name === "version")?.value?.text;
}
