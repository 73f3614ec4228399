import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readConfigFile } from "../../server/src/config/file.ts";
import { answerOf } from "../../server/src/configtest/answer.ts";
import { nodeConfigtest } from "../../server/src/entry/configtest.ts";
import { readFixture } from "../harness/fixture.ts";
import { makeBase, makeHome, missingScript } from "./home.ts";
import { packagedLines } from "./jars.ts";

const rules = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-configtest-"));
after(() => rmSync(folder, { recursive: true }));

/** Fixtures of rules, and what a real Tomcat says of them, as the text it is said of. */
const SAMPLES: readonly [fixture: string, outcome: string, said: readonly string[]][] = [
  ["attribute-unknown/fixtures/prefix.xml", "accepted", ["warning prefix"]],
];

for (const line of packagedLines) {
  describe(`configtest of Tomcat ${line}`, { skip: missingScript }, () => {
    const home = missingScript ? "" : makeHome(line, folder);

    for (const [index, [fixture, outcome, said]] of SAMPLES.entries()) {
      test(`${fixture.replace("/fixtures", "")}: ${outcome}`, async () => {
        const { files } = readFixture(readFileSync(join(rules, fixture), "utf8"));
        // The shutdown port and connectors are not opened by what is asked here.
        const text = files.get("conf/server.xml") ?? "";
        const base = makeBase(join(folder, `${line}-${index}`), text);
        const file = readConfigFile(join(base, "conf", "server.xml"), text, { line, release: undefined });
        assert.ok(file);
        const ended = await nodeConfigtest((path) => path).run(home, base, 60_000).ended;
        const answer = answerOf(ended, file);
        assert.equal(answer.outcome, outcome, JSON.stringify(ended));
        assert.deepEqual(
          answer.findings.map(({ span, severity }) => `${severity} ${text.slice(span.start, span.end)}`),
          said,
        );
      });
    }
  });
}
