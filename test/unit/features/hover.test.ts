import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locale } from "../../../server/src/base/localized.ts";
import { hover } from "../../../server/src/features/hover.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import { cursor } from "../../harness/cursor.ts";

const MCAST = "org.apache.catalina.tribes.membership.McastService";

/** What the hover at `$0` says. */
function said(marked: string, locale: Locale = "en", line: Line = "9.0"): string | undefined {
  const { file, offset } = cursor(marked, line);
  return hover(file, offset, locale)?.markdown;
}

describe("hover", () => {
  test("tells on an element what its class is for, and where Tomcat describes it", () => {
    const text = said(`<Cluster><Channel><Member$0ship className="${MCAST}"/></Channel></Cluster>`);
    assert.match(String(text), /Finds members by multicast/);
    assert.match(String(text), /tomcat-9\.0-doc\/config\/cluster-membership\.html/);
  });

  test("tells on an attribute its unit, default and range", () => {
    const text = said(`<Cluster><Channel><Membership className="${MCAST}" drop$0Time="3000"/></Channel></Cluster>`);
    assert.match(String(text), /\*\*dropTime\*\* — long, milliseconds/);
    assert.match(String(text), /Default: `3000`/);
    assert.match(String(text), /Range: ≥ 1/);
  });

  test("speaks Korean", () => {
    const text = said(
      `<Cluster><Channel><Membership className="${MCAST}" drop$0Time="3000"/></Channel></Cluster>`,
      "ko",
    );
    assert.match(String(text), /밀리초/);
    assert.match(String(text), /기본값: `3000`/);
  });

  test("takes a sum of options apart", () => {
    const text = said('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="1$00"/>');
    assert.match(String(text), /\| 2 \| use_ack \|/);
    assert.match(String(text), /\| 8 \| asynchronous \|/);
    assert.doesNotMatch(String(text), /synchronized_ack/);
  });

  test("takes option names apart too", () => {
    assert.match(
      String(
        said('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="$0async, udp"/>'),
      ),
      /\| 32 \| udp \|/,
    );
  });

  test("explains Managers of other projects that keep sessions in a shared store", () => {
    const redisson = (attribute: string) =>
      `<Context><Man$1ager className="org.redisson.tomcat.RedissonSessionManager" ${attribute}="MEMORY"/></Context>`;
    const at = (text: string, place: "$0" | "$1") =>
      said(text.replace(place === "$0" ? "$1" : "$0", "").replace(place, "$0"));
    assert.match(String(at(redisson("read$0Mode"), "$0")), /\*\*readMode\*\*.*MEMORY reads them once/s);
    assert.match(String(at(redisson("readMode"), "$1")), /\*\*RedissonSessionManager\*\*.*Redis or Valkey/s);
    assert.equal(at(redisson("constr$0uctor"), "$0"), undefined);
    const memcached = "de.javakaffee.web.msm.MemcachedBackupSessionManager";
    const operation = `<Context><Manager className="${memcached}" operation$0Timeout="500"/></Context>`;
    assert.match(String(said(operation)), /\*\*operationTimeout\*\* — milliseconds/);
    assert.match(String(said(operation, "ko")), /밀리초/);
    assert.match(String(said(`<Context><Manager class$0Name="${memcached}"/></Context>`)), /copy of each session/);
    assert.equal(said(`<Context><Manager className="com.example.Manager" read$0Mode="MEMORY"/></Context>`), undefined);
    // Only a Manager is one.
    assert.equal(said(`<Context><Valve className="${memcached}" sti$0cky="true"/></Context>`), undefined);
  });

  test("explains in a text that is still being typed", () => {
    assert.match(String(said(`<Cluster><Channel><Membership className="${MCAST}" frequ$0ency="5`)), /announcements/);
  });

  for (const [where, marked] of [
    ["an unknown class", '<Cluster><Channel><Membership className="com.example.Mine" port$0="1"/></Channel></Cluster>'],
    ["an unknown attribute", '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" color$0="red"/>'],
    ["text between elements", "<Cluster>\n$0\n</Cluster>"],
  ] as const) {
    test(`is silent on ${where}`, () => assert.equal(said(marked), undefined));
  }
});

/** A node with one Connector. */
const connector = (attributes: string) =>
  `<Server><Service name="Catalina"><Connector ${attributes}/><Engine name="Catalina" defaultHost="localhost"/></Service></Server>`;

