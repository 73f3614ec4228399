import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const INTERCEPTORS = "org.apache.catalina.tribes.group.interceptors";

const optionFlag = explain(
  "With a value other than 0, the interceptor acts only on messages whose send options have all of these bits.",
  "0이 아니면 전송 옵션에 이 비트가 모두 있는 메시지만 처리합니다.",
);

/** Five classes call okToProcess; the others inherit the attribute. */
const inertFlag = explain(
  "Has no effect: this interceptor acts on all messages. Only a Channel with optionCheck compares it.",
  "효과가 없습니다. 이 인터셉터는 모든 메시지를 처리합니다. optionCheck를 켠 Channel만 이 값을 비교합니다.",
);

const dispatch = (): AttributesProse => ({
  optionFlag: explain(
    "Always 8, the asynchronous option. Another value only draws a warning: messages with 8 are queued all the same.",
    "항상 8(비동기 옵션)입니다. 다른 값을 쓰면 경고만 나올 뿐, 옵션 8인 메시지는 그대로 큐에 들어갑니다.",
  ),
  alwaysSend: explain(
    "When the queue is full, true sends in the request's own thread, and false fails.",
    "큐가 가득 찼을 때 true이면 요청 스레드에서 직접 보내고, false이면 실패합니다.",
  ),
  maxQueueSize: explain("Most bytes that may wait in the queue.", "큐에서 기다릴 수 있는 최대 바이트 수입니다.", {
    unit: "bytes",
    range: { min: 1 },
  }),
  maxThreads: explain("Most threads that send from the queue.", "큐에서 메시지를 보내는 최대 스레드 수입니다.", {
    unit: "threads",
    range: { min: 1 },
  }),
  maxSpareThreads: explain("Threads that are kept for the queue.", "큐를 위해 유지하는 스레드 수입니다.", {
    unit: "threads",
    range: { min: 0 },
  }),
  keepAliveTime: explain(
    "How long a thread beyond maxSpareThreads may be idle before it ends.",
    "maxSpareThreads를 넘는 스레드가 쉬다가 종료되기까지의 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
});

/** `<Interceptor>`. */
export const interceptorProse = (): ProseBook => ({
  [`${INTERCEPTORS}.TcpFailureDetector`]: {
    text: {
      en: "Before a silent member is dropped, connects to it by TCP and keeps it if it answers. Place it below the interceptors that report members, such as TcpPingInterceptor.",
      ko: "응답이 없는 멤버를 제거하기 전에 TCP로 연결해 보고, 응답하면 유지합니다. TcpPingInterceptor처럼 멤버를 확인하는 인터셉터보다 아래에 두십시오.",
    },
    attributes: {
      optionFlag,
      connectTimeout: explain("How long the test connection may take.", "확인 연결에 허용하는 시간입니다.", {
        unit: "ms",
        range: { min: 1 },
      }),
      performSendTest: explain(
        "Sends a small message over the test connection, instead of being content that it opens.",
        "연결되는 것만 보지 않고 확인용 메시지도 보냅니다.",
      ),
      performReadTest: explain(
        "Also waits for the member's answer on the test connection.",
        "확인 연결에서 멤버의 응답도 기다립니다.",
      ),
      readTestTimeout: explain("How long to wait for that answer.", "그 응답을 기다리는 시간입니다.", {
        unit: "ms",
        range: { min: 1 },
      }),
      removeSuspectsTimeout: explain(
        "How long a member that was reported gone, but still answers, is tried again at each heartbeat; then it is trusted again. 0 or less never ends that.",
        "사라졌다고 알려졌지만 아직 응답하는 멤버를 하트비트마다 다시 점검하는 시간입니다. 지나면 다시 믿습니다. 0 이하이면 계속 점검합니다.",
        { unit: "s" },
      ),
    },
  },
  [`${INTERCEPTORS}.TcpPingInterceptor`]: {
    text: {
      en: "Pings the members by TCP, so that static members that die are noticed. Place it above TcpFailureDetector.",
      ko: "멤버에 TCP로 핑을 보내 정적 멤버가 죽은 것을 알아냅니다. TcpFailureDetector보다 위에 두십시오.",
    },
    attributes: {
      optionFlag,
      interval: explain(
        "Pause between two pings of the thread that useThread starts.",
        "useThread로 시작한 스레드가 보내는 핑 사이의 간격입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      useThread: explain(
        "Pings from a thread of its own at interval, instead of at the channel's heartbeat.",
        "채널의 하트비트 대신 별도 스레드가 interval마다 핑을 보냅니다.",
      ),
    },
  },
  [`${INTERCEPTORS}.StaticMembershipInterceptor`]: {
    text: {
      en: "Adds members from a fixed list, with or without multicast. Place it last, below TcpFailureDetector, with one Member for each other node.",
      ko: "정해진 목록의 멤버를 추가하며, 멀티캐스트와 함께 쓸 수도 있습니다. 맨 아래, TcpFailureDetector 밑에 두고 다른 노드마다 Member를 쓰십시오.",
    },
    attributes: { optionFlag: inertFlag },
  },
  [`${INTERCEPTORS}.MessageDispatchInterceptor`]: {
    text: {
      en: "Queues asynchronous messages and sends them from its own threads. Without it, Tomcat has no asynchronous sending: the request waits for the network.",
      ko: "비동기 메시지를 큐에 넣고 자체 스레드로 보냅니다. 없으면 비동기 전송이 되지 않고 요청이 네트워크를 기다립니다.",
    },
    attributes: dispatch(),
  },
  [`${INTERCEPTORS}.MessageDispatch15Interceptor`]: {
    text: {
      en: "The thread-pool form of MessageDispatchInterceptor, in Tomcat 7 and 8.0. From 8.5 on, write MessageDispatchInterceptor.",
      ko: "스레드 풀을 쓰는 MessageDispatchInterceptor로, Tomcat 7과 8.0에 있습니다. 8.5부터는 MessageDispatchInterceptor를 쓰십시오.",
    },
    attributes: dispatch(),
  },
  [`${INTERCEPTORS}.EncryptInterceptor`]: {
    text: {
      en: "Encrypts every message with a key that all nodes share. Place it below all others but TcpFailureDetector, which must stand below it, so that what they send is encrypted as well, and give all nodes the same algorithm and key.",
      ko: "모든 노드가 공유하는 키로 메시지를 암호화합니다. 다른 인터셉터가 보내는 메시지도 암호화되도록 TcpFailureDetector 바로 위, 나머지보다 아래에 두고, 모든 노드에 같은 알고리즘과 키를 쓰십시오.",
    },
    attributes: {
      optionFlag: inertFlag,
      encryptionAlgorithm: explain(
        "Algorithm, mode and padding, such as AES/GCM/NoPadding. GCM also detects changed messages; all nodes must use the same.",
        "AES/GCM/NoPadding처럼 알고리즘, 모드, 패딩을 씁니다. GCM은 변조된 메시지도 찾아냅니다. 모든 노드가 같아야 합니다.",
      ),
      encryptionKey: explain(
        "The shared key in hexadecimal: 32 digits for AES-128, 48 for AES-192, 64 for AES-256. Better taken from a property than written here.",
        "공유 키를 16진수로 씁니다. AES-128은 32자리, AES-192는 48자리, AES-256은 64자리입니다. 여기에 직접 쓰기보다 시스템 프로퍼티로 지정하십시오.",
      ),
      replayWindowTime: explain(
        "How old a message may be before it is refused as a replay; the nodes' clocks must agree within it.",
        "메시지를 재전송 공격으로 보고 거부하는 기준 시간입니다. 노드의 시계 차이가 이보다 작아야 합니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      replayWindowMessageCount: explain(
        "How many recent messages are remembered to recognise a replay.",
        "재전송된 메시지를 알아보기 위해 기억하는 최근 메시지 수입니다.",
        { unit: "messages", range: { min: 1 } },
      ),
    },
  },
  [`${INTERCEPTORS}.DomainFilterInterceptor`]: {
    text: {
      en: "Lets only members of its own domain in, so that several clusters can share one multicast group.",
      ko: "같은 도메인의 멤버만 받아들여 여러 클러스터가 멀티캐스트 그룹 하나를 함께 쓸 수 있게 합니다.",
    },
    attributes: {
      optionFlag: inertFlag,
      domain: explain(
        "Domain whose members are let in. It must equal the domain that the members announce.",
        "받아들일 멤버의 도메인입니다. 멤버가 알리는 domain과 같아야 합니다.",
      ),
      logInterval: explain(
        "Every how many refused messages one line is logged.",
        "거부한 메시지 몇 개마다 로그를 한 줄 남길지 정합니다.",
        { unit: "messages", range: { min: 1 } },
      ),
    },
  },
  [`${INTERCEPTORS}.FragmentationInterceptor`]: {
    text: {
      en: "Cuts large messages into parts and joins them on the other side. All nodes need it.",
      ko: "큰 메시지를 나누어 보내고 받는 쪽에서 합칩니다. 모든 노드에 필요합니다.",
    },
    attributes: {
      optionFlag,
      maxSize: explain("Largest part of a message.", "한 조각의 최대 크기입니다.", {
        unit: "bytes",
        range: { min: 1 },
      }),
      expire: explain(
        "How long an incomplete message waits for its other parts before it is thrown away.",
        "완성되지 않은 메시지가 나머지 조각을 기다리는 시간입니다. 지나면 버려집니다.",
        { unit: "ms", range: { min: 1 } },
      ),
    },
  },
  [`${INTERCEPTORS}.GzipInterceptor`]: {
    text: {
      en: "Compresses messages. All nodes need it; a node without it cannot read them.",
      ko: "메시지를 압축합니다. 모든 노드에 필요하며, 없는 노드는 메시지를 읽지 못합니다.",
    },
    attributes: {
      optionFlag: explain(
        "The option bit that marks a compressed message, from 9.0 on; all nodes must use the same. It selects nothing.",
        "9.0부터 압축된 메시지를 표시하는 옵션 비트입니다. 모든 노드가 같아야 하며, 처리할 메시지를 고르지는 않습니다.",
      ),
    },
  },
  [`${INTERCEPTORS}.OrderInterceptor`]: {
    text: {
      en: "Delivers the messages of each member in the order they were sent. All nodes need it.",
      ko: "멤버별 메시지를 보낸 순서대로 전달합니다. 모든 노드에 필요합니다.",
    },
    attributes: { optionFlag },
  },
  [`${INTERCEPTORS}.ThroughputInterceptor`]: {
    text: {
      en: "Logs how much is sent and received. For looking, not for production.",
      ko: "송수신량을 로그에 기록합니다. 관찰용이며 운영용이 아닙니다.",
    },
    attributes: {
      optionFlag: inertFlag,
      interval: explain("Every how many messages one report is logged.", "메시지 몇 개마다 통계를 기록할지 정합니다.", {
        unit: "messages",
        range: { min: 1 },
      }),
    },
  },
  [`${INTERCEPTORS}.TwoPhaseCommitInterceptor`]: {
    text: {
      en: "Delivers a message only after a second one, which is sent once the first has gone to all members.",
      ko: "첫 메시지를 모든 멤버에 보낸 뒤에 보내는 두 번째 메시지가 와야 메시지를 전달합니다.",
    },
    attributes: { optionFlag },
  },
  [`${INTERCEPTORS}.NonBlockingCoordinator`]: {
    text: {
      en: "Lets the members elect one of them as coordinator, for applications that need a single leader.",
      ko: "멤버 가운데 하나를 코디네이터로 선출합니다. 리더 하나가 필요한 애플리케이션을 위한 것입니다.",
    },
    attributes: { optionFlag: inertFlag },
  },
  [`${INTERCEPTORS}.SimpleCoordinator`]: {
    text: {
      en: "Works out an ordered list of the members when they have been stable for 2.5 s, and hands it to a subclass. By itself it only waits.",
      ko: "멤버가 2.5초 동안 바뀌지 않으면 순서대로 정리한 멤버 목록을 만들어 하위 클래스에 넘깁니다. 스스로는 기다리기만 합니다.",
    },
    attributes: { optionFlag: inertFlag },
  },
});
