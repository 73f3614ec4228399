import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { newFiles } from "../../../server/src/create/files.ts";
import { type Moved, moveFile } from "../../../server/src/migrate/file.ts";
import { CLASS_CHANGES, PROTOCOL_CHANGES } from "../../../server/src/migrate/tables/classes.ts";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import { LINES, type Line, lineFacts, lineOf } from "../../../server/src/schema/lines.ts";
import type { TomcatVersion } from "../../../server/src/schema/model.ts";
import { Release } from "../../../server/src/schema/release.ts";
import { cases } from "../../harness/effort.ts";
import { migration } from "../../harness/migration.ts";
import { allPlans } from "../../harness/plans.ts";

const at = (line: Line): TomcatVersion => ({ line, release: lineFacts(line).newest });

function move(path: string, text: string, from: TomcatVersion, to: TomcatVersion): Moved {
  const file = readConfigFile(path, text, from);
  assert.ok(file, path);
  return moveFile(file, to);
}

const moved = (text: string, from: Line, to: Line) => move("conf/server.xml", text, at(from), at(to));
const after = (text: string, from: Line, to: Line) => moved(text, from, to).draft.text;

const engine = (inside: string, beside = "") =>
  `<Server port="8005"><Service name="Catalina">${beside}<Engine name="Catalina" defaultHost="localhost">${inside}<Host name="localhost"/></Engine></Service></Server>`;

/** A server.xml of 7.0 with much of what went since, in the layout of its author. */
const OLD = [
  "\ufeff<?xml version='1.0' encoding='UTF-8'?>",
  "<!-- ours: do not touch & keep -->",
  '<Server port="8005" shutdown="SHUTDOWN">',
  '  <Listener className="org.apache.catalina.core.JasperListener"/>',
  '  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener" gcDaemonProtection="true"/>',
  '  <GlobalNamingResources><Resource name="jdbc/x" type="javax.sql.DataSource" maxActive="10"/></GlobalNamingResources>',
  '  <Service name="Catalina">',
  '    <Connector port="8443" protocol="org.apache.coyote.http11.Http11Protocol" SSLEnabled="true"',
  '               keystoreFile=\'a&amp;b.jks\' keystorePass=\'x"y\' clientAuth="want" sslEnabledProtocols="TLSv1.2,TLSv1.3"/>',
  '    <Connector port="8009" protocol="AJP/1.3" requiredSecret="s3" acceptorThreadCount="2"/>',
  '    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${route}">',
  '      <Realm className="org.apache.catalina.realm.JDBCRealm" driverName="org.h2.Driver" connectionURL="jdbc:h2:mem:a"',
  '             userTable="u" userNameCol="n" userCredCol="c" userRoleTable="r" roleNameCol="rn" digest="SHA-256"/>',
  '      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">',
  '        <Manager className="org.apache.catalina.ha.session.DeltaManager" sessionIdLength="24" distributable="true"/>',
  '        <Channel className="org.apache.catalina.tribes.group.GroupChannel">',
  '          <Membership className="org.apache.catalina.tribes.membership.McastService" mcastAddr="228.0.0.5"/>',
  '          <Interceptor className="org.apache.catalina.tribes.group.interceptors.MessageDispatch15Interceptor"/>',
  "        </Channel>",
  '        <ClusterListener className="org.apache.catalina.ha.session.JvmRouteSessionIDBinderListener"/>',
  "      </Cluster>",
  '      <Host name="localhost" appBase="webapps">',
  '        <Context path="" docBase="x" allowLinking="true" cacheTTL="100"/>',
  '        <Valve className="org.apache.catalina.valves.AccessLogValve" pattern="%h %D %T %%D"/>',
  "      </Host>",
  "    </Engine>",
  "  </Service>",
  "</Server>",
  "",
].join("\r\n");