describe("hover in server.xml and context.xml", () => {
  for (const [where, marked, expected] of [
    ["Server", '<Ser$0ver port="8005"><Service/></Server>', /config\/server\.html/],
    ["the port of a Connector", connector('po$0rt="8080" protocol="HTTP/1.1"'), /TCP port[\s\S]*Range: -1 – 65535/],
    ["maxThreads, which the protocol handler takes", connector('port="8080" maxThr$0eads="300"'), /Default: `200`/],
    ["a default that the handler works out", connector('maxKeepAlive$0Requests="1"'), /Default: `100`/],
    ["an attribute of AJP alone", connector('protocol="AJP/1.3" sec$0ret="s3"'), /config\/ajp\.html/],
    ["a protocol", connector('proto$0col="HTTP/1.1"'), /AJP\/1\.3/],
    ["an executor, which no class has", connector('port="1" execu$0tor="pool"'), /thread attributes are then ignored/],
    [
      "protocols of SSLHostConfig",
      '<Server><Service><Connector><SSLHostConfig proto$0cols="TLSv1.3"/></Connector></Service></Server>',
      /TLSv1\.2\+TLSv1\.3[\s\S]*config\/http\.html/,
    ],
    [
      "the type of a Certificate",
      '<Server><Service><Connector><SSLHostConfig><Certificate ty$0pe="RSA"/></SSLHostConfig></Connector></Service></Server>',
      /RSA, EC/,
    ],
    [
      "HTTP/2",
      '<Server><Service><Connector><UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" maxConcurrent$0Streams="1"/></Connector></Service></Server>',
      /long, streams/,
    ],
    ["reloadable of a Context", '<Context reload$0able="true"/>', /WEB-INF\/lib/],
    [
      "the pattern of an access log",
      '<Context><Valve className="org.apache.catalina.valves.AccessLogValve" patt$0ern="%h %D"/></Context>',
      /%S \(session id\)/,
    ],
    [
      "a JNDIRealm",
      '<Context><Real$0m className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://a"/></Context>',
      /Active Directory[\s\S]*config\/realm\.html/,
    ],
    ["a Resource", '<Context><Resour$0ce name="jdbc/orders" type="javax.sql.DataSource"/></Context>', /data source/],
    ["closeMethod of a Resource", '<Context><Resource name="a" close$0Method="close"/></Context>', /redeployment/],
    [
      "Alias, which is text",
      "<Server><Service><Engine><Host><Al$0ias>a</Alias></Host></Engine></Service></Server>",
      /Another name/,
    ],
    ["an end tag", "<Context><Manager></Mana$0ger></Context>", /one node|this node/],
    ["a third-party Valve", '<Context><Val$0ve className="com.example.Mine"/></Context>', /step each request/],
    ["a Valve that names no class yet", "<Context><Val$0ve", /step each request/],
    ["a Connector that is being typed", '<Server><Service><Connector port="8080" maxThr$0eads="3', /at once/],
    ["a value without an end", '<Context reload$0able="tr\n<Manager/>', /development/],
  ] as const) {
    test(`explains ${where}`, () => assert.match(String(said(marked)), expected));
  }

  test("lists the attributes where there are few", () => {
    assert.match(String(said('<Ser$0ver port="8005"><Service/></Server>')), /Attributes: .*`shutdown`/);
    assert.doesNotMatch(String(said('<Con$0text docBase="a"/>')), /Attributes:/);
  });

  test("follows the Tomcat line", () => {
    const marked = connector('keystore$0File="a"');
    assert.match(String(said(marked, "en", "7.0")), /Default: `\$\{user\.home\}\/\.keystore`/);
    assert.match(String(said(marked, "en", "9.0")), /Deprecated/);
    assert.equal(said(marked, "en", "11.0"), undefined);
  });

  test("calls nothing deprecated that is so under another name only", () => {
    assert.doesNotMatch(String(said(connector('accept$0Count="1"'), "en", "8.5")), /Deprecated/);
    assert.doesNotMatch(String(said(connector('proto$0col="HTTP/1.1"'), "en", "8.5")), /Deprecated/);
  });

  test("speaks Korean", () => {
    assert.match(String(said(connector('maxThr$0eads="3"'), "ko")), /동시에 처리하는 최대 요청 수/);
    assert.match(String(said('<Context><Resour$0ce name="a"/></Context>', "ko")), /데이터 소스/);
  });

  describe("on a data source", () => {
    const source = (attributes: string) =>
      `<Context><Resource name="jdbc/a" type="javax.sql.DataSource" ${attributes}/></Context>`;
    const other = 'factory="org.apache.tomcat.jdbc.pool.DataSourceFactory"';

    test("explains what its pool takes", () => {
      assert.match(String(said(source('max$0Total="20"'))), /number of nodes/);
      assert.match(String(said(source('max$0Active="20"'), "en", "7.0")), /number of nodes/);
    });

    test("tells of an attribute of another pool", () => {
      assert.match(String(said(source('max$0Active="20"'))), /maxTotal\.[\s\S]*ignores it/);
      assert.match(String(said(source('max$0Total="20"'), "ko", "7.0")), /무시합니다/);
      assert.doesNotMatch(String(said(source(`${other} max$0Active="20"`))), /ignores it/);
    });

    test("is silent where the pool is a third party's", () => {
      assert.equal(said(source('factory="com.zaxxer.hikari.HikariJNDIFactory" max$0Total="20"')), undefined);
      assert.equal(said(source('factory="${factory}" max$0Total="20"')), undefined);
      assert.equal(
        said('<Context><Resource name="m" type="jakarta.mail.Session" pass$0word="a"/></Context>'),
        undefined,
      );
    });
  });

  for (const [where, marked] of [
    ["an attribute of HTTP on an AJP Connector", connector('protocol="AJP/1.3" compres$0sion="on"')],
    ["an attribute of a protocol that cannot be known", connector(`protocol="\${proto}" compres$0sion="on"`)],
    ["an attribute of a third-party protocol", connector('protocol="com.example.Mine" compres$0sion="on"')],
    ["an element Tomcat ignores", '<Context><Engi$0ne name="a"/></Context>'],
    [
      "all in an element Tomcat ignores",
      '<Context><Foo><Valve className="org.apache.catalina.valves.SSL$0Valve"/></Foo></Context>',
    ],
    ["a name that every object has", '<Context><Valve className="a" const$0ructor="b"/></Context>'],
    ["an unknown attribute of a Connector", connector('toStr$0ing="b"')],
  ] as const) {
    test(`is silent on ${where}`, () => assert.equal(said(marked), undefined));
  }
});

