import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definition } from "../../../server/src/features/definition.ts";
import { hoverFront } from "../../../server/src/features/hover-front.ts";
import { references } from "../../../server/src/features/references.ts";
import { rename } from "../../../server/src/features/rename.ts";
import { namesAt, placesOf, renamed } from "../../harness/names.ts";
import { workspaceOf } from "../../harness/workspace.ts";

type Files = Readonly<Record<string, string>>;

const node = (route: string) => `<Server><Service name="Catalina">
<Connector port="8080" protocol="HTTP/1.1"/>
<Connector port="8009" protocol="AJP/1.3" address="0.0.0.0" secret="s"/>
<Engine name="Catalina" defaultHost="localhost"
jvmRoute="${route}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
<Host name="localhost"/></Engine></Service></Server>
`;

const FILES: Files = {
  "node1/conf/server.xml": node("node1"),
  "node2/conf/server.xml": node("node2"),
  "httpd.conf": `<Proxy balancer://tomcat>
BalancerMember http://node1:8080 route=node1
BalancerMember http://node2:8080 route=node2
</Proxy>
ProxyPass / balancer://tomcat/ stickysession=JSESSIONID|jsessionid
`,
  "workers.properties": `worker.balancer.type=lb
worker.balancer.balance_workers=node1,second
worker.node1.host=node1
worker.second.host=node2
worker.second.route=node2
`,
};

/** The files with the cursor behind a text that one of them has once. */
function at(path: string, before: string): Files {
  const text = FILES[path] ?? "";
  assert.equal(text.split(before).length, 2, `${before} is there once`);
  return { ...FILES, [path]: text.replace(before, () => `${before}$0`) };
}

async function renameOf(marked: Files, to: string): Promise<readonly string[] | string> {
  const named = await namesAt(marked);
  const plan = rename(named.references, named.path, named.offset, to);
  if (!plan) return [];
  return "refusal" in plan ? plan.refusal.en : renamed(named, plan);
}

describe("a route in a balancer's file", () => {
  test("leads to the jvmRoute of its node", async () => {
    for (const marked of [
      at("httpd.conf", "http://node1:8080 route=no"),
      at("workers.properties", "worker.node1.ho"),
    ]) {
      const named = await namesAt(marked);
      const places = placesOf(named, definition(named.references, named.path, named.offset));
      assert.deepEqual(places, ["node1/conf/server.xml:5 node1"]);
    }
  });

  test("is found from the node, with those of the others", async () => {
    const named = await namesAt(at("node1/conf/server.xml", 'jvmRoute="no'));
    const places = placesOf(named, references(named.references, named.path, named.offset, false));
    assert.deepEqual([...places].sort(), [
      "httpd.conf:2 node1",
      "httpd.conf:3 node2",
      "node1/conf/server.xml:5 node1",
      "node2/conf/server.xml:5 node2",
      "workers.properties:3 worker.node1.host",
      "workers.properties:5 node2",
    ]);
  });

  test("gets a new name together with the node, from either side", async () => {
    const expected = [
      "httpd.conf:2 BalancerMember http://node1:8080 route=a1",
      'node1/conf/server.xml:5 jvmRoute="a1">',
      // The line is added: those behind it follow.
      "workers.properties:3 worker.node1.route=a1",
      "workers.properties:4 worker.node1.host=node1",
      "workers.properties:5 worker.second.host=node2",
      "workers.properties:6 worker.second.route=node2",
      "workers.properties:7",
    ];
    for (const marked of [
      at("node1/conf/server.xml", 'jvmRoute="no'),
      at("httpd.conf", "http://node1:8080 route=no"),
    ]) {
      const found = await renameOf(marked, "a1");
      assert.ok(typeof found !== "string", String(found));
      assert.deepEqual(found.map((line) => line.trim()).sort(), expected);
    }
    assert.match(String(await renameOf(at("httpd.conf", "http://node1:8080 route=no"), "node2")), /there already/);
    assert.match(String(await renameOf(at("httpd.conf", "http://node1:8080 route=no"), 'a"b')), /letters, digits/);
  });

  test("tells the node under the cursor", async () => {
    const fronts = await workspaceOf(new Map(Object.entries(FILES)), "9.0").frontsIn("httpd.conf");
    const text = FILES["httpd.conf"] ?? "";
    assert.equal(
      hoverFront(fronts, text.indexOf("http://node2"), "en")?.markdown,
      "**node2** (known by its address)\n\n- jvmRoute: `node2`\n- Connector: HTTP 8080, AJP 8009",
    );
    assert.match(hoverFront(fronts, text.indexOf("http://node2"), "ko")?.markdown ?? "", /주소로 확인/);
    assert.equal(hoverFront(fronts, text.indexOf("ProxyPass"), "en"), undefined);
  });
});
