import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  test("prints the Cluster only, or only what differs from what is written", () => {
    const whole = run(NODE_2).stdout;
    const cluster = run(NODE_2, "--view", "cluster").stdout;
    assert.match(whole, /<Connector/);
    assert.doesNotMatch(cluster, /<Connector/);
    assert.match(cluster, /Only the Cluster and what is around it\.[\s\S]*<Engine[\s\S]*<Manager/);
    const differs = run(NODE_2, "--view", "differs", "--lang", "ko").stdout;
    assert.match(differs, /Tomcat이 추가하거나 버리거나/);
    assert.ok(differs.length < cluster.length / 2, `${differs.length} of ${cluster.length}`);
    const { view, root } = JSON.parse(run(NODE_2, "--format", "json", "--view", "cluster").stdout);
    assert.equal(view, "cluster");
    const text = JSON.stringify(root);
    assert.ok(text.includes("SimpleTcpCluster") && !text.includes('"Connector"'), text.slice(0, 500));
    const { status, stdout } = run(NODE_1, "--diff", NODE_2, "--view", "cluster");
    assert.equal(status, 1);
    assert.match(stdout, /^\+\s+channelSendOptions="6"$/m);
    assert.match(run(NODE_1, "--view", "clutser").stderr, /all, cluster, differs/);
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

  test("shows secrets only when asked, and that two differ", () => {
    const folder = mkdtempSync(join(tmpdir(), "effective-"));
    const [one, other] = ["aabbccddeeff00112233445566778899", "00112233445566778899aabbccddeeff"].map((key, index) => {
      const path = join(folder, `server-${index}.xml`);
      writeFileSync(path, serverWith(key));
      return path;
    });
    const hidden = run(one ?? "");
    assert.match(hidden.stdout, /encryptionKey="\*\*\*"/);
    assert.match(run(one ?? "", "--show-secrets").stdout, /encryptionKey="aabbcc/);
    const { status, stdout } = run(one ?? "", "--diff", other ?? "");
    assert.equal(status, 1);
    assert.match(stdout, /^-\s+encryptionKey="\*\*\*1"\S*\n\+\s+encryptionKey="\*\*\*2"/m);
    rmSync(folder, { recursive: true });
  });

  test("leaves the file alone", () => {
    const before = readFileSync(NODE_1, "utf8");
    run(NODE_1);
    assert.equal(readFileSync(NODE_1, "utf8"), before);
  });
});

function serverWith(key: string): string {
  const encrypt = `<Interceptor className="org.apache.catalina.tribes.group.interceptors.EncryptInterceptor" encryptionKey="${key}"/>`;
  const cluster = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel">${encrypt}</Channel></Cluster>`;
  return `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">${cluster}</Engine></Service></Server>\n`;
}

function withoutComments(xml: string): string {
  return xml.replace(/^ *<!--[\s\S]*?-->\n/gm, "");
}
