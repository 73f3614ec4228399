import { type AttributesProse, explain, type ProseBook } from "./model.ts";

/** Attributes of every manager, with or without a cluster. */
export const managerAttributes = (): AttributesProse => ({
  maxInactiveInterval: explain(
    "How long a session may stay unused before it expires; -1 is for ever. The application's session-timeout wins over it.",
    "세션이 사용되지 않고 유지되는 시간입니다. -1이면 무제한입니다. 애플리케이션의 session-timeout이 우선합니다.",
    { unit: "s", range: { min: -1 } },
  ),
  notifyAttributeListenerOnUnchangedValue: explain(
    "Calls HttpSessionAttributeListeners also when the same object is set again.",
    "같은 객체를 다시 저장할 때에도 HttpSessionAttributeListener를 호출합니다.",
  ),
  notifyBindingListenerOnUnchangedValue: explain(
    "Calls HttpSessionBindingListeners also when the same object is set again.",
    "같은 객체를 다시 저장할 때에도 HttpSessionBindingListener를 호출합니다.",
  ),
  processExpiresFrequency: explain(
    "How many background cycles pass between two searches for expired sessions. 1 looks most often.",
    "만료된 세션을 다시 찾기까지 지나는 백그라운드 주기의 수입니다. 1이면 가장 자주 확인합니다.",
    { unit: "cycles", range: { min: 1 } },
  ),
  secureRandomAlgorithm: explain(
    "Algorithm of the random numbers for session ids; an unknown one falls back to the platform's.",
    "세션 ID에 쓰는 난수 알고리즘입니다. 알 수 없는 이름이면 플랫폼 기본값을 씁니다.",
  ),
  secureRandomClass: explain(
    "A SecureRandom class for session ids, where the algorithm and provider are not enough.",
    "알고리즘과 프로바이더로 충분하지 않을 때 세션 ID에 사용할 SecureRandom 클래스입니다.",
  ),
  secureRandomProvider: explain(
    "Provider of the random numbers for session ids; the platform's default where it is absent.",
    "세션 ID에 쓰는 난수의 프로바이더입니다. 없으면 플랫폼 기본값을 씁니다.",
  ),
  sessionActivityCheck: explain(
    "Keeps a session from expiring while a request still uses it.",
    "요청이 사용하고 있는 동안 세션이 만료되지 않게 합니다.",
  ),
  sessionLastAccessAtStart: explain(
    "Counts a session's idle time from the start of its last request instead of from its end.",
    "세션의 유휴 시간을 마지막 요청의 끝이 아니라 시작부터 계산합니다.",
  ),
  sessionIdLength: explain(
    "Length of new session ids in bytes of randomness. -1 leaves it to the SessionIdGenerator, where later Tomcats set it.",
    "새 세션 ID의 난수 길이(바이트)입니다. -1이면 SessionIdGenerator를 따르며, 이후의 Tomcat에서는 거기에 지정합니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
});

/** Attributes of both cluster managers. */
const shared = (): AttributesProse => ({
  ...managerAttributes(),
  distributable: explain(
    "Set by Tomcat from the application's `<distributable/>`; writing it here changes nothing.",
    "Tomcat이 애플리케이션의 `<distributable/>`에서 정합니다. 여기에 써도 바뀌지 않습니다.",
  ),
  maxActiveSessions: explain(
    "How many sessions may exist at once; one more makes the request fail. -1 is no limit. Copies of other nodes' sessions are always let in, and count.",
    "동시에 존재할 수 있는 세션 수입니다. 넘으면 요청이 실패합니다. -1이면 제한이 없습니다. 다른 노드에서 복제되는 세션은 항상 받아들이며 함께 셉니다.",
    { unit: "sessions", range: { min: -1 } },
  ),
  name: explain(
    "Name by which the managers of one application find each other on all nodes. Tomcat makes it from the Host and the context path, so leave it out.",
    "같은 애플리케이션의 Manager들이 노드 사이에서 서로를 찾는 이름입니다. Tomcat이 Host와 컨텍스트 경로로 만드므로 쓰지 마십시오.",
  ),
  notifyListenersOnReplication: explain(
    "Tells the application's session attribute listeners about changes that come from other nodes.",
    "다른 노드에서 온 변경을 애플리케이션의 세션 속성 리스너에 알립니다.",
  ),
  persistAuthenticationNotes: explain(
    "Replicates what the FORM login needs in the middle of a login, so that another node can finish it. The password travels too.",
    "FORM 로그인이 진행 중일 때 필요한 정보도 복제하여 다른 노드에서 로그인을 마칠 수 있게 합니다. 비밀번호도 함께 전송됩니다.",
  ),
  recordAllActions: explain(
    "Sends every change of an attribute within a request instead of the last one only. Needed only where listeners on other nodes must see each step.",
    "요청 안에서 일어난 속성 변경을 마지막 것만이 아니라 모두 보냅니다. 다른 노드의 리스너가 각 단계를 보아야 할 때만 필요합니다.",
  ),
  sessionAttributeNameFilter: explain(
    "Regular expression that the whole name of an attribute must match to be replicated; other attributes stay on their node.",
    "복제할 속성 이름 전체가 일치해야 하는 정규식입니다. 일치하지 않는 속성은 해당 노드에만 남습니다.",
  ),
  sessionAttributeValueClassNameFilter: explain(
    "Regular expression that the class name of a value must match to be replicated and read on arrival. A narrow one also guards against hostile objects.",
    "복제하고 수신할 때 읽을 값의 클래스 이름이 일치해야 하는 정규식입니다. 좁게 쓰면 악의적인 객체도 막을 수 있습니다.",
  ),
  warnOnSessionAttributeFilterFailure: explain(
    "Logs a warning when a filter keeps an attribute from being replicated.",
    "필터 때문에 속성이 복제되지 않으면 경고를 기록합니다.",
  ),
});

/** Attributes of the replicated map behind BackupManager and ClusterSingleSignOn. */
export const mapProse = (): AttributesProse => ({
  accessTimeout: explain(
    "How long a node may take to answer the map's ping before it counts as gone.",
    "노드가 맵의 핑에 응답할 수 있는 시간입니다. 넘으면 사라진 것으로 봅니다.",
    { unit: "ms", range: { min: 1 } },
  ),
  mapSendOptions: explain(
    "How changes travel to the backup node, as a sum of options or as their names. 6 waits until the backup has applied the change, 8 does not wait.",
    "변경을 백업 노드로 보내는 방식이며, 옵션의 합계 또는 이름으로 씁니다. 6은 백업이 적용할 때까지 기다리고, 8은 기다리지 않습니다.",
  ),
  rpcTimeout: explain(
    "How long to wait for an answer of another node, for instance when the map joins and fetches its content.",
    "맵이 참여하여 내용을 가져올 때 등 다른 노드의 응답을 기다리는 시간입니다.",
    { unit: "ms", range: { min: 1 } },
  ),
  terminateOnStartFailure: explain(
    "Makes a failing start of the replicated map an error, instead of going on without the other nodes.",
    "복제 맵이 시작에 실패하면 다른 노드 없이 계속하지 않고 오류로 처리합니다.",
  ),
});

const SESSION = "org.apache.catalina.ha.session";

export const managerProse = (): ProseBook => ({
  [`${SESSION}.DeltaManager`]: {
    text: {
      en: "Copies every session to every node, and after that only what changed. Simple and robust for a few nodes; its cost grows with the number of nodes.",
      ko: "모든 세션을 모든 노드에 복제하고, 그 뒤에는 변경된 내용만 보냅니다. 노드가 적을 때 단순하고 안정적이지만 노드가 늘수록 비용이 커집니다.",
    },
    attributes: {
      ...shared(),
      enableStatistics: explain(
        "Counts sessions and messages for management tools.",
        "관리 도구를 위해 세션과 메시지를 집계합니다.",
      ),
      expireSessionsOnShutdown: explain(
        "Ends all sessions on all nodes when this node stops, those that other nodes serve too. Leave it false, or a planned restart logs everybody out.",
        "이 노드가 멈출 때 다른 노드가 처리하던 세션까지 모든 노드에서 만료시킵니다. false로 두지 않으면 계획된 재시작에도 모든 사용자가 로그아웃됩니다.",
      ),
      notifyContainerListenersOnReplication: explain(
        "Tells Tomcat's own container listeners about sessions that come from other nodes.",
        "다른 노드에서 온 세션을 Tomcat의 컨테이너 리스너에 알립니다.",
      ),
      notifySessionListenersOnReplication: explain(
        "Tells the application's HttpSessionListeners about sessions that are created or expire on other nodes.",
        "다른 노드에서 생성되거나 만료된 세션을 애플리케이션의 HttpSessionListener에 알립니다.",
      ),
      sendAllSessions: explain(
        "Sends all sessions to a starting node in one message. False cuts them into blocks of sendAllSessionsSize.",
        "시작하는 노드에 모든 세션을 한 메시지로 보냅니다. false이면 sendAllSessionsSize 단위로 나눕니다.",
      ),
      sendAllSessionsSize: explain(
        "Sessions in one block, where sendAllSessions is false.",
        "sendAllSessions가 false일 때 한 블록에 담는 세션 수입니다.",
        { unit: "sessions", range: { min: 1 } },
      ),
      sendAllSessionsWaitTime: explain(
        "Pause between two blocks, where sendAllSessions is false.",
        "sendAllSessions가 false일 때 두 블록 사이에 쉬는 시간입니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      stateTimestampDrop: explain(
        "While a starting node loads the sessions, drops messages that are older than what it has just received.",
        "시작하는 노드가 세션을 받는 동안, 받은 상태보다 오래된 메시지를 버립니다.",
      ),
      stateTransferTimeout: explain(
        "How long a starting application waits for the sessions of another node; then it starts without them. -1 waits for ever.",
        "시작하는 애플리케이션이 다른 노드의 세션을 기다리는 시간입니다. 지나면 세션 없이 시작합니다. -1이면 무한히 기다립니다.",
        { unit: "s", range: { min: -1 } },
      ),
    },
  },
  [`${SESSION}.BackupManager`]: {
    text: {
      en: "Copies each session to one backup node, and tells the others where it is. Its cost does not grow with the number of nodes, so it suits larger clusters.",
      ko: "각 세션을 백업 노드 하나에 복제하고, 나머지 노드에는 그 위치만 알립니다. 노드 수가 늘어도 비용이 커지지 않아 큰 클러스터에 알맞습니다.",
    },
    attributes: {
      ...shared(),
      ...mapProse(),
      expireSessionsOnShutdown: explain(
        "Taken without effect: BackupManager moves sessions to their backup when a node stops.",
        "효과가 없습니다. BackupManager는 노드가 멈추면 세션을 백업으로 넘깁니다.",
      ),
    },
  },
});