test("a whole server.xml of 7.0 becomes one of 11.0, and all that was not to change is as it was", () => {
  assert.equal(
    after(OLD, "7.0", "11.0"),
    [
      "\ufeff<?xml version='1.0' encoding='UTF-8'?>",
      "<!-- ours: do not touch & keep -->",
      '<Server port="8005" shutdown="SHUTDOWN">',
      '  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>',
      "  <GlobalNamingResources>",
      '    <Resource name="jdbc/realm" auth="Container" type="javax.sql.DataSource" driverClassName="org.h2.Driver" url="jdbc:h2:mem:a"/><Resource name="jdbc/x" type="javax.sql.DataSource" maxTotal="10"/></GlobalNamingResources>',
      '  <Service name="Catalina">',
      '    <Connector port="8443" protocol="org.apache.coyote.http11.Http11NioProtocol" SSLEnabled="true">',
      '      <SSLHostConfig certificateVerification="want" protocols="TLSv1.2,TLSv1.3">',
      '        <Certificate certificateKeystoreFile="a&amp;b.jks" certificateKeystorePassword="x&quot;y"/>',
      "      </SSLHostConfig>",
      "    </Connector>",
      '    <Connector port="8009" protocol="AJP/1.3" secret="s3"/>',
      '    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${route}">',
      '      <Realm className="org.apache.catalina.realm.DataSourceRealm"',
      '             userTable="u" userNameCol="n" userCredCol="c" userRoleTable="r" roleNameCol="rn" dataSourceName="jdbc/realm">',
      '        <CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-256"/>',
      "      </Realm>",
      '      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">',
      '        <Manager className="org.apache.catalina.ha.session.DeltaManager">',
      '          <SessionIdGenerator className="org.apache.catalina.util.StandardSessionIdGenerator" sessionIdLength="24"/>',
      "        </Manager>",
      '        <Channel className="org.apache.catalina.tribes.group.GroupChannel">',
      '          <Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.5"/>',
      '          <Interceptor className="org.apache.catalina.tribes.group.interceptors.MessageDispatchInterceptor"/>',
      "        </Channel>",
      "      </Cluster>",
      '      <Host name="localhost" appBase="webapps">',
      '        <Context path="" docBase="x">',
      '          <Resources allowLinking="true" cacheTtl="100"/>',
      "        </Context>",
      '        <Valve className="org.apache.catalina.valves.AccessLogValve" pattern="%h %{ms}T %{fracsec}T %%D"/>',
      "      </Host>",
      "    </Engine>",
      "  </Service>",
      "</Server>",
      "",
    ].join("\r\n"),
  );
});

describe("for the old server.xml and all that the wizard writes for older lines", () => {
  const wizard = allPlans
    .flatMap((plan) =>
      newFiles(plan).map((file) => ({ line: plan.line, outcome: file.after(undefined, new Map()), path: file.path })),
    )
    .flatMap(({ line, outcome, path }) =>
      path.endsWith("server.xml") && "text" in outcome ? [{ line, text: outcome.text }] : [],
    );
  const corpus = [{ line: "7.0" as Line, text: OLD }, ...wizard];

  test("a second run changes nothing, and line after line is the same as at once", () => {
    assert.ok(corpus.length > 100, `${corpus.length}`);
    for (const { line, text } of cases(corpus)) {
      const way = LINES.slice(LINES.indexOf(line), LINES.indexOf("11.0") + 1);
      const direct = after(text, line, "11.0");
      const stepwise = way.slice(1).reduce((each, to, index) => after(each, way[index] ?? line, to), text);
      assert.equal(stepwise, direct);
      assert.equal(after(direct, line, "11.0"), direct);
    }
  });

  test("nothing is changed backwards", () => {
    for (const { line, text } of cases(corpus))
      for (const to of LINES.slice(0, LINES.indexOf(line))) assert.equal(after(text, line, to), text);
  });
});

