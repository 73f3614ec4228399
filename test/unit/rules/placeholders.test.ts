import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../../server/src/rules/index.ts";
import { findingsIn, fixturesIn } from "../../harness/check-fixture.ts";
import { cases } from "../../harness/effort.ts";
import { readFixture } from "../../harness/fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));

/** Rules that are about what is written, not about the value it stands for. */
const OF_THE_TEXT: Readonly<Record<string, string>> = {
  "encrypt-key-readable": "a key out of a property does not stand in the file",
  "external-part-missing": "a file whose name has a placeholder is not looked for",
  "server-xml-shared": "what is filled in may be each node's own, and where it is not, jvm-route-duplicate says so",
  "placeholder-form": "what is filled in is not filled in again",
};

for (const rule of rules) {
  test(`${rule.id}: a value out of catalina.properties is no other value`, async () => {
    const fixtures = join(folder, rule.id, "fixtures");
    for (const name of cases(fixturesIn(fixtures))) {
      const { files, tomcat } = readFixture(readFileSync(join(fixtures, name), "utf8"));
      const path = [...files.keys()].find((each) => each.endsWith("server.xml"));
      const text = path && files.get(path);
      if (!path || !text || !path.includes("conf/") || text.includes("${")) continue;
      const found = (await findingsIn(files, tomcat, [rule])).get(path) ?? [];
      for (const { at } of found) {
        const value = text.slice(at.start, at.end);
        const before = text[at.start - 1];
        if (value === "" || (before !== '"' && before !== "'") || text[at.end] !== before || /[&\\<]/.test(value))
          continue;
        const changed = `${text.slice(0, at.start)}\${filled}${text.slice(at.end)}`;
        const properties = path.replace("server.xml", "catalina.properties");
        // The first character as an escape: blanks before a value are dropped.
        const filled = new Map([
          ...files,
          [path, changed],
          [properties, `filled=\\u${value.charCodeAt(0).toString(16).padStart(4, "0")}${value.slice(1)}\n`],
        ]);
        const again = (await findingsIn(filled, tomcat, [rule])).get(path) ?? [];
        const there = again.some((each) => each.at.start === at.start);
        assert.ok(there || OF_THE_TEXT[rule.id], `${name}: ${value} out of catalina.properties is not found`);
      }
    }
  });
}
