import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rules } from "../../../server/src/rules/index.ts";
import type { Topology } from "../../../server/src/topology/model.ts";
import { linkSentence, sessionFacts } from "../../../server/src/topology/words.ts";
import { fleet } from "../../harness/fleet.ts";
import { type NodeSketch, nodeFiles } from "../../harness/nodes.ts";
import { said, topologiesOf } from "../../harness/topology.ts";

const GROUP = "239.1.1.1:45564";

async function onlyOne(nodes: Readonly<Record<string, NodeSketch>>): Promise<Topology> {
  const all = await topologiesOf(nodeFiles(nodes));
  assert.equal(all.length, 1);
  const [topology] = all;
  assert.ok(topology);
  return topology;
}

describe("who is connected", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, NodeSketch>>, readonly string[]])[] = [
    [
      "two nodes of a multicast group",
      { node1: { receiver: "10.0.0.1:4000", group: GROUP }, node2: { receiver: "10.0.0.2:4000", group: GROUP } },
      ["multicast: node1 node2"],
    ],
    [
      "a node in another multicast group",
      {
        node1: { receiver: "10.0.0.1:4000", group: GROUP },
        node2: { receiver: "10.0.0.2:4000", group: GROUP },
        node3: { receiver: "10.0.0.3:4000", group: "239.1.1.2:45564" },
      },
      ["multicast: node1 node2", "multicast: node3", "node1 ✕ node3 multicast-group-differs at node3:9"],
    ],
    [
      "two static nodes that list each other",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4010"] },
        node2: { receiver: "10.0.0.2:4010", members: ["10.0.0.1:4000"] },
      },
      ["single: node1", "single: node2", "node1 → node2 at node1:16", "node2 → node1 at node2:16"],
    ],
    [
      "a static node that lists another instead",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
        node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.9:4000"] },
      },
      [
        "single: node1",
        "single: node2",
        "node1 → node2 at node1:16",
        "node2 ⇥ node1 member-not-mutual at node2:14",
        "10.0.0.9:4000 is nobody, listed by node2",
      ],
    ],
    [
      "a member at a port without a listener",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4010"] },
        node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.1:4000"] },
      },
      ["single: node1", "single: node2", "node1 ⇥ node2 member-port-differs at node1:16", "node2 → node1 at node2:16"],
    ],
    [
      "nodes that find members in different ways",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
        node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.1:4000"] },
        node3: { receiver: "10.0.0.3:4000", group: GROUP },
      },
      [
        "single: node1",
        "single: node2",
        "multicast: node3",
        "node1 → node2 at node1:16",
        "node1 ✕ node3 membership-kind-differs at node3:9",
        "node2 → node1 at node2:16",
      ],
    ],
    [
      "a crowd of static nodes, one of which does not list another",
      Object.fromEntries(
        [1, 2, 3, 4].map((node) => [
          `node${node}`,
          {
            receiver: `10.0.0.${node}:4000`,
            members: [1, 2, 3, 4]
              .filter((other) => other !== node && !(node === 2 && other === 3))
              .map((other) => `10.0.0.${other}:4000`),
          },
        ]),
      ),
      [
        "list: node1 node2 node3 node4",
        ...["2 at node1:16", "3 at node1:17", "4 at node1:18"].map((to) => `node1 → node${to}`),
        "node2 → node1 at node2:16",
        "node2 ⇥ node3 member-not-mutual at node2:14",
        "node2 → node4 at node2:17",
        ...["1 at node3:16", "2 at node3:17", "4 at node3:18"].map((to) => `node3 → node${to}`),
        ...["1 at node4:16", "2 at node4:17", "3 at node4:18"].map((to) => `node4 → node${to}`),
      ],
    ],
    [
      "nodes of which one announces no domain",
      {
        node1: { receiver: "10.0.0.1:4000", group: GROUP, domain: "blue" },
        node2: { receiver: "10.0.0.2:4000", group: GROUP },
      },
      ["multicast: node1 node2", "node1 ✕ node2 domain-filtered-out at node2:9"],
    ],
    [
      "a member by name, known by its uniqueId; the other address may be that of a node without one",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["tomcat2:4000", "10.0.0.9:4000"] },
        node2: { receiver: "auto:4000", members: ["10.0.0.1:4000"] },
      },
      ["single: node1", "single: node2", "node1 → node2 at node1:16", "node2 → node1 at node2:16"],
    ],
    [
      "a placeholder for a port, which may be right",
      {
        node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:${port}"] },
        node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.1:4000"] },
      },
      ["single: node1", "single: node2", "node2 → node1 at node2:16"],
    ],
    [
      "a node that writes no Membership, and so has Tomcat's default group",
      {
        node1: { receiver: "10.0.0.1:4000", group: GROUP },
        node2: { receiver: "10.0.0.2:4000" },
      },
      ["multicast: node1", "multicast: node2", "node1 ✕ node2 multicast-group-differs at node1:9"],
    ],
  ];
  for (const [what, nodes, expected] of cases) {
    test(what, async () => assert.deepEqual(said(await onlyOne(nodes)), expected));
  }
});

