import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { applyPatch } from "diff";

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
const NODE_1 = "examples/node1/conf/server.xml";
const NODE_2 = "examples/node2/conf/server.xml";

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "effective", ...words], {
    encoding: "utf8",
    env: { ...process.env, LANG: "C" },
  });
  assert.doesNotMatch(stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
  return { status, stdout, stderr };
}

describe("tomcat-cluster effective", () => {
  test("prints what Tomcat runs, in either language", () => {
    const { status, stdout } = run(NODE_1, "--tomcat-version", "10.1");
    assert.equal(status, 0);
    assert.match(stdout, /What Tomcat 10\.1 runs with node1/);
    assert.match(stdout, /dropped: <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"> \(a later one/);
    assert.match(run(NODE_1, "--lang", "ko").stdout, /버려짐: <Cluster .* \(뒤에 나오는 것이 대신합니다\)/);
  });

  test("prints it as JSON", () => {
    const { tomcat, root } = JSON.parse(run(NODE_1, "--format", "json", "--tomcat-version", "7.0").stdout);
    assert.deepEqual([tomcat.line, root.className], ["7.0", "org.apache.catalina.core.StandardServer"]);
  });

  test("prints a patch of what another node runs differently", () => {
    const { status, stdout } = run(NODE_1, "--diff", NODE_2);
    assert.equal(status, 1);
    assert.match(stdout, /^-\s+channelSendOptions="8"\n\+\s+channelSendOptions="6"$/m);
    // Its comments are no difference, nor is what both have by default.
    assert.doesNotMatch(stdout, /<!--/);
    assert.notEqual(applyPatch(withoutComments(run(NODE_1).stdout), stdout), false);
    assert.deepEqual(run(NODE_1, "--diff", NODE_1), { status: 0, stdout: "", stderr: "" });
  });

  test("says why there is nothing to show", () => {
    assert.deepEqual(run("nowhere.xml"), { status: 2, stdout: "", stderr: "nowhere.xml: is not there\n" });
    assert.match(run("package.json").stderr, /is no server.xml/);
    assert.equal(run(NODE_1, "--diff", "nowhere.xml").status, 2);
    assert.equal(run("--format", "html", NODE_1).status, 2);
  });

  test("leaves the file alone", () => {
    const before = readFileSync(NODE_1, "utf8");
    run(NODE_1);
    assert.equal(readFileSync(NODE_1, "utf8"), before);
  });
});

function withoutComments(xml: string): string {
  return xml.replace(/^ *<!--[\s\S]*?-->\n/gm, "");
}
