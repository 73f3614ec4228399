import type { Line } from "../../../server/src/schema/lines.ts";

/**
 * Each thing that Tomcat's migration guides tell of, for the lines we know: guide, section, and what it is about in a
 * word. Source: tomcat.apache.org, migration-8, -85, -9, -10, -10.1 and -11.0; what a later guide repeats stands once.
 */
export interface Bullet {
  /** `8.0/clustering/listener`. */
  readonly id: string;
  readonly answer: Shown | Outside;
}

/** Something in a file we read: a piece of a server.xml, and what of the report tells of it. */
export interface Shown {
  /** A line stands for its newest release. */
  readonly from: string;
  readonly to: Line;
  readonly in: "server" | "service" | "engine" | "host" | "web" | "anything";
  readonly xml: string;
  /** In the text of an entry, or of what every such move needs. */
  readonly says: RegExp;
}

/** Something that no file we read can show, and where it is. */
export interface Outside {
  readonly outside:
    | "classes of applications"
    | "code that extends Tomcat"
    | "start scripts"
    | "logging"
    | "JMX"
    | "shipped applications"
    | "nothing to change";
}

const classes: Outside = { outside: "classes of applications" };
const inside: Outside = { outside: "code that extends Tomcat" };
const fine: Outside = { outside: "nothing to change" };
const connector = (from: string, to: Line, attributes: string, says: RegExp): Shown => ({
  ...{ from, to, says, in: "service" },
  xml: `<Connector port="8080" ${attributes}/>`,
});
const every = (from: string, to: Line, says: RegExp): Shown => ({ from, to, says, in: "anything", xml: "" });
const context = (from: string, to: Line, attributes: string, says: RegExp): Shown => ({
  ...{ from, to, says, in: "host" },
  xml: `<Context path="/a" docBase="a" ${attributes}/>`,
});
const manager = (attributes: string, says: RegExp): Shown => ({
  ...{ from: "7.0", to: "8.5", says, in: "engine" },
  xml: `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Manager className="org.apache.catalina.ha.session.DeltaManager" ${attributes}/></Cluster>`,
});
const pool = (attributes: string, says: RegExp): Shown => ({
  ...{ from: "7.0", to: "8.5", says, in: "server" },
  xml: `<GlobalNamingResources><Resource name="jdbc/a" type="javax.sql.DataSource" ${attributes}/></GlobalNamingResources>`,
});
const AJP = 'protocol="AJP/1.3" redirectPort="8443"';

