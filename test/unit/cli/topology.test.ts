import assert from "node:assert/strict";
import { test } from "node:test";
import { topologyMermaid, topologyText } from "../../../server/src/cli/topology.ts";
import { nodeFiles } from "../../harness/nodes.ts";
import { topologiesOf } from "../../harness/topology.ts";

const GROUP = "239.1.1.1:45564";
const MIXED = nodeFiles({
  node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
  node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.1:4000"] },
  node3: { receiver: "10.0.0.3:4000", group: GROUP },
});

test("text names each node, whom it lists, and what does not connect, with its place", async () => {
  assert.equal(
    topologyText(await topologiesOf(MIXED)),
    `node  (static members name each other, neighbouring folders)
  node1  10.0.0.1:4000  static members  Tomcat 9.0  → node2
  node2  10.0.0.2:4000  static members  Tomcat 9.0  → node1
  node3  10.0.0.3:4000  multicast ${GROUP}  Tomcat 9.0
  ✕ node3 ↮ node1  node3/conf/server.xml:9: This node finds members by multicast, node1 by a static list: at most one of them learns of the other. Use one kind. [membership-kind-differs]
`,
  );
});

test("Mermaid draws a group as one node, a link both ways once, and a broken one crossed out", async () => {
  assert.equal(
    topologyMermaid(await topologiesOf(MIXED)),
    `flowchart LR
  subgraph c0["node"]
    c0n0["node1<br>10.0.0.1:4000"]
    c0n1["node2<br>10.0.0.2:4000"]
    c0n2["node3<br>10.0.0.3:4000"]
    c0g2(["multicast ${GROUP}"])
    c0n2 --- c0g2
    c0n0 <--> c0n1
    c0n0 x-. "membership-kind-differs" .-x c0n2
  end
`,
  );
});
