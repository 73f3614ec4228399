import type { Localized } from "../../base/localized.ts";
import type { Target } from "./attribute-change.ts";
import { type AttributeChange, always, dropped, HANDLER, moved, renamed } from "./attribute-change.ts";

const MANAGERS = ["DeltaManager", "BackupManager", "StandardManager", "PersistentManager"];
const CONTEXTS = ["StandardContext", "ReplicatedContext"];
const AUTHENTICATORS = [
  ...["BasicAuthenticator", "DigestAuthenticator", "FormAuthenticator", "NonLoginAuthenticator", "SSLAuthenticator"],
];

const RESOURCES: Target = { place: "child", element: "Resources" };

/** A setting of an application's files: in 7.0 on the Context, from 8.0 on in its Resources. */
function ofResources(name: string, to = name): AttributeChange {
  return moved(
    "8.5.0",
    CONTEXTS,
    name,
    RESOURCES,
    to,
    "StandardRoot, 8.0; Migration Guide 8.0, Web application resources",
  );
}

const LEAKS_GONE: Localized = {
  en: "Removed: the Java this Tomcat needs no longer has that leak.",
  ko: "제거했습니다. 이 Tomcat에 필요한 Java에는 그 누수가 없습니다.",
};

/** A protection of JreMemoryLeakPreventionListener that is obsolete with the Java a line requires. */
function leak(gone: string, name: string): AttributeChange {
  return dropped(gone, ["JreMemoryLeakPreventionListener"], name, always, LEAKS_GONE, {
    source: "Migration Guide 10.1, Internal APIs; JreMemoryLeakPreventionListener",
  });
}

const FROM_CONNECTOR: Localized = {
  en: "HTTP/2 takes this from its Connector.",
  ko: "HTTP/2는 이 값을 Connector에서 가져옵니다.",
};

/**
 * A setting that HTTP/2 has on its own up to 9.0, and shares with the Connector later. Its default there requests
 * nothing.
 */
function ofConnector(name: string, ...defaults: readonly string[]): AttributeChange {
  return dropped("10.1.0", ["Http2Protocol"], name, defaults, FROM_CONNECTOR, {
    source: "Migration Guide 10.0, HTTP/2",
  });
}

/**
 * Attributes that a line no longer has, and what becomes of them. Removed attributes that are not listed are to do by
 * hand.
 *
 * Source: the setters of each line's classes, by the facts; for replacements the named class or guide.
 */
