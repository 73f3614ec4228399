import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { freePort } from "../harness/free-port.ts";
import { DEFAULTS, Tomcat, writeBase } from "./cluster/tomcat.ts";
import { compiledDriver } from "./migrate/drivers.ts";
import { moved } from "./migrate/journey.ts";
import { missingTomcat, newest, tomcats, versionOf } from "./tomcats.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-migrate-realm-"));
after(() => rmSync(folder, { recursive: true }));

/** A Tomcat 9.0 that asks a database who its users are. Names and passwords are those of UserDriver. */
const server = (port: number) => `<Server port="-1">
  <Service name="Catalina">
    <Connector port="${port}" address="127.0.0.1"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.JDBCRealm" driverName="UserDriver" connectionURL="jdbc:users:"
             connectionName="tomcat" connectionPassword="s&lt;3&amp;t"
             userTable="people" userNameCol="name" userCredCol="secret" userRoleTable="roles" roleNameCol="role"/>
      <Host name="localhost" appBase="webapps"/>
    </Engine>
  </Service>
</Server>
`;

/** All of it is for members who tell their password. */
const APPLICATION = `<web-app>
  <security-constraint>
    <web-resource-collection><web-resource-name>all</web-resource-name><url-pattern>/*</url-pattern></web-resource-collection>
    <auth-constraint><role-name>member</role-name></auth-constraint>
  </security-constraint>
  <login-config><auth-method>BASIC</auth-method></login-config>
  <security-role><role-name>member</role-name></security-role>
</web-app>
`;

/** What each client is answered: one without a name, two with a wrong one or password, one without the role, a member. */
async function statuses(port: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (const who of [undefined, "nobody:clyde", "bonnie:wrong", "guest:guest", "bonnie:clyde"]) {
    const headers = who === undefined ? {} : { authorization: `Basic ${Buffer.from(who).toString("base64")}` };
    const { status } = await fetch(`http://127.0.0.1:${port}/page.txt`, { headers });
    found.push(status);
  }
  return found;
}

describe("who was let in by a JDBCRealm is let in by what it becomes", { skip: missingTomcat }, () => {
  test("on each Tomcat of the way, with the same user of the database", async () => {
    const classes = compiledDriver("UserDriver", folder);
    const port = await freePort();
    const way = [...new Set([...tomcats.slice(0, 1), ...newest])];
    let text = server(port);
    let last = way[0];
    for (const tomcat of way) {
      if (tomcat !== last && last) {
        const plan = await moved(text, versionOf(last), versionOf(tomcat));
        assert.deepEqual(
          plan.entries.filter(({ bucket }) => bucket === "by-hand" || bucket === "unknown"),
          [],
        );
        text = plan.after;
      }
      last = tomcat;
      const base = join(folder, `${tomcat.release}`);
      writeBase(
        base,
        new Map([
          ["conf/server.xml", text],
          ["conf/web.xml", DEFAULTS],
          ["webapps/ROOT/WEB-INF/web.xml", APPLICATION],
          ["webapps/ROOT/page.txt", "for members\n"],
        ]),
      );
      // The driver stands beside Tomcat's own libraries, as in CATALINA_HOME/lib.
      const real = { ...tomcat, jars: [...tomcat.jars, classes] };
      const running = new Tomcat({ real, place: { address: "127.0.0.1", enter: [] }, base });
      try {
        await running.started();
        assert.deepEqual(await statuses(port), [401, 401, 401, 403, 200], `${tomcat.release}\n${running.log}`);
        assert.deepEqual(running.warnings, []);
      } finally {
        await running.kill();
      }
    }
    assert.match(text, /<Resource name="jdbc\/realm"[^>]* password="s&lt;3&amp;t"/);
    assert.match(text, /DataSourceRealm"/);
  });
});
