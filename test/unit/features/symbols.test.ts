import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contains } from "../../../server/src/base/span.ts";
import { type ConfigFile, readConfigFile } from "../../../server/src/config/file.ts";
import {
  type ConfigSymbol,
  documentSymbols,
  matchesFuzzily,
  namedPlaces,
} from "../../../server/src/features/symbols.ts";
import { Release } from "../../../server/src/schema/release.ts";

function read(text: string, path = "conf/server.xml", release?: string): ConfigFile {
  const file = readConfigFile(path, text, { line: "9.0", release: Release.parse(release ?? "") });
  assert.ok(file, "the text is no configuration of Tomcat's");
  return file;
}

/** The outline as an editor draws it: two blanks a level, the detail behind a dash. */
function outline(text: string, path?: string): string {
  const rows: string[] = [];
  const add = ({ name, detail, children }: ConfigSymbol, indent: string) => {
    rows.push(`${indent}${name}${detail === undefined ? "" : ` - ${detail}`}`);
    for (const child of children) add(child, `${indent}  `);
  };
  for (const symbol of documentSymbols(read(text, path))) add(symbol, "");
  return rows.join("\n");
}

const SERVER = `<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <GlobalNamingResources>
    <Resource name="UserDatabase" type="org.apache.catalina.UserDatabase"/>
  </GlobalNamingResources>
  <Service name="Catalina">
    <Executor name="pool"/>
    <Connector port="\${http.port}" protocol="HTTP/1.1"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService" port="45565"/>
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver"/>
          <Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
            <Member className="org.apache.catalina.tribes.membership.StaticMember" host="192.168.56.8" port="4010"/>
            <Member className="org.apache.catalina.tribes.membership.StaticMember" port="4020"/>
          </Interceptor>
        </Channel>
        <Valve className="org.apache.catalina.ha.tcp.ReplicationValve"/>
        <Valve className="com.example.OurValve"/>
      </Cluster>
      <Host name="localhost" appBase="webapps">
        <Context path="/shop" docBase="shop-2"/>
      </Host>
    </Engine>
  </Service>
</Server>`;

describe("the outline", () => {
  test("has the names people use, with Tomcat's defaults where nothing is written", () => {
    assert.equal(
      outline(SERVER),
      `Server 8005
  Listener JreMemoryLeakPreventionListener
  GlobalNamingResources
    Resource UserDatabase - org.apache.catalina.UserDatabase
  Service Catalina
    Executor pool
    Connector \${http.port} - HTTP/1.1
    Engine Catalina - node1
      Cluster SimpleTcpCluster - asynchronous (8)
        Channel GroupChannel
          Membership 228.0.0.4:45565 - McastService
          Receiver auto:4000 - NioReceiver
          Interceptor StaticMembershipInterceptor
            Member 192.168.56.8:4010
            Member :4020
        Valve ReplicationValve
        Valve OurValve - com.example.OurValve
      Host localhost - webapps
        Context /shop - shop-2`,
    );
  });

  test("names the parts of a web.xml", () => {
    assert.equal(
      outline(
        `<web-app>
          <display-name>Shop</display-name>
          <distributable/>
          <servlet><servlet-name>cart</servlet-name><servlet-class>com.example.Cart</servlet-class></servlet>
          <servlet-mapping><servlet-name>cart</servlet-name><url-pattern>/cart/*</url-pattern></servlet-mapping>
          <session-config><session-timeout>30</session-timeout></session-config>
        </web-app>`,
        "WEB-INF/web.xml",
      ),
      `web-app
  display-name - Shop
  distributable
  servlet cart - com.example.Cart
    servlet-name - cart
    servlet-class - com.example.Cart
  servlet-mapping cart - /cart/*
    servlet-name - cart
    url-pattern - /cart/*
  session-config
    session-timeout - 30`,
    );
  });

  for (const [what, text, expected] of [
    [
      "of an element that is still typed",
      '<Server><Service name="a"><Connector port="80\n',
      "Server\n  Service a\n    Connector 80",
    ],
    ["without what has no name yet", "<Server><Service><</Service></Server>", "Server\n  Service"],
    ["with an empty name", '<Server><Service name=""/></Server>', "Server\n  Service"],
    [
      "of a name over two lines, cut to one that is not too long",
      `<Server><Service name="a\n  ${"b".repeat(100)}"/></Server>`,
      `Server\n  Service a ${"b".repeat(69)}…`,
    ],
    [
      "of what Tomcat ignores",
      '<Server><Service><Nonsense className="x.Y"/></Service></Server>',
      "Server\n  Service\n    Nonsense Y - x.Y",
    ],
  ] as const) {
    test(what, () => assert.equal(outline(text).replaceAll("Server 8005", "Server"), expected));
  }

  test("stops at a depth no configuration has, and gives no empty name at any point of typing", () => {
    assert.ok(documentSymbols(read(`<Server>${"<Service>".repeat(50_000)}`)).length === 1);
    const visit = (symbol: ConfigSymbol) => {
      assert.notEqual(symbol.name, "");
      assert.ok(contains(symbol.span, symbol.selection));
      symbol.children.forEach(visit);
    };
    for (let end = "<Server>".length; end < SERVER.length; end += 7) {
      documentSymbols(read(SERVER.slice(0, end))).forEach(visit);
    }
  });

  test("strikes out classes that are deprecated in the newest release", () => {
    const text =
      '<Cluster><Channel><Receiver className="org.apache.catalina.tribes.transport.bio.BioReceiver"/></Channel></Cluster>';
    const deprecated = (release?: string) =>
      documentSymbols(read(text, "cluster.xml", release))[0]?.children[0]?.children[0]?.deprecated;
    assert.equal(deprecated(), true);
    assert.equal(deprecated("9.0.1"), false);
  });
});

describe("elements of the workspace", () => {
  test("in a cluster are named with it", () => {
    const names = namedPlaces(read(SERVER)).map(({ name }) => name);
    assert.ok(names.includes("Cluster → Member 192.168.56.8:4010"));
    assert.ok(names.includes("Host localhost"));
    assert.ok(names.includes("Cluster SimpleTcpCluster"));
  });

  test("are made once for a state of a file", () => {
    const file = read(SERVER);
    assert.equal(namedPlaces(file), namedPlaces(file));
  });

  for (const [query, found] of [
    ["", true],
    ["member", true],
    ["mem4010", true],
    ["Cluster 192.168", true],
    ["clmem8", true],
    ["4010 member", false],
    ["receiver", false],
  ] as const) {
    test(`"${query}" finds it: ${found}`, () => {
      assert.equal(matchesFuzzily(query, "Cluster → Member 192.168.56.8:4010"), found);
    });
  }
});