export const BULLETS: readonly Bullet[] = [
  { id: "8.0/java", answer: every("7.0", "8.5", /needs Java 7/) },
  { id: "8.0/specifications", answer: classes },
  { id: "8.0/servlet/jsp-imports", answer: classes },
  { id: "8.0/jsp/undefined-names", answer: classes },
  { id: "8.0/connector/nio-by-default", answer: every("7.0", "8.5", /stand for the NIO connectors/) },
  { id: "8.0/url-encoding", answer: connector("7.0", "8.5", "", /URIEncoding: "ISO-8859-1" → "UTF-8"/) },
  { id: "8.0/resources/aliases", answer: context("7.0", "8.5", 'aliases="/a=/b"', /aliases is gone/) },
  {
    id: "8.0/resources/virtual-loader",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "host", says: /VirtualWebappLoader is gone/ },
      xml: '<Context path="/a" docBase="a"><Loader className="org.apache.catalina.loader.VirtualWebappLoader" virtualClasspath="/x"/></Context>',
    },
  },
  {
    id: "8.0/resources/virtual-folder",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "host", says: /VirtualDirContext is gone/ },
      xml: '<Context path="/a" docBase="a"><Resources className="org.apache.naming.resources.VirtualDirContext"/></Context>',
    },
  },
  { id: "8.0/resources/allowLinking", answer: context("7.0", "8.5", 'allowLinking="true"', /read in Resources/) },
  { id: "8.0/resources/cachingAllowed", answer: context("7.0", "8.5", 'cachingAllowed="false"', /read in Resources/) },
  { id: "8.0/resources/cacheMaxSize", answer: context("7.0", "8.5", 'cacheMaxSize="100"', /read in Resources/) },
  {
    id: "8.0/resources/cacheObjectMaxSize",
    answer: context("7.0", "8.5", 'cacheObjectMaxSize="9"', /read in Resources/),
  },
  { id: "8.0/resources/cacheTtl", answer: context("7.0", "8.5", 'cacheTTL="9"', /read in Resources, as cacheTtl/) },
  { id: "8.0/dbcp/maxActive", answer: pool('maxActive="9"', /maxActive is called maxTotal/) },
  { id: "8.0/dbcp/maxWait", answer: pool('maxWait="9"', /maxWait is called maxWaitMillis/) },
  { id: "8.0/dbcp/driver-in-application", answer: fine },
  { id: "8.0/dbcp/validation", answer: fine },
  { id: "8.0/dbcp/removeAbandoned", answer: pool('removeAbandoned="true"', /is called removeAbandonedOnBorrow/) },
  { id: "8.0/dbcp/new-options", answer: fine },
  {
    id: "8.0/clustering/listener",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "engine", says: /^Removed: JvmRouteBinderValve/ },
      xml: '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><ClusterListener className="org.apache.catalina.ha.session.JvmRouteSessionIDBinderListener"/></Cluster>',
    },
  },
  { id: "8.0/debugging/jpda-address", answer: { outside: "start scripts" } },
  { id: "8.0/internal/manager-loader-resources", answer: inside },
  { id: "8.0/internal/mapper", answer: inside },
  { id: "8.0/internal/resources", answer: inside },
  { id: "8.0/internal/session-id-generator", answer: inside },
  { id: "8.0/deployment/unpacked-wars", answer: fine },
  { id: "8.0/notable/maxPostSize-of-zero", answer: connector("7.0.62", "8.5", 'maxPostSize="0"', /-1 is none/) },

  {
    id: "8.5/connector/bio-removed",
    answer: connector("8.5", "9.0", 'protocol="org.apache.coyote.http11.Http11Protocol"', /blocking connector/),
  },
  {
    id: "8.5/connector/bio-ajp-removed",
    answer: connector("8.5", "9.0", 'protocol="org.apache.coyote.ajp.AjpProtocol"', /blocking connector/),
  },
  { id: "8.5/connector/reason-phrases", answer: connector("8.5", "9.0", 'sendReasonPhrase="true"', /no phrase/) },
  {
    id: "8.5/comet",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "host", says: /Comet is gone/ },
      xml: '<Valve className="org.apache.catalina.valves.CometConnectionManagerValve"/>',
    },
  },
  { id: "8.5/http2", answer: fine },
  {
    id: "8.5/tls-hosts",
    answer: connector("9.0", "10.1", 'SSLEnabled="true" keystoreFile="k"', /of an SSLHostConfig/),
  },
  { id: "8.5/internal/connectors", answer: inside },
  {
    id: "8.5/internal/digest-of-realm",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "engine", says: /CredentialHandler/ },
      xml: '<Realm className="org.apache.catalina.realm.MemoryRealm" digest="SHA"/>',
    },
  },
  { id: "8.5/internal/authenticators", answer: inside },
  { id: "8.5/jsr-77", answer: { outside: "JMX" } },
  {
    id: "8.5/clustering/dispatch-15",
    answer: {
      ...{ from: "7.0", to: "8.5", in: "engine", says: /MessageDispatchInterceptor does what/ },
      xml: '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Interceptor className="org.apache.catalina.tribes.group.interceptors.MessageDispatch15Interceptor"/></Channel></Cluster>',
    },
  },
  { id: "8.5/instance-listeners", answer: classes },
  { id: "8.5/manager/distributable", answer: manager('distributable="true"', /<distributable\/>/) },
  { id: "8.5/manager/maxInactiveInterval", answer: manager('maxInactiveInterval="9"', /session-timeout/) },
  { id: "8.5/manager/sessionIdLength", answer: manager('sessionIdLength="9"', /SessionIdGenerator/) },
  { id: "8.5/cookies", answer: every("7.0", "8.5", /cookies are read by RFC 6265/) },
  { id: "8.5/manager-application", answer: { outside: "shipped applications" } },
  {
    id: "8.5/context/clearReferencesStatic",
    answer: {
      ...{ from: "7.0", to: "11.0", in: "host", says: /static fields/ },
      xml: '<Context path="/a" docBase="a" clearReferencesStatic="true"/>',
    },
  },
  { id: "8.5/notable/ajp-address", answer: connector("7.0.99", "9.0", `${AJP} secret="x"`, /address: all addresses/) },
  {
    id: "8.5/notable/ajp-requiredSecret",
    answer: connector("10.1", "11.0", `${AJP} requiredSecret="x"`, /called secret/),
  },
  { id: "8.5/notable/ajp-secretRequired", answer: connector("7.0.99", "9.0", AJP, /secretRequired: "false"/) },
  {
    id: "8.5/notable/ajp-request-attributes",
    answer: connector("7.0.99", "9.0", AJP, /allowedRequestAttributesPattern: none/),
  },
  { id: "8.5/notable/host-config-check", answer: inside },
  { id: "8.5/notable/no-expires", answer: classes },
  { id: "8.5/notable/direct-memory-for-uploads", answer: { outside: "start scripts" } },

  { id: "9.0/java", answer: every("8.5", "9.0", /needs Java 8/) },
  { id: "9.0/specifications", answer: classes },
  { id: "9.0/servlet/jsp-imports", answer: classes },
  { id: "9.0/startStopThreads", answer: fine },
  { id: "9.0/logging/90-days", answer: { outside: "logging" } },

  { id: "10.0/java", answer: every("9.0", "10.1", /needs Java 11/) },
  { id: "10.0/jakarta", answer: every("9.0", "10.1", /jakarta instead of javax/) },
  { id: "10.0/legacy-folder", answer: every("9.0", "10.1", /webapps-javaee/) },
  { id: "10.0/migration-tool", answer: every("9.0", "10.1", /migrate\.sh/) },
  {
    id: "10.0/web.xml-of-applications",
    answer: {
      ...{ from: "9.0", to: "10.1", in: "web", says: /namespace and version are Jakarta's/ },
      xml: '<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0"/>',
    },
  },
  { id: "10.0/internal/passwords-of-principals", answer: inside },
  { id: "10.0/web.xml-defaults", answer: every("9.0", "10.1", /conf\/web\.xml of the new Tomcat sets UTF-8/) },
  { id: "10.0/session-persistence", answer: every("9.0", "10.1", /restart loses the sessions/) },
  {
    id: "10.0/http2",
    answer: {
      ...{ from: "9.0", to: "10.1", in: "service", says: /HTTP\/2 takes this from its Connector/ },
      xml: '<Connector port="1"><UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" compression="on"/></Connector>',
    },
  },
  { id: "10.0/logging/empty-files", answer: { outside: "logging" } },
  {
    id: "10.0/access-log",
    answer: {
      ...{ from: "9.0", to: "10.1", in: "host", says: /%D was milliseconds/ },
      xml: '<Valve className="org.apache.catalina.valves.AccessLogValve" pattern="%h %D"/>',
    },
  },
  { id: "10.0/notable/host-config-check", answer: inside },
  { id: "10.0/notable/no-expires", answer: classes },
  { id: "10.0/notable/direct-memory-for-uploads", answer: { outside: "start scripts" } },

  { id: "10.1/specifications", answer: classes },
  { id: "10.1/servlet/deprecated", answer: classes },
  {
    id: "10.1/servlet/cookies",
    answer: {
      ...{ from: "9.0", to: "10.1", in: "host", says: /Only cookies by RFC 6265/ },
      xml: '<Context path="/a" docBase="a"><CookieProcessor className="org.apache.tomcat.util.http.LegacyCookieProcessor"/></Context>',
    },
  },
  { id: "10.1/servlet/cookie-attributes", answer: classes },
  { id: "10.1/servlet/uris", answer: classes },
  { id: "10.1/servlet/identifiers", answer: classes },
  { id: "10.1/pages", answer: classes },
  { id: "10.1/el/generics", answer: classes },
  { id: "10.1/el/isParmetersProvided", answer: classes },
  { id: "10.1/websocket", answer: classes },
  { id: "10.1/internal/deprecated", answer: inside },
  {
    id: "10.1/internal/leaks",
    answer: {
      ...{ from: "9.0", to: "10.1", in: "server", says: /no longer has that leak/ },
      xml: '<Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener" gcDaemonProtection="true"/>',
    },
  },
  // The guide speaks of a default; what changed at 10.1.8 is the shipped server.xml, and the class still says 10000.
  { id: "10.1/notable/maxParameterCount", answer: fine },
  { id: "10.1/notable/el-class-loader", answer: classes },
  {
    id: "10.1/notable/apr-connector",
    answer: connector("9.0", "10.1", 'protocol="org.apache.coyote.http11.Http11AprProtocol"', /native connector/),
  },
  { id: "10.1/notable/no-expires", answer: classes },

  { id: "11.0/java", answer: every("10.1", "11.0", /needs Java 17/) },
  { id: "11.0/security-manager", answer: every("10.1", "11.0", /There is no SecurityManager/) },
  { id: "11.0/specifications", answer: classes },
  { id: "11.0/servlet/headers", answer: classes },
  { id: "11.0/servlet/isReady", answer: classes },
  { id: "11.0/servlet/parameters", answer: classes },
  { id: "11.0/servlet/push", answer: classes },
  { id: "11.0/servlet/cookie-attributes", answer: classes },
  { id: "11.0/pages", answer: classes },
  { id: "11.0/el", answer: classes },
  { id: "11.0/internal/deprecated", answer: inside },
  { id: "11.0/internal/bytes-to-characters", answer: inside },
  { id: "11.0/internal/war-urls", answer: classes },
  { id: "11.0/internal/quoted-cookies", answer: classes },
  {
    id: "11.0/notable/maxParameterCount",
    answer: connector("9.0.43", "11.0", "", /maxParameterCount: "10000" → "1000"/),
  },
];
