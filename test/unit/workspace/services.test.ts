import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planBatches } from "../../../server/src/cli/plan.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { topologiesOf } from "../../harness/topology.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const SERVER = "conf/server.xml";
const MULTICAST = '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>';

function server(cluster = MULTICAST, engine = 'jvmRoute="${jvmRoute}"'): string {
  return `<Server><Service name="Catalina"><Connector port="8080"/>
<Engine name="Catalina" defaultHost="localhost" ${engine}>
${cluster}
<Host name="localhost" appBase="webapps"/></Engine></Service></Server>`;
}

/** A service with an image of Tomcat; the lines below its image are given. */
function service(name: string, ...lines: readonly string[]): string {
  return [`  ${name}:`, "    image: tomcat:9.0.90", ...lines.map((line) => `    ${line}`), ""].join("\n");
}

const MOUNTED = ["volumes:", "  - ./conf/server.xml:/usr/local/tomcat/conf/server.xml:ro"];
const route = (name: string) => ["environment:", `  CATALINA_OPTS: -DjvmRoute=${name}`];

/** `label route` of the nodes of each cluster. */
async function clustersIn(files: Readonly<Record<string, string>>): Promise<readonly (readonly string[])[]> {
  const { all } = await workspaceOf(new Map(Object.entries(files)), "9.0").clusters();
  return all.map(({ sites }) => sites.map(({ label, jvmRoute }) => `${label} ${jvmRoute}`));
}

function withCompose(...services: readonly string[]): Promise<readonly (readonly string[])[]> {
  return clustersIn({ [SERVER]: server(), "compose.yaml": `services:\n${services.join("")}` });
}

