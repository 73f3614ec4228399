import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { line, member } from "../harness/log-lines.ts";
import { nodeFiles } from "../harness/nodes.ts";
import { inNewFolder, PROGRAM } from "../harness/shell.ts";

const folder = inNewFolder();

const BOUND = line(1, "INFO", "tribes.transport.ReceiverBase.bind", "[/192.168.56.7:4000]");
const ADDED = line(2, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(8)}]`);
const LATER = line(90, "INFO", "startup.Catalina.start", "[12]");
const TIMEOUT = line(60, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [a] [60,001]");

/** What the command says as data. */
function report(...words: readonly string[]) {
  const { status, stdout } = folder.run("logs", ...words, "--format", "json");
  return { status, ...JSON.parse(stdout) };
}

describe("tomcat-cluster logs", () => {
  test("says what is wrong, what it means, and where in the configuration to look", () => {
    const [[path, xml] = ["", ""]] = nodeFiles({ node1: { receiver: "192.168.56.7:4000", group: "228.0.0.4:45564" } });
    folder.write(path, xml);
    folder.write("node1/logs/catalina.out", `${[BOUND, ADDED, TIMEOUT].join("\n")}\n`);
    const { status, stdout } = folder.run("logs", "node1/logs/catalina.out", "--conf", ".");
    assert.equal(status, 1);
    assert.match(stdout, /No sessions came in time/);
    assert.match(stdout, /\(state-timeout\)/);
    assert.match(
      stdout,
      /node1\/logs\/catalina\.out:3: .*DeltaManager\.waitForSendAllSessions \[deltaManager\.noSessionState\]/,
    );
    const receiver = xml.slice(0, xml.indexOf("192.168.56.7")).split("\n").length;
    assert.match(stdout, new RegExp(`node1/conf/server\\.xml:${receiver}: <Receiver address="192\\.168\\.56\\.7">`));
    assert.match(stdout, /stateTransferTimeout/);
    const named = folder.run("logs", "node1/logs/catalina.out", "--conf", "node1/conf/server.xml");
    assert.match(named.stdout, /node1\/conf\/server\.xml:\d+: <Receiver/);
    assert.match(
      folder.run("logs", "node1/logs/catalina.out", "--lang", "ko").stdout,
      /세션이 제시간에 오지 않았습니다/,
    );
  });

  test("exits with 0 where nothing is wrong, and says when nothing is about a cluster", () => {
    folder.write("a.log", `${BOUND}\n${ADDED}\n`);
    folder.write("b.log", "hello\n");
    const found = folder.run("logs", "a.log");
    assert.deepEqual([found.status, found.stderr], [0, ""]);
    assert.match(found.stdout, /Nothing wrong is seen/);
    assert.match(folder.run("logs", "b.log").stdout, /1 lines \(1 not recognised\)[\s\S]*No line about a cluster/);
  });

  test("gives the same events of plain, rotated, gzipped and piped logs", () => {
    folder.write("plain/catalina.out", `${BOUND}\n${ADDED}\n${TIMEOUT}\n${LATER}\n`);
    folder.write("dated/catalina.2023-02-09.log", `${TIMEOUT}\n${LATER}\n`);
    folder.write("dated/catalina.2023-02-08.log", `${BOUND}\n${ADDED}\n`);
    folder.write("numbered/catalina.out", `${TIMEOUT}\n${LATER}\n`);
    folder.write("numbered/catalina.out.1.gz", gzipSync(`${BOUND}\n${ADDED}\n`));
    const members = [BOUND, ADDED, TIMEOUT, LATER].map((each) => gzipSync(`${each}\n`));
    folder.write("members/catalina.out.gz", Buffer.concat(members));
    const kinds = (...paths: readonly string[]) => report(...paths).events.map(({ kind }: { kind: string }) => kind);
    const expected = ["receiver-bound", "member-added", "state-timeout", "node-started"];
    assert.deepEqual(kinds("plain/catalina.out"), expected);
    assert.deepEqual(kinds("dated/catalina.2023-02-09.log", "dated/catalina.2023-02-08.log"), expected);
    assert.deepEqual(kinds("numbered/catalina.out", "numbered/catalina.out.1.gz"), expected);
    assert.deepEqual(kinds("members/catalina.out.gz"), expected);
    const piped = spawnSync(process.execPath, [PROGRAM, "logs", "-", "--format", "json"], {
      input: [BOUND, ADDED, TIMEOUT, LATER].join("\n"),
      encoding: "utf8",
    });
    assert.deepEqual(
      JSON.parse(piped.stdout).events.map(({ kind }: { kind: string }) => kind),
      expected,
    );
  });

  test("counts what catalina.out repeats of catalina.log once", () => {
    folder.write("logs/catalina.out", `${TIMEOUT}\n`);
    folder.write("logs/catalina.2023-02-08.log", `${TIMEOUT}\n`);
    const { nodes, findings } = report("logs/catalina.out", "logs/catalina.2023-02-08.log");
    assert.equal(nodes.length, 1);
    assert.equal(findings[0].count, 1);
  });

  test("names nodes by their folders, and puts their events on one axis", () => {
    folder.write("node1/logs/catalina.out", `${BOUND}\n${LATER}\n`);
    folder.write("node2/logs/catalina.out", `${ADDED}\n`);
    const { stdout } = folder.run("logs", "node1/logs/catalina.out", "node2/logs/catalina.out");
    assert.match(stdout, /00:00:01\.000 {2}node1 [\s\S]*00:00:02\.000 {2}node2 [\s\S]*00:01:30\.000 {2}node1 /);
  });

  test("a file that cannot be read leaves the others, and is said", () => {
    folder.write("a.log", `${BOUND}\n`);
    folder.write("broken.log.gz", gzipSync(`${BOUND}\n`.repeat(1000)).subarray(0, 40));
    const { status, stdout, stderr } = folder.run("logs", "a.log", "none.log", "broken.log.gz");
    assert.equal(status, 2);
    assert.match(stdout, /The Receiver listens/);
    assert.match(stderr, /none\.log: /);
    assert.match(stderr, /broken\.log\.gz: /);
  });

  test("what a log holds is never obeyed by a terminal", () => {
    folder.write("a.log", `${line(1, "INFO", "startup.HostConfig.deployDirectory", "[\u001b]0;x\u0007/a] [12]")}\n`);
    for (const format of ["pretty", "json", "junit"]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      assert.doesNotMatch(folder.run("logs", "a.log", "--format", format).stdout, /[\u001b\u0007]/);
    }
  });

  test("for build servers, a failure for each finding stands in its node's suite", () => {
    folder.write("node1/logs/catalina.out", `${[BOUND, ADDED, TIMEOUT].join("\n")}\n`);
    folder.write("node2/logs/catalina.out", `${BOUND}\n`);
    const { status, stdout } = folder.run(
      "logs",
      "node1/logs/catalina.out",
      "node2/logs/catalina.out",
      "--format",
      "junit",
    );
    assert.equal(status, 1);
    assert.match(
      stdout,
      /<testsuite name="node1" tests="1" failures="1" skipped="0"><testcase name="state-timeout" classname="node1"/,
    );
    assert.match(stdout, /node1\/logs\/catalina\.out:3/);
    assert.match(stdout, /<testcase name="no findings" classname="node2"\/>/);
  });

  test("explain knows what events mean", () => {
    const { status, stdout } = folder.run("explain", "state-timeout");
    assert.equal(status, 0);
    assert.match(stdout, /deltaManager\.noSessionState/);
    assert.match(folder.run("explain", "state-timeot").stderr, /state-timeout/);
  });
});
