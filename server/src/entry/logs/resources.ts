import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dot-properties";
import type { Resources } from "../../logs/recognition/phrases.ts";
import { readAllFromArchive } from "../archive.ts";

/** Its texts: of clustering, and the translations. */
const JAR = /^(?:tomcat\d*-)?(?:catalina-ha|catalina-tribes|tribes|tomcat-i18n|i18n)-?.*\.jar$/;
const TEXTS = /^org\/apache\/catalina\/(?:ha|tribes)\/(?:.+\/)?LocalStrings(?:_\w+)?\.properties$/;

/** The texts of the Tomcat in a folder (CATALINA_HOME, or one with its jars); undefined where it has none. */
export async function readResources(folder: string): Promise<Resources | undefined> {
  const found = new Map<string, string[]>();
  for (const place of [folder, join(folder, "lib")]) {
    for (const name of namesIn(place).filter((each) => JAR.test(each))) {
      for (const text of await readAllFromArchive(join(place, name), TEXTS)) {
        for (const [key, value] of Object.entries(parse(text))) {
          if (typeof value === "string") found.set(key, [...(found.get(key) ?? []), value]);
        }
      }
    }
  }
  return found.size === 0 ? undefined : found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
