/**
 * Writes server/src/logs/recognition/data/sites.ts: which class and method of Tomcat's ha and tribes writes which key into the log,
 * on which line. Keys are identifiers; Tomcat's sentences are not kept.
 *
 * Usage: tsx server/tools/logs/write.ts FOLDER…, each with the jars of one release of Tomcat or of several. Needs a JDK.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Release } from "../../src/schema/release.ts";
import { Refusal, refusing } from "../refusal.ts";
import { clusterJars, isClustering, type LogSite, logSitesIn } from "./sites.ts";

const TARGET = new URL("../../src/logs/recognition/data/sites.ts", import.meta.url);
/** What is taken of classes outside of ha and tribes. */
const AROUND: ReadonlySet<string> = new Set([
  ...["catalina.startup", "catalina.serverStartFail", "standardEngine.start", "standardService.start.name"],
  ...["standardService.stop.name", "standardContext.startFailed"],
  ...["standardContext.managerFail", "managerBase.sessionAttributeNameFilter"],
  ...["managerBase.sessionAttributeValueClassNameFilter", "standardSession.notSerializable"],
  ...["standardSession.notDeserializable", "standardServer.awaitSocket.fail", "standardWrapper.serviceException"],
  ...[
    "standardWrapper.serviceExceptionRoot",
    "hostConfig.deployDir",
    "hostConfig.deployDir.finished",
    "hostConfig.deployWar",
  ],
  ...["hostConfig.deployWar.finished", "hostConfig.deployDescriptor"],
  ...["persistentManager.serializeError", "persistentManager.removeError", "persistentManager.storeLoadError"],
  ...["persistentManager.storeLoadKeysError", "persistentManager.storeKeysException"],
  ...["persistentManager.storeSizeException", "persistentManager.storeClearError", "persistentManager.isLoadedError"],
  ...["hostConfig.deployDescriptor.finished", "abstractProtocolHandler.start", "abstractProtocolHandler.pause"],
]);
/** Its key comes from its callers. */
const HANDED_OVER = "handleSubClassException";
const SEEN: ReadonlySet<string> = new Set(["INFO", "WARNING", "SEVERE"]);

/** The jars of a folder by their release. */
function byRelease(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const jar of clusterJars(readdirSync(folder))) {
    const release = /-(\d[\d.]*\d)\.jar$/.exec(jar)?.[1] ?? "";
    found.set(release, [...(found.get(release) ?? []), resolve(folder, jar)]);
  }
  return found;
}

/** A site as one row: class, method, level, `!` where an exception follows, key, and the logger where it is another. */
function rowOf(site: LogSite): string {
  const logger = site.logger === site.class.replace(/\$.*/, "") ? "" : short(site.logger);
  const method = site.method.replace(/^lambda\$(\w+)\$\d+$/, "$1");
  return [short(site.class), method, `${site.level}${site.thrown ? "!" : ""}`, site.key ?? "", logger]
    .join(" ")
    .trimEnd();
}

const short = (name: string) => name.replace("org.apache.catalina.", "");

await refusing(() => {
  const lines = new Map<string, Set<string>>();
  for (const folder of process.argv.slice(2)) {
    if (!existsSync(folder)) throw new Refusal(`there is no folder ${folder}`);
    for (const [text, jars] of byRelease(folder)) {
      const line = Release.parse(text)?.line;
      if (line === undefined) throw new Refusal(`${folder}: no line for ${text}`);
      for (const site of logSitesIn(jars)) {
        if (!SEEN.has(site.level)) continue;
        if (!isClustering(site.class) && !AROUND.has(site.key ?? "") && site.method !== HANDED_OVER) continue;
        const row = rowOf(site);
        lines.set(row, (lines.get(row) ?? new Set()).add(line));
      }
    }
  }
  if (lines.size === 0) throw new Refusal("no jars of Tomcat's ha and tribes in these folders");
  const rows = [...lines].sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(
    TARGET,
    `// Written by server/tools/logs/write.ts: do not edit.
/**
 * Each place in org.apache.catalina.ha and tribes that logs at INFO or above, and some around them: class, method, level (\`!\` where an
 * exception follows), key of the text, logger where it is another class; behind \`@\` the lines that have it.
 */
export const SITES = \`
${rows.map(([row, where]) => `${row} @ ${[...where].sort((one, other) => Number(one) - Number(other)).join(" ")}`).join("\n")}
\`;
`,
  );
});
