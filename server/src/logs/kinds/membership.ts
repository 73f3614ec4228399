import { type Kind, kind, text } from "./kind.ts";

const NO_MULTICAST = [
  text(
    "The operating system has no route for multicast, or the interface is down.",
    "운영 체제에 멀티캐스트 경로가 없거나 인터페이스가 내려가 있습니다",
  ),
  text(
    "Java uses IPv6 where the group is IPv4: `-Djava.net.preferIPv4Stack=true` is missing.",
    "그룹은 IPv4인데 Java가 IPv6을 씁니다. `-Djava.net.preferIPv4Stack=true`가 없습니다",
  ),
  text("The network or cloud does not carry multicast at all.", "네트워크나 클라우드가 멀티캐스트를 지원하지 않습니다"),
];
const TRY_PROBE = [
  text(
    "Run `tomcat-cluster probe server.xml` on both machines.",
    "두 장비에서 `tomcat-cluster probe server.xml`을 실행하십시오.",
  ),
  text(
    "Where multicast cannot be had, name the members with StaticMembershipInterceptor.",
    "멀티캐스트를 쓸 수 없으면 StaticMembershipInterceptor로 멤버를 지정하십시오.",
  ),
];

/** Membership: multicast, lists, clouds. */
export const MEMBERSHIP: readonly Kind[] = [
  kind(
    "multicast-starting",
    "normal",
    `mcastServiceImpl.bind mcastServiceImpl.setInterface mcastServiceImpl.setSoTimeout mcastServiceImpl.setTTL
     mcastServiceImpl.waitForMembers.start mcastServiceImpl.waitForMembers.done`,
    {
      title: text("Multicast membership starts", "멀티캐스트 멤버십이 시작됩니다"),
      means: text(
        "The group is joined; the node waits twice as long as the heartbeat's frequency for others.",
        "그룹에 참가했고, 노드가 하트비트 주기의 두 배 동안 다른 노드를 기다립니다.",
      ),
      at: "Membership.address Membership.port Membership.bind",
    },
  ),
  kind("multicast-bound-to-port", "notice", "mcastServiceImpl.bind.failed", {
    title: text("Multicast is bound to the port only", "멀티캐스트를 포트에만 바인딩했습니다"),
    means: text(
      "Usual on Windows and harmless: packets of other groups on this port reach the node, too.",
      "Windows에서는 보통이고 해가 없습니다. 이 포트를 쓰는 다른 그룹의 패킷도 노드에 옵니다.",
    ),
    at: "Membership.address",
  }),
  kind("multicast-not-joined", "fault", "mcastServiceImpl.unable.join", {
    title: text("The multicast group cannot be joined", "멀티캐스트 그룹에 참가할 수 없습니다"),
    means: text(
      "This node hears no other node: it stays alone.",
      "이 노드는 다른 노드의 하트비트를 받지 못해 혼자 남습니다.",
    ),
    causes: NO_MULTICAST,
    next: TRY_PROBE,
    at: "Membership.bind Membership.address",
  }),
  kind(
    "multicast-not-received",
    "fault",
    `mcastServiceImpl.error.receiving mcastServiceImpl.error.receivingNoSleep
     mcastServiceImpl.unableReceive.broadcastMessage`,
    {
      title: text("Heartbeats cannot be received", "하트비트를 받을 수 없습니다"),
      means: text(
        "While it lasts, the others seem silent to this node and are dropped after dropTime.",
        "이 상태가 이어지면 다른 노드가 응답 없는 것으로 보이고 dropTime 뒤에 빠집니다.",
      ),
      causes: [
        text("The interface went down or changed its address.", "인터페이스가 내려갔거나 주소가 바뀌었습니다"),
        ...NO_MULTICAST,
      ],
      next: TRY_PROBE,
      at: "Membership.bind",
    },
  ),
  kind("multicast-not-sent", "fault", "mcastServiceImpl.send.failed", {
    title: text("Heartbeats cannot be sent", "하트비트를 보낼 수 없습니다"),
    means: text(
      "The others hear nothing of this node and drop it after dropTime.",
      "다른 노드가 이 노드의 하트비트를 받지 못해 dropTime 뒤에 뺍니다.",
    ),
    causes: [
      text("The interface went down or lost its route.", "인터페이스가 내려갔거나 경로가 없어졌습니다"),
      ...NO_MULTICAST,
    ],
    next: TRY_PROBE,
    at: "Membership.bind",
  }),
  kind(
    "multicast-recovering",
    "fault",
    `mcastServiceImpl.recovery mcastServiceImpl.recovery.failed mcastServiceImpl.recovery.startFailed
     mcastServiceImpl.recovery.stopFailed`,
    {
      title: text("Multicast is lost and tried again", "멀티캐스트가 끊겨 다시 시도합니다"),
      means: text(
        "Sending or receiving failed recoveryCounter times, so membership is started anew. Until it works this node is alone.",
        "보내기나 받기가 recoveryCounter만큼 실패해 멤버십을 다시 시작합니다. 성공할 때까지 이 노드는 혼자입니다.",
      ),
      causes: [text("The network of the machine was lost.", "장비의 네트워크가 끊겼습니다"), ...NO_MULTICAST],
      next: TRY_PROBE,
      at: "Membership.recoveryCounter Membership.bind",
    },
  ),
  kind("multicast-recovered", "notice", "mcastServiceImpl.recovery.successful", {
    title: text("Multicast works again", "멀티캐스트가 복구되었습니다"),
    means: text(
      "The node has joined its group again. Changes made meanwhile did not reach the others.",
      "노드가 그룹에 다시 참가했습니다. 그동안의 변경은 다른 노드에 전달되지 않았습니다.",
    ),
  }),
  kind("multicast-packet-too-long", "fault", "mcastServiceImpl.packet.tooLong", {
    title: text("A multicast packet is too long", "멀티캐스트 패킷이 너무 깁니다"),
    means: text(
      "It is thrown away. Heartbeats of Tribes are never that long.",
      "패킷을 버립니다. Tribes의 하트비트는 이렇게 길지 않습니다.",
    ),
    causes: [text("Another program sends to the same group and port.", "다른 프로그램이 같은 그룹과 포트로 보냅니다")],
    next: [text("Give the cluster a group of its own.", "클러스터에 전용 그룹을 주십시오.")],
    at: "Membership.address Membership.port",
  }),
  kind(
    "membership-value",
    "fault",
    "McastService.domain McastService.payload McastService.parseSoTimeout McastService.parseTTL",
    {
      title: text("A value of Membership is not taken", "Membership의 값이 적용되지 않습니다"),
      means: text(
        "A number that is none leaves its default in place; a domain or payload that cannot be sent is not known to the others.",
        "숫자가 아닌 값에는 기본값이 쓰이고, 보내지 못한 domain이나 payload는 다른 노드가 모릅니다.",
      ),
      at: "Membership",
    },
  ),
  kind(
    "membership-not-stopped",
    "notice",
    `McastService.stopFail staticMembershipService.stopFail cloudMembershipService.stopFail
     staticMembershipProvider.stopMembership.sendFailed staticMembershipInterceptor.sendShutdown.failed`,
    {
      title: text("The node could not say that it leaves", "노드가 떠난다고 알리지 못했습니다"),
      means: text(
        "The others notice later. Harmless at a stop.",
        "다른 노드가 나중에 알아챕니다. 종료할 때는 해가 없습니다.",
      ),
      causes: [
        text(
          "The neighbour is down or unreachable at this moment.",
          "그 순간 이웃 노드가 종료되었거나 접속할 수 없습니다",
        ),
      ],
    },
  ),
  kind("member-not-removed", "fault", "mcastServiceImpl.memberDisappeared.failed", {
    title: text("A member that left could not be removed", "떠난 멤버를 제거하지 못했습니다"),
    means: text("What listens to membership threw an exception.", "멤버십 리스너에서 예외가 발생했습니다."),
  }),
  kind("static-no-replies", "notice", "staticMembershipProvider.startMembership.noReplies", {
    title: text("No static member answered", "응답한 정적 멤버가 없습니다"),
    means: text(
      "Normal for the first node that starts. For a later one, none of the listed Receivers could be reached.",
      "처음 시작하는 노드라면 정상입니다. 나중에 시작한 노드라면 목록의 어느 Receiver에도 접속하지 못했습니다.",
    ),
    causes: [
      text("The other nodes are not running yet.", "다른 노드가 아직 실행되지 않았습니다"),
      text(
        "host or port of a Member is not where that node's Receiver listens.",
        "Member의 host나 port가 그 노드의 Receiver와 다릅니다",
      ),
      text("A firewall.", "방화벽"),
    ],
    at: "Member.host Member.port",
  }),
  kind(
    "static-ping-failed",
    "fault",
    `staticMembershipProvider.pingThread.failed staticMembershipProvider.heartbeat.failed
     staticMembershipInterceptor.sendLocalMember.failed`,
    {
      title: text("A static member cannot be reached", "정적 멤버에 접속할 수 없습니다"),
      means: text(
        "Messages to the member fail, so it is dropped, or does not learn of this node.",
        "그 멤버로 가는 메시지가 실패해, 멤버가 빠지거나 이 노드를 알지 못합니다.",
      ),
      causes: [
        text("The member is not running.", "멤버가 실행되지 않고 있습니다"),
        text("host or port of the Member is wrong.", "Member의 host나 port가 잘못되었습니다"),
        text("A firewall.", "방화벽"),
      ],
      at: "Member.host Member.port",
    },
  ),
  kind(
    "static-message-ignored",
    "notice",
    "staticMembershipProvider.leftOver.ignored staticMembershipProvider.replyRequest.ignored",
    {
      title: text("A late message of membership is ignored", "늦은 멤버십 메시지를 무시합니다"),
      means: text(
        "An answer came after its time, or of a kind nobody asked for. Harmless.",
        "응답이 늦었거나 요청하지 않은 종류입니다. 해가 없습니다.",
      ),
    },
  ),
  kind(
    "static-no-detector",
    "notice",
    "staticMembershipInterceptor.no.failureDetector staticMembershipInterceptor.no.pingInterceptor",
    {
      title: text("Static members are not watched", "정적 멤버를 감시하지 않습니다"),
      means: text(
        "Without TcpFailureDetector and TcpPingInterceptor above StaticMembershipInterceptor, a dead member is noticed only when sending fails.",
        "StaticMembershipInterceptor 앞에 TcpFailureDetector와 TcpPingInterceptor가 없으면, 전송이 실패해야 죽은 멤버를 알아챕니다.",
      ),
      next: [
        text(
          "Add the one that is missing, before StaticMembershipInterceptor.",
          "빠진 인터셉터를 StaticMembershipInterceptor 앞에 추가하십시오.",
        ),
      ],
      at: "Interceptor",
    },
  ),
  kind("cloud-no-namespace", "fault", "kubernetesMembershipProvider.noNamespace", {
    title: text("No namespace is set", "네임스페이스가 지정되지 않았습니다"),
    means: text(
      "Cloud membership reads it from the environment. Without it no member is looked for and the node stays alone.",
      "클라우드 멤버십은 환경 변수에서 네임스페이스를 읽습니다. 없으면 멤버를 찾지 않아 노드가 혼자 남습니다.",
    ),
    next: [
      text(
        "Set KUBERNETES_NAMESPACE (or OPENSHIFT_KUBE_PING_NAMESPACE) in the pod; for DNS, the name of the headless Service in DNS_MEMBERSHIP_SERVICE_NAME.",
        "파드에 KUBERNETES_NAMESPACE(또는 OPENSHIFT_KUBE_PING_NAMESPACE)를, DNS라면 DNS_MEMBERSHIP_SERVICE_NAME에 headless Service 이름을 지정하십시오.",
      ),
    ],
    at: "Membership.membershipProviderClassName",
  }),
  kind("cloud-dns-failed", "fault", "dnsMembershipProvider.dnsError", {
    title: text("The Service's name does not resolve", "Service 이름을 찾을 수 없습니다"),
    means: text("No member is found until DNS answers.", "DNS가 응답할 때까지 멤버를 찾지 못합니다."),
    causes: [
      text("The Service is not headless, or has another name.", "Service가 headless가 아니거나 이름이 다릅니다"),
      text(
        "No pod of it is ready yet, and publishNotReadyAddresses is not set.",
        "준비된 파드가 아직 없고 publishNotReadyAddresses가 없습니다",
      ),
    ],
    at: "Membership",
  }),
  kind(
    "cloud-list-failed",
    "fault",
    `kubernetesMembershipProvider.streamError kubernetesMembershipProvider.jsonError
     kubernetesMembershipProvider.invalidPodsList kubernetesMembershipProvider.invalidPod
     kubernetesMembershipProvider.memberError dnsMembershipProvider.memberError`,
    {
      title: text("The list of pods cannot be had", "파드 목록을 얻을 수 없습니다"),
      means: text(
        "New pods are not found, and the node may stay alone.",
        "새 파드를 찾지 못하고, 노드가 혼자 남을 수 있습니다.",
      ),
      causes: [
        text(
          "The service account may not list pods (HTTP 403).",
          "서비스 계정에 파드를 나열할 권한이 없습니다(HTTP 403)",
        ),
        text("The API server cannot be reached from the pod.", "파드에서 API 서버에 접속할 수 없습니다"),
      ],
      next: [
        text(
          "`kubectl auth can-i list pods --as=system:serviceaccount:NAMESPACE:NAME` tells the first.",
          "첫 번째는 `kubectl auth can-i list pods --as=system:serviceaccount:NAMESPACE:NAME`으로 확인합니다.",
        ),
      ],
      at: "Membership",
    },
  ),
  kind(
    "cloud-credentials",
    "fault",
    `kubernetesMembershipProvider.noKey kubernetesMembershipProvider.serviceAccountTokenMissing
     abstractStream.CACertUndefined abstractStream.fileNotFound abstractStream.trustManagerError
     certificateStream.clientCertError`,
    {
      title: text("A token or certificate for the API server is missing", "API 서버용 토큰이나 인증서가 없습니다"),
      means: text(
        "Without its token or key the list of pods is refused. Without the CA's certificate any server is trusted.",
        "토큰이나 키가 없으면 파드 목록이 거부됩니다. CA 인증서가 없으면 어느 서버든 신뢰합니다.",
      ),
      causes: [
        text("automountServiceAccountToken is false.", "automountServiceAccountToken이 false입니다"),
        text(
          "A path in SA_TOKEN_FILE or KUBERNETES_CA_CERTIFICATE_FILE is wrong.",
          "SA_TOKEN_FILE이나 KUBERNETES_CA_CERTIFICATE_FILE의 경로가 잘못되었습니다",
        ),
      ],
      at: "Membership",
    },
  ),
];
