import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { TEST_PAGE } from "../../server/src/create/test-page.ts";
import { freePort } from "../harness/free-port.ts";
import { Browser, DEFAULTS, Tomcat, writeBase } from "./cluster/tomcat.ts";
import { compiledDriver } from "./migrate/drivers.ts";
import { moved } from "./migrate/journey.ts";
import { missingTomcat, newest, tomcats, versionOf } from "./tomcats.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-migrate-store-"));
after(() => rmSync(folder, { recursive: true }));

/** An application whose sessions a database keeps. Table, columns, user and password are those of SessionDriver. */
const context = (attributes: string, database: string) => `<Context ${attributes}>
        <Manager className="org.apache.catalina.session.PersistentManager" saveOnRestart="true">
          <Store className="org.apache.catalina.session.JDBCStore" driverName="SessionDriver"
                 connectionURL="jdbc:sessions:${database}" connectionName="tomcat" connectionPassword="s&lt;3&amp;t"
                 sessionTable="kept" sessionIdCol="id" sessionAppCol="app" sessionDataCol="data"
                 sessionValidCol="ok" sessionMaxInactiveCol="idle" sessionLastAccessedCol="seen"/>
        </Manager>
      </Context>`;

const server = (port: number, inHost: string) => `<Server port="-1">
  <Service name="Catalina">
    <Connector port="${port}" address="127.0.0.1"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" deployOnStartup="${inHost === ""}" autoDeploy="false">
      ${inHost}
      </Host>
    </Engine>
  </Service>
</Server>
`;

const OWN_FILE = "conf/Catalina/localhost/ROOT.xml";

describe("what a JDBCStore kept, what it becomes still has", { skip: missingTomcat }, () => {
  for (const where of ["conf/server.xml", OWN_FILE]) {
    test(`with a Context in ${where}, the same session on each Tomcat of the way`, async () => {
      const classes = compiledDriver("SessionDriver", folder);
      const port = await freePort();
      const way = [...new Set([...tomcats.slice(0, 1), ...newest])];
      const home = join(folder, where.replaceAll("/", "-"));
      const [pages, database] = [join(home, "pages"), join(home, "database")];
      mkdirSync(database, { recursive: true });
      writeBase(home, new Map([["pages/index.jsp", TEST_PAGE]]));
      const isOwn = where === OWN_FILE;
      const files = `docBase="${pages}"`;
      // A file of its own says with its name which path it is for.
      let text = isOwn ? context(files, database) : server(port, context(`path="" ${files}`, database));
      const browser = new Browser({ address: "127.0.0.1", enter: [] });
      const entries: string[] = [];
      let last = way[0];
      for (const tomcat of way) {
        if (tomcat !== last && last) {
          const plan = await moved(text, versionOf(last), versionOf(tomcat), { path: where });
          assert.deepEqual(
            plan.entries.filter(({ bucket }) => bucket === "by-hand" || bucket === "unknown"),
            [],
          );
          text = plan.after;
        }
        last = tomcat;
        const base = join(home, `${tomcat.release}`);
        writeBase(
          base,
          new Map([
            ["conf/server.xml", server(port, "")],
            [where, text],
            ["conf/web.xml", DEFAULTS],
            ["webapps/.keep", ""],
          ]),
        );
        // The driver stands beside Tomcat's own libraries, as in CATALINA_HOME/lib.
        const real = { ...tomcat, jars: [...tomcat.jars, classes] };
        const running = new Tomcat({ real, place: { address: "127.0.0.1", enter: [] }, base });
        try {
          await running.started();
          const page = await browser.visit("127.0.0.1", undefined, port);
          for (const entry of entries) assert.match(page, new RegExp(`<li>${entry}</li>`), running.log);
          const entry = `from-${tomcat.line}`;
          assert.match(await browser.visit("127.0.0.1", entry, port), new RegExp(`<li>${entry}</li>`));
          entries.push(entry);
          await running.stop();
          assert.deepEqual(readdirSync(database), [browser.session], running.log);
          assert.deepEqual(running.warnings, []);
        } finally {
          await running.kill();
        }
      }
      assert.match(text, /<Resource name="jdbc\/store"[^>]* password="s&lt;3&amp;t"/);
      assert.match(text, /DataSourceStore"[\s\S]* localDataSource="true"/);
    });
  }
});
