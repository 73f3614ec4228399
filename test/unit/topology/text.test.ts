import assert from "node:assert/strict";
import { test } from "node:test";
import { topologyMermaid } from "../../../server/src/topology/mermaid.ts";
import { topologyText } from "../../../server/src/topology/text.ts";
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
    `node1–node3  (static members name each other, neighbouring folders)
  node1  10.0.0.1:4000  static members  Tomcat 9.0  → node2
  node2  10.0.0.2:4000  static members  Tomcat 9.0  → node1
  node3  10.0.0.3:4000  multicast ${GROUP}  Tomcat 9.0
  ✕ node3 ↮ node1  node3/conf/server.xml:9: This node finds members by multicast, node1 by a static list: node1 can send to it, never the reverse. Use one kind. [membership-kind-differs]
`,
  );
});

test("Mermaid draws a group as one node, a link both ways once, and a broken one crossed out", async () => {
  assert.equal(
    topologyMermaid(await topologiesOf(MIXED)),
    `flowchart LR
  subgraph c0["node1–node3"]
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

test("a balancer stands in front of its nodes, with what does not connect", async () => {
  const files = new Map([
    ...nodeFiles({
      node1: { receiver: "10.0.0.1:4000", group: GROUP },
      node2: { receiver: "10.0.0.2:4000", group: GROUP },
    }),
    [
      "httpd.conf",
      `<Proxy balancer://app>
BalancerMember http://10.0.0.1:8080 route=node1
BalancerMember http://10.0.0.2:8080 route=tc2
</Proxy>
ProxyPass / balancer://app/ stickysession=JSESSIONID|jsessionid
`,
    ] as const,
  ]);
  const topologies = await topologiesOf(files);
  assert.equal(
    topologyText(topologies).split("\n").slice(1, 3).join("\n"),
    `  Apache httpd app  httpd.conf:1  ⇒ node1, node2
  ✕ app ↛ node2  httpd.conf:3: The jvmRoute of node2 is node2, not tc2: no session sticks to it. Write both alike. [balancer-route-differs]`,
  );
  assert.equal(
    topologyMermaid(topologies).split("\n").slice(-4).join("\n"),
    `  c0f0[["Apache httpd<br>app"]]
  c0f0 ==> c0n0
  c0f0 -. "balancer-route-differs" .-x c0n1
`,
  );
});