test("a node that others on its machine do not hear is not reached by them", async () => {
  const files = new Map(
    nodeFiles({
      node1: { receiver: "10.0.0.1:4000", group: GROUP },
      node2: { receiver: "10.0.0.1:4010", group: GROUP },
    }),
  );
  const path = "node2/conf/server.xml";
  files.set(path, (files.get(path) ?? "").replace("<Membership", '$& localLoopbackDisabled="true"'));
  const [topology] = await topologiesOf(files);
  assert.ok(topology);
  assert.deepEqual(said(topology), ["multicast: node1 node2", "node1 ⇥ node2 loopback-disabled-on-machine at node2:9"]);
  const [link] = topology.links;
  assert.ok(link);
  assert.match(
    linkSentence(link, topology.nodes, "en"),
    /^node1 does not reach node2\. node2: node1 is on this machine/,
  );
});

test("a finding that leaves one direction open says so; beside one that leaves none it does not", async () => {
  const gzip = `\n          <Interceptor className="org.apache.catalina.tribes.group.interceptors.GzipInterceptor"/>`;
  const sentence = async (manager: string) => {
    const { links, nodes } = await onlyOne({
      node1: { receiver: "10.0.0.1:4000", group: GROUP, interceptors: gzip },
      node2: { receiver: "10.0.0.2:4000", group: GROUP, manager },
    });
    const [link] = links;
    assert.ok(link && links.length === 1);
    return linkSentence(link, nodes, "en");
  };
  assert.match(await sentence("DeltaManager"), /^At least one of node1 and node2 does not reach the other\./);
  assert.match(await sentence("BackupManager"), /^node1 and node2 do not reach each other\./);
});

test("a node says what its neighbours need to know, and where it is written", async () => {
  const { nodes } = await onlyOne({
    node1: { receiver: "10.0.0.1:4000", group: GROUP, send: 6, manager: "BackupManager" },
    node2: { receiver: "10.0.0.2:4000", group: GROUP, send: 6, manager: "BackupManager" },
  });
  const [first] = nodes;
  assert.ok(first);
  const { place, receiverPlace, findings, ...words } = first;
  assert.deepEqual(words, {
    name: "node1",
    path: "node1/conf/server.xml",
    tomcat: "9.0",
    receiver: "10.0.0.1:4000",
    kind: "multicast",
    membership: `multicast ${GROUP}`,
    manager: "BackupManager",
    sends: "synchronous (6)",
    domain: undefined,
    jvmRoute: "node1",
    applications: [],
    live: undefined,
  });
  assert.equal(place.range.start.line, 5);
  assert.equal(receiverPlace.range.start.line, 9);
  assert.equal(findings.error, 0);
});