describe("services of a compose file are nodes", () => {
  test("each with its own environment", async () => {
    assert.deepEqual(
      await withCompose(service("a", ...route("one"), ...MOUNTED), service("b", ...route("two"), ...MOUNTED)),
      [["a one", "b two"]],
    );
  });

  test("a value that is not known is unknown for its node only", async () => {
    const unknown = service("b", "environment:", "  - CATALINA_OPTS=-DjvmRoute=${ROUTE}", ...MOUNTED);
    assert.deepEqual(await withCompose(service("a", ...route("one"), ...MOUNTED), unknown), [["a one", "b undefined"]]);
  });

  for (const [how, lines] of [
    ["a bind mount in its long form", ["volumes:", "  - { type: bind, source: conf, target: /usr/local/tomcat/conf }"]],
    ["the folder it runs in", ["volumes:", "  - ${PWD}/conf/server.xml:/usr/local/tomcat/conf/server.xml"]],
    ["a config", ["configs:", "  - { source: server, target: /usr/local/tomcat/conf/server.xml }"]],
  ] as const) {
    test(`a server.xml comes from ${how}`, async () => {
      const services = [service("a", ...route("one"), ...lines), service("b", ...route("two"), ...lines)].join("");
      const compose = `services:\n${services}configs:\n  server:\n    file: ./conf/server.xml\n`;
      assert.deepEqual(await clustersIn({ [SERVER]: server(), "compose.yaml": compose }), [["a one", "b two"]]);
    });
  }

  test("a server.xml comes from the Dockerfile that builds several", async () => {
    const built = (name: string) =>
      `  ${name}:\n    build: .\n    environment: { CATALINA_OPTS: -DjvmRoute=${name} }\n`;
    const files = {
      [SERVER]: server(),
      Dockerfile: "FROM tomcat:9.0.90\nCOPY conf/server.xml $CATALINA_HOME/conf/\n",
      "compose.yaml": `services:\n${built("a")}${built("b")}`,
    };
    assert.deepEqual(await clustersIn(files), [["a a", "b b"]]);
  });

  const built = {
    [SERVER]: server(),
    Dockerfile: "FROM tomcat:9.0.90\nCOPY conf/server.xml /usr/local/tomcat/conf/\n",
  };
  const lines = (name: string, ...written: readonly string[]) =>
    [`  ${name}:`, ...[...written, ...route(name)].map((line) => `    ${line}`), ""].join("\n");

  for (const [what, services, expected] of [
    [
      "that another service builds",
      [lines("a", "build: .", "image: my/shop"), lines("b", "image: my/shop")],
      ["a a", "b b"],
    ],
    ["of its own", [lines("a", "image: shop:1"), lines("b", "image: shop:1")], ["a a", "b b"]],
    ["that a registry has", [lines("a", "image: my/shop"), lines("b", "image: my/shop")], undefined],
    ["of Docker's library", [lines("a", "image: mysql:8"), lines("b", "image: mysql:8")], undefined],
    [
      "one of two of its own",
      [lines("a", "image: shop"), lines("b", "image: shop"), lines("c", "image: cart")],
      undefined,
    ],
  ] as const) {
    test(`a server.xml comes from an image ${what}${expected ? "" : ": not known"}`, async () => {
      const compose = `services:\n${services.join("")}`;
      assert.deepEqual(await clustersIn({ ...built, "compose.yaml": compose }), expected ? [expected] : []);
    });
  }

  test("an image is called after the folder that has its Dockerfile", async () => {
    const dockerfile = "FROM tomcat:9.0.90\nCOPY server.xml /usr/local/tomcat/conf/\n";
    const compose = (image: string) =>
      `services:\n${["a", "b"].map((name) => lines(name, `image: ${image}`)).join("")}`;
    const files = { "tomcat/server.xml": server(), "tomcat/Dockerfile": dockerfile };
    assert.deepEqual(await clustersIn({ ...files, "compose.yaml": compose("tomcat-cluster") }), [["a a", "b b"]]);
    assert.deepEqual(await clustersIn({ ...files, "compose.yaml": compose("shop") }), []);
  });

  test("a Dockerfile has what its arguments stand for, or their defaults", async () => {
    const dockerfile = "FROM tomcat:9.0.90\nARG node=two\nCOPY $node/server.xml /usr/local/tomcat/conf/\n";
    const compose = `services:\n${lines("a", "build: { context: ., args: { node: one } }")}${lines("b", "build: .")}`;
    const files = { "one/server.xml": server(), "two/server.xml": server(), Dockerfile: dockerfile };
    assert.deepEqual(await clustersIn({ ...files, "compose.yaml": compose }), [["one a", "two b"]]);
  });

  test("a Dockerfile copies all that is in a folder", async () => {
    const dockerfile = "FROM tomcat:9.0.90\nCOPY conf/* /usr/local/tomcat/conf/\n";
    const compose = `services:\n${lines("a", "build: .")}${lines("b", "build: .")}`;
    assert.deepEqual(await clustersIn({ ...built, Dockerfile: dockerfile, "compose.yaml": compose }), [["a a", "b b"]]);
  });

  test("of a key that stands twice the last counts", async () => {
    const twice = service("b", "environment: { CATALINA_OPTS: -DjvmRoute=one }", ...route("two"), ...MOUNTED);
    assert.deepEqual(await withCompose(service("a", ...route("one"), ...MOUNTED), twice), [["a one", "b two"]]);
  });

  test("a shell that starts Tomcat takes no command", async () => {
    const compose = `services:\n${lines("a", "build: .", "command: top")}${lines("b", "build: .")}`;
    const routed = { ...built, [SERVER]: server(MULTICAST, ""), "compose.yaml": compose.replaceAll(/\n.*OPTS.*/g, "") };
    const shell = `${built.Dockerfile}ENTRYPOINT catalina.sh run\n`;
    assert.deepEqual(await clustersIn(routed), [["a undefined", "b "]]);
    assert.deepEqual(await clustersIn({ ...routed, Dockerfile: shell }), [["a ", "b "]]);
  });

  test("the compose file may be folders above", async () => {
    const mounted = ["volumes:", "  - ./docker/tomcat/server.xml:/usr/local/tomcat/conf/server.xml"];
    const files = {
      "shop/docker/tomcat/server.xml": server(),
      "shop/compose.yaml": `services:\n${service("a", ...route("one"), ...mounted)}${service("b", ...mounted)}`,
    };
    assert.deepEqual(await clustersIn(files), [["a one", "b undefined"]]);
  });

  test("a setenv.sh of its own sets what it fills in", async () => {
    const own = (name: string) => service(name, ...MOUNTED, `  - ./${name}.sh:/usr/local/tomcat/bin/setenv.sh`);
    const files = {
      [SERVER]: server(),
      "compose.yaml": `services:\n${own("a")}${own("b")}`,
      "a.sh": 'CATALINA_OPTS="$CATALINA_OPTS -DjvmRoute=one"',
      "b.sh": 'CATALINA_OPTS="$CATALINA_OPTS -DjvmRoute=two"',
    };
    assert.deepEqual(await clustersIn(files), [["a one", "b two"]]);
  });

  test("several containers of one service are that many nodes", async () => {
    assert.deepEqual(await withCompose(service("a", "deploy: { replicas: 3 }", ...route("one"), ...MOUNTED)), [
      ["3 × a one"],
    ]);
  });

  test("with files of their own they are one cluster where they hear each other", async () => {
    const of = (name: string, ...lines: readonly string[]) =>
      service(name, ...lines, "volumes:", `  - ./${name}/conf:/usr/local/tomcat/conf`);
    const files = { "blue/conf/server.xml": server(), "green/conf/server.xml": server() };
    const compose = (...services: readonly string[]) => ({
      ...files,
      "compose.yaml": `services:\n${services.join("")}`,
    });
    assert.deepEqual(await clustersIn(compose(of("blue"), of("green"))), [["blue undefined", "green undefined"]]);
    assert.deepEqual(await clustersIn(compose(of("blue", "networks: [one]"), of("green", "networks: [two]"))), []);
  });
});