describe("what would lose a wish is left to a person, as it stands", () => {
  const left: readonly [name: string, text: string, from: Line, to: Line][] = [
    [
      "an attribute that asked for what is gone",
      engine("", '<Connector port="1" rejectIllegalHeader="false"/>'),
      "10.1",
      "11.0",
    ],
    [
      "a placeholder that no file fills in",
      engine("", '<Connector port="1" rejectIllegalHeader="${strict}"/>'),
      "10.1",
      "11.0",
    ],
    [
      "two names for one thing",
      engine("", '<Connector port="1" protocol="AJP/1.3" secret="a" requiredSecret="b"/>'),
      "10.1",
      "11.0",
    ],
    [
      "TLS beside an SSLHostConfig that says the same",
      engine("", '<Connector port="1" SSLEnabled="true" ciphers="A"><SSLHostConfig ciphers="B"/></Connector>'),
      "9.0",
      "10.1",
    ],
    [
      "a Realm without its connection",
      engine('<Realm className="org.apache.catalina.realm.JDBCRealm" userTable="u"/>'),
      "9.0",
      "10.1",
    ],
  ];
  for (const [name, text, from, to] of left) {
    test(name, () => {
      const { draft, entries } = moved(text, from, to);
      assert.equal(draft.text, text);
      assert.deepEqual(
        entries.map(({ bucket }) => bucket),
        ["by-hand"],
      );
    });
  }
});

describe("what an entity or a placeholder hides is told of, and stays", () => {
  const valve = (pattern: string) =>
    engine(`<Valve className="org.apache.catalina.valves.AccessLogValve" pattern="${pattern}"/>`);
  const resource = (type: string) =>
    engine("").replace(
      "<Service",
      `<GlobalNamingResources><Resource name="a" type="${type}"/></GlobalNamingResources><Service`,
    );
  const hidden: readonly [what: string, text: string, bucket: string | undefined][] = [
    ["a pattern", valve("${unheard}"), "unknown"],
    ["a part of a pattern", valve("%h ${times}"), "by-hand"],
    ["a pattern behind an entity", valve("&log;"), "unknown"],
    ["a type", resource("${unheard}"), "unknown"],
    ["a type that a file tells", resource("${mail}"), "by-hand"],
    [
      "the factory of transactions",
      engine("").replace("<Host ", '<Host><Context><Transaction factory="a.B"/></Context></Host><Host '),
      "by-hand",
    ],
    ["nothing of all that", valve("%h ${bytes}"), undefined],
    ["a type that stays", resource("${pool}"), undefined],
  ];
  const properties = "times=%D\nbytes=%b\nmail=javax.mail.Session\npool=javax.sql.DataSource\n";
  for (const [what, text, bucket] of hidden) {
    test(what, async () => {
      const { files } = await migration(
        { "conf/server.xml": text, "conf/catalina.properties": properties },
        "9.0.122",
        "10.1.60",
      );
      const file = files.find(({ path }) => path === "conf/server.xml");
      assert.equal(file?.after, text);
      assert.deepEqual(
        file?.entries.filter(({ source }) => /Migration Guide 10\.0/.test(source)).map((each) => each.bucket),
        bucket === undefined ? [] : [bucket],
      );
    });
  }

  test("a code within another is no code", () => {
    const pattern = "%{D}t %{%D}o %%D ${log:-%D} %{x}i%D";
    assert.ok(after(valve(pattern), "9.0", "10.1").includes('pattern="%{D}t %{%D}o %%D ${log:-%D} %{x}i%{ms}T"'));
  });
});

test("a Store keeps its sessions in a pool of its Context, and so a Realm in a file without a Server", () => {
  const connection = 'driverName="org.h2.Driver" connectionURL="jdbc:h2:a"';
  const pool = (name: string) =>
    `<Resource name="jdbc/${name}" auth="Container" type="javax.sql.DataSource" driverClassName="org.h2.Driver" url="jdbc:h2:a"/>`;
  const store = `<Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.JDBCStore" ${connection}/></Manager>`;
  const realm = `<Realm className="org.apache.catalina.realm.JDBCRealm" ${connection} userTable="u"/>`;
  const text = `<Context>\n  ${store}\n  ${realm}\n</Context>`;
  const result = move("conf/context.xml", text, at("9.0"), at("10.1")).draft.text;
  assert.equal(
    result,
    `<Context>
  ${pool("realm")}
  ${pool("store")}
  <Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.DataSourceStore" dataSourceName="jdbc/store" localDataSource="true"/></Manager>
  <Realm className="org.apache.catalina.realm.DataSourceRealm" userTable="u" dataSourceName="jdbc/realm" localDataSource="true"/>
</Context>`,
  );
  const inHost = engine("", "").replace(
    "<Host ",
    `<Host><Context path="/a" docBase="a">${store}</Context></Host><Host `,
  );
  assert.match(after(inHost, "9.0", "10.1"), /<Context path="\/a" docBase="a">\s*<Resource name="jdbc\/store"/);
});