test("a node's applications tell what becomes of their sessions", async () => {
  const web = (content: string) => `<web-app version="4.0">${content}</web-app>`;
  const cookie = "<cookie-config><name>SID</name></cookie-config>";
  const files = new Map([
    ...nodeFiles({
      node1: { receiver: "10.0.0.1:4000", group: GROUP },
      node2: { receiver: "10.0.0.2:4000", group: GROUP },
    }),
    [
      "node1/webapps/shop/WEB-INF/web.xml",
      web(`<distributable/><session-config><session-timeout>45</session-timeout>${cookie}</session-config>`),
    ],
    [
      "node1/webapps/admin/WEB-INF/web.xml",
      web("<session-config><session-timeout>0</session-timeout></session-config>"),
    ],
  ]);
  const [topology] = await topologiesOf(files);
  const node = topology?.nodes[0];
  assert.ok(node);
  assert.deepEqual(
    node.applications.map(({ place, ...words }) => words),
    [
      { name: "admin", distributable: false, cookie: undefined, timeout: 0 },
      { name: "shop", distributable: true, cookie: "SID", timeout: 45 },
    ],
  );
  assert.deepEqual(sessionFacts(node, "en"), [
    "replicated: shop",
    "not replicated: admin",
    "cookie SID · timeout ∞, 45 min",
  ]);
  assert.deepEqual(sessionFacts(node, "ko"), ["복제: shop", "복제 안 됨: admin", "쿠키 SID · 시간 제한 ∞, 45분"]);
});

test("a node with a static list and multicast is in its group, and its list is kept", async () => {
  const files = new Map(
    nodeFiles({
      node1: { receiver: "10.0.0.1:4000", group: GROUP },
      node2: { receiver: "10.0.0.2:4000", group: GROUP, members: ["10.0.0.9:4000"] },
    }),
  );
  const path = "node2/conf/server.xml";
  files.set(path, (files.get(path) ?? "").replace(' channelStartOptions="3"', ""));
  const [topology] = await topologiesOf(files);
  assert.ok(topology);
  assert.deepEqual(said(topology), ["multicast: node1 node2", "10.0.0.9:4000 is nobody, listed by node2"]);
  assert.equal(topology.nodes[1]?.membership, `multicast ${GROUP} + static members`);
});

test("findings of applications count too", async () => {
  const files = new Map(
    nodeFiles({
      node1: { receiver: "10.0.0.1:4000", group: GROUP },
      node2: { receiver: "10.0.0.2:4000", group: GROUP },
    }),
  );
  const before = (await topologiesOf(files))[0]?.nodes[0]?.findings.warning ?? 0;
  files.set("node1/webapps/shop/WEB-INF/web.xml", "<web-app/>\n");
  files.set("node2/webapps/shop/WEB-INF/web.xml", "<web-app/>\n");
  const after = (await topologiesOf(files))[0]?.nodes[0]?.findings.warning ?? 0;
  assert.ok(after > before, `${before} warnings before, ${after} after`);
});

test("names differ where folders are called alike", async () => {
  const topology = (
    await topologiesOf(
      nodeFiles({
        "seoul/tomcat": { receiver: "10.0.0.1:4000", group: GROUP },
        "busan/tomcat": { receiver: "10.0.0.2:4000", group: GROUP },
      }),
    )
  )[0];
  assert.deepEqual(topology?.nodes.map(({ name }) => name).sort(), ["busan/tomcat", "seoul/tomcat"]);
});

test("sixty nodes are three groups, whose faults are those that were planted", async () => {
  const { files, planted } = fleet(60, 7);
  const topologies = await topologiesOf(files);
  assert.deepEqual(
    topologies.map(({ nodes }) => nodes.length),
    [20, 20, 20],
  );
  const breaking = new Set<string | undefined>(rules.flatMap((rule) => ("breaksLink" in rule ? [rule.id] : [])));
  const found = topologies.flatMap(({ links }) =>
    links.flatMap(({ problems }) => problems.map(({ code, place }) => `${place.path} ${code}`)),
  );
  assert.deepEqual(
    [...new Set(found)].sort(),
    planted.filter((fault) => breaking.has(fault.split(" ")[1])),
  );
});

test("Korean in every word", async () => {
  const nodes = nodeFiles({
    node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
    node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.9:4000"] },
  });
  const [topology] = await topologiesOf(nodes, "ko");
  assert.equal(topology?.nodes[0]?.membership, "정적 멤버");
  assert.match(topology?.links[1]?.problems[0]?.text ?? "", /Member로 추가하십시오/);
});
