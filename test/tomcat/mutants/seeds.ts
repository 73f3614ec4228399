import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expand, snippetsIn } from "../../harness/snippets.ts";

/** Mutants of each line; the same ones in every run. */
export const COUNT = Number(process.env["MUTANTS"] ?? 3000);
export const SEED = 20_261_124;
/** Starts of each release; a start takes a second or two. */
export const STARTS = Number(process.env["STARTS"] ?? 40);
/** The wider ones of each release; more are made where MUTANTS says so. */
export const WIDER_COUNT = Number(process.env["MUTANTS"] ?? 1500);

const root = fileURLToPath(new URL("../../..", import.meta.url));

const wrapped = (cluster: string) => `<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Realm className="org.apache.catalina.realm.LockOutRealm"/>
      ${cluster}
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="access" suffix=".txt"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

/** Whole configurations of clusters that Tomcat reads without a word. */
export const seeds = [
  ...readdirSync(join(root, "test/fixtures/post")).map((name) =>
    wrapped(readFileSync(join(root, "test/fixtures/post", name), "utf8").replace(/<\?xml[^>]*\?>/, "")),
  ),
  ...Object.values(snippetsIn("clusters.json")).map((snippet) => wrapped(expand(snippet))),
];

/** The same for what else stands in a server.xml. */
const server = `<?xml version="1.0" encoding="UTF-8"?>
<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener" logArgs="true"/>
  <Listener className="org.apache.catalina.mbeans.GlobalResourcesLifecycleListener"/>
  <GlobalNamingResources>
    <Resource name="UserDatabase" auth="Container" type="org.apache.catalina.UserDatabase"
              factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/>
    <Environment name="maxExemptions" type="java.lang.Integer" value="10" override="false"/>
  </GlobalNamingResources>
  <Service name="Catalina">
    <Executor name="pool" namePrefix="exec-" maxThreads="150" minSpareThreads="4"/>
    <Connector port="8080" protocol="HTTP/1.1" executor="pool" connectionTimeout="20000" redirectPort="8443">
      <UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" maxConcurrentStreams="100"/>
    </Connector>
    <Connector port="8009" protocol="AJP/1.3" address="127.0.0.1" secretRequired="false" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1" backgroundProcessorDelay="10">
      <Realm className="org.apache.catalina.realm.LockOutRealm" failureCount="5">
        <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase">
          <CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-256"/>
        </Realm>
      </Realm>
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="8">
        <Manager className="org.apache.catalina.ha.session.DeltaManager" expireSessionsOnShutdown="false">
          <SessionIdGenerator className="org.apache.catalina.util.StandardSessionIdGenerator" sessionIdLength="24"/>
        </Manager>
      </Cluster>
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false">
        <Alias>www.example.com</Alias>
        <Valve className="org.apache.catalina.valves.RemoteIpValve" remoteIpHeader="x-forwarded-for"/>
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="access" suffix=".txt"
               pattern="%h %l %u %t &quot;%r&quot; %s %b"/>
        <Valve className="org.apache.catalina.valves.ErrorReportValve" showReport="false" showServerInfo="false"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

const context = `<Server port="-1" shutdown="STOP">
  <Service name="Second">
    <Connector port="8443" protocol="org.apache.coyote.http11.Http11NioProtocol" SSLEnabled="true" scheme="https" secure="true">
      <SSLHostConfig hostName="_default_" protocols="TLSv1.2+TLSv1.3" certificateVerification="none">
        <Certificate certificateKeystoreFile="conf/keystore.p12" certificateKeystorePassword="changeit" type="RSA"/>
      </SSLHostConfig>
    </Connector>
    <Engine name="Second" defaultHost="shop.example.com">
      <Valve className="org.apache.catalina.authenticator.SingleSignOn" requireReauthentication="false"/>
      <Host name="shop.example.com" appBase="shops" deployOnStartup="false">
        <Context path="/shop" docBase="shop" reloadable="false" sessionTimeout="30">
          <Parameter name="color" value="blue" override="false"/>
          <Resource name="jdbc/shop" type="javax.sql.DataSource" maxTotal="20" url="jdbc:h2:mem:shop"/>
          <ResourceLink name="users" global="UserDatabase" type="org.apache.catalina.UserDatabase"/>
          <CookieProcessor className="org.apache.tomcat.util.http.Rfc6265CookieProcessor" sameSiteCookies="lax"/>
          <Loader delegate="false"/>
          <JarScanner scanClassPath="false"><JarScanFilter defaultTldScan="false"/></JarScanner>
          <Manager className="org.apache.catalina.session.PersistentManager" maxIdleBackup="60">
            <Store className="org.apache.catalina.session.FileStore" directory="sessions"/>
          </Manager>
          <Resources cachingAllowed="true" cacheMaxSize="20000"/>
          <Valve className="org.apache.catalina.valves.RemoteAddrValve" allow="127\\.\\d+\\.\\d+\\.\\d+"/>
          <WatchedResource>WEB-INF/web.xml</WatchedResource>
        </Context>
      </Host>
    </Engine>
  </Service>
</Server>
`;

/** What can be started here: addresses are this machine's, no key file is asked for, and no Kubernetes. */
export const startSeeds = [...seeds, server, server]
  .filter((each) => !each.includes("CloudMembershipService"))
  .map((each) => each.replace(/192\.168\.56\.\d+/g, "127.0.0.1"));

export const widerSeeds = [...seeds, server, server, context, context];
