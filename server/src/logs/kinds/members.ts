import { type Kind, kind, text } from "./kind.ts";

/** Members that join, leave, or are checked. */
export const MEMBERS: readonly Kind[] = [
  kind("member-added", "normal", "simpleTcpCluster.member.added", {
    title: text("A member is there", "멤버가 추가되었습니다"),
    means: text(
      "From here on this node sends to the member. The member sends back only if it has this node in its own list.",
      "이때부터 이 노드가 그 멤버로 보냅니다. 그 멤버의 목록에 이 노드가 있어야 그쪽에서도 보냅니다.",
    ),
  }),
  kind("member-lost", "notice", "simpleTcpCluster.member.disappeared", {
    title: text("A member is gone", "멤버가 사라졌습니다"),
    means: text(
      "This node stops sending to the member. That is normal when the member was stopped, and a fault when it was running.",
      "이 노드가 그 멤버로 보내지 않습니다. 멤버를 종료했다면 정상이고, 실행 중이었다면 장애입니다.",
    ),
    causes: [
      text("The member was stopped or killed.", "멤버가 종료되었거나 강제로 종료되었습니다"),
      text(
        "Its heartbeats stayed away longer than dropTime: a long garbage collection, a suspended virtual machine, a lost network.",
        "하트비트가 dropTime보다 오래 오지 않았습니다. 긴 가비지 컬렉션, 멈춘 가상 머신, 끊긴 네트워크가 원인입니다",
      ),
      text(
        "Its Receiver does not answer: a firewall, or all threads busy.",
        "Receiver가 응답하지 않습니다. 방화벽이나 모두 사용 중인 스레드가 원인입니다",
      ),
    ],
    next: [text("Look into the member's own log at this time.", "이 시각의 그 멤버 로그를 보십시오.")],
    at: "Membership.dropTime",
  }),
  kind("member-listener-failed", "fault", "simpleTcpCluster.member.addFailed simpleTcpCluster.member.removeFailed", {
    title: text("A change of members was not taken in whole", "멤버 변경을 다 처리하지 못했습니다"),
    means: text(
      "The Channel knows of the member; what listens to the Cluster threw an exception.",
      "Channel은 멤버를 알지만, Cluster의 리스너에서 예외가 발생했습니다.",
    ),
    next: [
      text("Read the exception: its frames name the listener.", "예외를 보십시오. 스택 프레임에 리스너가 있습니다."),
    ],
    at: "Cluster",
  }),
  kind("member-checked", "notice", "tcpFailureDetector.memberDisappeared.verify", {
    title: text("A silent member is checked", "응답 없는 멤버를 점검합니다"),
    means: text(
      "No heartbeat came for dropTime, so TcpFailureDetector connects to the member's Receiver before it is given up.",
      "dropTime 동안 하트비트가 오지 않아, TcpFailureDetector가 포기하기 전에 그 멤버의 Receiver에 접속합니다.",
    ),
    at: "Membership.dropTime",
  }),
  kind("member-check-failed", "notice", "tcpFailureDetector.member.disappeared tcpFailureDetector.suspectMember.dead", {
    title: text("A checked member does not answer", "점검한 멤버가 응답하지 않습니다"),
    means: text(
      "The member's Receiver could not be reached, so it is given up.",
      "멤버의 Receiver에 접속할 수 없어 그 멤버를 포기합니다.",
    ),
    causes: [
      text("The member is down.", "멤버가 종료되었습니다"),
      text(
        "A firewall between the nodes drops TCP to its Receiver's port.",
        "노드 사이의 방화벽이 Receiver 포트의 TCP를 버립니다",
      ),
    ],
    at: "Receiver.port",
  }),
  kind(
    "member-still-there",
    "notice",
    "tcpFailureDetector.still.alive tcpFailureDetector.already.disappeared tcpFailureDetector.suspectMember.alive",
    {
      title: text("A check of a member changed nothing", "멤버 점검 결과 바뀐 것이 없습니다"),
      means: text(
        "The member answers, or was gone already. If it answers often without heartbeats, multicast between the nodes is lost while TCP works.",
        "멤버가 응답하거나 이미 사라진 상태입니다. 하트비트 없이 응답이 잦으면, TCP는 되지만 노드 사이의 멀티캐스트가 유실됩니다.",
      ),
      causes: [
        text(
          "A switch that drops multicast after some minutes (IGMP snooping without a querier).",
          "몇 분 뒤 멀티캐스트를 버리는 스위치 (querier 없는 IGMP snooping)",
        ),
        text("A dropTime too short for pauses of the member.", "멤버의 멈춤보다 짧은 dropTime"),
      ],
      next: [
        text("Run `tomcat-cluster probe` on both machines.", "두 장비에서 `tomcat-cluster probe`를 실행하십시오."),
      ],
      at: "Membership.dropTime",
    },
  ),
  kind("member-met-by-check", "notice", "tcpFailureDetector.performBasicCheck.memberAdded", {
    title: text("A member was found by a check", "점검으로 멤버를 찾았습니다"),
    means: text(
      "The member answers on its Receiver before a heartbeat told of it. That is usual for static members that start later.",
      "하트비트보다 먼저 멤버의 Receiver가 응답했습니다. 나중에 시작하는 정적 멤버에서는 보통입니다.",
    ),
  }),
  kind(
    "check-not-made",
    "fault",
    `tcpFailureDetector.heartbeat.failed tcpFailureDetector.failureDetection.failed tcpPingInterceptor.ping.failed
     tcpPingInterceptor.pingFailed.pingThread`,
    {
      title: text("A check or a ping could not be made", "점검이나 ping을 하지 못했습니다"),
      means: text(
        "The member counts as down, or a dead one is noticed later.",
        "멤버를 종료된 것으로 보거나, 죽은 멤버를 늦게 알아챕니다.",
      ),
      causes: [text("The network, as the exception says.", "예외에 나온 네트워크 문제")],
    },
  ),
  kind("domain-refused", "notice", "domainFilterInterceptor.member.refused domainFilterInterceptor.message.refused", {
    title: text("A member of another domain is kept out", "다른 domain의 멤버를 받지 않습니다"),
    means: text(
      "DomainFilterInterceptor keeps it out, as it is told to. A fault only if the node belongs to this cluster.",
      "DomainFilterInterceptor가 설정대로 막았습니다. 이 클러스터의 노드일 때만 잘못입니다.",
    ),
    causes: [
      text("Two clusters share a multicast group.", "두 클러스터가 멀티캐스트 그룹을 함께 씁니다"),
      text("The domains of Membership and of the interceptor differ.", "Membership과 인터셉터의 domain이 다릅니다"),
    ],
    at: "Interceptor.domain Membership.domain",
  }),
];
