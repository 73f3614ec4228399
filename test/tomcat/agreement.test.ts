import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readFixture } from "../harness/fixture.ts";
import { findingsOn } from "./findings.ts";
import { judge, type ReadVerdict } from "./judge.ts";
import { askTomcat } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

/**
 * Fixtures where Tomcat complains of what cannot be known, or is not there: classes of other projects, values, words that
 * a script may replace.
 */
const UNKNOWN =
  /\/silent-(placeholder|third-party|template|installer|token|entity|names|classes)|^session-store-(?:refused|updates)\/|^value-not-applied\/fixtures\/marks|^(attribute-twice|attribute-unknown|class-not-found|connector-port|element-ignored|executor-threads|host-app-base-empty|listener-level|session-filter-invalid|session-store-backup|static-failure-detection|unique-id-invalid|value-not-applied)\/fixtures\/silent/;

/** Fixtures where Tomcat warns and does what was meant all the same: that is information. */
const HARMLESS = /^(?:context-path\/fixtures\/(?:before|slashes)|attribute-unknown\/fixtures\/namespaces)/;

const ruleFolder = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-agreement-"));
after(() => rmSync(folder, { recursive: true }));

const samples = readdirSync(ruleFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xml"))
  .sort()
  .flatMap((name) => {
    const { files } = readFixture(readFileSync(join(ruleFolder, name), "utf8"));
    const text = files.get("conf/server.xml");
    return text === undefined || files.size > 1 ? [] : [{ name, text, path: join(folder, name.replaceAll("/", "_")) }];
  });
for (const { path, text } of samples) writeFileSync(path, text);

for (const tomcat of tomcats) {
  describeOn(tomcat, `real Tomcat ${tomcat.release} agrees on the rules' fixtures`, { skip: missingTomcat }, (test) => {
    const paths = samples.map(({ path }) => path);
    const verdicts = missingTomcat ? [] : askTomcat<ReadVerdict>(tomcat, "--parse", "--no-tree", ...paths);
    for (const [index, { name, text }] of samples.entries()) {
      test(name, async () => {
        const verdict = verdicts[index];
        assert.ok(verdict);
        const aborts = !verdict.parsed || Boolean(verdict.exception);
        const warns = (verdict.logs ?? []).some(({ level }) => level === "WARNING" || level === "SEVERE");
        const found = await findingsOn(tomcat, text);
        const enough = HARMLESS.test(name) ? ["information"] : ["error", "warning"];
        const speaks = found.some(({ severity }) => enough.includes(severity));
        const excused = UNKNOWN.test(name);
        if ((aborts || warns) && !excused) assert.ok(speaks, JSON.stringify(verdict.logs));
        if (aborts && !excused) assert.ok(found.some(({ severity }) => severity === "error"));
        assert.deepEqual(judge(text, verdict, found).wrong, [], "what we say of reading is so");
      });
    }
  });
}
