import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  LIVE_ASK_REQUEST,
  LIVE_REQUEST,
  type LiveAnswer,
  type LiveAskParams,
  TOPOLOGY_CHANGED,
  TOPOLOGY_REQUEST,
  type TopologyAnswer,
} from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";
import { nodeFiles } from "../harness/nodes.ts";

const CLUSTER = "OK - Number of results: 1\n\nName: Catalina:type=Server\nserverNumber: 10.1.60.0\n\n";

describe("running nodes at the bundled server", () => {
  let server: ServerProcess;
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-live-"));
  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = (receiver: string) => {
    for (const [path, text] of nodeFiles({ node1: { receiver, group: "228.0.0.4:45564" } })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return server.initialize({}, [pathToFileURL(folder).href]);
  };
  const look = (...managers: readonly string[]): Promise<LiveAnswer> =>
    server.connection.sendRequest(LIVE_REQUEST, { managers });

  test("a Receiver is connected to once, and nothing is sent", async () => {
    let connections = 0;
    let bytes = 0;
    const receiver = createServer((socket) => {
      connections++;
      socket.on("data", (data) => (bytes += data.length)).on("error", () => undefined);
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const address = receiver.address();
    const port = typeof address === "object" ? address?.port : 0;
    try {
      await begin(`127.0.0.1:${port}`);
      const { wrong, page } = await look();
      assert.deepEqual(wrong, ["receiver-loopback"]);
      assert.match(page, /^# Running nodes[\s\S]*node1 127\.0\.0\.1:\d+: an address of loopback/);
      assert.deepEqual([connections, bytes], [1, 0]);
    } finally {
      receiver.close();
    }
  });

  test("the client asks the managers, and no other address is asked for", async () => {
    const asked: string[] = [];
    server.connection.onRequest(LIVE_ASK_REQUEST.method, ({ url }: LiveAskParams) => {
      asked.push(new URL(url).host);
      return url.includes("one") ? { status: 200, body: CLUSTER } : { status: 401, body: "" };
    });
    await begin("no-such-name.invalid:4000");
    const { wrong, refused, page } = await look("one:8080", "http://two:8080/manager");
    assert.deepEqual(wrong, ["receiver-unresolved", "manager-failed"]);
    assert.deepEqual(refused, ["http://two:8080/manager/jmxproxy/"]);
    assert.match(page, /## one:8080 {2}Tomcat 10\.1\.60\.0/);
    assert.deepEqual([...new Set(asked)], ["one:8080", "two:8080"]);
  });

  test("a picture of the cluster is told of it, and shows what was seen", async () => {
    for (const [path, text] of nodeFiles({ node2: { receiver: "127.0.0.1:2", group: "228.0.0.4:45564" } })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await begin("127.0.0.1:1");
    const topology = (): Promise<TopologyAnswer> => server.connection.sendRequest(TOPOLOGY_REQUEST, { uri: null });
    const seen = async () => (await topology()).pictures[0]?.topology.nodes.map(({ live }) => live?.summary);
    assert.deepEqual(await seen(), [undefined, undefined]);
    const told = new Promise<void>((resolve) => server.connection.onNotification(TOPOLOGY_CHANGED.method, resolve));
    await look();
    await told;
    assert.deepEqual(await seen(), ["not reached", "not reached"]);
  });

  test("an address with a password in it is refused", async () => {
    await begin("127.0.0.1:1");
    await assert.rejects(look("http://u:p@one/manager"), /without a password/);
  });
});