describe("no nodes are made of", () => {
  for (const [what, ...lines] of [
    ["a service that a profile starts", "profiles: [debug]"],
    ["services in networks of their own", "networks: [apart]"],
    ["a service in the network of another", "network_mode: service:proxy"],
  ]) {
    test(what ?? "", async () => {
      assert.deepEqual(await withCompose(service("a", ...MOUNTED), service("b", ...lines, ...MOUNTED)), []);
    });
  }

  test("a service with another server.xml", async () => {
    const other = ["volumes:", "  - ./other/server.xml:/usr/local/tomcat/conf/server.xml"];
    assert.deepEqual(await withCompose(service("a", ...MOUNTED), service("b", ...other)), []);
  });
});

const TWO = { [SERVER]: server(), "compose.yaml": `services:\n${service("a", ...MOUNTED)}${service("b", ...MOUNTED)}` };

describe("nodes of one file", () => {
  test("are drawn by their services", async () => {
    const [topology] = await topologiesOf(new Map(Object.entries(TWO)));
    assert.deepEqual(
      topology?.nodes.map(({ name, path, receiver }) => `${name} ${path} ${receiver}`),
      ["a conf/server.xml a:4000", "b conf/server.xml b:4000"],
    );
    assert.equal(topology?.how, "services of one compose file");
  });

  test("stay the same objects while nothing in them changes, and become others with the compose file", async () => {
    const files = new Map(Object.entries(TWO));
    const workspace = workspaceOf(files, "9.0");
    const first = await sites(workspace);
    workspace.setOpen("other/conf/server.xml", server());
    for (const [index, site] of (await sites(workspace)).entries()) assert.equal(site, first[index]);
    const changed = `services:\n${service("a", ...MOUNTED)}${service("b", ...route("two"), ...MOUNTED)}`;
    workspace.setOpen("compose.yaml", changed);
    const [, second] = await sites(workspace);
    assert.equal(second?.jvmRoute, "two");
  });

  test("are found again in a batch by their services", async () => {
    const workspace = workspaceOf(new Map(Object.entries(TWO)), "9.0");
    const [batch] = planBatches([SERVER], await workspace.siteKeys(SERVER), []);
    workspace.setGroups(batch?.groups ?? []);
    assert.deepEqual(
      (await sites(workspace)).map(({ label }) => label),
      ["a", "b"],
    );
  });
});

async function sites(workspace: Workspace) {
  return (await workspace.clusters()).all.flatMap((cluster) => cluster.sites);
}
