import { join } from "./files.ts";

/** Where the properties of the Tomcat in a folder are set. */
export function propertyPaths(base: string): readonly [catalinaProperties: string, setenv: string, setenvBat: string] {
  return [join(base, "conf", "catalina.properties"), join(base, "bin", "setenv.sh"), join(base, "bin", "setenv.bat")];
}
