import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jarsOf, missingTomcat, type PackagedLine } from "./jars.ts";

/** Debian's package tomcat10-common. */
const PACKAGED_HOME = "/usr/share/tomcat10";

/** Why no catalina.sh can be run here; false when one can. */
export const missingScript: string | false =
  missingTomcat || (existsSync(`${PACKAGED_HOME}/bin/catalina.sh`) ? false : "catalina.sh: needs tomcat10-user");

/**
 * A CATALINA_HOME of this line below a folder: Debian's own for 10.1. Debian has no scripts for 9.0 any more, so that
 * gets the jars of 9.0 and the scripts of 10.1, which start them the same way.
 */
export function makeHome(line: PackagedLine, folder: string): string {
  if (line === "10.1") return PACKAGED_HOME;
  const home = join(folder, `tomcat-${line}`);
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(home, "lib"));
  for (const script of ["catalina.sh", "setclasspath.sh"])
    copyFileSync(join(PACKAGED_HOME, "bin", script), join(bin, script));
  chmodSync(join(bin, "catalina.sh"), 0o755);
  const jars = jarsOf(line);
  const main = jars.find((jar) => /-catalina-\d/.test(jar)) ?? "";
  symlinkSync(main, join(bin, "bootstrap.jar"));
  writeFileSync(join(bin, "setenv.sh"), `CLASSPATH=${jars.join(":")}\n`);
  return home;
}

/** A CATALINA_BASE with this server.xml and nothing else that matters. */
export function makeBase(folder: string, serverXml: string): string {
  mkdirSync(join(folder, "conf"), { recursive: true });
  writeFileSync(join(folder, "conf", "server.xml"), serverXml);
  return folder;
}
