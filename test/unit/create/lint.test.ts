import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { insertions, newFiles, type PlannedFile } from "../../../server/src/create/files.ts";
import { BALANCERS, type ClusterPlan, isCloud, nodesAt } from "../../../server/src/create/plan.ts";
import { cases } from "../../harness/effort.ts";
import { allPlans, HOSTS, KEY, nameOf } from "../../harness/plans.ts";
import { workspaceOf } from "../../harness/workspace.ts";

type Tree = Map<string, string>;

/** The files as they are afterwards; a problem fails the test. */
function written(planned: readonly PlannedFile[], before: ReadonlyMap<string, string> = new Map()): Tree {
  const tree: Tree = new Map(before);
  for (const { path, after } of planned) {
    const outcome = after(tree.get(path), tree);
    assert.ok("text" in outcome, `${path} ${"problem" in outcome ? outcome.problem.en : ""}`);
    tree.set(path, outcome.text);
  }
  return tree;
}

/** All findings over all files, with how many nodes are seen as one cluster. */
async function findingsIn(tree: Tree, { line }: ClusterPlan) {
  const workspace = workspaceOf(tree, line);
  const found: string[] = [];
  for (const path of tree.keys()) {
    for (const { code, text } of (await workspace.checked(path))?.diagnostics ?? []) {
      found.push(`${path} ${code}: ${text.en}`);
    }
  }
  const { all } = await workspace.clusters();
  return { found, nodes: all.map(({ sites }) => sites.length) };
}

const LAYOUTS: readonly (readonly [what: string, hosts: readonly string[]])[] = [
  ["on machines of their own", HOSTS],
  ["three on one machine", ["10.0.0.5", "10.0.0.5", "10.0.0.5"]],
  ["by host names", ["tomcat-a.example.org", "tomcat-b.example.org"]],
];

describe("a new cluster has no finding", () => {
  for (const [what, hosts] of LAYOUTS) {
    for (const plan of cases(allPlans)) {
      if (isCloud(plan) && hosts !== HOSTS) continue;
      test(`${nameOf(plan)}, ${what}`, async () => {
        const nodes = isCloud(plan) ? plan.nodes : nodesAt(hosts);
        const { found, nodes: seen } = await findingsIn(written(newFiles({ ...plan, nodes })), plan);
        assert.deepEqual(found, []);
        if (!isCloud(plan)) assert.deepEqual(seen, [nodes.length]);
      });
    }
    for (const balancer of BALANCERS) {
      test(`with ${balancer} in front, ${what}`, async () => {
        const [plan] = allPlans.filter(({ line, membership }) => line === "9.0" && membership === "static");
        assert.ok(plan);
        const nodes = nodesAt(hosts);
        const files = written(
          newFiles({ ...plan, nodes, balancer, ...(balancer === "mod_jk" ? { ajpSecret: KEY } : {}) }),
        );
        assert.deepEqual((await findingsIn(files, plan)).found, []);
        // It is read, and each of its members is one of the nodes.
        const workspace = workspaceOf(files, "9.0");
        const [path = ""] = await workspace.frontPaths();
        for (const { backends } of await workspace.frontsIn(path)) {
          assert.deepEqual(
            backends.map(({ site }) => site?.label),
            nodes.map(({ name }) => name),
          );
        }
        assert.ok(path.startsWith("load-balancer/"), path);
      });
    }
  }
});

/** As Tomcat ships it, shortened, with Windows' line ends on purpose. */
const SHIPPED = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Licensed to somebody -->
<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1"
               redirectPort="8443" />
    <Engine name="Catalina" defaultHost="localhost">
      <!-- <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/> -->
      <Host name="localhost"  appBase="webapps">
      </Host>
    </Engine>
  </Service>
</Server>
`.replaceAll("\n", "\r\n");

describe("a cluster put into two Tomcats has no finding, and everything else stays", () => {
  const application = "a/webapps/shop/WEB-INF/web.xml";
  const before = new Map([
    ["a/conf/server.xml", SHIPPED],
    ["b/conf/server.xml", SHIPPED],
    ["a/conf/catalina.properties", "common.loader=lib\r\n"],
    [application, `<web-app version="3.0">\n  <display-name>Shop</display-name>\n</web-app>\n`],
  ]);
  for (const plan of cases(allPlans.filter((each) => !isCloud(each)))) {
    test(nameOf(plan), async () => {
      const servers = ["a/conf/server.xml", "b/conf/server.xml"];
      const tree = written(insertions(plan, { servers, applications: [application], replace: false }), before);
      assert.deepEqual(await findingsIn(tree, plan), { found: [], nodes: [2] });
      const server = tree.get("a/conf/server.xml") ?? "";
      assert.doesNotMatch(server, /[^\r]\n/);
      assert.equal(
        server
          .replace(/(?<=\n {6})<Cluster className[\s\S]*<\/Cluster>\r\n {6}(?=<Host)/, "")
          .replace(' jvmRoute="node1"', ""),
        SHIPPED,
      );
      assert.equal((tree.get("a/conf/catalina.properties") ?? "").startsWith("common.loader=lib\r\n"), true);
    });
  }
});
