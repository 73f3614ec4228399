import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { decodeMember } from "../../server/src/tribes/member.ts";
import { heartbeat } from "../harness/heartbeat.ts";
import { describeOn, missingTomcat, newest, type RealTomcat, started } from "./tomcats.ts";

/** Two machines, each in a network of its own, joined by a cable; nothing leaves them. */
const NODE1 = { namespace: `tc-probe-${process.pid}-1`, address: "192.168.56.7", ipv6: "fd00::7" };
const NODE2 = { namespace: `tc-probe-${process.pid}-2`, address: "192.168.56.8", ipv6: "fd00::8" };
type Machine = typeof NODE1;
const ROUTE = ["route", "add", "224.0.0.0/4", "dev", "eth1"];

const program = fileURLToPath(new URL("Heartbeat.java", import.meta.url));
const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
const isolated = spawnSync("unshare", ["--net", "ip", "link", "set", "lo", "up"]).status === 0;
const skip =
  missingTomcat ||
  (isolated ? false : "heartbeats: need ip and the right to make a network namespace") ||
  (existsSync(cli) ? false : "heartbeats: need the bundle, node esbuild.mjs");

const folder = mkdtempSync(join(tmpdir(), "tomcat-heartbeat-"));
after(() => rmSync(folder, { recursive: true }));
const GROUP = "228.0.0.4";
const GROUP_OF_IPV6 = "ff15::4";
const server = serverWith("server.xml", "");
const serverOfIpv6 = serverWith(
  "ipv6.xml",
  `<Channel className="org.apache.catalina.tribes.group.GroupChannel">
     <Membership className="org.apache.catalina.tribes.membership.McastService" address="${GROUP_OF_IPV6}"/></Channel>`,
);

