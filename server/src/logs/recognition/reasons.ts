import type { Localized } from "../../base/localized.ts";
import { framesOf, type LogEvent, type Thrown } from "../formats/event.ts";
import { kept } from "../formats/kept.ts";
import { type Subject, subjectsOf, text } from "../kinds/kind.ts";

/** Why something failed, by its exceptions. */
export interface Reason {
  readonly id: string;
  readonly text: Localized;
  readonly next: readonly Localized[];
  readonly subjects: readonly Subject[];
  /** The class or name it is about. */
  readonly about: string | undefined;
}

interface Pattern {
  readonly id: string;
  /** The subject of the exception, or an empty text; undefined where the pattern does not apply. */
  readonly find: (thrown: Thrown, event: LogEvent) => string | undefined;
  readonly text: (about: string) => Localized;
  readonly next: readonly Localized[];
  readonly at: string;
}

const isOf = (...names: readonly string[]) => {
  const all = new Set(names);
  return ({ class: name }: Thrown) => (all.has(name) ? "" : undefined);
};
const onlyIf = (holds: boolean, about = "") => (holds ? about : undefined);
const inFrames = (event: LogEvent, part: string) => framesOf(event).some((frame) => frame.includes(part));

/**
 * Patterns in order of precedence, tried on the innermost cause first and then outwards. The JDK does not translate its
 * texts.
 */