describe("hover in web.xml", () => {
  for (const [where, marked, expected] of [
    ["distributable", "<web-app><distribut$0able/></web-app>", /Serializable/],
    ["the root", "<web-$0app><distributable/></web-app>", /fragments/],
    [
      "an end tag",
      "<web-app><session-config><session-timeout>30</session-ti$0meout></session-config></web-app>",
      /Minutes/,
    ],
    [
      "an element with elements",
      "<web-app><session-config><cookie-con$0fig/></session-config></web-app>",
      /session id/,
    ],
    ["a text that breaks off", "<web-app><session-config><session-time$0out>3", /Minutes/],
    ["a start tag that breaks off", "<web-app>\n  <distribut$0able", /Serializable/],
    ["an element behind a broken one", '<web-app version="3><listener>\n</listener><distribut$0able/>', /Serializable/],
  ] as const) {
    test(`explains ${where}`, () => assert.match(String(said(marked)), expected));
  }

  test("speaks Korean", () => assert.match(String(said("<web-app><distribut$0able/></web-app>", "ko")), /복제/));

  test("knows the attribute of a cookie since 10.1", () => {
    const marked = "<web-app><session-config><cookie-config><attri$0bute/></cookie-config></session-config></web-app>";
    assert.match(String(said(marked, "en", "10.1")), /SameSite/);
    assert.equal(said(marked, "en", "9.0"), undefined);
  });

  for (const [where, marked] of [
    [
      "distributable in a place where Tomcat does not read it",
      "<web-app><session-config><distribut$0able/></session-config></web-app>",
    ],
    ["text", "<web-app><session-config><session-timeout>3$00</session-timeout></session-config></web-app>"],
    ["an unknown element", "<web-app><clus$0ter/></web-app>"],
  ] as const) {
    test(`is silent on ${where}`, () => assert.equal(said(marked), undefined));
  }

  test("stays quick and whole where elements are nested deeper than any stack", () => {
    const depth = 20_000;
    assert.equal(said(`<web-app>${"<filter>".repeat(depth)}<distribut$0able/>`), undefined);
  });
});
