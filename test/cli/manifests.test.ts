import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

const held = (name: string, timeout: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  server.xml: |
    <Server port="8005" shutdown="SHUTDOWN">
      <Service name="Catalina">
        <Engine name="Catalina" defaultHost="localhost" jvmRoute="${name}">
          <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6">
            <Channel className="org.apache.catalina.tribes.group.GroupChannel">
              <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" selectorTimeout="${timeout}"/>
            </Channel>
          </Cluster>
          <Host name="localhost" appBase="webapps"/>
        </Engine>
      </Service>
    </Server>
`;

describe("a manifest with the files of two nodes", () => {
  let folder: string;
  const manifest = () => join(folder, "app.yaml");
  const check = (...words: readonly string[]) =>
    spawnSync(process.execPath, [cli, "check", "--lang", "en", ...words], { encoding: "utf8" });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "manifest-"));
    writeFileSync(manifest(), `${held("one", "-1")}---\n${held("two", "-5")}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  test("is one file of the report, named or found in a folder", () => {
    for (const path of [folder, manifest()]) {
      const { stdout } = check(path, "--format", "json");
      const { files } = JSON.parse(stdout);
      assert.deepEqual(
        files.map((file: { path: string }) => file.path),
        [manifest()],
      );
      const lines = files[0].findings
        .filter(({ rule }: { rule: string }) => rule === "selector-timeout-negative")
        .map(({ start }: { start: { line: number } }) => start.line);
      assert.deepEqual(lines, [12, 31]);
    }
  });

  test("gets the fixes of both, and stays as it is but for them", () => {
    const before = readFileSync(manifest(), "utf8");
    check(folder, "--fix");
    const now = readFileSync(manifest(), "utf8");
    assert.notEqual(now, before);
    assert.equal(now.replace(/ selectorTimeout="\d+"/g, ""), before.replace(/ selectorTimeout="-\d+"/g, ""));
    assert.doesNotMatch(check(folder).stdout, /selector-timeout-negative/);
  });

  test("that holds nothing of Tomcat's is said not to be checked", () => {
    const other = join(folder, "other.yml");
    writeFileSync(other, "kind: ConfigMap\ndata:\n  a.txt: |\n    <Server/>\n");
    const { status, stderr } = check(other);
    assert.equal(status, 2);
    assert.match(stderr, /other\.yml: was not checked/);
  });
});
