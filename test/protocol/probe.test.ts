import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { CancellationTokenSource } from "vscode-jsonrpc";
import {
  PROBE_REQUEST,
  PROBE_TARGETS_REQUEST,
  type ProbeAnswer,
  type ProbeParams,
  type ProbeTargets,
} from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const uri = "file:///nowhere/node1/conf/server.xml";
/** Bound to loopback, so that nothing leaves the machine; a group and a port no cluster has. */
const server = (bind: string) => `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService"
                      address="239.255.71.3" port="45997" bind="${bind}"/>
        </Channel>
      </Cluster>
      <Host name="localhost">
        <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelStartOptions="3"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;
const asked: ProbeParams = { uri, target: 0, interface: null, seconds: 1, send: false, token: "1" };

describe("the multicast test of the bundled server", () => {
  let process: ServerProcess;
  beforeEach(async () => {
    process = new ServerProcess([bundledServer, "--stdio"]);
    await process.initialize({});
    await process.open(uri, server("127.0.0.1"));
  });
  afterEach(() => process.kill());
  const probe = (params: Partial<ProbeParams>, token = new CancellationTokenSource().token): Promise<ProbeAnswer> =>
    process.connection.sendRequest(PROBE_REQUEST, { ...asked, ...params }, token);

  test("names the Clusters, where they are, and why one cannot be tested", async () => {
    const found: ProbeTargets | null = await process.connection.sendRequest(PROBE_TARGETS_REQUEST, { uri });
    assert.deepEqual(
      found?.targets.map(({ label, group, bind, firstLine, lastLine }) => [label, group, bind, firstLine, lastLine]),
      [
        ["Engine Catalina", "239.255.71.3:45997", "127.0.0.1", 3, 8],
        ["Host localhost", null, null, 10, 10],
      ],
    );
    assert.match(found?.targets[1]?.why ?? "", /leaves membership out/);
    assert.ok(found?.interfaces?.some(({ address }) => address === "127.0.0.1"));
    assert.equal(await process.connection.sendRequest(PROBE_TARGETS_REQUEST, { uri: "file:///none.xml" }), null);
  });

  const linux = globalThis.process.platform === "linux" ? false : "loopback carries multicast on Linux";
  test("hears its own packets only when it sends", { skip: linux }, async () => {
    const quiet = await probe({});
    assert.deepEqual([quiet.outcome, quiet.text], ["nothing", "Nothing came from 239.255.71.3:45997."]);
    const echo = await probe({ send: true });
    assert.deepEqual([echo.outcome, echo.members], ["works", []]);
  });

  test("ends when it is cancelled, and says what came of it", { skip: linux }, async () => {
    const source = new CancellationTokenSource();
    const answer = probe({ seconds: 3600 }, source.token);
    // The server answers in order: once it has, the test is under way.
    await process.connection.sendRequest(PROBE_TARGETS_REQUEST, { uri });
    source.cancel();
    assert.equal((await answer).outcome, "nothing");
  });

  test("listens to nothing but what the file names", async () => {
    for (const params of [
      { target: 1 },
      { target: 7 },
      { uri: "file:///none.xml" },
      { seconds: 0 },
      { seconds: 1e9 },
    ]) {
      await assert.rejects(probe(params), `${JSON.stringify(params)}`);
    }
    const elsewhere = await probe({ interface: "203.0.113.9" });
    assert.deepEqual([elsewhere.outcome, /no interface 203\.0\.113\.9/.test(elsewhere.text)], ["failed", true]);
  });

  test("and is gone with its client", async () => {
    const answer = probe({ seconds: 3600 }).catch(() => undefined);
    await process.connection.sendRequest(PROBE_TARGETS_REQUEST, { uri });
    process.child.stdin?.end();
    assert.equal(await process.ended, 1);
    process.connection.dispose();
    await answer;
  });
});
