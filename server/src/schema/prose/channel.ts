import { explain, PORT, type ProseBook } from "./model.ts";

const TRIBES = "org.apache.catalina.tribes";

/** `<Channel>`, its members and its membership. */
export const channelProse = (): ProseBook => ({
  [`${TRIBES}.group.GroupChannel`]: {
    text: {
      en: "The wire of the cluster: finds members (Membership), listens (Receiver), sends (Sender), and passes every message through the Interceptors, first to last on the way out.",
      ko: "클러스터의 통신 채널입니다. 멤버를 찾고(Membership), 받고(Receiver), 보내며(Sender), 모든 메시지를 Interceptor에 차례로 통과시킵니다. 보낼 때는 위에서 아래 순서입니다.",
    },
    attributes: {
      heartbeat: explain(
        "Runs the channel's own heartbeat thread, which lets interceptors drop dead members and check suspects.",
        "채널 자체의 하트비트 스레드를 실행합니다. 인터셉터가 죽은 멤버를 제거하고 의심 멤버를 확인하게 합니다.",
      ),
      heartbeatSleeptime: explain(
        "Pause between two heartbeats of the channel.",
        "채널의 하트비트 사이에 쉬는 시간입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      optionCheck: explain(
        "Looks at start whether one interceptor's optionFlag holds all bits of another's, or of the channel's own 7, and refuses to start if so.",
        "시작할 때 한 인터셉터의 optionFlag가 다른 것이나 채널 자체의 7을 모두 포함하는지 검사하고, 그렇다면 시작하지 않습니다.",
      ),
      jmxEnabled: explain("Shows the channel in JMX.", "채널을 JMX에 노출합니다."),
      jmxDomain: explain("JMX domain of the channel's objects.", "채널 객체의 JMX 도메인입니다."),
      jmxPrefix: explain(
        "Text in front of the JMX names, to tell several channels of one process apart.",
        "한 프로세스의 여러 채널을 구분하기 위해 JMX 이름 앞에 붙이는 문자열입니다.",
      ),
    },
  },
  [`${TRIBES}.group.ChannelCoordinator`]: {
    text: {
      en: "Joins the Receiver, Sender and Membership of a channel. Tomcat makes it; do not write it.",
      ko: "채널의 Receiver, Sender, Membership을 연결합니다. Tomcat이 만드므로 직접 쓰지 마십시오.",
    },
    attributes: {},
  },
  [`${TRIBES}.membership.McastService`]: {
    text: {
      en: "Finds members by multicast: each node announces itself to a group address and listens for the others. Nodes with the same address and port are one cluster.",
      ko: "멀티캐스트로 멤버를 찾습니다. 각 노드가 그룹 주소에 자신을 알리고 다른 노드의 하트비트를 받습니다. 주소와 포트가 같은 노드들이 하나의 클러스터입니다.",
    },
    attributes: {
      address: explain(
        "Multicast group that all nodes share, 224.0.0.0 to 239.255.255.255 for IPv4. Another cluster needs another address or port.",
        "모든 노드가 공유하는 멀티캐스트 그룹입니다. IPv4에서는 224.0.0.0~239.255.255.255입니다. 다른 클러스터는 주소나 포트가 달라야 합니다.",
      ),
      port: explain(
        "UDP port of the multicast group; the same on all nodes.",
        "멀티캐스트 그룹의 UDP 포트이며 모든 노드가 같아야 합니다.",
        {
          range: PORT,
        },
      ),
      bind: explain(
        "Local address whose network card carries the multicast, on machines with several.",
        "네트워크 카드가 여럿일 때 멀티캐스트에 사용할 로컬 주소입니다.",
      ),
      domain: explain(
        "Name that this node's announcements carry. Only DomainFilterInterceptor looks at it.",
        "이 노드의 하트비트에 담기는 도메인 이름입니다. DomainFilterInterceptor만 이 값을 봅니다.",
      ),
      frequency: explain("Pause between two announcements of this node.", "이 노드의 하트비트 사이 간격입니다.", {
        unit: "ms",
        range: { min: 1 },
      }),
      dropTime: explain(
        "How long a member may be silent before it counts as gone. Leave room for several announcements: at least a few times frequency.",
        "멤버의 하트비트가 없을 때 사라진 것으로 보기까지의 시간입니다. 하트비트가 여러 번 올 수 있도록 frequency의 몇 배 이상으로 두십시오.",
        { unit: "ms", range: { min: 1 } },
      ),
      localLoopbackDisabled: explain(
        "Keeps this node's announcements from coming back to this machine: with true, nodes on the same machine do not hear it.",
        "이 노드의 하트비트가 같은 장비로 돌아오지 않게 합니다. true이면 같은 장비의 다른 노드가 이 노드를 찾지 못합니다.",
      ),
      recoveryEnabled: explain(
        "Restarts the multicast membership after repeated errors, for instance when a network card was down.",
        "네트워크 카드가 내려갔을 때처럼 오류가 반복되면 멀티캐스트 멤버십을 다시 시작합니다.",
      ),
      recoveryCounter: explain(
        "Errors in a row before the membership restarts.",
        "멤버십을 다시 시작하기 전까지 연속으로 허용하는 오류 수입니다.",
        { unit: "attempts", range: { min: 1 } },
      ),
      recoverySleepTime: explain(
        "Pause between two attempts to restart the membership.",
        "멤버십 재시작을 다시 시도하기까지 쉬는 시간입니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      soTimeout: explain(
        "How long one read of the multicast socket waits; 0 takes the value of frequency.",
        "멀티캐스트 소켓에서 한 번 읽을 때 기다리는 시간입니다. 0이면 frequency 값을 씁니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      ttl: explain(
        "How many routers an announcement may pass. 1 stays in the subnet.",
        "하트비트가 통과할 수 있는 라우터 수입니다. 1이면 같은 서브넷에 머뭅니다.",
        { unit: "hops", range: { min: 0, max: 255 } },
      ),
    },
  },
  [`${TRIBES}.membership.StaticMembershipService`]: {
    text: {
      en: "Members from a fixed list: give one Member for each other node and a LocalMember for this one. It pings them, so no multicast and no interceptors are needed.",
      ko: "정해진 목록의 멤버를 사용합니다. 다른 노드마다 Member를, 이 노드에는 LocalMember를 씁니다. 직접 핑을 보내므로 멀티캐스트와 관련 인터셉터가 필요 없습니다.",
    },
    attributes: {
      connectTimeout: explain("How long connecting to a member may take.", "멤버에 연결할 때 기다리는 시간입니다.", {
        unit: "ms",
        range: { min: 1 },
      }),
      expirationTime: explain(
        "How long a member may be silent before it counts as gone.",
        "멤버의 응답이 없을 때 사라진 것으로 보기까지의 시간입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      pingInterval: explain(
        "Pause between two pings, where useThread is true.",
        "useThread가 true일 때 핑 사이의 간격입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      rpcTimeout: explain("How long to wait for a member's answer.", "멤버의 응답을 기다리는 시간입니다.", {
        unit: "ms",
        range: { min: 1 },
      }),
      useThread: explain(
        "Pings from a thread of its own at pingInterval, instead of at the channel's heartbeat.",
        "채널의 하트비트 대신 별도 스레드가 pingInterval마다 핑을 보냅니다.",
      ),
    },
  },
  [`${TRIBES}.membership.cloud.CloudMembershipService`]: {
    text: {
      en: "Finds members in Kubernetes or OpenShift, by the API of the platform or by DNS. Where to ask comes from environment variables such as KUBERNETES_NAMESPACE and DNS_MEMBERSHIP_SERVICE_NAME.",
      ko: "Kubernetes나 OpenShift에서 플랫폼 API 또는 DNS로 멤버를 찾습니다. 조회 대상은 KUBERNETES_NAMESPACE, DNS_MEMBERSHIP_SERVICE_NAME 같은 환경 변수로 정합니다.",
    },
    attributes: {
      membershipProviderClassName: explain(
        "Who lists the members: kubernetes, dns, or the name of a class. kubernetes is the default.",
        "멤버 목록을 제공하는 방식입니다. kubernetes, dns 또는 클래스 이름이며, 기본값은 kubernetes입니다.",
      ),
      connectTimeout: explain(
        "How long connecting to the platform may take.",
        "플랫폼에 연결할 때 기다리는 시간입니다.",
        {
          unit: "ms",
          range: { min: 0 },
        },
      ),
      readTimeout: explain("How long the platform may take to answer.", "플랫폼의 응답을 기다리는 시간입니다.", {
        unit: "ms",
        range: { min: 0 },
      }),
      expirationTime: explain(
        "How long a member may be missing from the list before it counts as gone.",
        "멤버가 목록에 없을 때 사라진 것으로 보기까지의 시간입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
    },
  },
  [`${TRIBES}.membership.StaticMembershipProvider`]: {
    text: {
      en: "Keeps the list of StaticMembershipService alive. Tomcat makes it; do not write it.",
      ko: "StaticMembershipService의 멤버 목록을 관리합니다. Tomcat이 만드므로 직접 쓰지 마십시오.",
    },
    attributes: {},
  },
  [`${TRIBES}.membership.cloud.DNSMembershipProvider`]: {
    text: {
      en: "Takes every address of a DNS name as a member, as a headless Kubernetes service gives them. It needs no rights in the platform.",
      ko: "DNS 이름의 모든 주소를 멤버로 봅니다. 헤드리스 Kubernetes 서비스가 이런 주소를 제공합니다. 플랫폼 권한이 필요 없습니다.",
    },
    attributes: {},
  },
  [`${TRIBES}.membership.cloud.KubernetesMembershipProvider`]: {
    text: {
      en: "Asks the Kubernetes API for the pods of the namespace. The service account needs the right to list pods.",
      ko: "네임스페이스의 파드를 Kubernetes API에 묻습니다. 서비스 계정에 파드를 조회할 권한이 있어야 합니다.",
    },
    attributes: {},
  },
  [`${TRIBES}.membership.StaticMember`]: {
    text: {
      en: "One node with a fixed address. As Member it is another node, as LocalMember it is this one.",
      ko: "주소가 고정된 노드 하나입니다. Member는 다른 노드이고 LocalMember는 이 노드입니다.",
    },
    attributes: {
      host: explain(
        "Address or name where the member's Receiver listens.",
        "그 멤버의 Receiver가 수신 대기하는 주소 또는 이름입니다.",
      ),
      port: explain("TCP port of the member's Receiver.", "그 멤버의 Receiver가 사용하는 TCP 포트입니다.", {
        range: PORT,
      }),
      securePort: explain(
        "Port for encrypted messages; -1 is none. Up to 9.0.123, 10.1.61 and 11.0.27 no Receiver of Tomcat's listens on it.",
        "암호화 메시지용 포트이며 -1이면 없습니다. 9.0.123, 10.1.61, 11.0.27까지 Tomcat의 Receiver는 이 포트에서 수신 대기하지 않습니다.",
        { range: { min: -1, max: 65_535 } },
      ),
      domain: explain(
        "Domain of the member; equal for all nodes that a DomainFilterInterceptor should keep together.",
        "멤버의 도메인입니다. DomainFilterInterceptor로 묶을 노드는 모두 같아야 합니다.",
      ),
      uniqueId: explain(
        "Sixteen bytes that name the member, together with host and port, as {0,1,…,15} with numbers from -128 to 127. A node's LocalMember and the Members of the others for it need the same.",
        "host, port와 함께 멤버를 구분하는 16바이트이며 {0,1,…,15}처럼 -128~127의 숫자로 씁니다. 노드의 LocalMember와 다른 노드가 그 노드에 쓰는 Member의 값이 같아야 합니다.",
      ),
    },
  },
  [`${TRIBES}.membership.MemberImpl`]: {
    text: {
      en: "A member as the channel sees it. Write StaticMember instead.",
      ko: "채널이 내부에서 사용하는 멤버 객체입니다. 대신 StaticMember를 쓰십시오.",
    },
    attributes: {},
  },
});
