import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { TopologyAnswer } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { nodeFiles } from "../harness/nodes.ts";

const NODES = nodeFiles({
  node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
  node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.9:4000"] },
});

describe("the topology of a workspace", () => {
  let folder: string;
  let server: ServerProcess;
  let notices = 0;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const ask = (uri: string | null = null): Promise<TopologyAnswer> =>
    server.connection.sendRequest("tomcatCluster/topology", { uri });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    for (const [path, text] of NODES) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onNotification("tomcatCluster/topologyChanged", () => {
      notices++;
    });
    await server.initialize(PULLING, [pathToFileURL(folder).href]);
  });

  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("names nodes by their URIs, with a picture of each cluster", async () => {
    const { pictures, style } = await ask();
    assert.equal(pictures.length, 1);
    assert.match(style, /\.tc-card/);
    assert.match(pictures[0]?.svg ?? "", /^<svg [^>]*aria-label="node1–node2: 2 nodes, 1 broken link"/);
    const { nodes = [], links = [] } = pictures[0]?.topology ?? {};
    assert.deepEqual(
      nodes.map(({ name, path, place }) => `${name} ${path} ${place.range.start.line}`),
      [`node1 ${uriOf("node1/conf/server.xml")} 5`, `node2 ${uriOf("node2/conf/server.xml")} 5`],
    );
    assert.deepEqual(
      links.map(({ place, problems }) => [place.path, problems.map(({ code }) => code).join()]),
      [
        [uriOf("node1/conf/server.xml"), ""],
        [uriOf("node2/conf/server.xml"), "member-not-mutual"],
      ],
    );
  });

  test("as text, names places by paths, not URIs", async () => {
    const params = { uri: null, format: "text" };
    const text = await server.connection.sendRequest<string>("tomcatCluster/topology/file", params);
    assert.match(text, /^ {2}node1 {2}10\.0\.0\.1:4000 .*→ node2$/m);
    const place = join(folder, "node2/conf/server.xml");
    const [broken = ""] = text.split("\n").filter((line) => line.includes("✕"));
    assert.ok(broken.includes(`node2 ↛ node1  ${place}:`), broken);
  });

  test("follows what is typed, and says so once for each answer", async () => {
    await ask();
    notices = 0;
    const path = "node2/conf/server.xml";
    const text = NODES.get(path) ?? "";
    await server.open(uriOf(path), text);
    const line = text.split("\n").findIndex((each) => each.includes("10.0.0.9"));
    const character = text.split("\n")[line]?.indexOf("10.0.0.9") ?? 0;
    await server.edit(uriOf(path), { line, character }, { line, character: character + 8 }, "10.0.0.");
    await server.edit(uriOf(path), { line, character: character + 7 }, { line, character: character + 7 }, "1");
    const { pictures } = await ask();
    assert.equal(pictures[0]?.sentence, "2 nodes, no broken links");
    assert.equal(notices, 1);
    await server.edit(uriOf(path), { line, character: character + 7 }, { line, character: character + 8 }, "3");
    // A request of any kind: what was sent before it has arrived when it is answered.
    await server.pull(uriOf(path));
    assert.equal(notices, 2);
  });

  test("has neighbours of a file that is in no folder of the workspace", async () => {
    const alone = new ServerProcess([bundledServer, "--stdio"]);
    try {
      await alone.initialize(PULLING);
      const topology = (uri: string | null): Promise<TopologyAnswer> =>
        alone.connection.sendRequest("tomcatCluster/topology", { uri });
      assert.equal((await topology(null)).pictures.length, 0);
      assert.equal((await topology(uriOf("node1/conf/server.xml"))).pictures[0]?.topology.nodes.length, 2);
    } finally {
      alone.kill();
    }
  });
});