export const ATTRIBUTE_CHANGES: readonly AttributeChange[] = [
  // 7.0 to 8.5
  ...["allowLinking", "cachingAllowed", "cacheMaxSize", "cacheObjectMaxSize"].map((name) => ofResources(name)),
  ofResources("cacheTTL", "cacheTtl"),
  dropped(
    "8.5.0",
    CONTEXTS,
    "processTlds",
    ["true"],
    {
      en: "Tag libraries are always looked for; which JARs are, a JarScanner says.",
      ko: "태그 라이브러리는 언제나 찾습니다. 찾을 JAR는 JarScanner로 정합니다.",
    },
    { source: "JasperInitializer and JarScanner, 8.0" },
  ),
  dropped(
    "8.5.0",
    CONTEXTS,
    "tldNamespaceAware",
    always,
    {
      en: "Removed: tag libraries are read with namespaces.",
      ko: "제거했습니다. 태그 라이브러리는 네임스페이스를 따라 읽습니다.",
    },
    { source: "TldParser, 8.0" },
  ),
  dropped(
    "8.5.0",
    CONTEXTS,
    "saveConfig",
    always,
    {
      en: "Removed: no Tomcat since 6 saves a changed Context.",
      ko: "제거했습니다. Tomcat 6 이후로는 변경된 Context를 저장하지 않습니다.",
    },
    { source: "StandardContext, 8.0" },
  ),
  dropped(
    "8.5.0",
    CONTEXTS,
    "antiJARLocking",
    ["false"],
    {
      en: "antiJARLocking is gone; antiResourceLocking is what is left, and it copies the whole application.",
      ko: "antiJARLocking은 없어졌습니다. 남은 것은 애플리케이션 전체를 복사하는 antiResourceLocking입니다.",
    },
    { source: "StandardContext, 8.0" },
  ),
  dropped(
    "8.5.0",
    CONTEXTS,
    "aliases",
    [""],
    {
      en: "aliases is gone: write a PreResources or PostResources with webAppMount and base for each path.",
      ko: "aliases는 없어졌습니다. 경로마다 webAppMount와 base가 있는 PreResources나 PostResources를 쓰십시오.",
    },
    { source: "DirResourceSet, 8.0; Migration Guide 8.0, Web application resources" },
  ),
  renamed(
    "8.5.0",
    ["DeltaManager", "BackupManager"],
    "sessionAttributeFilter",
    "sessionAttributeNameFilter",
    "ManagerBase, 8.5",
  ),
  moved(
    "8.5.0",
    MANAGERS,
    "sessionIdLength",
    { place: "child", element: "SessionIdGenerator", className: "org.apache.catalina.util.StandardSessionIdGenerator" },
    "sessionIdLength",
    "SessionIdGeneratorBase, 8.0; Migration Guide 8.5, SessionManager",
  ),
  dropped(
    "8.5.0",
    MANAGERS,
    "distributable",
    always,
    {
      en: "Removed: <distributable/> in the application's web.xml decides.",
      ko: "제거했습니다. 애플리케이션 web.xml의 <distributable/>이 결정합니다.",
    },
    { source: "Migration Guide 8.5, SessionManager" },
  ),
  dropped(
    "8.5.0",
    MANAGERS,
    "maxInactiveInterval",
    always,
    {
      en: "Removed: session-timeout of the web.xml decides, as it did before: conf/web.xml sets one for all applications.",
      ko: "제거했습니다. 전과 같이 web.xml의 session-timeout이 결정하며, conf/web.xml이 모든 애플리케이션의 값을 정합니다.",
    },
    { source: "StandardContext.setManager and ManagerBase.setContainer, 7.0; Migration Guide 8.5, SessionManager" },
  ),
  dropped(
    "8.5.0",
    ["BackupManager"],
    "expireSessionsOnShutdown",
    always,
    {
      en: "Removed: BackupManager never did anything with it.",
      ko: "제거했습니다. BackupManager는 이 값을 쓴 적이 없습니다.",
    },
    { source: "BackupManager, 7.0" },
  ),
  ...["algorithm", "randomClass", "entropy"].map((name) =>
    dropped(
      "8.5.0",
      AUTHENTICATORS,
      name,
      always,
      {
        en: "Removed: session ids come from the SessionIdGenerator of the Manager.",
        ko: "제거했습니다. 세션 ID는 Manager의 SessionIdGenerator가 만듭니다.",
      },
      { source: "AuthenticatorBase, 8.0" },
    ),
  ),
  dropped(
    "8.5.0",
    ["WebappLoader"],
    "jarOpenInterval",
    always,
    {
      en: "Removed: JARs are opened and closed by the Resources.",
      ko: "제거했습니다. JAR는 Resources가 열고 닫습니다.",
    },
    { source: "WebappLoader, 8.0" },
  ),
  dropped(
    "8.5.0",
    ["WebappLoader"],
    "searchExternalFirst",
    ["false"],
    {
      en: "searchExternalFirst is gone: PreResources are searched first, PostResources last.",
      ko: "searchExternalFirst는 없어졌습니다. PreResources는 먼저, PostResources는 나중에 찾습니다.",
    },
    { source: "StandardRoot, 8.0" },
  ),
  dropped(
    "8.5.0",
    ["AccessLogValve", "ExtendedAccessLogValve"],
    "resolveHosts",
    ["false"],
    {
      en: "resolveHosts is gone: enableLookups of the Connector makes %h a name.",
      ko: "resolveHosts는 없어졌습니다. Connector의 enableLookups를 켜면 %h가 이름이 됩니다.",
    },
    { source: "AccessLogValve, 8.0" },
  ),
  dropped("8.5.0", ["JreMemoryLeakPreventionListener"], "keepAliveProtection", always, LEAKS_GONE, {
    source: "JreMemoryLeakPreventionListener, 8.0",
  }),
  dropped(
    "8.5.0",
    ["TcpFailureDetector"],
    "performConnectTest",
    ["true"],
    {
      en: "performConnectTest is gone: a suspect is always tested by a connection.",
      ko: "performConnectTest는 없어졌습니다. 의심되는 멤버는 언제나 연결로 확인합니다.",
    },
    { source: "TcpFailureDetector, 8.5" },
  ),
  ...(
    [
      ["mcastAddr", "address"],
      ["mcastPort", "port"],
      ["mcastFrequency", "frequency"],
      ["mcastSoTimeout", "soTimeout"],
      ["mcastTTL", "ttl"],
    ] as const
  ).map(([name, to]) => renamed("8.5.0", ["McastService"], name, to, "McastService, 8.5")),
  ...(
    [
      ["tcpListenAddress", "address"],
      ["tcpListenPort", "port"],
      ["tcpSelectorTimeout", "selectorTimeout"],
      ["tcpThreadCount", "maxThreads"],
    ] as const
  ).map(([name, to]) => renamed("8.5.0", ["NioReceiver", "BioReceiver"], name, to, "ReceiverBase, 8.5")),
  dropped(
    "8.5.0",
    [HANDLER],
    "allowUnsafeLegacyRenegotiation",
    ["false"],
    {
      en: "allowUnsafeLegacyRenegotiation is gone: only Java's own system property can allow it.",
      ko: "allowUnsafeLegacyRenegotiation은 없어졌습니다. Java의 시스템 속성으로만 허용할 수 있습니다.",
    },
    { source: "JSSESupport, 8.5" },
  ),
  dropped(
    "8.5.0",
    [HANDLER],
    "disableKeepAlivePercentage",
    always,
    {
      en: "Removed: only the blocking connector ran out of threads for idle connections.",
      ko: "제거했습니다. 유휴 연결이 스레드를 차지하는 것은 블로킹 커넥터뿐이었습니다.",
    },
    { source: "AbstractHttp11Protocol, 8.5" },
  ),
  ...["socketBuffer", "upgradeAsyncWriteBufferSize", "socket.keyCache"].map((name) =>
    dropped(
      "8.5.0",
      [HANDLER],
      name,
      always,
      {
        en: "Removed: the connectors were written anew and have no such buffer.",
        ko: "제거했습니다. 커넥터가 새로 작성되어 그런 버퍼가 없습니다.",
      },
      { source: "AbstractHttp11Protocol, 8.5; Migration Guide 8.5, Internal APIs" },
    ),
  ),
  renamed("8.5.0", [HANDLER], "compressableMimeTypes", "compressibleMimeType", "AbstractHttp11Protocol, 8.5"),

  // 8.5 to 9.0
  renamed("9.0.0", [HANDLER], "compressableMimeType", "compressibleMimeType", "AbstractHttp11Protocol, 9.0"),
  renamed("9.0.0", [HANDLER], "soTimeout", "connectionTimeout", "AbstractProtocol, 9.0"),
  renamed("9.0.0", [HANDLER], "soLinger", "connectionLinger", "AbstractProtocol, 9.0"),
  renamed("9.0.0", [HANDLER], "backlog", "acceptCount", "AbstractProtocol, 9.0"),
  renamed("9.0.0", ["Connector"], "protocolHandlerClassName", "protocol", "Connector, 9.0"),
  dropped(
    "9.0.0",
    [HANDLER],
    "sendReasonPhrase",
    ["false"],
    {
      en: "sendReasonPhrase is gone: answers have a number and no phrase.",
      ko: "sendReasonPhrase는 없어졌습니다. 응답에는 번호만 있고 문구가 없습니다.",
    },
    { source: "Http11Processor.prepareResponse, 9.0; Migration Guide 8.5, HTTP connector changes" },
  ),
  ...["securityPolicyProtection", "securityLoginConfigurationProtection", "java2DDisposerProtection"].map((name) =>
    leak("9.0.0", name),
  ),
  leak("8.5.1", "java2DDisposerProtection"),
  ...["8.5.3", "9.0.0"].map((gone) =>
    dropped(
      gone,
      CONTEXTS,
      "clearReferencesStatic",
      always,
      {
        en: "Removed: Tomcat clears no static fields of an application any more.",
        ko: "제거했습니다. Tomcat은 애플리케이션의 static 필드를 비우지 않습니다.",
      },
      { source: "Migration Guide 9.0, Context configurations" },
    ),
  ),

  // 9.0 to 10.1
  ...[
    ...["AWTThreadProtection", "forkJoinCommonPoolProtection", "gcDaemonProtection", "ldapPoolProtection"],
    ...["tokenPollerProtection", "xmlParsingProtection"],
  ].map((name) => leak("10.1.0", name)),
  dropped(
    "10.1.0",
    ["AprLifecycleListener"],
    "useAprConnector",
    ["false"],
    {
      en: "useAprConnector is gone with the native connector: NIO serves the Connectors.",
      ko: "useAprConnector는 네이티브 커넥터와 함께 없어졌습니다. NIO가 Connector를 맡습니다.",
    },
    { source: "Migration Guide 10.1: APR removed in 10.1.0-M5" },
  ),
  ...["8.5.79", "9.0.63", "10.1.0"].map((gone) =>
    dropped(
      gone,
      ["StandardThreadExecutor"],
      "prestartminSpareThreads",
      always,
      {
        en: "Removed: the pool always starts its spare threads.",
        ko: "제거했습니다. 스레드 풀은 언제나 예비 스레드를 미리 시작합니다.",
      },
      { source: "StandardThreadExecutor and ThreadPoolExecutor, 8.5.79, 9.0.63 and 10.1" },
    ),
  ),
  dropped(
    "10.1.0",
    MANAGERS,
    "persistAuthenticationNotes",
    ["false"],
    {
      en: "persistAuthenticationNotes is gone: persistAuthentication keeps a login and its notes.",
      ko: "persistAuthenticationNotes는 없어졌습니다. 로그인 정보는 persistAuthentication으로 유지합니다.",
    },
    { source: "ManagerBase, 10.0" },
  ),
  dropped(
    "10.1.0",
    ["DeltaManager"],
    "stateTransfered",
    always,
    {
      en: "Removed: it was never a setting, but what the Manager notes of itself.",
      ko: "제거했습니다. 설정이 아니라 Manager가 스스로 적는 상태입니다.",
    },
    { source: "DeltaManager, 10.0" },
  ),
  moved(
    "10.1.0",
    ["WebappLoader"],
    "reloadable",
    { place: "parent" },
    "reloadable",
    "WebappLoader and StandardContext, 10.0",
  ),
  ofConnector("maxHeaderSize", "8192"),
  ofConnector("maxTrailerSize", "8192"),
  ofConnector("compression", "off"),
  ofConnector("compressionMinSize", "2048"),
  ofConnector("noCompressionStrongETag", "true"),
  ofConnector("allowedTrailerHeaders", ""),
  ofConnector("compressibleMimeType"),
  ofConnector("noCompressionUserAgents"),
  ...["8.5.46", "9.0.25", "10.1.0"].flatMap((gone) =>
    (
      [
        ["overheadContinuationThreshhold", "overheadContinuationThreshold"],
        ["overheadDataThreadhold", "overheadDataThreshold"],
        ["overheadWindowUpdateThreadhold", "overheadWindowUpdateThreshold"],
      ] as const
    ).map(([name, to]) => renamed(gone, ["Http2Protocol"], name, to, "Http2Protocol, 8.5.46 and 9.0.25")),
  ),
  dropped(
    "10.1.0",
    [HANDLER],
    "acceptorThreadCount",
    always,
    {
      en: "Removed: one thread accepts connections; more never helped.",
      ko: "제거했습니다. 스레드 하나가 연결을 받으며, 더 많아도 나은 점이 없었습니다.",
    },
    { source: "AbstractEndpoint, 10.0" },
  ),
  dropped(
    "10.1.0",
    [HANDLER],
    "pollerThreadCount",
    always,
    {
      en: "Removed: one thread polls.",
      ko: "제거했습니다. 폴러 스레드는 하나입니다.",
    },
    { source: "NioEndpoint, 10.0" },
  ),
  dropped(
    "10.1.0",
    [HANDLER],
    "noCompressionStrongETag",
    ["true"],
    {
      en: "noCompressionStrongETag is gone: what has a strong ETag is never compressed.",
      ko: "noCompressionStrongETag는 없어졌습니다. 강한 ETag가 있으면 압축하지 않습니다.",
    },
    { source: "CompressionConfig, 10.0" },
  ),
  renamed("10.1.0", [HANDLER], "rejectIllegalHeaderName", "rejectIllegalHeader", "AbstractHttp11Protocol, 10.0"),

  // 10.1 to 11.0
  renamed(
    "11.0.0",
    [HANDLER],
    "requiredSecret",
    "secret",
    "AbstractAjpProtocol, 11.0; Migration Guide 8.5: deprecated in 8.5.51",
  ),
  dropped(
    "11.0.0",
    [HANDLER],
    "allowHostHeaderMismatch",
    ["false"],
    {
      en: "allowHostHeaderMismatch is gone: a request whose Host differs from its target is refused.",
      ko: "allowHostHeaderMismatch는 없어졌습니다. Host가 요청 대상과 다른 요청은 거부합니다.",
    },
    { source: "Http11Processor, 11.0" },
  ),
  dropped(
    "11.0.0",
    [HANDLER],
    "rejectIllegalHeader",
    ["true"],
    {
      en: "rejectIllegalHeader is gone: a request with an illegal header is refused.",
      ko: "rejectIllegalHeader는 없어졌습니다. 잘못된 헤더가 있는 요청은 거부합니다.",
    },
    { source: "Http11InputBuffer, 11.0" },
  ),
  dropped(
    "11.0.0",
    ["BasicAuthenticator"],
    "trimCredentials",
    ["false"],
    {
      en: "trimCredentials is gone: blanks around a name and password count.",
      ko: "trimCredentials는 없어졌습니다. 이름과 비밀번호 앞뒤의 공백도 그대로 비교합니다.",
    },
    { source: "BasicAuthenticator, 11.0" },
  ),
  dropped("11.0.0", CONTEXTS, "clearReferencesObjectStreamClassCaches", always, LEAKS_GONE, {
    source: "WebappClassLoaderBase, 11.0",
  }),
  moved("11.0.0", CONTEXTS, "useBloomFilterForArchives", RESOURCES, "archiveIndexStrategy", "StandardRoot, 11.0", {
    true: "bloom",
    false: "simple",
  }),

  // 11.0 to 12.0
  dropped(
    "12.0.0",
    CONTEXTS,
    "urlPatternsProvidedInDecodedForm",
    ["true"],
    {
      en: "urlPatternsProvidedInDecodedForm is gone.",
      ko: "urlPatternsProvidedInDecodedForm은 없어졌습니다.",
    },
    { source: "StandardContext, 12.0" },
  ),
];
