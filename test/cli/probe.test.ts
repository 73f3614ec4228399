import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-probe-"));
after(() => rmSync(folder, { recursive: true }));

const server = (cluster: string) =>
  `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">${cluster}</Engine></Service></Server>`;
const clustered = (channel: string) =>
  server(`<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">${channel}</Cluster>`);

function probe(text: string, ...words: readonly string[]) {
  const file = join(folder, "server.xml");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "probe", file, ...words], {
    encoding: "utf8",
    env: { ...process.env, LANG: "C" },
  });
  assert.doesNotMatch(stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
  return { status, stdout, stderr };
}

describe("probe refuses what it cannot test, and joins nothing", () => {
  for (const [what, text, words, says] of [
    ["a file without a Cluster", server(""), [], /there is no Cluster in it/],
    ["another file", "<project/>", [], /no configuration of Tomcat's/],
    ["half a second", clustered(""), ["--seconds", "0.5"], /Whole seconds from 1 to 3600/],
    ["an unknown format", clustered(""), ["--format", "xml"], /Allowed choices are text, json/],
    [
      "members of its own",
      server('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelStartOptions="3"/>'),
      ["--lang", "ko"],
      /멀티캐스트를 쓰지 않습니다/,
    ],
  ] as const) {
    test(what, () => {
      const { status, stderr } = probe(text, ...words);
      assert.equal(status, 2);
      assert.match(stderr, says);
    });
  }

  test("an interface that is not there, as JSON for a script", () => {
    const { status, stdout } = probe(clustered(""), "--interface", "no-such-0", "--format", "json");
    assert.equal(status, 2);
    const { clusters }: { clusters: readonly { code: string; group: string }[] } = JSON.parse(stdout);
    assert.deepEqual(
      clusters.map(({ code, group }) => [code, group]),
      [["no-interface", "228.0.0.4"]],
    );
  });
});
