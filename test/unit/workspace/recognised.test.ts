import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findingsOf } from "../../harness/workspace.ts";

const SERVER = '<Server><Service name="a"/></Server>';

describe("which files are Tomcat's", () => {
  for (const [what, path, text, expected] of [
    ["a server.xml", "conf/server.xml", SERVER, true],
    ["one of another name", "server-node1.xml", SERVER, true],
    ["a fragment", "cluster.xml", "<Cluster><Channel/></Cluster>", true],
    ["a web.xml", "web.xml", "<web-app/>", true],
    ["a pom.xml", "pom.xml", "<project/>", false],
    ["the server.xml of M/Monit", "conf/server.xml", '<Server><Service name="a"/><License/></Server>', false],
  ] as const) {
    test(what, async () => assert.equal((await findingsOf(path, text, "9.0")) !== undefined, expected));
  }
});

test("a token that a script replaces is no wrong value", async () => {
  const codes = async (port: string) =>
    ((await findingsOf("conf/server.xml", `<Server port="${port}"><Service name="a"/></Server>`, "9.0")) ?? []).map(
      ({ code }) => code,
    );
  assert.deepEqual(await codes("TOMCAT_SHUTDOWN_PORT"), []);
  assert.deepEqual(await codes("__PORT__"), []);
  assert.deepEqual(await codes("80x"), ["value-not-applied"]);
});