test("a third party's factory keeps the names its pool knows", () => {
  const text = engine("").replace(
    "<Service",
    '<GlobalNamingResources><Resource name="a" type="javax.sql.DataSource" factory="org.apache.tomcat.jdbc.pool.DataSourceFactory" maxActive="5"/></GlobalNamingResources><Service',
  );
  assert.equal(after(text, "7.0", "11.0"), text);
});

test("an application's web.xml gets Jakarta's namespace and names, where its root is simple", () => {
  const text = `<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0"><servlet><servlet-class>javax.faces.webapp.FacesServlet</servlet-class></servlet></web-app>`;
  assert.equal(
    move("webapps/a/WEB-INF/web.xml", text, at("9.0"), at("11.0")).draft.text,
    `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"><servlet><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet></web-app>`,
  );
});

test("each class that is said to be gone is gone there, and what takes its place is there", () => {
  for (const { name, gone, by } of [...CLASS_CHANGES, ...PROTOCOL_CHANGES]) {
    const without = lineOf(gone);
    assert.ok(without);
    const has = (line: Line, each: string) =>
      catalogOf(line).classNamed(each) !== undefined || catalogOf(line).connectorAttributes(each) !== undefined;
    assert.ok(
      !catalogOf(without).classNamed(name) && !catalogOf(without).connectorAttributes(name),
      `${name} in ${gone}`,
    );
    if (by !== undefined && !/(?:NioProtocol|StandardRoot)$/.test(by)) assert.ok(has(without, by), `${by} in ${gone}`);
  }
});

test("each place of an entry lies in the first text", () => {
  const { entries } = moved(OLD, "7.0", "11.0");
  assert.ok(entries.length > 15);
  const file = readConfigFile("conf/server.xml", OLD, at("7.0"));
  for (const { at: place, element } of entries) {
    const tag = OLD.lastIndexOf("<", place.start);
    assert.equal(/^<([\w-]+)/.exec(OLD.slice(tag))?.[1], element, OLD.slice(place.start, place.end));
  }
  assert.ok(file);
});

test("suites of TLS 1.3 get the list of their own, where what is written is a plain list", () => {
  const host = (list: string) =>
    engine("", `<Connector port="1" SSLEnabled="true"><SSLHostConfig ciphers="${list}"/></Connector>`);
  const to: TomcatVersion = at("11.0");
  const from: TomcatVersion = { line: "9.0", release: Release.parse("9.0.43") };
  const result = (list: string) => move("conf/server.xml", host(list), from, to);
  const { draft } = result("TLS_AES_128_GCM_SHA256,ECDHE-RSA-AES128-GCM-SHA256");
  assert.match(
    draft.text,
    /<SSLHostConfig ciphers="ECDHE-RSA-AES128-GCM-SHA256" cipherSuites="TLS_AES_128_GCM_SHA256"\/>/,
  );
  for (const left of ["TLS_AES_128_GCM_SHA256", "HIGH:!aNULL:TLS_AES_128_GCM_SHA256"]) {
    const { draft: same, entries } = result(left);
    assert.equal(same.text, host(left));
    assert.ok(entries.some(({ bucket }) => bucket === "by-hand"));
  }
  assert.equal(result("ECDHE-RSA-AES128-GCM-SHA256").entries.length, 0);
});
