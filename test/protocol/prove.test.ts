import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { CancellationTokenSource } from "vscode-jsonrpc";
import {
  PROVE_REQUEST,
  PROVE_STEP_NOTIFICATION,
  type ProveAnswer,
  type ProveParams,
  type ProveStepParams,
} from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";
import type { FakeCluster } from "../harness/prove.ts";
import { Nodes } from "../harness/prove-servers.ts";

const TWO = [
  { host: "a", route: "a" },
  { host: "b", route: "b" },
];

describe("the proof of the bundled server", () => {
  let process: ServerProcess;
  let nodes: Nodes;
  beforeEach(async () => {
    process = new ServerProcess([bundledServer, "--stdio"]);
    await process.initialize({});
  });
  afterEach(() => {
    process.kill();
    nodes.close();
  });

  async function prove(
    cluster: FakeCluster,
    params: Partial<ProveParams> = {},
    token = new CancellationTokenSource().token,
  ): Promise<ProveAnswer> {
    nodes?.close();
    nodes = await new Nodes(cluster).listen();
    const asked: ProveParams = { urls: nodes.urls, balancer: null, insecure: false, failover: false, token: "1" };
    return process.connection.sendRequest(PROVE_REQUEST, { ...asked, ...params }, token);
  }

  test("a page says that it replicates, and each round is told", async () => {
    const steps: ProveStepParams[] = [];
    process.connection.onNotification(PROVE_STEP_NOTIFICATION.method, (step: ProveStepParams) => {
      steps.push(step);
    });
    const { outcome, verdicts, page } = await prove({ nodes: TWO });
    assert.deepEqual([outcome, verdicts[0], nodes.host.left], ["passed", "replicated", 0]);
    assert.match(page, /^# PASSED/);
    assert.match(page, /\| 25\/25 \| \d+ ms \|/);
    assert.deepEqual([steps.length, steps.at(-1)], [50, { token: "1", text: "50/50" }]);
  });

  test("a node is asked for, stopped and started again", async () => {
    process.connection.onNotification(PROVE_STEP_NOTIFICATION.method, ({ text }: ProveStepParams) => {
      if (text.startsWith("Stop ")) nodes.host.down.add(0);
      if (text.startsWith("Start ")) nodes.host.restart(0);
    });
    const { outcome, verdicts } = await prove({ nodes: TWO }, { failover: true });
    assert.deepEqual([outcome, verdicts.includes("survived"), nodes.host.left], ["passed", true, 0]);
  });

  test("cancelled, it ends its sessions and says that it was", async () => {
    const source = new CancellationTokenSource();
    const proof = prove({ nodes: TWO, delay: -1 }, {}, source.token);
    while ((nodes?.host.asked.length ?? 0) < 30) await new Promise((resolve) => setTimeout(resolve, 50));
    source.cancel();
    const { outcome, verdicts } = await proof;
    assert.deepEqual([outcome, verdicts.includes("interrupted"), nodes.host.left], ["unknown", true, 0]);
  });

  test("addresses of fewer than two nodes are refused, and no node is asked", async () => {
    await assert.rejects(prove({ nodes: TWO }, { urls: ["http://127.0.0.1:1/"] }), /Two addresses/);
    await assert.rejects(prove({ nodes: TWO }, { urls: ["http://", "http://a/"] }), /Two addresses/);
    assert.equal(nodes.host.asked.length, 0);
  });
});
