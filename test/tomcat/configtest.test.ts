import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readConfigFile } from "../../server/src/config/file.ts";
import { configtestAnswer } from "../../server/src/configtest/answer.ts";
import { nodeConfigtest } from "../../server/src/entry/configtest.ts";
import { readFixture } from "../harness/fixture.ts";
import { findingsOn } from "./findings.ts";
import { makeBase, makeHome, missingScript } from "./home.ts";
import { describeOn, started, versionOf } from "./tomcats.ts";

const rules = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-configtest-"));
after(() => rmSync(folder, { recursive: true }));

/** Fixtures of rules, and what real Tomcats do with them: the outcome, and the texts they complain of. */
const SAMPLES: readonly [fixture: string, outcome: string, complaints: readonly string[]][] = [
  [
    "attribute-unknown/fixtures/names.xml",
    "accepted",
    ['tcpListenPort="4000"', 'autobind="0"', 'selectTimeout="5000"', 'bogus="1"'],
  ],
  [
    "value-not-applied/fixtures/numbers.xml",
    "accepted",
    ['channelSendOptions="SYNC"', 'port="4000 "', 'maxThreads="six"', 'selectorTimeout="5s"'],
  ],
  ["class-not-found/fixtures/slip.xml", "rejected", ["Receiver"]],
  ["send-options/fixtures/names.xml", "accepted", []],
];

for (const tomcat of started) {
  describeOn(tomcat, `configtest of Tomcat ${tomcat.release}`, { skip: missingScript }, (test) => {
    const home = missingScript ? "" : makeHome(tomcat, folder);

    for (const [index, [fixture, outcome, complaints]] of SAMPLES.entries()) {
      test(`${fixture.replace("/fixtures", "")}: ${outcome}, at the places of our own findings`, async () => {
        const text = readFixture(readFileSync(join(rules, fixture), "utf8")).files.get("conf/server.xml") ?? "";
        const base = makeBase(join(folder, `${tomcat.release}-${index}`), text);
        const path = join(base, "conf", "server.xml");
        const file = readConfigFile(path, text, versionOf(tomcat));
        assert.ok(file);
        const ended = await nodeConfigtest((each) => each).run(home, base, 60_000).ended;
        const answer = configtestAnswer(ended, file);
        assert.equal(answer.outcome, outcome, JSON.stringify(ended));
        // That a port of this machine is taken is said as information, and says nothing of the file.
        const said = answer.findings.filter(({ severity }) => severity !== "information");
        assert.deepEqual(
          said.map(({ span }) => text.slice(span.start, span.end)),
          complaints,
        );
        const ours = await findingsOn(tomcat, text);
        for (const { span, message } of said) {
          const same = ours.some(({ at }) => at.start <= span.end && at.end >= span.start);
          // A missing class is ours at the attribute, Tomcat's at the element.
          assert.ok(same || message.startsWith("ClassNotFoundException"), message);
        }
      });
    }

    test("a Tomcat that hangs is ended", async () => {
      const base = makeBase(join(folder, `${tomcat.release}-hangs`), "<Server/>");
      mkdirSync(join(base, "bin"));
      writeFileSync(join(base, "bin", "setenv.sh"), "sleep 600\n");
      const ended = await nodeConfigtest((each) => each).run(home, base, 500).ended;
      assert.equal(ended.kind, "timeout");
    });
  });
}
