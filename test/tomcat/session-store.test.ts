import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { TEST_PAGE } from "../../server/src/create/test-page.ts";
import { freePort } from "../harness/free-port.ts";
import { Browser, Tomcat, until, writeBase } from "./cluster/tomcat.ts";
import { compiledDriver } from "./migrate/drivers.ts";
import { missingTomcat, newest, type RealTomcat } from "./tomcats.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-session-store-"));
after(() => rmSync(folder, { recursive: true }));

/** An application whose sessions a database keeps. Table, columns, user and password are those of SessionDriver. */
const context = (manager: string, valve: string, database: string) => `<Context>
  ${valve}
  <Resource name="jdbc/store" auth="Container" type="javax.sql.DataSource" driverClassName="SessionDriver"
            url="jdbc:sessions:${database}" username="tomcat" password="s&lt;3&amp;t"/>
  <Manager className="org.apache.catalina.session.PersistentManager" processExpiresFrequency="1" ${manager}>
    <Store className="org.apache.catalina.session.DataSourceStore" dataSourceName="jdbc/store" localDataSource="true"
           sessionTable="kept" sessionIdCol="id" sessionAppCol="app" sessionDataCol="data"
           sessionValidCol="ok" sessionMaxInactiveCol="idle" sessionLastAccessedCol="seen"/>
  </Manager>
</Context>
`;

/** What is due is looked for each second. */
const server = (port: number) => `<Server port="-1">
  <Service name="Catalina">
    <Connector port="${port}" address="127.0.0.1"/>
    <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1"><Host name="localhost"/></Engine>
  </Service>
</Server>
`;

const PERSISTENT_VALVE = '<Valve className="org.apache.catalina.valves.PersistentValve"/>';

/** What the next node has of a session whose node is killed some seconds after its last request. */
async function afterDeath(tomcat: RealTomcat, name: string, manager: string, valve = "") {
  const home = join(folder, `${tomcat.release.text}-${name}`);
  const database = join(home, "database");
  mkdirSync(database, { recursive: true });
  const real = { ...tomcat, jars: [...tomcat.jars, compiledDriver("SessionDriver", folder)] };
  const browser = new Browser({ address: "127.0.0.1", enter: [] });
  const on = async (node: string, use: (port: number) => Promise<string>) => {
    const port = await freePort();
    const base = join(home, node);
    const files = {
      "conf/server.xml": server(port),
      "webapps/ROOT/index.jsp": TEST_PAGE,
      "webapps/ROOT/META-INF/context.xml": context(manager, valve, database),
    };
    writeBase(base, new Map(Object.entries(files)));
    const running = new Tomcat({ real, place: { address: "127.0.0.1", enter: [] }, base });
    try {
      await running.started();
      assert.deepEqual(running.warnings, []);
      return await use(port);
    } finally {
      await running.kill();
    }
  };
  await on("node1", async (port) => {
    const page = await browser.visit("127.0.0.1", "kept", port);
    assert.match(page, /<li>kept<\/li>/);
    await until(() => readdirSync(database).length > 0, 5_000);
    // The last bytes of a session that is being stored.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return page;
  });
  const stored = readdirSync(database).length;
  const page = await on("node2", (port) => browser.visit("127.0.0.1", undefined, port));
  return { stored, kept: page.includes("<li>kept</li>") };
}

describe("what a PersistentManager's database has of a node that is killed", { skip: missingTomcat }, () => {
  for (const tomcat of newest) {
    test(`${tomcat.release.text}: nothing, unless maxIdleBackup or a PersistentValve has it stored`, async () => {
      assert.deepEqual(await afterDeath(tomcat, "plain", ""), { stored: 0, kept: false });
      assert.deepEqual(await afterDeath(tomcat, "backup", 'maxIdleBackup="1"'), { stored: 1, kept: true });
      assert.deepEqual(await afterDeath(tomcat, "valve", "", PERSISTENT_VALVE), { stored: 1, kept: true });
    });
  }
});
