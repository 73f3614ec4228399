import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfiguration, SERVER as SERVER_NAME } from "../../../server/src/workspace/find.ts";
import { findingsOf, workspaceOf } from "../../harness/workspace.ts";

const SERVER = '<Server><Service name="a"/></Server>';

describe("which files are Tomcat's", () => {
  for (const [what, path, text, expected] of [
    ["a server.xml", "conf/server.xml", SERVER, true],
    ["one of another name", "server-node1.xml", SERVER, true],
    ["a fragment", "cluster.xml", "<Cluster><Channel/></Cluster>", true],
    ["one whose name only holds the word", "tomcat-server.xml", SERVER, true],
    ["a Context of a Host's", "conf/Catalina/localhost/shop.xml", "<Context/>", true],
    ["a template", "templates/server.xml.j2", SERVER, true],
    ["a template in another language", "templates/default/server.xml.erb", `<%# Chef %>\n${SERVER}`, true],
    ["a template of a context", "context.xml.tpl", "<Context/>", true],
    ["a template of a Cluster alone", "070_cluster.erb", "<% a %>\n<Cluster><Channel/></Cluster>", true],
    ["a template of another cluster", "cluster.yaml.j2", "cluster: {{ name }}", false],
    ["a template of something else", "pom.xml.tmpl", "<project/>", false],
    ["an Engine", "engine.xml", '<Engine name="Catalina" defaultHost="localhost"/>', true],
    ["a Host", "hosts/host-a.xml", '<Host name="a" appBase="webapps"/>', true],
    [
      "a Host with a Valve",
      "host.xml",
      '<Host name="a"><Valve className="org.apache.catalina.valves.X"/></Host>',
      true,
    ],
    ["a Host of another product", "host.xml", '<Host name="a" port="22"/>', false],
    ["an Engine of another product", "engine.xml", '<Engine type="v8"/>', false],
    ["a web.xml", "web.xml", "<web-app/>", true],
    ["a pom.xml", "pom.xml", "<project/>", false],
    ["the server.xml of M/Monit", "conf/server.xml", '<Server><Service name="a"/><License/></Server>', false],
  ] as const) {
    test(what, async () => assert.equal((await findingsOf(path, text, "9.0")) !== undefined, expected));
  }
});

test("a token that a script replaces is no wrong value", async () => {
  const codes = async (port: string) =>
    ((await findingsOf("conf/server.xml", `<Server port="${port}"><Service name="a"/></Server>`, "9.0")) ?? []).map(
      ({ code }) => code,
    );
  assert.deepEqual(await codes("TOMCAT_SHUTDOWN_PORT"), []);
  assert.deepEqual(await codes("__PORT__"), []);
  assert.deepEqual(await codes("80x"), ["value-not-applied"]);
});

describe("which names a folder is searched for", () => {
  const found = (names: readonly string[], folder = "conf") => names.filter((name) => isConfiguration(name, folder));

  test("those of Tomcat's files, fragments and templates", () => {
    const names = [
      "server.xml",
      "tomcat-server-1.xml",
      "server.xml.j2",
      "server.xml.erb",
      "web.xml.tpl",
      "context.xml.tmpl",
      "my-cluster.xml",
      "engine.xml",
      "node1-host.xml",
      "070_cluster.erb",
      "cluster-general.tpl",
    ];
    assert.deepEqual(found(names), names);
  });

  test("and no others", () => {
    assert.deepEqual(
      found([
        "pom.xml",
        "server.xml.bak",
        "server.json.j2",
        "ghost.xml",
        "weblogic.xml",
        "cluster.json",
        "server.conf.erb",
      ]),
      [],
    );
  });

  test("in the folder of a Host's Contexts, those of any application", () => {
    assert.deepEqual(found(["shop.xml", "ROOT.xml", "shop.war"], "node1/conf/Catalina/localhost"), [
      "shop.xml",
      "ROOT.xml",
    ]);
    assert.deepEqual(found(["shop.xml"], "node1/conf/Catalina"), []);
  });

  test("a template is no node, and no context is one", () => {
    const names = ["server.xml", "a-server.xml", "server.xml.j2", "context-server.xml"];
    assert.deepEqual(
      names.filter((name) => SERVER_NAME.test(name)),
      ["server.xml", "a-server.xml"],
    );
  });
});

test("a template beside its file is no second node of its cluster", async () => {
  const node = (route: string) => `<Server><Service name="a"><Engine name="a" defaultHost="h" jvmRoute="${route}">
    <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Membership className="org.apache.catalina.tribes.membership.McastService" address="228.1.2.3" port="45570"/></Channel></Cluster>
    <Host name="h"/></Engine></Service></Server>`;
  const codes = async (other: string) => {
    const workspace = workspaceOf(new Map(["a/conf/server.xml", other].map((path) => [path, node("n1")])), "9.0");
    assert.deepEqual([...(await workspace.configurationFiles())].sort(), ["a/conf/server.xml", other].sort());
    return (await workspace.snapshot("a/conf/server.xml"))?.diagnostics.map(({ code }) => code) ?? assert.fail(other);
  };
  assert.ok((await codes("b/conf/server.xml")).includes("jvm-route-duplicate"));
  assert.ok(!(await codes("a/conf/server.xml.j2")).includes("jvm-route-duplicate"));
});

test("a Host that stands alone is checked like one in its Engine", async () => {
  const text = '<Host name="a" appBase="webapps" apBase="x"><Alias>b</Alias></Host>';
  assert.deepEqual(
    (await findingsOf("host.xml", text, "9.0"))?.map(({ code }) => code),
    ["attribute-unknown"],
  );
});