function serverWith(name: string, inCluster: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">
     <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">${inCluster}</Cluster>
   </Engine></Service></Server>`,
  );
  return path;
}

function ip(...words: readonly string[]): void {
  const { status, stderr } = spawnSync("ip", words, { encoding: "utf8" });
  assert.equal(status, 0, `ip ${words.join(" ")}: ${stderr}`);
}
const inside = ({ namespace }: Machine, ...words: readonly string[]) => ["netns", "exec", namespace, ...words];

function connect(): void {
  for (const { namespace } of [NODE1, NODE2]) {
    ip("netns", "add", namespace);
    ip("-n", namespace, "link", "set", "lo", "up");
  }
  ip("-n", NODE1.namespace, "link", "add", "eth1", "type", "veth", "peer", "name", "eth1", "netns", NODE2.namespace);
  for (const { namespace, address, ipv6 } of [NODE1, NODE2]) {
    ip("-n", namespace, "addr", "add", `${address}/24`, "dev", "eth1");
    ip("-n", namespace, "addr", "add", `${ipv6}/64`, "dev", "eth1", "nodad");
    ip("-n", namespace, "link", "set", "eth1", "up");
  }
}

/** A process on one of the machines whose lines are waited for; ended with the test, whatever happens. */
class Program {
  static readonly #all = new Set<Program>();
  readonly #child: ChildProcess;
  readonly lines: string[] = [];
  errors = "";
  readonly ended: Promise<number | null>;
  #wake = () => {};

  constructor(machine: Machine, words: readonly string[]) {
    this.#child = spawn("ip", inside(machine, ...words), { stdio: ["pipe", "pipe", "pipe"] });
    assert.ok(this.#child.stdout && this.#child.stderr);
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      this.lines.push(line);
      this.#wake();
    });
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    this.ended = new Promise((resolve) => this.#child.once("close", resolve));
    void this.ended.then(() => this.#wake());
    Program.#all.add(this);
  }

  /** Waits for a line; fails after a minute, or when the program ends without it. */
  async line(expected: RegExp): Promise<string> {
    const end = Date.now() + 60_000;
    for (;;) {
      const found = this.lines.find((line) => expected.test(line));
      if (found !== undefined) return found;
      assert.ok(
        Date.now() < end && this.#child.exitCode === null,
        `no ${expected} in ${this.lines.join("\n")}\n${this.errors}`,
      );
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 1000).unref();
      });
    }
  }

  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  static async endAll(): Promise<void> {
    for (const each of Program.#all) each.signal("SIGKILL");
    await Promise.all([...Program.#all].map(({ ended }) => ended));
    Program.#all.clear();
  }
}

/** A real member. Without IPv4 preferred, a JVM sends from an IPv6 socket, which has no route here. */
function startMember({ jars }: RealTomcat, machine: Machine, port: number, domain: string): Program {
  const java = ["java", "-Djava.net.preferIPv4Stack=true", "-cp", jars.join(":"), program];
  return new Program(machine, [...java, "member", machine.address, `${port}`, domain, GROUP]);
}

function startMemberOfIpv6({ jars }: RealTomcat, machine: Machine): Program {
  return new Program(machine, [
    "java",
    "-cp",
    jars.join(":"),
    program,
    "member",
    machine.ipv6,
    "4000",
    "delta",
    GROUP_OF_IPV6,
  ]);
}

const probe = (machine: Machine, ...words: readonly string[]) =>
  new Program(machine, [process.execPath, cli, "probe", server, "--lang", "en", ...words]);

interface Told {
  readonly outcome: string;
  readonly code: string;
  readonly error?: { readonly step: string; readonly code: string };
  readonly echo: boolean;
  readonly foreign: number;
  readonly probes: readonly string[];
  readonly members: readonly {
    readonly host: string;
    readonly port: number;
    readonly domain: string;
    readonly uniqueId: string;
    readonly aliveTime: number;
    readonly state: string;
    readonly here: boolean;
    readonly heartbeats: number;
  }[];
}

/** What a probe says as JSON, and how it ends. */
async function told(running: Program): Promise<Told & { exit: number | null }> {
  const exit = await running.ended;
  const report: { clusters: readonly [Told] } = JSON.parse(running.lines.join("\n"));
  return { ...report.clusters[0], exit };
}

/** Sends datagrams, given in hexadecimal, to the group. */
const sender = (machine: Machine, packets: readonly Uint8Array[]) =>
  new Program(machine, [
    process.execPath,
    "-e",
    `const socket = require("node:dgram").createSocket("udp4");
     let left = ${packets.length};
     for (const packet of ${JSON.stringify(packets.map((each) => Buffer.from(each).toString("hex")))})
       socket.send(Buffer.from(packet, "hex"), 45564, "228.0.0.4", () => --left || socket.close());`,
  ]);

describe("heartbeats of real Tomcats", { skip, concurrency: 1 }, () => {
  before(() => {
    connect();
    for (const { namespace } of [NODE1, NODE2]) ip("-n", namespace, ...ROUTE);
  });
  afterEach(() => Program.endAll());
  after(() => {
    for (const { namespace } of [NODE1, NODE2]) spawnSync("ip", ["netns", "del", namespace]);
  });

  for (const tomcat of started) {
    describeOn(tomcat, `Tomcat ${tomcat.release}`, {}, (test) => {
      test("is heard from the other machine, and says when it stops", async () => {
        const node = startMember(tomcat, NODE1, 4000, "delta");
        const [, uniqueId] = (await node.line(/^started/)).split(" ");
        const first = await told(probe(NODE2, "--seconds", "2", "--format", "json"));
        assert.deepEqual([first.exit, first.code, first.members.length], [0, "members", 1]);
        const [member] = first.members;
        assert.ok(member && member.aliveTime > 0 && member.aliveTime < 60_000, `${member?.aliveTime} ms`);
        assert.ok(member.heartbeats >= 1);
        assert.deepEqual(
          { host: member.host, port: member.port, domain: member.domain, uniqueId: member.uniqueId, here: member.here },
          { host: NODE1.address, port: 4000, domain: "delta", uniqueId, here: false },
        );

        const watching = probe(NODE2, "--seconds", "20");
        await watching.line(/192\.168\.56\.7:4000 .*domain delta/);
        node.say("stop");
        await watching.line(/192\.168\.56\.7:4000 .*stopped/);
        watching.signal("SIGINT");
        assert.equal(await watching.ended, 0);
        assert.match(watching.lines.join("\n"), /Multicast works: 1 member heard/);
      });

      test("is heard in a group of IPv6, on an interface named by any of its addresses", async () => {
        const node = startMemberOfIpv6(tomcat, NODE1);
        await node.line(/^started/);
        const words = ["probe", serverOfIpv6, "--lang", "en", "--seconds", "2", "--format", "json", "--interface"];
        for (const at of ["eth1", NODE2.ipv6, NODE2.address]) {
          const { exit, members } = await told(new Program(NODE2, [process.execPath, cli, ...words, at]));
          assert.deepEqual([exit, members.map(({ host }) => host)], [0, ["fd00:0:0:0:0:0:0:7"]], node.errors);
        }
        const here = await told(new Program(NODE1, [process.execPath, cli, ...words, "eth1"]));
        assert.deepEqual(
          here.members.map((member) => member.here),
          [true],
        );
      });

      test("sees no member in a probe, whether that sends or not, and logs nothing of it", async () => {
        const node = startMember(tomcat, NODE1, 4000, "delta");
        await node.line(/^started/);
        // The log of the channel's own start is of no interest.
        const before = node.errors;
        const listening = await told(probe(NODE1, "--seconds", "2", "--format", "json"));
        assert.deepEqual([listening.code, listening.echo, listening.members[0]?.here], ["members", false, true]);
        const sending = await told(probe(NODE2, "--seconds", "4", "--send", "--format", "json"));
        assert.deepEqual([sending.code, sending.echo, sending.foreign], ["members", true, 0]);
        assert.deepEqual(
          node.lines.filter((each) => /^(came|went)/.test(each)),
          [],
        );
        assert.equal(node.errors, before);
        // The listener is there: a real member would have been seen.
        const other = startMember(tomcat, NODE2, 4001, "delta");
        await node.line(/^came .*4001/);
        other.say("stop");
        await node.line(/^went .*4001/);
      });

      test("reads a packet exactly where MemberImpl does", () => {
        const packets = mutants(3000);
        const { stdout } = spawnSync("java", ["-cp", tomcat.jars.join(":"), program, "read"], {
          input: `${packets.map((each) => Buffer.from(each).toString("hex")).join("\n")}\n`,
          encoding: "utf8",
        });
        const theirs = stdout.trim().split("\n");
        assert.equal(theirs.length, packets.length);
        let read = 0;
        for (const [index, packet] of packets.entries()) {
          const ours = decodeMember(packet);
          const said = theirs[index] ?? "";
          const bytes = Buffer.from(packet).toString("hex");
          assert.equal("value" in ours, said !== "none", bytes);
          if (!("value" in ours)) continue;
          read++;
          const { port, aliveTime, uniqueId, commandSize, payloadSize } = ours.value;
          const [itsPort, itsAlive, , itsId, itsCommand = "", , itsPayload = ""] = said.split(" ");
          assert.deepEqual(
            [`${port}`, aliveTime, uniqueId, 2 * commandSize, 2 * payloadSize],
            [itsPort, Number(itsAlive), itsId, itsCommand.length, itsPayload.length],
            bytes,
          );
        }
        assert.ok(read > 300 && read < 2700, `${read} of ${packets.length} are members`);
      });
    });
  }

  test("two lines are two members", async () => {
    const [one, other] = [newest[0], newest.at(-1)];
    assert.ok(one && other && one !== other);
    await Promise.all([
      startMember(one, NODE1, 4000, "").line(/^started/),
      startMember(other, NODE2, 4001, "green").line(/^started/),
    ]);
    const { members } = await told(probe(NODE2, "--seconds", "2", "--format", "json"));
    assert.deepEqual(members.map(({ host, port, domain, here }) => `${host}:${port} ${domain} ${here}`).sort(), [
      "192.168.56.7:4000  false",
      "192.168.56.8:4001 green true",
    ]);
  });

  test("a flood of broken packets leaves the probe listening", async () => {
    const running = probe(NODE2, "--seconds", "4", "--format", "json");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await sender(NODE1, mutants(400)).ended;
    await sender(NODE1, [heartbeat({ port: 4007 })]).ended;
    const { exit, members, foreign } = await told(running);
    assert.equal(exit, 0);
    assert.ok(foreign > 100, `${foreign} foreign`);
    assert.ok(members.some(({ port }) => port === 4007));
    assert.equal(running.errors, "");
  });

  test("two probes that send see each other, one that listens hears them", async () => {
    const words = ["--seconds", "3", "--format", "json"];
    const all = await Promise.all([probe(NODE1, "--send", ...words), probe(NODE2, "--send", ...words)].map(told));
    assert.deepEqual(
      all.map(({ exit, code, echo, probes }) => [exit, code, echo, probes]),
      [
        [0, "probe", true, [NODE2.address]],
        [0, "probe", true, [NODE1.address]],
      ],
    );
  });

  test("silence is 1, an echo is 0", async () => {
    const words = ["--seconds", "1", "--format", "json"];
    const [quiet, echo] = [await told(probe(NODE2, ...words)), await told(probe(NODE2, "--send", ...words))];
    assert.deepEqual([quiet.exit, quiet.code, echo.exit, echo.code], [1, "nothing", 0, "echo"]);
  });
});

describe("what is in the way", { skip, concurrency: 1 }, () => {
  beforeEach(connect);
  afterEach(async () => {
    await Program.endAll();
    for (const { namespace } of [NODE1, NODE2]) spawnSync("ip", ["netns", "del", namespace]);
  });
  const words = ["--seconds", "1", "--format", "json"];

  test("no route, until an interface is named", async () => {
    const without = await told(probe(NODE1, ...words));
    assert.deepEqual([without.exit, without.code, without.error], [2, "no-route", { step: "join", code: "ENODEV" }]);
    const named = await told(probe(NODE1, "--interface", "eth1", ...words));
    assert.deepEqual([named.exit, named.code], [1, "nothing"]);
  });

  test("a port in use", async () => {
    ip("-n", NODE1.namespace, ...ROUTE);
    const keeper = new Program(NODE1, [
      process.execPath,
      "-e",
      `require("node:dgram").createSocket("udp4").bind(45564, () => console.log("bound"))`,
    ]);
    await keeper.line(/bound/);
    const { exit, code, error } = await told(probe(NODE1, ...words));
    assert.deepEqual([exit, code, error], [2, "in-use", { step: "bind", code: "EADDRINUSE" }]);
  });

  test("an interface that is not there", async () => {
    const { exit, code } = await told(probe(NODE1, "--interface", "eth7", ...words));
    assert.deepEqual([exit, code], [2, "no-interface"]);
  });
});

/** Heartbeats with some damage, always the same ones: some are still members, others not. */
function mutants(count: number): readonly Uint8Array[] {
  const texts = fc.constantFrom("", "delta", "BABY-ALEX");
  const saying = fc.record({
    port: fc.integer({ min: 0, max: 65_535 }),
    domain: texts,
    command: texts,
    payload: texts,
    host: fc.constantFrom([192, 168, 56, 7], [], Array(16).fill(1)),
  });
  const edit = fc.tuple(fc.nat(110), fc.constantFrom(0, 1, 2, 9, 16, 84, 127, 128, 255));
  const damaged = fc
    .tuple(saying, fc.array(edit, { maxLength: 3 }), fc.nat(20), fc.nat(200))
    .map(([said, edits, cut, more]) => {
      const whole = Buffer.concat([heartbeat(said), Buffer.alloc(more > 150 ? more : 0, 1)]);
      for (const [at, byte] of edits) if (at < whole.length) whole[at] = byte;
      return whole.subarray(0, whole.length - (cut > 10 ? cut : 0));
    });
  return fc.sample(damaged, { numRuns: count, seed: 4 });
}
