const HA = "org.apache.catalina.ha.";
const TRIBES = "org.apache.catalina.tribes.";

/** Successors of removed classes, and of classes that tutorials put into the wrong package. */
const CLASSES: Readonly<Record<string, string>> = {
  "org.apache.catalina.realm.JDBCRealm": "org.apache.catalina.realm.DataSourceRealm",
  "org.apache.catalina.session.JDBCStore": "org.apache.catalina.session.DataSourceStore",
  "org.apache.tomcat.util.http.LegacyCookieProcessor": "org.apache.tomcat.util.http.Rfc6265CookieProcessor",
  [`${TRIBES}group.interceptors.MessageDispatch15Interceptor`]: `${TRIBES}group.interceptors.MessageDispatchInterceptor`,
  [`${TRIBES}transport.bio.BioReceiver`]: `${TRIBES}transport.nio.NioReceiver`,
  [`${TRIBES}transport.bio.PooledMultiSender`]: `${TRIBES}transport.nio.PooledParallelSender`,
  [`${TRIBES}membership.StaticMembership`]: `${TRIBES}membership.StaticMembershipService`,
  [`${HA}session.ReplicationValve`]: `${HA}tcp.ReplicationValve`,
  [`${HA}session.SimpleTcpReplicationManager`]: `${HA}session.DeltaManager`,
  "org.apache.catalina.cluster.tcp.ReplicationValve": `${HA}tcp.ReplicationValve`,
  "org.apache.catalina.cluster.session.DeltaManager": `${HA}session.DeltaManager`,
};

/** Old attribute names and their successors. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  mcastAddr: "address",
  mcastPort: "port",
  mcastFrequency: "frequency",
  mcastDropTime: "dropTime",
  mcastBindAddress: "bind",
  mcastTTL: "ttl",
  mcastSoTimeout: "soTimeout",
  tcpListenAddress: "address",
  tcpListenPort: "port",
  tcpSelectorTimeout: "selectorTimeout",
  tcpThreadCount: "maxThreads",
  sessionAttributeFilter: "sessionAttributeNameFilter",
  requiredSecret: "secret",
  sslEnabledProtocols: "protocols",
};

/** Names that guides give and no Tomcat has, with the attribute that is meant. */
const MISNAMED: Readonly<Record<string, string>> = {
  remoteIpProxiesHeader: "proxiesHeader",
};

/**
 * TLS attributes of a Connector, and their names in its SSLHostConfig, the only place where 10.1 and later read them.
 *
 * Source: the setters of AbstractHttp11Protocol that pass a value on to the default SSLHostConfig, 9.0.
 */
const TLS: Readonly<Record<string, string>> = {
  algorithm: "keyManagerAlgorithm",
  ciphers: "ciphers",
  clientAuth: "certificateVerification",
  crlFile: "certificateRevocationListFile",
  keyAlias: "certificateKeyAlias",
  keyPass: "certificateKeyPassword",
  keyPassFile: "certificateKeyPasswordFile",
  keystoreFile: "certificateKeystoreFile",
  keystorePass: "certificateKeystorePassword",
  keystorePassFile: "certificateKeystorePasswordFile",
  keystoreProvider: "certificateKeystoreProvider",
  keystoreType: "certificateKeystoreType",
  sessionCacheSize: "sessionCacheSize",
  sessionTimeout: "sessionTimeout",
  sslEnabledProtocols: "protocols",
  sslProtocol: "sslProtocol",
  trustManagerClassName: "trustManagerClassName",
  trustMaxCertLength: "certificateVerificationDepth",
  truststoreAlgorithm: "truststoreAlgorithm",
  truststoreFile: "truststoreFile",
  truststorePass: "truststorePassword",
  truststoreProvider: "truststoreProvider",
  truststoreType: "truststoreType",
  useServerCipherSuitesOrder: "honorCipherOrder",
  SSLCACertificateFile: "caCertificateFile",
  SSLCACertificatePath: "caCertificatePath",
  SSLCARevocationFile: "certificateRevocationListFile",
  SSLCARevocationPath: "certificateRevocationListPath",
  SSLCertificateChainFile: "certificateChainFile",
  SSLCertificateFile: "certificateFile",
  SSLCertificateKeyFile: "certificateKeyFile",
  SSLCipherSuite: "ciphers",
  SSLDisableCompression: "disableCompression",
  SSLDisableSessionTickets: "disableSessionTickets",
  SSLHonorCipherOrder: "honorCipherOrder",
  SSLPassword: "certificateKeyPassword",
  SSLPasswordFile: "certificateKeyPasswordFile",
  SSLProtocol: "protocols",
  SSLVerifyClient: "certificateVerification",
  SSLVerifyDepth: "certificateVerificationDepth",
};

/** The successor of a class that this line may not have. */
export function replacementOf(className: string): string | undefined {
  return CLASSES[className];
}

/** The present name of an attribute of former lines. */
export function renamedAttribute(name: string): string | undefined {
  return ATTRIBUTES[name];
}

/** The attribute that is meant by a name that no Tomcat has. */
export function attributeMeant(name: string): string | undefined {
  return MISNAMED[name];
}

/** The name of a Connector's TLS attribute in an SSLHostConfig or its Certificate. */
export function tlsAttribute(name: string): string | undefined {
  return TLS[name];
}

/** The name of an attribute in former lines. */
export function formerName(name: string): string | undefined {
  return Object.keys(ATTRIBUTES).find((former) => ATTRIBUTES[former] === name);
}
