import { type Kind, kind, text } from "./kind.ts";

const OTHER_HAS_NO_APP = [
  text("The application is still being deployed on the other node.", "다른 노드에서 애플리케이션이 아직 배포 중입니다"),
  text(
    "It is not deployed there, or under another path or Host name.",
    "다른 노드에 배포되지 않았거나 경로나 Host 이름이 다릅니다",
  ),
  text(
    "Its web.xml there has no <distributable/>, or its Context has a Manager of its own.",
    "다른 노드의 web.xml에 <distributable/>이 없거나 Context에 자체 Manager가 있습니다",
  ),
];

/** Sessions of DeltaManager, and what both managers share. */
export const SESSIONS: readonly Kind[] = [
  kind("manager-registered", "normal", "deltaManager.registerCluster deltaManager.startClustering", {
    title: text("An application is replicated", "애플리케이션이 복제됩니다"),
    means: text("Its DeltaManager has joined the Cluster.", "DeltaManager가 Cluster에 등록되었습니다."),
  }),
  kind("first-node", "normal", "deltaManager.noMembers", {
    title: text("No other node to take sessions from", "세션을 받을 다른 노드가 없습니다"),
    means: text(
      "Normal for the first node that runs. On a second one it means that it does not see the first.",
      "처음 실행된 노드라면 정상입니다. 두 번째 노드라면 첫 노드를 보지 못한다는 뜻입니다.",
    ),
  }),
  kind("state-asked", "normal", "deltaManager.waitForSessionState", {
    title: text("Sessions are asked for", "세션을 요청합니다"),
    means: text(
      "The application waits for the sessions of another node, at most stateTransferTimeout seconds, before it starts.",
      "애플리케이션이 시작하기 전에 다른 노드의 세션을 최대 stateTransferTimeout초 동안 기다립니다.",
    ),
    at: "Manager.stateTransferTimeout",
  }),
  kind("state-received", "normal", "deltaManager.sessionReceived", {
    title: text("Sessions have come", "세션을 받았습니다"),
    means: text("This node has the sessions of the others.", "이 노드가 다른 노드의 세션을 가졌습니다."),
  }),
  kind("state-timeout", "fault", "deltaManager.noSessionState", {
    title: text("No sessions came in time", "세션이 제시간에 오지 않았습니다"),
    means: text(
      "The application starts without the sessions of the others: users who are sent here find a new session.",
      "애플리케이션이 다른 노드의 세션 없이 시작합니다. 이 노드로 온 사용자는 새 세션을 받습니다.",
    ),
    causes: [
      text(
        "The other node's answer cannot reach this node's Receiver: its address, port or a firewall.",
        "다른 노드의 응답이 이 노드의 Receiver에 오지 못합니다. 주소, 포트, 방화벽이 원인입니다",
      ),
      text(
        "There is more to send than fits into stateTransferTimeout.",
        "stateTransferTimeout 안에 보낼 수 없는 양입니다",
      ),
      text(
        "A session there cannot be serialized, so sending ended with an error in that node's log.",
        "그 노드의 세션을 직렬화할 수 없어, 그 노드 로그의 오류와 함께 전송이 끝났습니다",
      ),
    ],
    next: [
      text("Look into the other node's log at the same moment.", "같은 시각의 다른 노드 로그를 보십시오."),
      text(
        "Where there is much to send, raise stateTransferTimeout.",
        "보낼 것이 많으면 stateTransferTimeout을 늘리십시오.",
      ),
    ],
    at: "Manager.stateTransferTimeout Receiver.address Receiver.port",
  }),
  kind("state-no-context", "fault", "deltaManager.noContextManager", {
    title: text("The other node does not have the application", "다른 노드에 애플리케이션이 없습니다"),
    means: text(
      "It answered that no manager of this name is there, so nothing was taken over. Harmless where both nodes start at once.",
      "같은 이름의 Manager가 없다고 응답해 넘겨받은 세션이 없습니다. 두 노드가 함께 시작할 때는 해가 없습니다.",
    ),
    causes: OTHER_HAS_NO_APP,
    next: [
      text(
        "Compare the name in brackets (HOST#/PATH) with the other node.",
        "대괄호 안의 이름(HOST#/PATH)을 다른 노드와 비교하십시오.",
      ),
    ],
    at: "Host.name",
  }),
  kind("manager-unknown", "notice", "clusterSessionListener.noManager", {
    title: text("A message for an application this node does not have", "이 노드에 없는 애플리케이션의 메시지입니다"),
    means: text(
      "Another node sent a session; it is thrown away here. Harmless while this node is still deploying.",
      "다른 노드가 보낸 세션을 버립니다. 이 노드가 배포 중이라면 해가 없습니다.",
    ),
    causes: [
      text("The application is still being deployed here.", "이 노드에서 애플리케이션이 아직 배포 중입니다"),
      text(
        "It is not deployed here, or under another path or Host name.",
        "이 노드에 배포되지 않았거나 경로나 Host 이름이 다릅니다",
      ),
      text("Its web.xml here has no <distributable/>.", "이 노드의 web.xml에 <distributable/>이 없습니다"),
      text("Two clusters share a multicast group.", "두 클러스터가 멀티캐스트 그룹을 함께 씁니다"),
    ],
    next: [
      text(
        "Compare the name in brackets (HOST#/PATH) with the applications of this node.",
        "대괄호 안의 이름(HOST#/PATH)을 이 노드의 애플리케이션과 비교하십시오.",
      ),
    ],
    at: "Host.name",
  }),
  kind("state-message-dropped", "fault", "deltaManager.dropMessage", {
    title: text("A change was dropped during the transfer of sessions", "세션 전송 중에 변경을 버렸습니다"),
    means: text(
      "Its time lies before the transfer began, so it counts as part of what was transferred. If clocks differ, a real change is lost.",
      "변경 시각이 전송 시작보다 앞이어서 이미 전송된 것으로 봅니다. 시계가 다르면 실제 변경이 유실됩니다.",
    ),
    causes: [
      text("The clock of the sending node is behind.", "보낸 노드의 시계가 늦습니다"),
      text(
        "The message was sent just before: then nothing is lost.",
        "바로 전에 보낸 메시지입니다. 이때는 잃는 것이 없습니다",
      ),
    ],
    next: [text("Keep the clocks together (NTP, chrony).", "NTP나 chrony로 시계를 맞추십시오.")],
    at: "Manager.stateTimestampDrop",
  }),
  kind("no-master", "notice", "deltaManager.noMasterMember", {
    title: text("No member to ask for sessions", "세션을 요청할 멤버가 없습니다"),
    means: text(
      "The last other member left at this very moment. The node starts without sessions.",
      "바로 이때 마지막 다른 멤버가 떠났습니다. 노드가 세션 없이 시작합니다.",
    ),
  }),
  kind("sessions-expired-at-stop", "normal", "deltaManager.expireSessions", {
    title: text("Sessions are expired because the node stops", "노드가 종료되어 세션을 만료합니다"),
    means: text(
      "expireSessionsOnShutdown is true: the sessions end on all nodes, not only here.",
      "expireSessionsOnShutdown이 true이므로 이 노드뿐 아니라 모든 노드에서 세션이 끝납니다.",
    ),
    at: "Manager.expireSessionsOnShutdown",
  }),
  kind("session-overwritten", "notice", "deltaManager.loading.existing.session", {
    title: text("A session came that was there already", "이미 있는 세션이 왔습니다"),
    means: text(
      "It is replaced by the one that came. What was changed here meanwhile is lost.",
      "온 세션으로 바뀝니다. 그동안 이 노드에서 바뀐 것은 유실됩니다.",
    ),
    causes: [
      text(
        "Requests of one session go to several nodes: balancing is not sticky.",
        "한 세션의 요청이 여러 노드로 갑니다. 부하 분산이 고정되지 않았습니다",
      ),
    ],
  }),
  kind(
    "sessions-unreadable",
    "fault",
    "deltaManager.loading.cnfe deltaManager.loading.ioe deltaManager.managerLoad standardSession.notDeserializable",
    {
      title: text("Sessions that came cannot be read", "받은 세션을 읽을 수 없습니다"),
      means: text("This node goes without them.", "이 노드에는 그 세션이 없습니다."),
      causes: [
        text(
          "Another release of the application is deployed here: a class is missing, or its serialVersionUID differs.",
          "이 노드의 애플리케이션 버전이 다릅니다. 클래스가 없거나 serialVersionUID가 다릅니다",
        ),
        text("A filter for deserialization refuses a class.", "역직렬화 필터가 클래스를 거부합니다"),
      ],
      next: [
        text(
          "Deploy the same release on all nodes; declare serialVersionUID in classes kept in sessions.",
          "모든 노드에 같은 버전을 배포하고, 세션에 넣는 클래스에 serialVersionUID를 선언하십시오.",
        ),
      ],
      at: "Manager.sessionAttributeValueClassNameFilter",
    },
  ),
  kind("sessions-unwritable", "fault", "deltaManager.unloading.ioe", {
    title: text("Sessions asked for cannot be written", "요청받은 세션을 쓸 수 없습니다"),
    means: text(
      "The node that asked gets nothing and times out.",
      "요청한 노드는 아무것도 받지 못하고 시간 초과가 됩니다.",
    ),
    causes: [text("An attribute that cannot be serialized.", "직렬화할 수 없는 속성")],
  }),
  kind("session-message-failed", "fault", "deltaManager.receiveMessage.error", {
    title: text("A change of a session could not be taken in", "세션의 변경을 적용하지 못했습니다"),
    means: text(
      "This node's copy of the session is old from here on.",
      "이때부터 이 노드의 세션 복사본은 예전 상태입니다.",
    ),
    causes: [
      text(
        "A class of the attribute is missing here, or is of another release.",
        "이 노드에 속성의 클래스가 없거나 버전이 다릅니다",
      ),
      text("A filter for deserialization refuses it.", "역직렬화 필터가 거부합니다"),
    ],
    next: [text("Read the innermost exception.", "가장 안쪽 예외를 보십시오.")],
    at: "Manager",
  }),
  kind(
    "delta-not-sent",
    "fault",
    "deltaManager.createMessage.unableCreateDeltaRequest deltaManager.unableSerializeSessionID",
    {
      title: text("A change of a session could not be sent", "세션의 변경을 보내지 못했습니다"),
      means: text(
        "The other nodes keep the old value, and a failover shows it.",
        "다른 노드에는 예전 값이 남고, 장애 조치 때 그 값이 나타납니다.",
      ),
      causes: [
        text("An attribute, or something in it, cannot be serialized.", "속성이나 그 안의 객체를 직렬화할 수 없습니다"),
      ],
      next: [
        text(
          "The innermost exception names the class: make it Serializable, or mark the field transient.",
          "가장 안쪽 예외에 나온 클래스를 Serializable로 만들거나 필드를 transient로 하십시오.",
        ),
      ],
      at: "Manager",
    },
  ),
  kind("attribute-not-serializable", "fault", "standardSession.notSerializable", {
    title: text("An attribute cannot be serialized", "속성을 직렬화할 수 없습니다"),
    means: text(
      "The session is sent without it: after a failover it is missing.",
      "이 속성 없이 세션을 보냅니다. 장애 조치 뒤에는 속성이 없습니다.",
    ),
    next: [
      text(
        "Make its class, and all in it, Serializable; or keep it out of the session.",
        "클래스와 그 안의 모든 것을 Serializable로 만들거나 세션에 넣지 마십시오.",
      ),
    ],
    at: "Manager",
  }),
  kind(
    "attribute-filtered",
    "notice",
    "managerBase.sessionAttributeNameFilter managerBase.sessionAttributeValueClassNameFilter",
    {
      title: text("An attribute is kept from the other nodes by a filter", "필터가 속성의 복제를 막습니다"),
      means: text("It stays on this node only, as the filter says.", "필터에 따라 이 노드에만 남습니다."),
      at: "Manager.sessionAttributeNameFilter Manager.sessionAttributeValueClassNameFilter",
    },
  ),
  kind("principal-not-replicated", "fault", "deltaRequest.wrongPrincipalClass", {
    title: text("A login is not replicated", "로그인이 복제되지 않습니다"),
    means: text(
      "The Realm's principal is not Tomcat's GenericPrincipal, so after a failover the user has to log in again.",
      "Realm의 principal이 Tomcat의 GenericPrincipal이 아니어서, 장애 조치 뒤에 다시 로그인해야 합니다.",
    ),
    at: "Realm.className",
  }),
  kind(
    "delta-broken",
    "fault",
    "deltaRequest.removeUnable deltaRequest.ssid.null deltaRequest.invalidAttributeInfoType",
    {
      title: text("A change of a session is not whole", "세션 변경이 온전하지 않습니다"),
      means: text(
        "Tomcat came upon a state of its own it does not expect; the session's copies may differ.",
        "Tomcat이 예상하지 못한 내부 상태입니다. 세션의 복사본이 서로 다를 수 있습니다.",
      ),
      causes: [
        text(
          "One session changed by several requests at once, or nodes of different releases.",
          "한 세션을 여러 요청이 동시에 바꾸거나 노드의 버전이 다릅니다",
        ),
      ],
      next: [text("Run the same release of Tomcat on all nodes.", "모든 노드에서 같은 버전의 Tomcat을 쓰십시오.")],
    },
  ),
  kind("manager-without-cluster", "fault", "deltaManager.noCluster ReplicationValve.nocluster jvmRoute.noCluster", {
    title: text(
      "A manager or valve of clustering is outside of a Cluster",
      "클러스터용 Manager나 Valve가 Cluster 밖에 있습니다",
    ),
    means: text("It replicates nothing.", "아무것도 복제하지 않습니다."),
    causes: [
      text(
        "The Cluster element is missing, commented out, or in another Engine or Host.",
        "Cluster 요소가 없거나 주석이거나 다른 Engine이나 Host에 있습니다",
      ),
    ],
    at: "Cluster Valve",
  }),
  kind("manager-not-cluster", "fault", "simpleTcpCluster.clustermanager.notImplement", {
    title: text("An application's Manager cannot replicate", "애플리케이션의 Manager가 복제할 수 없습니다"),
    means: text(
      "The Context names a Manager that is no ClusterManager: its sessions stay on this node.",
      "Context에 지정한 Manager가 ClusterManager가 아니어서 세션이 이 노드에만 남습니다.",
    ),
    next: [
      text(
        "Take the Manager out of the Context, or use DeltaManager or BackupManager.",
        "Context의 Manager를 제거하거나 DeltaManager나 BackupManager를 쓰십시오.",
      ),
    ],
    at: "Manager.className",
  }),
  kind("manager-not-copied", "fault", "simpleTcpCluster.clustermanager.cloneFailed", {
    title: text(
      "The Cluster's Manager could not be used as a template",
      "Cluster의 Manager를 템플릿으로 쓸 수 없습니다",
    ),
    means: text("DeltaManager is used instead, with its defaults.", "대신 기본값의 DeltaManager가 쓰입니다."),
    at: "Manager.className",
  }),
  kind(
    "store-failed",
    "fault",
    "persistentManager.serializeError persistentManager.removeError persistentManager.storeLoadError persistentManager.storeLoadKeysError persistentManager.storeKeysException persistentManager.storeSizeException persistentManager.storeClearError persistentManager.isLoadedError",
    {
      title: text("The Store of a PersistentManager failed", "PersistentManager의 Store가 실패했습니다"),
      means: text(
        "Sessions that are not in the Store are gone with this Tomcat, and no other finds them there.",
        "Store에 없는 세션은 이 Tomcat과 함께 사라지며 다른 Tomcat도 찾지 못합니다.",
      ),
      causes: [
        text(
          "The disk or the database of the Store is full or away.",
          "Store의 디스크나 데이터베이스가 가득 찼거나 없습니다",
        ),
        text("The user of Tomcat may not write there.", "Tomcat의 사용자에게 쓰기 권한이 없습니다"),
      ],
      next: [
        text(
          "Look at the exception, and at the place that the Store names.",
          "예외와 Store에 적힌 위치를 확인하십시오.",
        ),
      ],
      at: "Store.directory Manager.maxIdleBackup",
    },
  ),
  kind("application-exception", "normal", "standardWrapper.serviceException standardWrapper.serviceExceptionRoot", {
    title: text("A request failed in the application", "애플리케이션에서 요청이 실패했습니다"),
    means: text(
      "The application threw an exception. It concerns the cluster only where a session is named in the stack trace.",
      "애플리케이션에서 예외가 발생했습니다. 스택 추적에 세션이 나올 때만 클러스터와 관계있습니다.",
    ),
  }),
];