const PATTERNS: readonly Pattern[] = [
  {
    id: "address-not-here",
    find: ({ class: name, message }, event) =>
      onlyIf(
        (name === "java.net.BindException" && /assign requested address/i.test(message)) ||
          // The JDK takes the interface of an address that no interface has for a null.
          (name === "java.lang.IllegalArgumentException" && inFrames(event, "McastServiceImpl.setupSocket")),
      ),
    text: () => text("The address is not one of this machine.", "이 장비의 주소가 아닙니다."),
    next: [
      text(
        "`ip addr` lists the machine's addresses; write one of them.",
        "`ip addr`로 장비의 주소를 확인해 그중 하나를 쓰십시오.",
      ),
    ],
    at: "Receiver.address Membership.bind Connector.address",
  },
  {
    id: "port-taken",
    find: isOf("java.net.BindException"),
    text: () => text("Another process has the port.", "다른 프로세스가 포트를 쓰고 있습니다."),
    next: [
      text(
        "`ss -ltnp` shows which; often it is another Tomcat, or the same one that did not end.",
        "`ss -ltnp`로 확인하십시오. 흔히 다른 Tomcat이거나 종료되지 않은 같은 Tomcat입니다.",
      ),
    ],
    at: "Receiver.port Connector.port Server.port",
  },
  {
    id: "multicast-unusable",
    find: ({ class: name, message }, event) =>
      onlyIf(
        /^java\.net\.(?:SocketException|NoRouteToHostException)$|^java\.io\.IOException$/.test(name) &&
          /Invalid argument|No such device|unreachable|not permitted|Can't assign/i.test(message) &&
          inFrames(event, "tribes.membership.Mcast") &&
          // What is done about a member that was heard is done in these threads, too.
          !inFrames(event, "TcpFailureDetector") &&
          !inFrames(event, "tribes.transport"),
        message,
      ),
    text: (about) =>
      text(
        `The system does not let this node use multicast (${about}): there is no route for it on the interface, or Java uses IPv6 for an IPv4 group.`,
        `시스템이 멀티캐스트를 허용하지 않습니다(${about}). 인터페이스에 경로가 없거나, IPv4 그룹에 Java가 IPv6을 씁니다.`,
      ),
    next: [
      text(
        "Start Java with `-Djava.net.preferIPv4Stack=true`.",
        "Java를 `-Djava.net.preferIPv4Stack=true`로 시작하십시오.",
      ),
      text(
        "Set bind on Membership, or add a route: `ip route add 224.0.0.0/4 dev INTERFACE`.",
        "Membership에 bind를 지정하거나 경로를 추가하십시오: `ip route add 224.0.0.0/4 dev 인터페이스`.",
      ),
    ],
    at: "Membership.bind Membership.address",
  },
  {
    id: "not-serializable",
    find: ({ class: name, message }) => onlyIf(name === "java.io.NotSerializableException", message || "?"),
    text: (about) =>
      text(`${about} does not implement Serializable.`, `${about} 클래스가 Serializable을 구현하지 않습니다.`),
    next: [
      text(
        "Make the class Serializable, mark the field that holds it transient, or keep it out of the session.",
        "클래스를 Serializable로 만들거나, 그 필드를 transient로 하거나, 세션에 넣지 마십시오.",
      ),
    ],
    at: "Manager.sessionAttributeNameFilter",
  },
  {
    id: "attribute-refused",
    find: ({ class: name }, event) =>
      onlyIf(name === "java.lang.IllegalArgumentException" && inFrames(event, "Session.setAttribute")),
    text: () =>
      text(
        "The application puts an object into the session that cannot be serialized. In a distributable application Tomcat refuses it.",
        "애플리케이션이 직렬화할 수 없는 객체를 세션에 넣습니다. distributable 애플리케이션에서 Tomcat은 이를 거부합니다.",
      ),
    next: [
      text(
        "The frame below setAttribute is the line of the application; make that object Serializable.",
        "setAttribute 아래의 프레임이 애플리케이션의 줄입니다. 그 객체를 Serializable로 만드십시오.",
      ),
    ],
    at: "",
  },
  {
    id: "deserialization-refused",
    find: ({ class: name, message }) =>
      onlyIf(name === "java.io.InvalidClassException" && /filter|REJECTED/.test(message)),
    text: () => text("A filter for deserialization refuses a class.", "역직렬화 필터가 클래스를 거부합니다."),
    next: [
      text(
        "Allow the class in jdk.serialFilter, or in sessionAttributeValueClassNameFilter of the Manager.",
        "jdk.serialFilter나 Manager의 sessionAttributeValueClassNameFilter에서 그 클래스를 허용하십시오.",
      ),
    ],
    at: "Manager.sessionAttributeValueClassNameFilter",
  },
  {
    id: "class-differs",
    find: ({ class: name, message }) =>
      onlyIf(name === "java.io.InvalidClassException", message.split(/[;\s]/)[0] || "?"),
    text: (about) =>
      text(`The nodes have different releases of ${about}.`, `노드마다 ${about} 클래스의 버전이 다릅니다.`),
    next: [
      text(
        "Deploy the same release everywhere; declare serialVersionUID.",
        "모든 노드에 같은 버전을 배포하고 serialVersionUID를 선언하십시오.",
      ),
    ],
    at: "",
  },
  {
    id: "class-missing",
    find: ({ class: name, message }) =>
      onlyIf(/^java\.lang\.(?:ClassNotFoundException|NoClassDefFoundError)$/.test(name), message.split(/\s/)[0] || "?"),
    text: (about) => text(`This node has no class ${about}.`, `이 노드에 ${about} 클래스가 없습니다.`),
    next: [
      text(
        "Deploy the same application everywhere, with its libraries in the same place.",
        "모든 노드에 같은 애플리케이션을 배포하고 라이브러리를 같은 위치에 두십시오.",
      ),
    ],
    at: "",
  },
  {
    id: "key-differs",
    find: isOf(
      "javax.crypto.AEADBadTagException",
      "javax.crypto.BadPaddingException",
      "javax.crypto.IllegalBlockSizeException",
    ),
    text: () =>
      text(
        "The message was encrypted with another key or algorithm, or not at all.",
        "메시지가 다른 키나 알고리즘으로 암호화되었거나 암호화되지 않았습니다.",
      ),
    next: [
      text(
        "Give all nodes the same encryptionKey and encryptionAlgorithm.",
        "모든 노드의 encryptionKey와 encryptionAlgorithm을 같게 하십시오.",
      ),
    ],
    at: "Interceptor.encryptionKey Interceptor.encryptionAlgorithm",
  },
  {
    id: "key-refused",
    // Every message passes EncryptInterceptor, so its frames alone prove nothing.
    find: ({ class: name }, event) =>
      onlyIf(
        (name.startsWith("java.security.") && inFrames(event, "EncryptInterceptor")) ||
          (/^java\.lang\.Illegal(?:Argument|State)Exception$/.test(name) &&
            (inFrames(event, "EncryptInterceptor.createEncryptionManager") ||
              inFrames(event, "EncryptInterceptor.setEncryptionKey"))),
      ),
    text: () =>
      text("EncryptInterceptor refuses its key or algorithm.", "EncryptInterceptor가 키나 알고리즘을 거부합니다."),
    next: [
      text(
        "encryptionKey is 32, 48 or 64 hexadecimal digits; the algorithm is AES/GCM/NoPadding.",
        "encryptionKey는 16진수 32, 48, 64자리이고 알고리즘은 AES/GCM/NoPadding입니다.",
      ),
    ],
    at: "Interceptor.encryptionKey Interceptor.encryptionAlgorithm",
  },
  {
    id: "option-flag-conflict",
    find: (_, event) => onlyIf(inFrames(event, "GroupChannel.checkOptionFlags")),
    text: () => text("Two interceptors have the same optionFlag.", "두 인터셉터의 optionFlag가 같습니다."),
    next: [
      text("Give each its own, or set optionCheck to false.", "각각 다르게 하거나 optionCheck를 false로 하십시오."),
    ],
    at: "Interceptor.optionFlag Channel.optionCheck",
  },
  {
    id: "stream-corrupted",
    find: isOf("java.io.StreamCorruptedException", "java.util.zip.ZipException", "java.io.OptionalDataException"),
    text: () =>
      text(
        "The bytes are not in the form this node expects: the nodes' interceptors differ.",
        "데이터가 이 노드가 예상한 형식이 아닙니다. 노드의 인터셉터가 다릅니다.",
      ),
    next: [text("Make the Channel the same on all nodes.", "모든 노드의 Channel을 같게 하십시오.")],
    at: "Interceptor",
  },
  {
    id: "name-unknown",
    find: ({ class: name, message }) => onlyIf(name === "java.net.UnknownHostException", message.split(":")[0] || "?"),
    text: (about) => text(`The name ${about} does not resolve.`, `${about} 이름을 찾을 수 없습니다.`),
    next: [text("Put it into DNS or /etc/hosts, or write the address.", "DNS나 /etc/hosts에 넣거나 주소를 쓰십시오.")],
    at: "Receiver.address Member.host",
  },
  {
    id: "not-reachable",
    find: ({ class: name, message }) =>
      onlyIf(
        /^java\.net\.(?:NoRouteToHost|SocketTimeout)Exception$/.test(name) ||
          (/^java\.net\.(?:Connect|Socket)Exception$/.test(name) && /timed out|unreachable/i.test(message)),
      ),
    text: () =>
      text(
        "Nothing answers there: a firewall, a wrong address, or a machine that is off.",
        "그 주소에서 응답이 없습니다. 방화벽, 잘못된 주소, 꺼진 장비가 원인입니다.",
      ),
    next: [text("From this machine, `nc -vz ADDRESS PORT`.", "이 장비에서 `nc -vz 주소 포트`를 실행하십시오.")],
    at: "Receiver.address Receiver.port Member.host",
  },
  {
    id: "nothing-listens",
    // HeartbeatListener connects to a proxy.
    find: ({ class: name }, event) =>
      onlyIf(name === "java.net.ConnectException" && !inFrames(event, "catalina.ha.backend")),
    text: () =>
      text(
        "The machine answers, but no Receiver listens at this address and port.",
        "장비는 응답하지만 이 주소와 포트에서 수신 대기하는 Receiver가 없습니다.",
      ),
    next: [
      text(
        "Compare address and port with the line in which that node's Receiver says where it listens.",
        "그 노드의 Receiver가 수신 대기하는 주소를 알리는 줄과 비교하십시오.",
      ),
    ],
    at: "Receiver.address Receiver.port Member.port",
  },
  {
    id: "disk-full",
    find: ({ message }) => onlyIf(/No space left on device|not enough space on the disk/i.test(message)),
    text: () => text("The disk is full.", "디스크가 가득 찼습니다."),
    next: [
      text(
        "Make room where the message says, then do again what failed.",
        "메시지에 나온 곳의 공간을 확보한 뒤 실패한 일을 다시 하십시오.",
      ),
    ],
    at: "Deployer.tempDir Deployer.deployDir",
  },
  {
    id: "file-missing",
    find: ({ class: name, message }) =>
      name === "java.nio.file.NoSuchFileException" || /\(No such file or directory\)$/.test(message)
        ? message.replace(/ \(.*$/, "") || "?"
        : undefined,
    text: (about) => text(`The file ${about} does not exist.`, `${about} 파일이 없습니다.`),
    next: [text("Put it there, or correct the path, on this node.", "이 노드에 파일을 두거나 경로를 고치십시오.")],
    at: "",
  },
  {
    id: "ajp-secret",
    find: ({ class: name }, event) =>
      onlyIf(name === "java.lang.IllegalArgumentException" && inFrames(event, "AbstractAjpProtocol.start")),
    text: () =>
      text(
        "The AJP Connector requires a secret and has none, so its port stays closed and a balancer does not reach this node by it.",
        "AJP Connector에 필요한 secret이 없어 포트가 열리지 않고, 부하 분산 장치가 AJP로 이 노드에 접속하지 못합니다.",
      ),
    next: [
      text(
        'Write the balancer\'s secret into the Connector; secretRequired="false" only where none but the balancer reaches the port.',
        'Connector에 부하 분산 장치와 같은 secret을 쓰십시오. 부하 분산 장치만 포트에 접속할 수 있을 때만 secretRequired="false"를 쓰십시오.',
      ),
    ],
    at: "Connector.secret Connector.secretRequired",
  },
  {
    id: "memory",
    find: isOf("java.lang.OutOfMemoryError"),
    text: () =>
      text(
        "Java has no memory left; what fails next is a consequence.",
        "Java의 메모리가 부족합니다. 이후의 실패는 그 결과입니다.",
      ),
    next: [text("Give it more (-Xmx), and look at what fills it.", "-Xmx를 늘리고 메모리를 채우는 것을 찾으십시오.")],
    at: "",
  },
];

/** Reasons that matter although they are told by a request that failed in the application. */
export const BEYOND_APPLICATION: ReadonlySet<string | undefined> = new Set(["attribute-refused", "memory"]);

/** The reason of an event, from its innermost cause outwards. Undefined where no pattern applies. */
export function reasonOf(event: LogEvent): Reason | undefined {
  for (const thrown of event.thrown.toReversed()) {
    for (const { id, find, text: say, next, at } of PATTERNS) {
      const found = find(thrown, event);
      if (found === undefined) continue;
      const about = kept(found);
      return { id, about: about || undefined, text: say(about), next, subjects: subjectsOf(at) };
    }
  }
  return undefined;
}
