import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type HeartbeatTarget, multicastIpv4, type NoTarget, targetsOf } from "../../../server/src/tribes/target.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const CLUSTER = 'Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';
const MCAST = 'className="org.apache.catalina.tribes.membership.McastService"';
const channel = (inner: string) =>
  `<Channel className="org.apache.catalina.tribes.group.GroupChannel">${inner}</Channel>`;
const server = (cluster: string) =>
  `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">${cluster}</Engine></Service></Server>`;

async function targets(text: string, others: readonly (readonly [string, string])[] = []) {
  const path = text.startsWith("<Cluster") ? "cluster.xml" : "node1/conf/server.xml";
  const workspace = workspaceOf(new Map([[path, text], ...others]), "9.0");
  const file = await workspace.fileAt(path);
  assert.ok(file);
  return targetsOf(file, file.kind === "server" ? await workspace.nodeOf(path) : undefined);
}
const shown = (all: readonly (HeartbeatTarget | NoTarget)[]) =>
  all.map((each) => ("why" in each ? each.why.en : `${each.label} ${each.group}:${each.port} ${each.bind ?? "-"}`));

describe("what a file's Membership listens to", () => {
  const membership = (words: string) => server(`<${CLUSTER}>${channel(`<Membership ${MCAST} ${words}/>`)}</Cluster>`);

  for (const [what, text, expected] of [
    ["nothing written", server(`<${CLUSTER}/>`), "Engine Catalina 228.0.0.4:45564 -"],
    ["a group", membership('address="228.0.0.9" port="45569"'), "Engine Catalina 228.0.0.9:45569 -"],
    ["a bind", membership('bind="192.168.56.7"'), "Engine Catalina 228.0.0.4:45564 192.168.56.7"],
    ["Java's short form", membership('address="228.9"'), "Engine Catalina 228.0.0.9:45564 -"],
    ["a port that is no number", membership('port="many"'), "Engine Catalina 228.0.0.4:45564 -"],
    [
      "a fragment",
      `<${CLUSTER}>${channel(`<Membership ${MCAST} port="45570"/>`)}</Cluster>`,
      "Cluster 228.0.0.4:45570 -",
    ],
    ["a group of IPv6", membership('address="FF15:0:0::4"'), "Engine Catalina ff15::4:45564 -"],
    ["no multicast address", membership('address="192.168.56.7"'), /^192\.168\.56\.7 is not a multicast address/],
    ["an address of IPv6", membership('address="fd00::7"'), /^fd00::7 is not a multicast address/],
    ["a name", membership('address="group.example"'), /^group\.example is not a multicast address/],
    ["no port", membership('port="70000"'), /^70000 is no port/],
    ["a placeholder", membership('address="${group}"'), /cannot be known from the file/],
    ["members of its own", server(`<${CLUSTER} channelStartOptions="3"/>`), /leaves membership out/],
    ["no Cluster", server(""), undefined],
  ] as const) {
    test(`with ${what}`, async () => {
      const [one] = shown(await targets(text));
      if (expected instanceof RegExp) assert.match(one ?? "", expected);
      else assert.equal(one, expected);
    });
  }

  test("with a placeholder the Tomcat's properties fill in", async () => {
    const properties = ["node1/conf/catalina.properties", "group=228.0.0.7\n"] as const;
    assert.deepEqual(shown(await targets(membership('address="${group}"'), [properties])), [
      "Engine Catalina 228.0.0.7:45564 -",
    ]);
  });

  test("half typed, without an exception", async () => {
    const text = membership('address="228.0.0.9" port="45569"');
    for (let length = 0; length < text.length; length++) {
      const part = text.slice(0, length);
      const file = await workspaceOf(new Map([["conf/server.xml", part]]), "9.0").fileAt("conf/server.xml");
      if (file) targetsOf(file, undefined);
    }
  });
});

test("multicast addresses as Java reads them", () => {
  for (const [text, expected] of [
    ["228.0.0.4", "228.0.0.4"],
    ["224.0.0.0", "224.0.0.0"],
    ["239.255.255.255", "239.255.255.255"],
    ["228.4", "228.0.0.4"],
    ["228.1.257", "228.1.1.1"],
    ["3825205252", "228.0.0.4"],
    ["223.255.255.255", undefined],
    ["240.0.0.1", undefined],
    ["228.0.0.256", undefined],
    ["228.0.0.4.", undefined],
    ["228.0.0.4 ", undefined],
    ["ff02::1", undefined],
    ["localhost", undefined],
    ["", undefined],
  ] as const) {
    assert.equal(multicastIpv4(text), expected, text);
  }
});
