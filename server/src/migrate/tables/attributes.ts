import type { Localized } from "../../base/localized.ts";
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
import { OLD_ATTRIBUTES } from "./old-attributes.ts";

const FROM_CONNECTOR: Localized = {
  en: "HTTP/2 takes this from its Connector.",
  ko: "HTTP/2는 이 값을 Connector에서 가져옵니다.",
};

/**
 * A setting that HTTP/2 has on its own up to 9.0, and shares with the Connector later. Its default there requests
 * nothing.
 */
function ofConnector(name: string, ...defaults: readonly string[]): AttributeChange {
  return dropped(
    { gone: "10.1.0", classes: ["Http2Protocol"], name, source: "Migration Guide 10.0, HTTP/2" },
    defaults,
    FROM_CONNECTOR,
  );
}

/**
 * Attributes that a line no longer has, and what becomes of them. Removed attributes that are not listed are to do by
 * hand.
 *
 * Source: the setters of each line's classes, by the facts; for replacements the named class or guide.
 */
export const ATTRIBUTE_CHANGES: readonly AttributeChange[] = [
  ...OLD_ATTRIBUTES,

  // 9.0 to 10.1
  ...[
    ...["AWTThreadProtection", "forkJoinCommonPoolProtection", "gcDaemonProtection", "ldapPoolProtection"],
    ...["tokenPollerProtection", "xmlParsingProtection"],
  ].map((name) => leak("10.1.0", name)),
  dropped(
    {
      gone: "10.1.0",
      classes: ["AprLifecycleListener"],
      name: "useAprConnector",
      source: "Migration Guide 10.1: APR removed in 10.1.0-M5",
    },
    ["false"],
    {
      en: "useAprConnector is gone with the native connector: NIO serves the Connectors.",
      ko: "useAprConnector는 네이티브 커넥터와 함께 없어졌습니다. NIO가 Connector를 맡습니다.",
    },
  ),
  ...["8.5.79", "9.0.63", "10.1.0"].map((gone) =>
    dropped(
      {
        gone,
        classes: ["StandardThreadExecutor"],
        name: "prestartminSpareThreads",
        source: "StandardThreadExecutor and ThreadPoolExecutor, 8.5.79, 9.0.63 and 10.1",
      },
      always,
      {
        en: "Removed: the pool always starts its spare threads.",
        ko: "제거했습니다. 스레드 풀은 언제나 예비 스레드를 미리 시작합니다.",
      },
    ),
  ),
  dropped(
    { gone: "10.1.0", classes: MANAGER_CLASSES, name: "persistAuthenticationNotes", source: "ManagerBase, 10.0" },
    ["false"],
    {
      en: "persistAuthenticationNotes is gone: persistAuthentication keeps a login and its notes.",
      ko: "persistAuthenticationNotes는 없어졌습니다. 로그인 정보는 persistAuthentication으로 유지합니다.",
    },
  ),
  dropped(
    { gone: "10.1.0", classes: ["DeltaManager"], name: "stateTransfered", source: "DeltaManager, 10.0" },
    always,
    {
      en: "Removed: it was never a setting, but what the Manager notes of itself.",
      ko: "제거했습니다. 설정이 아니라 Manager가 스스로 적는 상태입니다.",
    },
  ),
  moved(
    { gone: "10.1.0", classes: ["WebappLoader"], name: "reloadable", source: "WebappLoader and StandardContext, 10.0" },
    { place: "parent" },
    "reloadable",
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
    ).map(([name, to]) =>
      renamed({ gone, classes: ["Http2Protocol"], name, source: "Http2Protocol, 8.5.46 and 9.0.25" }, to),
    ),
  ),
  dropped(
    { gone: "10.1.0", classes: [HANDLER], name: "acceptorThreadCount", source: "AbstractEndpoint, 10.0" },
    always,
    {
      en: "Removed: one thread accepts connections; more never helped.",
      ko: "제거했습니다. 스레드 하나가 연결을 받으며, 더 많아도 나은 점이 없었습니다.",
    },
  ),
  dropped({ gone: "10.1.0", classes: [HANDLER], name: "pollerThreadCount", source: "NioEndpoint, 10.0" }, always, {
    en: "Removed: one thread polls.",
    ko: "제거했습니다. 폴러 스레드는 하나입니다.",
  }),
  dropped(
    { gone: "10.1.0", classes: [HANDLER], name: "noCompressionStrongETag", source: "CompressionConfig, 10.0" },
    ["true"],
    {
      en: "noCompressionStrongETag is gone: what has a strong ETag is never compressed.",
      ko: "noCompressionStrongETag는 없어졌습니다. 강한 ETag가 있으면 압축하지 않습니다.",
    },
  ),
  renamed(
    { gone: "10.1.0", classes: [HANDLER], name: "rejectIllegalHeaderName", source: "AbstractHttp11Protocol, 10.0" },
    "rejectIllegalHeader",
  ),

  // 10.1 to 11.0
  renamed(
    {
      gone: "11.0.0",
      classes: [HANDLER],
      name: "requiredSecret",
      source: "AbstractAjpProtocol, 11.0; Migration Guide 8.5: deprecated in 8.5.51",
    },
    "secret",
  ),
  dropped(
    { gone: "11.0.0", classes: [HANDLER], name: "allowHostHeaderMismatch", source: "Http11Processor, 11.0" },
    ["false"],
    {
      en: "allowHostHeaderMismatch is gone: a request whose Host differs from its target is refused.",
      ko: "allowHostHeaderMismatch는 없어졌습니다. Host가 요청 대상과 다른 요청은 거부합니다.",
    },
  ),
  dropped(
    { gone: "11.0.0", classes: [HANDLER], name: "rejectIllegalHeader", source: "Http11InputBuffer, 11.0" },
    ["true"],
    {
      en: "rejectIllegalHeader is gone: a request with an illegal header is refused.",
      ko: "rejectIllegalHeader는 없어졌습니다. 잘못된 헤더가 있는 요청은 거부합니다.",
    },
  ),
  dropped(
    { gone: "11.0.0", classes: ["BasicAuthenticator"], name: "trimCredentials", source: "BasicAuthenticator, 11.0" },
    ["false"],
    {
      en: "trimCredentials is gone: blanks around a name and password count.",
      ko: "trimCredentials는 없어졌습니다. 이름과 비밀번호 앞뒤의 공백도 그대로 비교합니다.",
    },
  ),
  dropped(
    {
      gone: "11.0.0",
      classes: CONTEXTS,
      name: "clearReferencesObjectStreamClassCaches",
      source: "WebappClassLoaderBase, 11.0",
    },
    always,
    LEAKS_GONE,
  ),
  moved(
    { gone: "11.0.0", classes: CONTEXTS, name: "useBloomFilterForArchives", source: "StandardRoot, 11.0" },
    RESOURCES,
    "archiveIndexStrategy",
    {
      true: "bloom",
      false: "simple",
    },
  ),

  // 11.0 to 12.0
  dropped(
    { gone: "12.0.0", classes: CONTEXTS, name: "urlPatternsProvidedInDecodedForm", source: "StandardContext, 12.0" },
    ["true"],
    {
      en: "urlPatternsProvidedInDecodedForm is gone.",
      ko: "urlPatternsProvidedInDecodedForm은 없어졌습니다.",
    },
  ),
];
