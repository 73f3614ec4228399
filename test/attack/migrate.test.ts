import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { migration } = await import("../harness/migration.ts");
const { fill, HOSTILE, PLAIN, server } = await import("./hostile.ts");

/** Of the smaller of two files; in characters. */
const SIZE = 30_000;
/** See hostile.test.ts. */
const LINEAR = 2.3;
const ROUNDS = 3;

const OLD: typeof HOSTILE = {
  "attributes that go": (size) => ({
    "server.xml": PLAIN.replace(
      "<Engine",
      `${fill(size, (index) => `<Connector port="${index}" maxSpareThreads="1"/>\n`)}<Engine`,
    ),
  }),
  "Listeners that go, before some that stay": (size) => ({
    "server.xml": server({
      top:
        fill(size / 2, () => '<Listener className="org.apache.catalina.core.JasperListener"/>\n') +
        fill(size / 2, () => '<Listener className="org.apache.catalina.core.AprLifecycleListener"/>\n'),
    }),
  }),
  "attributes that go, each with TLS": (size) => ({
    "server.xml": PLAIN.replace(
      "<Engine",
      `${fill(size, (index) => `<Connector port="${index}" SSLEnabled="true" keystoreFile="a" keystorePass="b" clientAuth="want"/>\n`)}<Engine`,
    ),
  }),
};
const NAMES = [
  "Hosts",
  "Contexts",
  "Members",
  "Valves",
  "Connectors",
  "Resources",
  "a web.xml of servlets",
  "unknown attributes",
];

describe("a migration", () => {
  for (const [name, make] of [...Object.entries(OLD), ...NAMES.map((each) => [each, HOSTILE[each]] as const)]) {
    test(`of ${name}: twice the size, twice the cost`, async (t) => {
      assert.ok(make);
      let times = Number.POSITIVE_INFINITY;
      for (let round = 0; round < ROUNDS && times > LINEAR; round++) {
        const before = await costOf(() => migration(make(SIZE), "7.0.100", "11.0.24"));
        const after = await costOf(() => migration(make(2 * SIZE), "7.0.100", "11.0.24"));
        t.diagnostic(`${Math.round(after)} steps`);
        times = Math.min(times, after / before);
      }
      assert.ok(times <= LINEAR, `${times} times the cost`);
    });
  }

  test("of more elements than any file has is refused, and the other files are moved", async () => {
    const connectors = fill(600_000, (index) => `<Connector port="${index}"/>\n`);
    const { files, problems } = await migration(
      { "a/conf/server.xml": PLAIN.replace("<Engine", `${connectors}<Engine`), "b/conf/server.xml": PLAIN },
      "9.0.95",
      "11.0.24",
    );
    assert.deepEqual(
      files.map(({ path }) => path),
      ["b/conf/server.xml"],
    );
    assert.match(problems[0]?.text.en ?? "", /too large/);
  });
});
