import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { look, managerOf } from "../../../server/src/live/look.ts";
import type { LivePort } from "../../../server/src/live/port.ts";
import { paragraphsOf, wrongLines } from "../../../server/src/live/report.ts";
import { cardsOf } from "../../../server/src/topology/cards.ts";
import { readTopologies } from "../../../server/src/topology/read.ts";
import { nodeSentence } from "../../../server/src/topology/words.ts";
import { sitesBelow } from "../../../server/src/workspace/sites.ts";
import { nodeFiles } from "../../harness/nodes.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const GROUP = "228.0.0.4:45564";
const FILES = nodeFiles({
  node1: { receiver: "192.168.56.7:4000", group: GROUP },
  node2: { receiver: "192.168.56.8:4000", group: GROUP },
  node3: { receiver: "node3.example:4000", group: GROUP },
  node4: { receiver: "127.0.1.1:4000", group: GROUP },
});

/** A machine on which node1 listens, node2's machine is silent, and a name stands for nothing. */
const MACHINE: LivePort = {
  ownName: "here",
  resolve: async (host) => (host.includes("example") ? { code: "ENOTFOUND" } : [host]),
  connect: async (host) =>
    host === "192.168.56.7" ? 3 : { code: host === "192.168.56.8" ? "TIMEOUT" : "ECONNREFUSED" },
  ask: async () => ({ code: "ECONNREFUSED" }),
};

const sites = (files = FILES) => sitesBelow(workspaceOf(files, "9.0"));

/** What a manager of a node prints whose Receiver listens there and who sees these. */
const answers =
  (last: number, members: readonly number[]): LivePort["ask"] =>
  async (url) => {
    const query = new URL(url).searchParams.get("qry") ?? "";
    const member = (of: number) =>
      `\n\tMemberImpl[tcp://{192, 168, 56, ${of}}:4000,{192, 168, 56, ${of}},4000, alive=1]`;
    const beans = query.includes("Channel")
      ? [
          `Name: C:type=Channel,channel=Catalina-Channel,component=Receiver\nAddress: 192.168.56.${last}\nPort: 4000\nListening: true\n`,
          `Name: C:type=Channel,channel=Catalina-Channel,component=Channel\nMembers: Array[x] of length 1${members.map(member).join("")}\n`,
        ]
      : query.includes("Cluster")
        ? ["Name: Catalina:type=Cluster\nclusterName: Catalina\nchannelSendOptions: 6\n"]
        : [];
    return { status: 200, body: `OK - Number of results: ${beans.length}\n\n${beans.join("\n")}` };
  };
const managers = (...names: readonly string[]) => names.map(managerOf).filter((each) => typeof each !== "string");

describe("running nodes", () => {
  test("each Receiver is reached, refused, silent, unresolved, or one of loopback", async () => {
    const report = await look(await sites(), [], undefined, MACHINE);
    assert.deepEqual(
      wrongLines(report).map(({ id }) => id),
      ["receiver-silent", "receiver-unresolved", "receiver-loopback"],
    );
    assert.deepEqual(
      report.reaches.map(({ outcome }) => outcome.kind),
      ["open", "closed", "unresolved", "closed"],
    );
    const [first] = paragraphsOf(report, "en");
    assert.equal(first?.lines[0]?.text, "node1 192.168.56.7:4000: reached in 3 ms");
    assert.match(paragraphsOf(report, "ko")[0]?.lines[3]?.text ?? "", /루프백/);
  });

  test("of two nodes one does not see the other, and what runs is not what the file says", async () => {
    const port: LivePort = {
      ...MACHINE,
      ask: (url, credentials) => (url.includes("56.7") ? answers(7, [8]) : answers(8, []))(url, credentials),
    };
    const report = await look(await sites(), managers("192.168.56.7:8080", "192.168.56.8:8080"), undefined, port);
    assert.deepEqual(
      report.unseen.map(({ by, of }) => [by.name, of.name]),
      [["192.168.56.8:8080", "192.168.56.7:8080"]],
    );
    assert.deepEqual(
      report.drifts.map(({ site, attribute, written, running }) => [site.label, attribute, written, running]),
      [
        ["node1", "channelSendOptions", "8", "6"],
        ["node2", "channelSendOptions", "8", "6"],
      ],
    );
  });

  test("a topology shows the running nodes, with the file as it is now", async () => {
    const named = managers("192.168.56.7:8080");
    const port = { ...MACHINE, ask: answers(7, [8]) };
    const look7 = await look(await sites(), named, undefined, port);
    const time = new Date(2026, 10, 29, 14, 3, 12);
    const nodesOf = async (files: ReadonlyMap<string, string>) => {
      const live = { time, report: look7 };
      const [topology] = await readTopologies(workspaceOf(files, "9.0"), { locale: "en", uriOf: (path) => path, live });
      assert.ok(topology);
      return topology;
    };
    const { nodes, ...topology } = await nodesOf(FILES);
    assert.deepEqual(
      nodes.map(({ live }) => live?.summary),
      ["sees 1 · 0 sessions", "not reached", "not reached", "not reached"],
    );
    const wrong = ({ live }: (typeof nodes)[number]) =>
      live?.lines.filter((line) => line.wrong).map(({ text }) => text) ?? [];
    const [first] = nodes;
    assert.ok(first);
    assert.match(first.live?.time ?? "", /2:03:12/);
    assert.match(wrong(first).join(), /channelSendOptions: the file says 8, 6 is running: not restarted/);
    assert.match(nodeSentence(first, "en"), /sees 1 · 0 sessions, .*not restarted/);
    const [card] = cardsOf({ ...topology, nodes }, "en", () => true);
    assert.deepEqual(
      card?.lines.filter((line) => line.wrong !== undefined).map(({ text }) => text.replace(/^.*M /, "")),
      ["sees 1 · 0 sessions", "1 wrong in the running node"],
    );
    const mended = new Map(
      [...FILES].map(([path, text]) => [path, text.replace('SendOptions="8"', 'SendOptions="6"')]),
    );
    const [again] = (await nodesOf(mended)).nodes;
    assert.ok(again?.live);
    assert.deepEqual(wrong(again), []);
  });

  test("the user goes to the managers that were named, with each question, and a failure is told by its reason", async () => {
    const asked: (readonly [string, string | undefined])[] = [];
    const statuses = [200, 401];
    const port: LivePort = {
      ...MACHINE,
      ask: async (url, credentials) => {
        asked.push([url, credentials?.user]);
        return { status: statuses.shift() ?? 500, body: "OK - Number of results: 0\n\n" };
      },
    };
    const report = await look([], managers("a:1"), { user: "u", password: "p" }, port);
    assert.deepEqual(asked, [
      ["http://a:1/manager/jmxproxy/?qry=*%3Atype%3DServer", "u"],
      ["http://a:1/manager/jmxproxy/?qry=*%3Atype%3DCluster%2C*", "u"],
    ]);
    assert.match(wrongLines(report)[0]?.text.en ?? "", /TOMCAT_MANAGER_PASSWORD/);
    const other = await look([], managers("a:1"), undefined, {
      ...MACHINE,
      ask: async () => ({ status: 200, body: "<html>" }),
    });
    assert.match(wrongLines(other)[0]?.text.en ?? "", /not that of a manager's JMX proxy/);
  });
});
