import {
  type AttributeChange,
  always,
  CONTEXTS,
  dropped,
  HANDLER,
  LEAKS_GONE,
  leak,
  MANAGER_CLASSES,
  moved,
  RESOURCES,
  renamed,
} from "./attribute-change.ts";

const AUTHENTICATORS = [
  ...["BasicAuthenticator", "DigestAuthenticator", "FormAuthenticator", "NonLoginAuthenticator", "SSLAuthenticator"],
];

/** A setting of an application's files: in 7.0 on the Context, from 8.0 on in its Resources. */
function ofResources(name: string, to = name): AttributeChange {
  return moved(
    {
      gone: "8.5.0",
      classes: CONTEXTS,
      name,
      source: "StandardRoot, 8.0; Migration Guide 8.0, Web application resources",
    },
    RESOURCES,
    to,
  );
}

/** Attributes that 8.5 or 9.0 no longer has. */
export const OLD_ATTRIBUTES: readonly AttributeChange[] = [
  // 7.0 to 8.5
  ...["allowLinking", "cachingAllowed", "cacheMaxSize", "cacheObjectMaxSize"].map((name) => ofResources(name)),
  ofResources("cacheTTL", "cacheTtl"),
  dropped(
    { gone: "8.5.0", classes: CONTEXTS, name: "processTlds", source: "JasperInitializer and JarScanner, 8.0" },
    ["true"],
    {
      en: "Tag libraries are always looked for; which JARs are, a JarScanner says.",
      ko: "태그 라이브러리는 언제나 찾습니다. 찾을 JAR는 JarScanner로 정합니다.",
    },
  ),
  dropped({ gone: "8.5.0", classes: CONTEXTS, name: "tldNamespaceAware", source: "TldParser, 8.0" }, always, {
    en: "Removed: tag libraries are read with namespaces.",
    ko: "제거했습니다. 태그 라이브러리는 네임스페이스를 따라 읽습니다.",
  }),
  dropped({ gone: "8.5.0", classes: CONTEXTS, name: "saveConfig", source: "StandardContext, 8.0" }, always, {
    en: "Removed: no Tomcat since 6 saves a changed Context.",
    ko: "제거했습니다. Tomcat 6 이후로는 변경된 Context를 저장하지 않습니다.",
  }),
  dropped({ gone: "8.5.0", classes: CONTEXTS, name: "antiJARLocking", source: "StandardContext, 8.0" }, ["false"], {
    en: "antiJARLocking is gone; antiResourceLocking is what is left, and it copies the whole application.",
    ko: "antiJARLocking은 없어졌습니다. 남은 것은 애플리케이션 전체를 복사하는 antiResourceLocking입니다.",
  }),
  dropped(
    {
      gone: "8.5.0",
      classes: CONTEXTS,
      name: "aliases",
      source: "DirResourceSet, 8.0; Migration Guide 8.0, Web application resources",
    },
    [""],
    {
      en: "aliases is gone: write a PreResources or PostResources with webAppMount and base for each path.",
      ko: "aliases는 없어졌습니다. 경로마다 webAppMount와 base가 있는 PreResources나 PostResources를 쓰십시오.",
    },
  ),
  renamed(
    {
      gone: "8.5.0",
      classes: ["DeltaManager", "BackupManager"],
      name: "sessionAttributeFilter",
      source: "ManagerBase, 8.5",
    },
    "sessionAttributeNameFilter",
  ),
  moved(
    {
      gone: "8.5.0",
      classes: MANAGER_CLASSES,
      name: "sessionIdLength",
      source: "SessionIdGeneratorBase, 8.0; Migration Guide 8.5, SessionManager",
    },
    { place: "child", element: "SessionIdGenerator", className: "org.apache.catalina.util.StandardSessionIdGenerator" },
    "sessionIdLength",
  ),
  dropped(
    { gone: "8.5.0", classes: MANAGER_CLASSES, name: "distributable", source: "Migration Guide 8.5, SessionManager" },
    always,
    {
      en: "Removed: <distributable/> in the application's web.xml decides.",
      ko: "제거했습니다. 애플리케이션 web.xml의 <distributable/>이 결정합니다.",
    },
  ),
  dropped(
    {
      gone: "8.5.0",
      classes: MANAGER_CLASSES,
      name: "maxInactiveInterval",
      source: "StandardContext.setManager and ManagerBase.setContainer, 7.0; Migration Guide 8.5, SessionManager",
    },
    always,
    {
      en: "Removed: session-timeout of the web.xml decides, as it did before: conf/web.xml sets one for all applications.",
      ko: "제거했습니다. 전과 같이 web.xml의 session-timeout이 결정하며, conf/web.xml이 모든 애플리케이션의 값을 정합니다.",
    },
  ),
  dropped(
    { gone: "8.5.0", classes: ["BackupManager"], name: "expireSessionsOnShutdown", source: "BackupManager, 7.0" },
    always,
    {
      en: "Removed: BackupManager never did anything with it.",
      ko: "제거했습니다. BackupManager는 이 값을 쓴 적이 없습니다.",
    },
  ),
  ...["algorithm", "randomClass", "entropy"].map((name) =>
    dropped({ gone: "8.5.0", classes: AUTHENTICATORS, name, source: "AuthenticatorBase, 8.0" }, always, {
      en: "Removed: session ids come from the SessionIdGenerator of the Manager.",
      ko: "제거했습니다. 세션 ID는 Manager의 SessionIdGenerator가 만듭니다.",
    }),
  ),
  dropped({ gone: "8.5.0", classes: ["WebappLoader"], name: "jarOpenInterval", source: "WebappLoader, 8.0" }, always, {
    en: "Removed: JARs are opened and closed by the Resources.",
    ko: "제거했습니다. JAR는 Resources가 열고 닫습니다.",
  }),
  dropped(
    { gone: "8.5.0", classes: ["WebappLoader"], name: "searchExternalFirst", source: "StandardRoot, 8.0" },
    ["false"],
    {
      en: "searchExternalFirst is gone: PreResources are searched first, PostResources last.",
      ko: "searchExternalFirst는 없어졌습니다. PreResources는 먼저, PostResources는 나중에 찾습니다.",
    },
  ),
  dropped(
    {
      gone: "8.5.0",
      classes: ["AccessLogValve", "ExtendedAccessLogValve"],
      name: "resolveHosts",
      source: "AccessLogValve, 8.0",
    },
    ["false"],
    {
      en: "resolveHosts is gone: enableLookups of the Connector makes %h a name.",
      ko: "resolveHosts는 없어졌습니다. Connector의 enableLookups를 켜면 %h가 이름이 됩니다.",
    },
  ),
  dropped(
    {
      gone: "8.5.0",
      classes: ["JreMemoryLeakPreventionListener"],
      name: "keepAliveProtection",
      source: "JreMemoryLeakPreventionListener, 8.0",
    },
    always,
    LEAKS_GONE,
  ),
  dropped(
    { gone: "8.5.0", classes: ["TcpFailureDetector"], name: "performConnectTest", source: "TcpFailureDetector, 8.5" },
    ["true"],
    {
      en: "performConnectTest is gone: a suspect is always tested by a connection.",
      ko: "performConnectTest는 없어졌습니다. 의심되는 멤버는 언제나 연결로 확인합니다.",
    },
  ),
  ...(
    [
      ["mcastAddr", "address"],
      ["mcastPort", "port"],
      ["mcastFrequency", "frequency"],
      ["mcastSoTimeout", "soTimeout"],
      ["mcastTTL", "ttl"],
    ] as const
  ).map(([name, to]) => renamed({ gone: "8.5.0", classes: ["McastService"], name, source: "McastService, 8.5" }, to)),
  ...(
    [
      ["tcpListenAddress", "address"],
      ["tcpListenPort", "port"],
      ["tcpSelectorTimeout", "selectorTimeout"],
      ["tcpThreadCount", "maxThreads"],
    ] as const
  ).map(([name, to]) =>
    renamed({ gone: "8.5.0", classes: ["NioReceiver", "BioReceiver"], name, source: "ReceiverBase, 8.5" }, to),
  ),
  dropped(
    { gone: "8.5.0", classes: [HANDLER], name: "allowUnsafeLegacyRenegotiation", source: "JSSESupport, 8.5" },
    ["false"],
    {
      en: "allowUnsafeLegacyRenegotiation is gone: only Java's own system property can allow it.",
      ko: "allowUnsafeLegacyRenegotiation은 없어졌습니다. Java의 시스템 속성으로만 허용할 수 있습니다.",
    },
  ),
  dropped(
    { gone: "8.5.0", classes: [HANDLER], name: "disableKeepAlivePercentage", source: "AbstractHttp11Protocol, 8.5" },
    always,
    {
      en: "Removed: only the blocking connector ran out of threads for idle connections.",
      ko: "제거했습니다. 유휴 연결이 스레드를 차지하는 것은 블로킹 커넥터뿐이었습니다.",
    },
  ),
  ...["socketBuffer", "upgradeAsyncWriteBufferSize", "socket.keyCache"].map((name) =>
    dropped(
      {
        gone: "8.5.0",
        classes: [HANDLER],
        name,
        source: "AbstractHttp11Protocol, 8.5; Migration Guide 8.5, Internal APIs",
      },
      always,
      {
        en: "Removed: the connectors were written anew and have no such buffer.",
        ko: "제거했습니다. 커넥터가 새로 작성되어 그런 버퍼가 없습니다.",
      },
    ),
  ),
  renamed(
    { gone: "8.5.0", classes: [HANDLER], name: "compressableMimeTypes", source: "AbstractHttp11Protocol, 8.5" },
    "compressibleMimeType",
  ),

  // 8.5 to 9.0
  renamed(
    { gone: "9.0.0", classes: [HANDLER], name: "compressableMimeType", source: "AbstractHttp11Protocol, 9.0" },
    "compressibleMimeType",
  ),
  renamed(
    { gone: "9.0.0", classes: [HANDLER], name: "soTimeout", source: "AbstractProtocol, 9.0" },
    "connectionTimeout",
  ),
  renamed({ gone: "9.0.0", classes: [HANDLER], name: "soLinger", source: "AbstractProtocol, 9.0" }, "connectionLinger"),
  renamed({ gone: "9.0.0", classes: [HANDLER], name: "backlog", source: "AbstractProtocol, 9.0" }, "acceptCount"),
  renamed(
    { gone: "9.0.0", classes: ["Connector"], name: "protocolHandlerClassName", source: "Connector, 9.0" },
    "protocol",
  ),
  dropped(
    {
      gone: "9.0.0",
      classes: [HANDLER],
      name: "sendReasonPhrase",
      source: "Http11Processor.prepareResponse, 9.0; Migration Guide 8.5, HTTP connector changes",
    },
    ["false"],
    {
      en: "sendReasonPhrase is gone: answers have a number and no phrase.",
      ko: "sendReasonPhrase는 없어졌습니다. 응답에는 번호만 있고 문구가 없습니다.",
    },
  ),
  ...["securityPolicyProtection", "securityLoginConfigurationProtection", "java2DDisposerProtection"].map((name) =>
    leak("9.0.0", name),
  ),
  leak("8.5.1", "java2DDisposerProtection"),
  ...["8.5.3", "9.0.0"].map((gone) =>
    dropped(
      { gone, classes: CONTEXTS, name: "clearReferencesStatic", source: "Migration Guide 9.0, Context configurations" },
      always,
      {
        en: "Removed: Tomcat clears no static fields of an application any more.",
        ko: "제거했습니다. Tomcat은 애플리케이션의 static 필드를 비우지 않습니다.",
      },
    ),
  ),
];
