import assert from "node:assert/strict";
import { test } from "node:test";
import { workspaceOf } from "../../harness/workspace.ts";

const node = (host: string, comment = "") => `<Server port="8005">
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost">
      <nosuch/>
      ${comment}
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
      <Host name="${host}"/>
    </Engine>
  </Service>
</Server>
`;
const PATHS = ["a/n1/conf/server.xml", "a/n2/conf/server.xml"] as const;

test("what takes other nodes to know is not said of a file alone, and all else is", async () => {
  const silencing = "<!-- tomcat-cluster-disable-next-line jvm-route-missing -->";
  const files = new Map([
    [PATHS[0], node("localhost", silencing)],
    [PATHS[1], node("localhost")],
  ]);
  const workspace = workspaceOf(files, "9.0");
  const alone = await workspace.checkedAloneIn(PATHS[0]);
  const whole = await workspace.checkedIn(PATHS[0]);
  const codes = (snapshots: typeof whole) =>
    snapshots.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  assert.ok(codes(alone).includes("element-ignored"));
  assert.ok(!codes(alone).includes("suppression-unused"));
  // Nothing is said that the whole takes back.
  for (const code of codes(alone)) assert.ok(codes(whole).includes(code), code);
  assert.ok(codes(whole).length > codes(alone).length, codes(whole).join());
});
