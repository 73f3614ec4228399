import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ClusterFixes, ClustersAnswer, PlannedFix } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { nodeFiles } from "../harness/nodes.ts";

const WEB = '<web-app version="4.0">';
const FILES = new Map([
  ...nodeFiles({
    node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
    node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.9:4000"] },
    alone: { receiver: "10.0.0.7:4000", group: "228.0.0.9:45564" },
  }),
  [
    "node1/webapps/shop/WEB-INF/web.xml",
    `${WEB}<distributable/><session-config><session-timeout>45</session-timeout></session-config></web-app>`,
  ],
  ["node2/webapps/shop/WEB-INF/web.xml", `${WEB}</web-app>`],
  ["node2/webapps/late.war", ""],
]);
// A value Tomcat does not apply, which is mended without asking.
const [NODE2 = ""] = [FILES.get("node2/conf/server.xml")];
FILES.set("node2/conf/server.xml", NODE2.replace('autoBind="0"', 'autoBind=" 0"'));

describe("clusters as a whole", () => {
  let folder: string;
  let server: ServerProcess;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const ask = (uri: string | null): Promise<readonly ClusterFixes[]> =>
    server.connection.sendRequest("tomcatCluster/clusterFixes", { uri });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-clusters-"));
    for (const [path, text] of FILES) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(PULLING, [pathToFileURL(folder).href]);
  });

  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("tell the facts of each node's applications", async () => {
    const { clusters, servers } = await server.connection.sendRequest<ClustersAnswer>("tomcatCluster/clusters");
    assert.deepEqual(
      servers,
      ["alone", "node1", "node2"].map((name) => uriOf(`${name}/conf/server.xml`)),
    );
    const [cluster] = clusters;
    assert.equal(clusters.length, 1);
    assert.deepEqual(
      cluster?.nodes.map(({ name, jvmRoute, applications }) => ({ name, jvmRoute, applications })),
      [
        {
          name: "node1",
          jvmRoute: "node1",
          applications: [
            {
              name: "shop",
              distributable: true,
              cookie: "JSESSIONID",
              timeout: 45,
              place: {
                path: uriOf("node1/webapps/shop/WEB-INF/web.xml"),
                range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
              },
            },
          ],
        },
        {
          name: "node2",
          jvmRoute: "node2",
          applications: [
            { name: "late" },
            {
              name: "shop",
              distributable: false,
              place: {
                path: uriOf("node2/webapps/shop/WEB-INF/web.xml"),
                range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
              },
            },
          ],
        },
      ],
    );
  });

  test("have a fix for each finding over all their files, with what needs no question told apart", async () => {
    const [cluster, ...others] = await ask(uriOf("node1/conf/server.xml"));
    assert.deepEqual(others, []);
    const said = ({ code, title, automatic, place, edits }: PlannedFix) =>
      `${code} ${automatic} ${title} at ${place.path.replace(`${pathToFileURL(folder).href}/`, "")} in ${Object.keys(edits).length}`;
    assert.deepEqual(cluster?.fixes.map(said), [
      "member-not-mutual false Add node1 as a Member at node2/conf/server.xml in 1",
      "not-distributable false Add <distributable/> (session attributes must be Serializable) at node2/webapps/shop/WEB-INF/web.xml in 1",
      "value-not-applied true Change to 0 at node2/conf/server.xml in 1",
      "asynchronous-first-changes false Set channelSendOptions to 6 at node1/conf/server.xml in 1",
      "asynchronous-first-changes false Set channelSendOptions to 6 at node2/conf/server.xml in 1",
      "static-auto-bind false Set autoBind to 0 at node2/conf/server.xml in 1",
    ]);
    assert.deepEqual(await ask(null), [cluster]);
    assert.deepEqual(await ask(uriOf("node2/webapps/shop/WEB-INF/web.xml")), [cluster]);
  });

  test("a node by itself has its own fixes", async () => {
    const [alone, ...others] = await ask(uriOf("alone/conf/server.xml"));
    assert.deepEqual(others, []);
    assert.equal(alone?.cluster, "alone");
  });

  test("a file of no node has none", async () => {
    assert.deepEqual(await ask(uriOf("elsewhere/pom.xml")), []);
  });
});
