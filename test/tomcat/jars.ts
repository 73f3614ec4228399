import { existsSync, readdirSync } from "node:fs";

const FOLDER = "/usr/share/java";

/** The Tomcats of Debian's packages, by the line they are of. */
export const PACKAGED = { "9.0": "9", "10.1": "10" } as const;
export type PackagedLine = keyof typeof PACKAGED;

export const packagedLines: readonly PackagedLine[] = ["9.0", "10.1"];

/** All jars of one of them, for a class path; empty where the package is not installed. */
export function jarsOf(line: PackagedLine): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  const name = new RegExp(`^tomcat${PACKAGED[line]}-(?!.*(i18n|-ant)).*-${line.replace(".", "\\.")}\\.\\d+\\.jar$`);
  return readdirSync(FOLDER)
    .filter((file) => name.test(file))
    .map((file) => `${FOLDER}/${file}`);
}

/** Why a test against both cannot run here; false when it can. */
export const missingTomcat: string | false = packagedLines.some((line) => jarsOf(line).length === 0)
  ? "real Tomcat: needs libtomcat9-java, libtomcat10-java and a JDK"
  : false;
