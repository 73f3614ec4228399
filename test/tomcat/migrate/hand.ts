/** Whole configurations by hand, as administrators of Tomcat 9.0 write them: each part that a move looks at. */

/** Files that the configurations name; absolute paths, because each Tomcat here has a base of its own. */
export interface Keys {
  /** PKCS#12 with one key, called `tomcat`. */
  readonly keystore: string;
  readonly truststore: string;
  /** The same key and certificate in PEM. */
  readonly key: string;
  readonly certificate: string;
  /** Another key, of elliptic curves, in PKCS#12. */
  readonly other: string;
  readonly password: string;
}

interface Parts {
  readonly server?: string;
  readonly service?: string;
  readonly engine?: string;
  readonly host?: string;
}

function whole({ server = "", service = "", engine = "", host = "" }: Parts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Ours & nobody's else: do not "tidy" -->
<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener" />
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener" />
  ${server}
  <Service name="Catalina">
    ${service}
    <Engine name="Catalina" defaultHost="localhost">
      ${engine}
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
        ${host}
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

const HTTP = '<Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443" />';
const AJP = (rest: string) => whole({ service: `${HTTP}\n    <Connector port="8009" protocol="AJP/1.3" ${rest} />` });
const CONNECTOR = (rest: string, inside = "") =>
  whole({ service: `<Connector port="8080" ${rest}${inside === "" ? " />" : `>${inside}</Connector>`}` });
const TLS = (rest: string, inside = "") =>
  CONNECTOR(`SSLEnabled="true" scheme="https" secure="true"\n               ${rest}`, inside);
const VALVE = (name: string, rest = "") =>
  whole({ service: HTTP, host: `<Valve className="org.apache.catalina.valves.${name}" ${rest}/>` });
const REALM = (name: string, rest = "", inside = "") =>
  whole({
    service: HTTP,
    server: USERS,
    engine: `<Realm className="org.apache.catalina.realm.${name}" ${rest}>${inside}</Realm>`,
  });
const CONTEXT = (rest: string, inside = "") =>
  whole({ service: HTTP, host: `<Context path="/none" docBase="" ${rest}>${inside}</Context>` });
const RESOURCE = (rest: string) =>
  whole({ service: HTTP, server: `<GlobalNamingResources><Resource ${rest}/></GlobalNamingResources>` });

const USERS = `<Listener className="org.apache.catalina.mbeans.GlobalResourcesLifecycleListener" />
  <GlobalNamingResources>
    <Resource name="UserDatabase" auth="Container" type="org.apache.catalina.UserDatabase"
              description="User database" factory="org.apache.catalina.users.MemoryUserDatabaseFactory"
              pathname="conf/tomcat-users.xml" />
  </GlobalNamingResources>`;

/** By name; all of them start with Tomcat 9.0 without a warning. */
export function byHand({
  keystore,
  truststore,
  key,
  certificate,
  other,
  password,
}: Keys): Readonly<Record<string, string>> {
  const store = `keystoreFile="${keystore}" keystorePass="${password}"`;
  const modern = `certificateKeystoreFile="${keystore}" certificateKeystorePassword="${password}"`;
  return {
    "what is shipped, in short": whole({
      server: `<Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener" />\n  ${USERS}`,
      service: HTTP,
      engine: `<Realm className="org.apache.catalina.realm.LockOutRealm">
        <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>
      </Realm>`,
      host: `<Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"
               prefix="localhost_access_log" suffix=".txt"
               pattern="%h %l %u %t &quot;%r&quot; %s %b" />`,
    }),
    "nothing but ports": whole({ service: HTTP }),

    "TLS on the Connector": TLS(store),
    "TLS on the Connector, named in full": TLS(
      `${store} protocol="org.apache.coyote.http11.Http11NioProtocol" keystoreType="PKCS12" keyAlias="tomcat" clientAuth="false" sslProtocol="TLS"`,
    ),
    "TLS with versions and suites": TLS(
      `${store} sslEnabledProtocols="+TLSv1.2,+TLSv1.3" ciphers="TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" useServerCipherSuitesOrder="true"`,
    ),
    "TLS with the clients' certificates": TLS(
      `${store} sslEnabledProtocols="TLSv1.2" clientAuth="want" truststoreFile="${truststore}" truststorePass="${password}" truststoreType="PKCS12" trustMaxCertLength="4"`,
    ),
    "TLS that demands the clients' certificates": TLS(
      `${store} clientAuth="true" truststoreFile="${truststore}" truststorePass="${password}"`,
    ),
    "TLS with a password of its own for the key": TLS(
      `${store} keyPass="${password}" sessionTimeout="600" sessionCacheSize="200"`,
    ),
    "TLS in PEM on the Connector": TLS(
      `protocol="org.apache.coyote.http11.Http11NioProtocol" SSLCertificateFile="${certificate}" SSLCertificateKeyFile="${key}"`,
    ),
    "TLS of another name": TLS(`defaultSSLHostConfigName="shop.example.com" ${store}`),
    "TLS with NIO2": TLS(`${store} protocol="org.apache.coyote.http11.Http11Nio2Protocol" sslProtocol="TLSv1.3"`),
    "TLS with JSSE named": TLS(`${store} sslImplementationName="org.apache.tomcat.util.net.jsse.JSSEImplementation"`),
    "TLS in an SSLHostConfig": TLS(
      "",
      `<SSLHostConfig protocols="TLSv1.2+TLSv1.3"><Certificate ${modern} type="RSA"/></SSLHostConfig>`,
    ),
    "TLS with two certificates": TLS(
      "",
      `<SSLHostConfig><Certificate ${modern} type="RSA"/><Certificate certificateKeystoreFile="${other}" certificateKeystorePassword="${password}" type="EC"/></SSLHostConfig>`,
    ),
    "TLS with two hosts": TLS(
      'defaultSSLHostConfigName="a.example.com"',
      `<SSLHostConfig hostName="a.example.com"><Certificate ${modern}/></SSLHostConfig>
      <SSLHostConfig hostName="b.example.com" protocols="TLSv1.2" certificateVerification="optional" truststoreFile="${truststore}" truststorePassword="${password}"><Certificate certificateKeystoreFile="${other}" certificateKeystorePassword="${password}"/></SSLHostConfig>`,
    ),
    "TLS in PEM": TLS(
      "",
      `<SSLHostConfig><Certificate certificateFile="${certificate}" certificateKeyFile="${key}"/></SSLHostConfig>`,
    ),
    "TLS with the certificate on the SSLHostConfig": TLS(
      "",
      `<SSLHostConfig ${modern} certificateKeyAlias="tomcat" honorCipherOrder="true" sessionTimeout="300"/>`,
    ),
    "TLS with HTTP/2": TLS(
      `${store} maxThreads="150"`,
      '<UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" maxConcurrentStreams="50" />',
    ),
    "a TLS Connector that is switched off": CONNECTOR(`SSLEnabled="false" ${store}`),

    "AJP on this machine": AJP('address="127.0.0.1" secretRequired="false" redirectPort="8443"'),
    "AJP with a secret": AJP('address="127.0.0.1" secret="s3cr3t&amp;more" packetSize="32768"'),
    "AJP with the secret's old name": AJP("address='127.0.0.1' requiredSecret='s3cr3t' redirectPort='8443'"),
    "AJP with attributes of the request": AJP(
      'address="127.0.0.1" secret="x" allowedRequestAttributesPattern="AJP_.*" tomcatAuthentication="false" tomcatAuthorization="true"',
    ),
    "AJP with NIO2": AJP('address="127.0.0.1" secret="x" ajpFlush="false"').replace(
      "AJP/1.3",
      "org.apache.coyote.ajp.AjpNio2Protocol",
    ),

    "HTTP with limits": CONNECTOR(
      'protocol="HTTP/1.1" maxThreads="400" minSpareThreads="20" maxConnections="2000" acceptCount="50" maxPostSize="4194304" maxParameterCount="5000" maxHttpHeaderSize="16384" maxSwallowSize="-1" keepAliveTimeout="15000" maxKeepAliveRequests="200"',
    ),
    "HTTP compressed": CONNECTOR(
      'compression="on" compressionMinSize="1024" noCompressionUserAgents="gozilla, traviata" compressibleMimeType="text/html,text/xml" noCompressionStrongETag="true"',
    ),
    "HTTP with threads of its own for accepting": CONNECTOR(
      'acceptorThreadCount="2" pollerThreadCount="2" acceptorThreadPriority="5"',
    ),
    "HTTP strict and lenient": CONNECTOR(
      'relaxedPathChars="[]|" relaxedQueryChars="[]|{}" rejectIllegalHeaderName="true" allowHostHeaderMismatch="false" useBodyEncodingForURI="true" URIEncoding="UTF-8" xpoweredBy="false" allowTrace="false" enableLookups="false"',
    ),
    "HTTP behind a proxy": CONNECTOR(
      'proxyName="www.example.com" proxyPort="443" scheme="https" secure="true" maxSavePostSize="8192"',
    ),
    "HTTP with socket options": CONNECTOR(
      'tcpNoDelay="true" connectionLinger="5" socket.rxBufSize="65536" socket.soReuseAddress="true" socket.directBuffer="true"',
    ),
    "HTTP/2 without TLS": CONNECTOR(
      'protocol="HTTP/1.1"',
      '<UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" maxHeaderSize="8192" compression="off" readTimeout="6000" overheadContinuationThreshold="1024" />',
    ),
    "HTTP/2 with a wish of its own": CONNECTOR(
      'protocol="HTTP/1.1"',
      '<UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol" maxHeaderCount="200" maxTrailerSize="16384" compression="on" />',
    ),
    "a shared Executor": whole({
      service: `<Executor name="pool" namePrefix="exec-" maxThreads="150" minSpareThreads="4" prestartminSpareThreads="true" maxIdleTime="30000" />
    <Connector port="8080" executor="pool" protocol="HTTP/1.1" />
    <Connector port="8009" executor="pool" protocol="AJP/1.3" address="127.0.0.1" secretRequired="false" />`,
    }),

    "access log with times": VALVE(
      "AccessLogValve",
      'pattern="%h %l %u %t &quot;%r&quot; %s %b %D %T" rotatable="false" buffered="false" ',
    ),
    "access log of W3C": VALVE(
      "ExtendedAccessLogValve",
      'pattern="date time c-ip cs-method cs-uri time-taken x-S(user)" ',
    ),
    "behind a balancer": VALVE(
      "RemoteIpValve",
      'remoteIpHeader="x-forwarded-for" protocolHeader="x-forwarded-proto" proxiesHeader="x-forwarded-by" ',
    ),
    "behind a balancer, its addresses named": VALVE(
      "RemoteIpValve",
      'internalProxies="192\\.168\\.\\d{1,3}\\.\\d{1,3}" trustedProxies="10\\.0\\.0\\.1" ',
    ),
    "only from here": VALVE("RemoteAddrValve", 'allow="127\\.\\d+\\.\\d+\\.\\d+|::1" '),
    "only from here, by block": VALVE("RemoteCIDRValve", 'allow="127.0.0.0/8, ::1" '),
    "only from these names": VALVE("RemoteHostValve", 'allow=".*\\.example\\.com" denyStatus="404" '),
    "pages of errors": VALVE("ErrorReportValve", 'showReport="false" showServerInfo="false" '),
    "stuck threads": VALVE("StuckThreadDetectionValve", 'threshold="120" '),
    "crawlers in one session": VALVE("CrawlerSessionManagerValve", 'sessionInactiveInterval="120" '),
    "certificates of a proxy": VALVE("SSLValve"),
    health: VALVE("HealthCheckValve", 'path="/up" '),
    "one at a time": VALVE("SemaphoreValve", 'concurrency="8" fairness="true" '),
    "sign on once": whole({
      service: HTTP,
      host: '<Valve className="org.apache.catalina.authenticator.SingleSignOn" requireReauthentication="true" cookieDomain="example.com" />',
    }),

    "users in a file, digested": REALM(
      "UserDatabaseRealm",
      'resourceName="UserDatabase"',
      '<CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-256" iterations="1000" saltLength="16" />',
    ),
    "users locked out": REALM(
      "LockOutRealm",
      'failureCount="3" lockOutTime="600" cacheSize="500"',
      '<Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>',
    ),
    "Realms in one": REALM(
      "CombinedRealm",
      "",
      '<Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/><Realm className="org.apache.catalina.realm.MemoryRealm" pathname="conf/tomcat-users.xml"/>',
    ),
    "no users": REALM("NullRealm"),
    "users in a database": REALM(
      "DataSourceRealm",
      'dataSourceName="jdbc/users" userTable="u" userNameCol="n" userCredCol="c" userRoleTable="r" roleNameCol="rn"',
      '<CredentialHandler className="org.apache.catalina.realm.SecretKeyCredentialHandler" algorithm="PBKDF2WithHmacSHA512" iterations="10000" keyLength="256" />',
    ),

    "a pool of connections": RESOURCE(
      'name="jdbc/shop" auth="Container" type="javax.sql.DataSource" driverClassName="org.h2.Driver" url="jdbc:h2:mem:shop" username="sa" password="x" maxTotal="20" maxIdle="5" maxWaitMillis="10000"',
    ),
    "Tomcat's other pool": RESOURCE(
      'name="jdbc/shop" auth="Container" type="javax.sql.DataSource" factory="org.apache.tomcat.jdbc.pool.DataSourceFactory" driverClassName="org.h2.Driver" url="jdbc:h2:mem:shop" maxActive="20" maxIdle="5" minIdle="0" initialSize="0" testOnBorrow="true" validationQuery="SELECT 1"',
    ),
    mail: RESOURCE('name="mail/Session" auth="Container" type="javax.mail.Session" mail.smtp.host="localhost"'),
    "a queue": RESOURCE(
      'name="jms/Queue" auth="Container" type="javax.jms.Queue" factory="com.example.QueueFactory" address="q"',
    ),
    "an entry": whole({
      service: HTTP,
      server:
        '<GlobalNamingResources><Environment name="max" type="java.lang.Integer" value="10" override="false"/></GlobalNamingResources>',
    }),

    "hosts and their names": whole({
      service: HTTP,
      engine:
        '<Host name="shop.example.com" appBase="shops" deployOnStartup="false"><Alias>www.shop.example.com</Alias></Host>',
    }),
    "two Services": whole({ service: HTTP }).replace(
      "</Server>",
      '  <Service name="Second"><Connector port="8081" /><Engine name="Second" defaultHost="x"><Host name="x" appBase="second"/></Engine></Service>\n</Server>',
    ),
    "a leak that is watched": whole({ service: HTTP }).replace(
      "JreMemoryLeakPreventionListener",
      'JreMemoryLeakPreventionListener" gcDaemonProtection="false" AWTThreadProtection="true" urlCacheProtection="true" forkJoinCommonPoolProtection="true',
    ),
    "the native library": whole({
      service: HTTP,
      server:
        '<Listener className="org.apache.catalina.core.AprLifecycleListener" SSLEngine="on" useAprConnector="false" />',
    }),
    "a Context with cookies of old": CONTEXT(
      'sessionCookieName="SID" useHttpOnly="true"',
      '<CookieProcessor className="org.apache.tomcat.util.http.LegacyCookieProcessor" forwardSlashIsSeparator="true" />',
    ),
    "a Context with cookies of today": CONTEXT(
      'crossContext="true" reloadable="true"',
      '<CookieProcessor className="org.apache.tomcat.util.http.Rfc6265CookieProcessor" sameSiteCookies="strict" />',
    ),
    "a Context that keeps sessions": CONTEXT(
      "",
      '<Manager className="org.apache.catalina.session.PersistentManager" maxIdleBackup="60" saveOnRestart="true"><Store className="org.apache.catalina.session.FileStore" directory="sessions"/></Manager>',
    ),
    "a Context with its files": CONTEXT(
      'useBloomFilterForArchives="true"',
      '<Resources cachingAllowed="true" cacheMaxSize="20000"/><Loader delegate="true"/>',
    ),
    "a Context with its leaks": CONTEXT(
      'clearReferencesStopThreads="true" clearReferencesRmiTargets="true" clearReferencesObjectStreamClassCaches="true"',
    ),
  };
}
