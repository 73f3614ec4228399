/**
 * Writes server/src/schema/data/shipped.ts: what conf/catalina.properties and conf/web.xml of each release set, as keys
 * with values. Of the files themselves nothing is kept.
 *
 * Usage: tsx server/tools/shipped/write.ts CHECKOUT, a clone of apache/tomcat with its tags.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { propertyEntries } from "../../src/config/property-entries.ts";
import { type ShippedSettings, settingsOfProperties, webSettings } from "../../src/config/shipped.ts";
import { parse } from "../../src/syntax/parse.ts";
import { releasesIn } from "../facts/history.ts";
import { Refusal, refusing } from "../refusal.ts";

const TARGET = new URL("../../src/schema/data/shipped.ts", import.meta.url);

const READERS = {
  "conf/catalina.properties": (text: string) => settingsOfProperties(propertyEntries(text)),
  "conf/web.xml": (text: string): ShippedSettings =>
    new Map([...webSettings(parse(text))].map(({ key, value }) => [key, value])),
} as const;

type Revision = readonly [release: string, changes: Readonly<Record<string, string | null>>];

/** The releases whose file sets something else than that of the release before, with what is new and, as null, gone. */
function revisionsOf(path: string, read: (text: string) => ShippedSettings, checkout: string): readonly Revision[] {
  const git = (...words: string[]) => execFileSync("git", ["-C", checkout, ...words], { encoding: "utf8" });
  const found: Revision[] = [];
  let before: ShippedSettings = new Map();
  let blob = "";
  for (const release of [...releasesIn(checkout).values()].flat()) {
    const id = git("rev-parse", `${release}:${path}`).trim();
    if (id === blob) continue;
    blob = id;
    const settings = read(git("cat-file", "blob", id));
    const changes = new Map<string, string | null>();
    for (const [key, value] of settings) if (before.get(key) !== value) changes.set(key, value);
    for (const key of before.keys()) if (!settings.has(key)) changes.set(key, null);
    if (changes.size > 0) found.push([release, Object.fromEntries(changes)]);
    before = settings;
  }
  return found;
}

await refusing(() => {
  const [checkout] = process.argv.slice(2);
  if (checkout === undefined) throw new Refusal("usage: tsx server/tools/shipped/write.ts CHECKOUT");
  const files = Object.entries(READERS).map(([path, read]) => {
    const rows = revisionsOf(path, read, checkout).map((each) => `    ${JSON.stringify(each)},`);
    return `  ${JSON.stringify(path)}: [\n${rows.join("\n")}\n  ],`;
  });
  writeFileSync(
    TARGET,
    `// Written by server/tools/shipped/write.ts: do not edit.
type Revision = readonly [release: string, changes: Readonly<Record<string, string | null>>];

/** What Tomcat's files set: each release that changed something, over all lines in their order; null is gone. */
export const SHIPPED: Readonly<Record<"conf/catalina.properties" | "conf/web.xml", readonly Revision[]>> = {
${files.join("\n")}
};
`,
  );
});
