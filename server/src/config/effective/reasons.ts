import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";

/** Why Tomcat adds, drops or changes something: said in one short phrase each, as they stand in a comment. */
export const REASONS = {
  noSuchElement: (parent: string): Localized => ({
    en: `Tomcat does not read it in ${parent}`,
    ko: `Tomcat이 ${parent} 안에서 읽지 않습니다`,
  }),
  replaced: { en: "a later one replaces it", ko: "뒤에 나오는 것이 대신합니다" },
  second: { en: "a second one stops Tomcat", ko: "두 번째이므로 Tomcat이 시작되지 않습니다" },
  sameMember: {
    en: "an earlier one has the same host, port and uniqueId",
    ko: "앞에 host, port, uniqueId가 같은 것이 있습니다",
  },
  sameName: { en: "an earlier one has the same name", ko: "앞에 같은 이름이 있습니다" },
  noClassName: { en: "no className: Tomcat stops", ko: "className이 없어 Tomcat이 시작되지 않습니다" },
  classStops: {
    en: "Tomcat stops at this class here",
    ko: "이 자리에서는 이 클래스 때문에 Tomcat이 시작되지 않습니다",
  },
  notClusterValve: {
    en: "only valves of the cluster are kept here",
    ko: "이 자리에는 클러스터용 Valve만 남습니다",
  },
  noMember: (className: string): Localized => ({
    en: `${className} takes none: Tomcat stops`,
    ko: `${josa(className, "이")} 받지 않아 Tomcat이 시작되지 않습니다`,
  }),
  noSuchAttribute: (className: string): Localized => ({
    en: `${className} has no such attribute`,
    ko: `${className}에 없는 속성입니다`,
  }),
  needsObject: { en: "it takes an object, no text", ko: "텍스트가 아니라 객체를 받습니다" },
  notXmlName: { en: "it is no name", ko: "속성 이름이 아닙니다" },
  noExecutor: { en: "no Executor of this Service has that name", ko: "이 Service에 그런 이름의 Executor가 없습니다" },
  executor: { en: "the Executor decides", ko: "Executor가 결정합니다" },
  noNumber: { en: "no whole number: the default stays", ko: "정수가 아니므로 기본값이 유지됩니다" },
  noOptions: { en: "no send option: the default stays", ko: "전송 옵션이 아니므로 기본값이 유지됩니다" },
  noUniqueId: { en: "not 16 bytes: it stays unset", ko: "16바이트가 아니므로 설정되지 않습니다" },
  noBytes: { en: "no signed bytes: it stays unset", ko: "부호 있는 바이트가 아니므로 설정되지 않습니다" },
  noHex: { en: "no pairs of hexadecimal digits: it stays unset", ko: "16진수 쌍이 아니므로 설정되지 않습니다" },
  noAlgorithm: {
    en: "not name/mode/padding: the default stays",
    ko: "이름/모드/패딩 형식이 아니므로 기본값이 유지됩니다",
  },
  noJavaAlgorithm: { en: "Java has no such algorithm", ko: "Java에 없는 알고리즘입니다" },
  noMode: { en: "no such mode: the default stays", ko: "없는 모드이므로 기본값이 유지됩니다" },
  noPattern: { en: "no regular expression: it stays unset", ko: "정규식이 아니므로 설정되지 않습니다" },
  notTrue: { en: "everything but true is false", ko: "true가 아니면 모두 false입니다" },
  lowerCase: { en: "Tomcat compares host names in lower case", ko: "Tomcat이 호스트 이름을 소문자로 비교합니다" },
  byRelease: { en: "the newest releases do not take it", ko: "최신 버전은 받지 않는 값입니다" },
  placeholder: { en: "what it stands for is not known here", ko: "여기서는 값을 알 수 없습니다" },
  containersName: { en: "the name of the Engine or Host", ko: "Engine 또는 Host의 이름입니다" },
  backgroundHeartbeat: { en: "heartbeatBackgroundEnabled", ko: "heartbeatBackgroundEnabled가 켜져 있습니다" },
  atLeastOne: { en: "one at least", ko: "최솟값은 1입니다" },
  follows: (name: string): Localized => ({ en: `the same as ${name}`, ko: `${josa(name, "과")} 같습니다` }),
  writtenOnConnector: (name: string): Localized => ({
    en: `${name} of the Connector`,
    ko: `Connector의 ${name}입니다`,
  }),
  noCertificateType: { en: "no type of a Certificate", ko: "Certificate의 type이 아닙니다" },
  fromDoctype: { en: "a default in the DOCTYPE", ko: "DOCTYPE에 선언한 기본값입니다" },
  noMoreThan: (name: string): Localized => ({ en: `no more than ${name}`, ko: `${name}보다 클 수 없습니다` }),
  noAddress: { en: "no address: it stays unset", ko: "주소가 아니므로 설정되지 않습니다" },
  noNetworks: { en: "only what is a network counts", ko: "네트워크인 항목만 적용됩니다" },
  strictest: { en: "no such word: the strictest counts", ko: "없는 단어이므로 가장 엄격한 값이 적용됩니다" },
  receiversAddress: {
    en: "host and port are those of the Receiver",
    ko: "host와 port는 Receiver의 값입니다",
  },
  notCopied: (names: string): Localized => ({
    en: `${names}: not copied to the applications' Managers`,
    ko: `${names}: 애플리케이션의 Manager로 복사되지 않습니다`,
  }),
  protocolClass: (protocol: string): Localized => ({
    en: `what ${protocol} stands for`,
    ko: `${josa(protocol, "이")} 뜻하는 클래스입니다`,
  }),
  unknownClass: {
    en: "a class Tomcat does not ship: its defaults are not known",
    ko: "Tomcat에 없는 클래스라 기본값을 알 수 없습니다",
  },
  unknownName: { en: "its class is not known here", ko: "여기서는 클래스를 알 수 없습니다" },
  contextFiles: {
    en: "conf/context.xml and the application's META-INF/context.xml add to this",
    ko: "conf/context.xml과 애플리케이션의 META-INF/context.xml이 여기에 더해집니다",
  },
  perhapsValves: {
    en: "whether Tomcat adds JvmRouteBinderValve and ReplicationValve depends on the class of the valves",
    ko: "JvmRouteBinderValve와 ReplicationValve가 추가되는지는 Valve의 클래스에 달려 있습니다",
  },
  perhapsListener: {
    en: "ClusterSessionListener is added when the Manager is a DeltaManager",
    ko: "Manager가 DeltaManager이면 ClusterSessionListener가 추가됩니다",
  },
  leftOut: (elements: number): Localized => ({
    en: `too much to show: ${elements} more ${elements === 1 ? "element" : "elements"} in it left out`,
    ko: `표시할 내용이 너무 많아 이 안의 요소 ${elements}개를 생략했습니다`,
  }),
  hostOnly: { en: "it works in the Cluster of a Host only", ko: "Host의 Cluster에서만 동작합니다" },
  runsInPipeline: {
    en: "the Cluster's valves run behind the container's own",
    ko: "Cluster의 Valve는 컨테이너의 Valve 뒤에서 실행됩니다",
  },
} as const;

/** Notes on objects of a kind, whatever is written of them. */
export const STANDING_NOTES: ReadonlySet<Localized> = new Set([
  REASONS.contextFiles,
  REASONS.runsInPipeline,
  REASONS.unknownClass,
  REASONS.unknownName,
]);

/** Why each added object is there. */
export const ADDED = {
  noneWritten: { en: "none is written", ko: "작성된 것이 없습니다" },
  always: { en: "always there", ko: "항상 있습니다" },
  basic: { en: "ends every pipeline", ko: "파이프라인의 마지막입니다" },
  errorReport: { en: "errorReportValveClass of the Host", ko: "Host의 errorReportValveClass입니다" },
  tlsAttributes: { en: "TLS attributes of the Connector", ko: "Connector의 TLS 속성입니다" },
  naming: { en: "Tomcat's naming is on", ko: "Tomcat의 네이밍이 켜져 있습니다" },
} as const satisfies Record<string, Localized>;

/** Why an object is there whatever is written. */
export const ADDED_ANYWAY: ReadonlySet<Localized> = new Set([
  ADDED.always,
  ADDED.basic,
  ADDED.errorReport,
  ADDED.naming,
]);
