import assert from "node:assert/strict";
import { test } from "node:test";
import { workspaceOf } from "../../harness/workspace.ts";

const SERVER = `<Server><Service><Engine name="Catalina" defaultHost="localhost">
  <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
  <Host name="localhost" appBase="webapps"/>
</Engine></Service></Server>`;

/** How many findings the web.xml of an application gets in a clustered Tomcat. */
async function findings(application: string, content = ""): Promise<number | undefined> {
  const path = `t/webapps/${application}/WEB-INF/web.xml`;
  const files = new Map([
    ["t/conf/server.xml", SERVER],
    [path, `<web-app>${content}</web-app>`],
  ]);
  return (await workspaceOf(files, "9.0").snapshot(path))?.diagnostics.length;
}

test("the applications Tomcat ships get no findings, those of users do", async () => {
  for (const name of ["docs", "examples", "host-manager", "manager"]) assert.equal(await findings(name), 0, name);
  assert.equal(await findings("ROOT", "<display-name>Welcome to Tomcat</display-name>"), 0);
  assert.equal(await findings("ROOT"), 1);
  assert.equal(await findings("shop"), 1);
});
