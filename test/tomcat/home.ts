import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingTomcat, type RealTomcat, tomcats } from "./tomcats.ts";

/** A Tomcat whose package has the scripts. */
const withScripts = tomcats.find(({ packagedHome }) => packagedHome !== undefined)?.packagedHome;

/** Why no catalina.sh can be run here; false when one can. */
export const missingScript: string | false =
  missingTomcat || (withScripts === undefined ? "catalina.sh: needs tomcat10-user" : false);

/**
 * A CATALINA_HOME of this Tomcat below a folder: its package's own where there is one. Debian has no scripts for 9.0 any
 * more, so that gets its jars and the scripts of another line, which start it the same way.
 */
export function makeHome({ release, jars, packagedHome }: RealTomcat, folder: string): string {
  if (packagedHome !== undefined) return packagedHome;
  const home = join(folder, `tomcat-${release}`);
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(home, "lib"));
  for (const script of ["catalina.sh", "setclasspath.sh"])
    copyFileSync(join(withScripts ?? "", "bin", script), join(bin, script));
  chmodSync(join(bin, "catalina.sh"), 0o755);
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
