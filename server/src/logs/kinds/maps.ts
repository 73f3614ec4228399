import { type Kind, kind, text } from "./kind.ts";

/** BackupManager and the replicated maps below it. */
export const MAPS: readonly Kind[] = [
  kind("map-starting", "normal", "abstractReplicatedMap.init.start abstractReplicatedMap.init.completed", {
    title: text("A replicated map starts", "복제 맵이 시작됩니다"),
    means: text(
      "The application's BackupManager, or another map, has joined the others.",
      "애플리케이션의 BackupManager나 다른 맵이 참가했습니다.",
    ),
  }),
  kind("map-member-added", "normal", "abstractReplicatedMap.mapMemberAdded.added", {
    title: text("A node joined a replicated map", "노드가 복제 맵에 참가했습니다"),
    means: text("It can hold copies of sessions from here on.", "이때부터 세션의 복사본을 가질 수 있습니다."),
  }),
  kind(
    "map-member-gone",
    "notice",
    `abstractReplicatedMap.relocate.complete replicatedMap.relocate.complete replicatedMap.member.disappeared
     abstractReplicatedMap.member.disappeared`,
    {
      title: text(
        "A node left a replicated map, its copies are made anew",
        "노드가 복제 맵을 떠나 복사본을 새로 만듭니다",
      ),
      means: text(
        "Sessions it held copies of get another backup.",
        "그 노드에 복사본이 있던 세션은 다른 백업을 받습니다.",
      ),
    },
  ),
  kind(
    "map-member-not-ready",
    "notice",
    `abstractReplicatedMap.mapMember.unavailable abstractReplicatedMap.ping.stateTransferredMember
     abstractReplicatedMap.leftOver.ignored abstractReplicatedMap.leftOver.pingMsg
     abstractReplicatedMap.mapMemberAdded.nullMember`,
    {
      title: text("A node of a replicated map is not ready", "복제 맵의 노드가 준비되지 않았습니다"),
      means: text(
        "Usual while it starts. If it stays so, it gets no copies.",
        "시작 중에는 보통입니다. 계속되면 복사본을 받지 못합니다.",
      ),
    },
  ),
  kind("map-ping-timeout", "fault", "abstractReplicatedMap.ping.timeout", {
    title: text("A node of a replicated map does not answer", "복제 맵의 노드가 응답하지 않습니다"),
    means: text(
      "It is taken out of the map, and its sessions get another backup.",
      "맵에서 빠지고, 그 노드의 세션은 다른 백업을 받습니다.",
    ),
    causes: [
      text(
        "A pause longer than accessTimeout, such as garbage collection.",
        "가비지 컬렉션처럼 accessTimeout보다 긴 멈춤",
      ),
      text("The network between the nodes.", "노드 사이의 네트워크"),
      text("The application was undeployed there.", "그 노드에서 애플리케이션이 제거되었습니다"),
    ],
    at: "Manager.accessTimeout",
  }),
  kind(
    "map-no-replies",
    "notice",
    "abstractReplicatedMap.broadcast.noReplies abstractReplicatedMap.transferState.noReplies",
    {
      title: text("No node answered for a replicated map", "복제 맵에 응답한 노드가 없습니다"),
      means: text(
        "Normal where no other node has the application yet; else this one starts without the others' sessions.",
        "다른 노드에 애플리케이션이 아직 없으면 정상입니다. 아니면 다른 노드의 세션 없이 시작합니다.",
      ),
      causes: [
        text("The others do not have the application yet.", "다른 노드에 애플리케이션이 아직 없습니다"),
        text(
          "Their answers do not reach this node's Receiver, or take longer than rpcTimeout.",
          "응답이 이 노드의 Receiver에 오지 못하거나 rpcTimeout보다 늦습니다",
        ),
      ],
      at: "Manager.rpcTimeout Receiver.address",
    },
  ),
  kind("map-not-announced", "fault", "abstractReplicatedMap.unableSend.startMessage", {
    title: text("A replicated map could not be announced", "복제 맵을 알리지 못했습니다"),
    means: text(
      "The other nodes may not use this one for copies.",
      "다른 노드가 이 노드를 복사본에 쓰지 않을 수 있습니다.",
    ),
    causes: [
      text("A member cannot be reached; the exception names it.", "접속할 수 없는 멤버가 있습니다. 예외에 나옵니다"),
    ],
  }),
  kind(
    "map-entry-not-replicated",
    "fault",
    `abstractReplicatedMap.unable.get abstractReplicatedMap.unable.put abstractReplicatedMap.unable.remove
     abstractReplicatedMap.unable.replicate abstractReplicatedMap.unable.retrieve
     lazyReplicatedMap.unableReplicate.backup lazyReplicatedMap.unableReplicate.proxy
     replicatedMap.unableReplicate.completely`,
    {
      title: text("A session could not be copied or fetched", "세션을 복사하거나 가져오지 못했습니다"),
      means: text(
        "It may have no copy, or a node does not know where it is: a failover loses it.",
        "복사본이 없거나 위치를 모르는 노드가 있습니다. 장애 조치 때 세션을 잃습니다.",
      ),
      causes: [
        text("An attribute that cannot be serialized.", "직렬화할 수 없는 속성"),
        text("The backup node cannot be reached.", "백업 노드에 접속할 수 없습니다"),
      ],
      next: [text("Read the innermost exception.", "가장 안쪽 예외를 보십시오.")],
      at: "Manager Receiver.address",
    },
  ),
  kind("map-message-unreadable", "fault", "abstractReplicatedMap.unable.deserialize.MapMessage", {
    title: text("A message of a replicated map cannot be read", "복제 맵의 메시지를 읽을 수 없습니다"),
    means: text("This node goes without the session in it.", "이 노드에는 그 메시지의 세션이 없습니다."),
    causes: [
      text("Another release of the application is deployed here.", "이 노드의 애플리케이션 버전이 다릅니다"),
      text("A filter for deserialization refuses a class.", "역직렬화 필터가 클래스를 거부합니다"),
    ],
  }),
  kind("map-diff-failed", "fault", "abstractReplicatedMap.unable.diffObject abstractReplicatedMap.unableApply.diff", {
    title: text(
      "A change of a session could not be made or taken in alone",
      "세션의 변경만 보내거나 적용하지 못했습니다",
    ),
    means: text(
      "On the sending side the whole session is sent instead; on the receiving side the copy is old.",
      "보내는 쪽은 세션 전체를 대신 보냅니다. 받는 쪽의 복사본은 예전 상태입니다.",
    ),
    causes: [
      text(
        "An attribute that cannot be serialized, or a class that is missing here.",
        "직렬화할 수 없는 속성 또는 이 노드에 없는 클래스",
      ),
    ],
  }),
  kind(
    "map-not-moved",
    "fault",
    `abstractReplicatedMap.unable.relocate replicatedMap.unable.relocate abstractReplicatedMap.unableSelect.backup
     abstractReplicatedMap.heartbeat.failed abstractReplicatedMap.unable.transferState`,
    {
      title: text("Sessions could not get another backup", "세션이 다른 백업을 받지 못했습니다"),
      means: text("They exist once only until a next change.", "다음 변경 때까지 하나만 있습니다."),
      causes: [text("The node chosen cannot be reached.", "고른 노드에 접속할 수 없습니다")],
    },
  ),
  kind("map-owner-not-started", "fault", "backupManager.startUnable replicatedContext.startUnable", {
    title: text(
      "BackupManager or ReplicatedContext does not start",
      "BackupManager나 ReplicatedContext가 시작되지 않습니다",
    ),
    means: text("The application does not start.", "애플리케이션이 시작되지 않습니다."),
    next: [text("Read the innermost exception.", "가장 안쪽 예외를 보십시오.")],
    at: "Manager",
  }),
];
