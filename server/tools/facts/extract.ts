import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Facts } from "./facts.ts";
import { runProgram, withPrograms } from "./run-java.ts";

/** The facts of an unpacked Tomcat, with its release and a checksum over its jars. */
export interface Extracted {
  readonly release: string;
  readonly checksum: string;
  readonly facts: Facts;
}

/** Jars that hold no part of Tomcat's configuration: translations, tasks of Ant, the compiler of JSPs. */
const OTHER_JARS = /i18n|-ant|jasper|ecj|bootstrap-launcher/;

/** Reads the jars below a folder: a Tomcat as Apache ships it, or an unpacked package. `accept` may refuse its release. */
export function extractFrom(folder: string, accept: (release: string) => void = () => {}): Extracted {
  const jars = jarsBelow(folder);
  const release = releaseOf(jars);
  accept(release);
  return { release, checksum: checksumOf(jars), facts: withPrograms((programs) => extract(programs, jars)) };
}

/** Runs the extractor over jars or folders of classes. */
export function extract(programs: string, places: readonly string[]): Facts {
  return runProgram(programs, "Extract", { classPath: places, words: places }) as Facts;
}

function jarsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new Refusal(`there is no folder ${folder}`);
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    // A package links to jars of others that may not be here.
    if (!name.endsWith(".jar") || OTHER_JARS.test(basename(name)) || !existsSync(path)) continue;
    // Packages have a link without a version beside each jar.
    found.set(realpathSync(path), path);
  }
  if (found.size === 0) throw new Refusal(`${folder} holds no jar of Tomcat`);
  return [...found.keys()].sort();
}

/** The release catalina.jar says it is (ServerInfo.properties). */
function releaseOf(jars: readonly string[]): string {
  const named = jars.map((jar) => /catalina-(\d+\.\d+\.\d+)\.jar$/.exec(jar)?.[1]).find((each) => each !== undefined);
  if (named !== undefined) return named;
  const info = withPrograms((programs) => runProgram(programs, "Release", { classPath: jars }));
  if (typeof info !== "string") throw new Error("the jars do not tell their release");
  return info;
}

function checksumOf(files: readonly string[]): string {
  const sum = createHash("sha256");
  for (const file of files) sum.update(basename(file)).update(readFileSync(file));
  return `sha256 ${sum.digest("hex")}`;
}
