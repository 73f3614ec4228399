import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { labels } from "../../../harness/completing.ts";
import { workspaceOf } from "../../../harness/workspace.ts";

const STATIC = 'className="org.apache.catalina.tribes.membership.StaticMember"';
const ID = (last: number) => `{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,${last}}`;

/** One node of a static cluster: where it listens, and its Members. */
const node = (
  host: string,
  port: number,
  own: string,
  members: string,
) => `<Server><Service><Engine name="Catalina" defaultHost="a">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelStartOptions="3">
  <Channel className="org.apache.catalina.tribes.group.GroupChannel">
    <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${host}" port="${port}"/>
    <Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
      <LocalMember ${STATIC} uniqueId="${own}"/>
      ${members}
    </Interceptor>
  </Channel>
</Cluster></Engine></Service></Server>`;

const toNode = (last: number, port: number) =>
  `<Member ${STATIC} host="10.0.0.${last}" port="${port}" uniqueId="${ID(last)}"/>`;

/** What is offered at `$0` of the first of three nodes, of which the second and third know all. */
async function offered(first: string) {
  const offset = first.indexOf("$0");
  const files = new Map([
    ["fleet/node1/conf/server.xml", first.replace("$0", "")],
    ["fleet/node2/conf/server.xml", node("10.0.0.2", 4020, ID(2), toNode(1, 4010) + toNode(3, 4030))],
    ["fleet/node3/conf/server.xml", node("10.0.0.3", 4030, ID(3), toNode(1, 4010) + toNode(2, 4020))],
  ]);
  const workspace = workspaceOf(files, "9.0");
  const path = "fleet/node1/conf/server.xml";
  const file = await workspace.fileAt(path);
  assert.ok(file);
  const clusters = (await workspace.clusters(path)).of(file);
  assert.equal(clusters.length, 1);
  return complete({ file, offset, locale: "en", node: await workspace.nodeOf(path), clusters });
}

const values = async (first: string) => (await offered(first)).map(({ label }) => label);

describe("nodes of the cluster are offered", () => {
  test("as hosts, with the node's name", async () => {
    const found = await offered(node("10.0.0.1", 4010, ID(1), `<Member ${STATIC} host="$0"/>`));
    assert.deepEqual(
      found.map(({ label, detail }) => [label, detail]),
      [
        ["10.0.0.2", "node2"],
        ["10.0.0.3", "node3"],
      ],
    );
  });

  test("as the port that belongs to the host", async () => {
    assert.deepEqual(await values(node("10.0.0.1", 4010, ID(1), `<Member ${STATIC} host="10.0.0.3" port="$0"/>`)), [
      "4030",
    ]);
  });

  test("as the id that belongs to the host, then one that is free", async () => {
    assert.deepEqual(
      await values(node("10.0.0.1", 4010, ID(1), `<Member ${STATIC} host="10.0.0.3" port="4030" uniqueId="$0"/>`)),
      [ID(3), ID(4)],
    );
  });

  test("but not those that are listed already", async () => {
    const found = await values(node("10.0.0.1", 4010, ID(1), `${toNode(2, 4020)}<Member ${STATIC} host="$0"/>`));
    assert.deepEqual(found, ["10.0.0.3"]);
  });

  test("as a whole Member", async () => {
    const found = await offered(node("10.0.0.1", 4010, ID(1), `${toNode(2, 4020)}<$0`));
    const member = found.find(({ label }) => label === "Member");
    const stops = member?.text.flatMap((part) => (typeof part === "object" && part.text ? part.text : []));
    assert.deepEqual(stops, ["10.0.0.3", "4030", ID(3)]);
  });

  test("with the id the others use for this node", async () => {
    const first = node("10.0.0.1", 4010, "$0", toNode(2, 4020));
    assert.equal((await values(first))[0], ID(1));
  });

  test("with the address the others use for this node", async () => {
    assert.deepEqual(await values(node("$0", 4010, ID(1), toNode(2, 4020))), ["10.0.0.1", "auto"]);
  });
});

describe("names there are, are offered", () => {
  for (const [what, marked, expected] of [
    [
      "for a Connector's executor",
      '<Server><Service><Executor name="pool"/><Connector executor="$0"/></Service></Server>',
      ["pool"],
    ],
    [
      "for an Engine's default host",
      '<Server><Service><Engine defaultHost="$0"><Host name="a"/><Host name="${b}"/></Engine></Service></Server>',
      ["a"],
    ],
    [
      "for a link to a global resource",
      '<Server><GlobalNamingResources><Resource name="jdbc/shop" type="javax.sql.DataSource"/></GlobalNamingResources><Service><Engine><Host><Context><ResourceLink global="$0"/></Context></Host></Engine></Service></Server>',
      ["jdbc/shop"],
    ],
    [
      "for a realm's user database",
      '<Server><GlobalNamingResources><Resource name="UserDatabase" type="org.apache.catalina.UserDatabase"/><Resource name="jdbc/shop" type="javax.sql.DataSource"/></GlobalNamingResources><Service><Engine><Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="$0"/></Engine></Service></Server>',
      ["UserDatabase"],
    ],
    [
      "for a deployer's folder",
      '<Server><Service><Engine><Host name="a" appBase="apps"><Cluster><Deployer className="org.apache.catalina.ha.deploy.FarmWarDeployer" deployDir="$0"/></Cluster></Host></Engine></Service></Server>',
      ["apps"],
    ],
  ] as const) {
    test(what, () => assert.deepEqual(labels(marked), expected));
  }

  test("in a context.xml too, from the server.xml of its node", async () => {
    const context = '<Context><ResourceLink name="a" global="$0"/></Context>';
    const files = new Map([
      ["conf/context.xml", context.replace("$0", "")],
      [
        "conf/server.xml",
        '<Server><GlobalNamingResources><Resource name="jdbc/shop" type="t"/></GlobalNamingResources></Server>',
      ],
    ]);
    const workspace = workspaceOf(files, "9.0");
    const file = await workspace.fileAt("conf/context.xml");
    assert.ok(file);
    const items = complete({
      file,
      offset: context.indexOf("$0"),
      locale: "en",
      node: await workspace.nodeOf("conf/context.xml"),
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ["jdbc/shop"],
    );
  });
});
