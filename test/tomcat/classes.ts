import { openPromise } from "yauzl";
import type { RealTomcat } from "./tomcats.ts";

/** The names of all named classes in the jars of a Tomcat, in order. */
export async function classesOf({ jars }: RealTomcat): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const jar of jars) {
    const archive = await openPromise(jar);
    try {
      for await (const { fileName } of archive.eachEntry()) {
        // A class without a name of its own is `Outer$1`.
        if (/^(?!META-INF\/).*\.class$/.test(fileName) && !/\$\d|-info\.class$/.test(fileName))
          names.add(fileName.replace(/\.class$/, "").replaceAll("/", "."));
      }
    } finally {
      archive.close();
    }
  }
  return [...names].sort();
}
