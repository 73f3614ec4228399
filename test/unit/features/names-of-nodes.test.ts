import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definition } from "../../../server/src/features/definition.ts";
import { references } from "../../../server/src/features/references.ts";
import { prepareRename, rename } from "../../../server/src/features/rename.ts";
import { namesAt, placesOf, renamed } from "../../harness/names.ts";

type Files = Readonly<Record<string, string>>;

interface Member {
  readonly host: string;
  readonly port: number;
  readonly id: string;
}

const ids = (last: number) => `{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,${last}}`;

/** A node whose static members are others; its Receiver as it is written. */
function node(route: string, receiver: string, id: string, members: readonly Member[]): string {
  const listed = members.map(
    (each) => `<Member className="org.apache.catalina.tribes.membership.StaticMember"
  host="${each.host}"
  port="${each.port}"
  uniqueId="${each.id}"/>`,
  );
  return `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost"
jvmRoute="${route}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelStartOptions="3">
<Channel className="org.apache.catalina.tribes.group.GroupChannel">
<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver"
${receiver}/>
<Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
<LocalMember className="org.apache.catalina.tribes.membership.StaticMember"
uniqueId="${id}"/>
${listed.join("\n")}
</Interceptor></Channel></Cluster></Engine></Service></Server>
`;
}

const ONE: Member = { host: "192.168.56.7", port: 4000, id: ids(1) };
const TWO: Member = { host: "192.168.56.8", port: 4010, id: ids(2) };
const THREE: Member = { host: "192.168.56.9", port: 4020, id: ids(3) };

const plainly = ({ host, port }: Member) => `address="${host}"\nport="${port}"`;
const CLUSTER: Files = {
  "node1/conf/server.xml": node("one", plainly(ONE), ONE.id, [TWO, THREE]),
  "node2/conf/server.xml": node("two", plainly(TWO), TWO.id, [ONE, THREE]),
  "node3/conf/server.xml": node("three", plainly(THREE), THREE.id, [ONE, TWO]),
};

/** The cluster with the cursor in a text that one of its files has once. */
function at(name: string, before: string, after: string, files: Files = CLUSTER): Files {
  const path = `${name}/conf/server.xml`;
  const text = files[path] ?? "";
  assert.equal(text.split(before + after).length, 2, `${before}${after} is there once`);
  return { ...files, [path]: text.replace(before + after, () => `${before}$0${after}`) };
}

async function definitionOf(marked: Files): Promise<readonly string[]> {
  const named = await namesAt(marked);
  return placesOf(named, definition(named.references, named.path, named.offset));
}

async function referencesOf(marked: Files): Promise<readonly string[]> {
  const named = await namesAt(marked);
  return placesOf(named, references(named.references, named.path, named.offset, false));
}

async function renameOf(marked: Files, to: string): Promise<readonly string[] | string> {
  const named = await namesAt(marked);
  const plan = rename(named.references, named.path, named.offset, to);
  if (!plan) return [];
  return "refusal" in plan ? plan.refusal.en : renamed(named, plan);
}

describe("from node to node, the definition of", () => {
  const cases: readonly [what: string, marked: Files, ...places: string[]][] = [
    [
      "a Member",
      at("node1", "<Mem", `ber className="org.apache.catalina.tribes.membership.StaticMember"\n  host="${TWO.host}`),
      "node2/conf/server.xml:5 Receiver",
    ],
    ["its host", at("node1", 'host="', TWO.host), "node2/conf/server.xml:6 192.168.56.8"],
    ["its port", at("node3", 'port="', `${ONE.port}`), "node1/conf/server.xml:7 4000"],
    [
      "its uniqueId",
      at("node1", 'uniqueId="', TWO.id),
      "node2/conf/server.xml:10 {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,2}",
    ],
    ["a jvmRoute: itself", at("node1", 'jvmRoute="', "one"), "node1/conf/server.xml:2 one"],
  ];
  for (const [what, marked, ...places] of cases) {
    test(what, async () => assert.deepEqual(await definitionOf(marked), places));
  }

  test("a Member's port that its node leaves at the default: the Receiver", async () => {
    const files = { ...CLUSTER, "node1/conf/server.xml": node("one", `address="${ONE.host}"`, ONE.id, [TWO]) };
    assert.deepEqual(await definitionOf(at("node2", 'port="', "4000", files)), ["node1/conf/server.xml:5 Receiver"]);
  });

  test("a Member whose node hides its address: by the uniqueId", async () => {
    const files = {
      ...CLUSTER,
      "node2/conf/server.xml": node("two", 'address="auto" port="4010"', TWO.id, [ONE, THREE]),
    };
    const member = `ber className="org.apache.catalina.tribes.membership.StaticMember"\n  host="${TWO.host}`;
    assert.deepEqual(await definitionOf(at("node1", "<Mem", member, files)), ["node2/conf/server.xml:5 Receiver"]);
    assert.deepEqual(await definitionOf(at("node1", 'host="', TWO.host, files)), []);
  });

  test("a Member that is no node: nothing", async () => {
    const stranger = { host: "10.0.0.1", port: 4000, id: ids(9) };
    const files = { ...CLUSTER, "node1/conf/server.xml": node("one", plainly(ONE), ONE.id, [TWO, stranger]) };
    assert.deepEqual(await definitionOf(at("node1", 'host="', stranger.host, files)), []);
    assert.deepEqual(await definitionOf(at("node1", 'uniqueId="', stranger.id, files)), []);
  });

  test("a Member two nodes could be: nothing", async () => {
    const files = { ...CLUSTER, "node3/conf/server.xml": node("three", plainly(TWO), THREE.id, [ONE]) };
    assert.deepEqual(await definitionOf(at("node1", 'host="', TWO.host, files)), []);
  });
});

describe("from node to node, the references to", () => {
  test("a Receiver: the Members that mean it", async () => {
    assert.deepEqual(await referencesOf(at("node1", "<Rec", "eiver")), [
      "node2/conf/server.xml:11 Member",
      "node3/conf/server.xml:11 Member",
    ]);
  });

  test("its port", async () => {
    assert.deepEqual(await referencesOf(at("node1", 'port="', "4000")), [
      "node2/conf/server.xml:13 4000",
      "node3/conf/server.xml:13 4000",
    ]);
  });

  test("a LocalMember's uniqueId, however its bytes are written", async () => {
    const other = { ...ONE, id: "{01, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,1}" };
    const files = { ...CLUSTER, "node2/conf/server.xml": node("two", plainly(TWO), TWO.id, [other]) };
    assert.deepEqual(await referencesOf(at("node1", 'uniqueId="', ONE.id, files)), [
      `node2/conf/server.xml:14 ${other.id}`,
      `node3/conf/server.xml:14 ${ONE.id}`,
    ]);
  });

  test("a jvmRoute: those of the other nodes", async () => {
    assert.deepEqual(await referencesOf(at("node2", 'jvmRoute="', "two")), [
      "node1/conf/server.xml:2 one",
      "node2/conf/server.xml:2 two",
      "node3/conf/server.xml:2 three",
    ]);
  });
});

describe("over all nodes, the rename of", () => {
  test("a port", async () => {
    assert.deepEqual(await renameOf(at("node2", 'port="', "4000"), "4444"), [
      'node1/conf/server.xml:7 port="4444"/>',
      'node2/conf/server.xml:13 port="4444"',
      'node3/conf/server.xml:13 port="4444"',
    ]);
  });

  test("a port its node leaves at the default", async () => {
    const files = { ...CLUSTER, "node1/conf/server.xml": node("one", `address="${ONE.host}"`, ONE.id, [TWO]) };
    assert.deepEqual(await renameOf(at("node2", 'port="', "4000", files), "4444"), [
      'node1/conf/server.xml:5 <Receiver port="4444" className="org.apache.catalina.tribes.transport.nio.NioReceiver"',
      'node2/conf/server.xml:13 port="4444"',
      'node3/conf/server.xml:13 port="4444"',
    ]);
  });

  test("an id", async () => {
    assert.deepEqual(await renameOf(at("node1", 'uniqueId="', TWO.id), ids(-128)), [
      `node2/conf/server.xml:10 uniqueId="${ids(-128)}"/>`,
      `node1/conf/server.xml:14 uniqueId="${ids(-128)}"/>`,
      `node3/conf/server.xml:18 uniqueId="${ids(-128)}"/>`,
    ]);
  });

  test("a jvmRoute, which is of one node alone", async () => {
    assert.deepEqual(await renameOf(at("node2", 'jvmRoute="', "two"), "zwei"), [
      'node2/conf/server.xml:2 jvmRoute="zwei">',
    ]);
  });

  const refusals: readonly [what: string, marked: Files, to: string, refusal: RegExp][] = [
    [
      "a jvmRoute to that of another",
      at("node2", 'jvmRoute="', "two"),
      "one",
      /one is there already, in node1\/conf\/server\.xml/,
    ],
    ["an id to that of another", at("node2", 'uniqueId="', TWO.id), ids(3), /there already, in node3/],
    ["an id to fewer bytes", at("node2", 'uniqueId="', TWO.id), "{1,2}", /16 bytes/],
    ["an id to no byte", at("node2", 'uniqueId="', TWO.id), ids(128), /16 bytes/],
    ["a port to no port", at("node1", 'port="', "4000"), "65536", /1 to 65535/],
    ["a Receiver", at("node1", "<Rec", "eiver"), "Empfaenger", /address or the port/],
  ];
  for (const [what, marked, to, refusal] of refusals) {
    test(`${what}: refused`, async () => assert.match(String(await renameOf(marked, to)), refusal));
  }

  test("a jvmRoute to the one another node has as a system property: refused", async () => {
    const files = {
      ...CLUSTER,
      "node1/conf/server.xml": node("one", plainly(ONE), ONE.id, [TWO, THREE]).replace('jvmRoute="one"', ""),
      "node1/bin/setenv.sh": 'CATALINA_OPTS="-DjvmRoute=eins"',
    };
    assert.match(String(await renameOf(at("node2", 'jvmRoute="', "two", files), "eins")), /already, in node1/);
  });

  test("a route that comes from a property: refused, the property is renamed", async () => {
    const files = {
      ...CLUSTER,
      "node1/conf/server.xml": node("${route}", plainly(ONE), ONE.id, [TWO, THREE]),
      "node1/conf/catalina.properties": "route=one",
    };
    const named = await namesAt(at("node1", 'jvmRoute="', "${route}", files));
    const answer = prepareRename(named.references, named.path, named.offset);
    assert.ok(answer && "refusal" in answer);
    assert.match(String(await renameOf(at("node2", 'jvmRoute="', "two", files), "one")), /there already/);
    assert.deepEqual(await renameOf(at("node1", "${ro", "ute}", files), "weg"), [
      "node1/conf/catalina.properties:1 weg=one",
      'node1/conf/server.xml:2 jvmRoute="${weg}">',
    ]);
  });
});
