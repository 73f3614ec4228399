import { type Kind, kind, text } from "./kind.ts";

const UNREACHABLE = [
  text(
    "The member was just stopped or killed: then the next lines say that it is gone.",
    "멤버가 방금 종료되었습니다. 이어지는 줄에 사라졌다고 나옵니다",
  ),
  text(
    "It advertises an address others cannot reach, such as 127.0.1.1.",
    "127.0.1.1처럼 다른 노드가 접속할 수 없는 주소를 알립니다",
  ),
  text("A firewall drops TCP to its Receiver's port.", "방화벽이 Receiver 포트의 TCP를 버립니다"),
  text("It answers too slowly for the Sender's timeout.", "Sender의 timeout보다 늦게 응답합니다"),
];

/** Messages on their way: Sender, Receiver, Channel. */
export const SENDING: readonly Kind[] = [
  kind("receiver-bound", "normal", "receiverBase.socket.bind receiverBase.udp.bind", {
    title: text("The Receiver listens", "Receiver가 수신 대기합니다"),
    means: text(
      "This address is what the other nodes are told to connect to.",
      "다른 노드는 이 주소로 접속하라고 안내받습니다.",
    ),
    at: "Receiver.address Receiver.port",
  }),
  kind("receiver-port-taken", "fault", "receiverBase.unable.bind receiverBase.unable.bind.udp", {
    title: text("The Receiver cannot open a port", "Receiver가 포트를 열 수 없습니다"),
    means: text(
      "None of the autoBind ports from port on can be opened at this address.",
      "이 주소에서 port부터 autoBind개의 포트를 하나도 열 수 없습니다.",
    ),
    causes: [
      text("Another process has the port.", "다른 프로세스가 포트를 쓰고 있습니다"),
      text("The address is not one of this machine.", "이 장비의 주소가 아닙니다"),
    ],
    next: [text("`ss -ltnp` shows who has the port.", "`ss -ltnp`로 포트를 쓰는 프로세스를 확인하십시오.")],
    at: "Receiver.port Receiver.address Receiver.autoBind",
  }),
  kind("receiver-address-unknown", "fault", "receiverBase.bind.failed", {
    title: text("The Receiver's address does not resolve", "Receiver의 주소를 찾을 수 없습니다"),
    means: text("The node has no address to listen at.", "노드가 수신 대기할 주소가 없습니다."),
    causes: [
      text("The name in address is unknown on this machine.", "address의 이름을 이 장비가 모릅니다"),
      text(
        'With address="auto", the machine\'s own host name does not resolve.',
        'address="auto"인데 장비의 호스트 이름을 찾을 수 없습니다',
      ),
    ],
    next: [
      text(
        "Write the machine's address, or put its name into /etc/hosts.",
        "장비의 주소를 쓰거나 이름을 /etc/hosts에 넣으십시오.",
      ),
    ],
    at: "Receiver.address",
  }),
  kind(
    "receiver-not-started",
    "fault",
    `nioReceiver.start.fail nioReceiver.threadpool.fail nioReceiver.run.fail bioReceiver.start.fail
     bioReceiver.threadpool.fail bioReceiver.run.fail`,
    {
      title: text("The Receiver does not run", "Receiver가 실행되지 않습니다"),
      means: text("This node receives nothing from the others.", "이 노드는 다른 노드에서 아무것도 받지 못합니다."),
      causes: [
        text(
          "A port that is taken, or an address that is not of this machine.",
          "사용 중인 포트 또는 이 장비의 것이 아닌 주소",
        ),
      ],
      at: "Receiver",
    },
  ),
  kind(
    "receiver-request-failed",
    "fault",
    `nioReceiver.eventsError nioReceiver.requestError nioReceiver.cleanup.fail nioReplicationTask.error.register.key
     bioReplicationTask.unable.service`,
    {
      title: text("The Receiver stumbled over a connection", "Receiver가 연결 하나를 처리하지 못했습니다"),
      means: text(
        "The message of that connection may be lost; the Receiver goes on.",
        "그 연결의 메시지가 유실될 수 있습니다. Receiver는 계속 동작합니다.",
      ),
      causes: [
        text(
          "A neighbour was killed, or the node is stopping.",
          "이웃 노드가 강제로 종료되었거나 이 노드가 종료 중입니다",
        ),
      ],
    },
  ),
  kind(
    "receiver-client-gone",
    "notice",
    `nioReceiver.clientDisconnect nioReplicationTask.unable.drainChannel.ioe nioReplicationTask.unable.ack
     bioReplicationTask.unable.sendAck`,
    {
      title: text("A neighbour closed its connection", "이웃 노드가 연결을 닫았습니다"),
      means: text(
        "Usual when a neighbour stops. Often without a stop, messages are lost.",
        "이웃 노드가 종료될 때는 보통입니다. 종료 없이 잦으면 메시지가 유실됩니다.",
      ),
      causes: [
        text("The neighbour stopped.", "이웃 노드가 종료되었습니다"),
        text("A firewall ends connections that are quiet for long.", "방화벽이 오래 조용한 연결을 끊습니다"),
      ],
    },
  ),
  kind(
    "received-message-failed",
    "fault",
    `nioReplicationTask.process.clusterMsg.failed nioReplicationTask.exception.drainChannel
     bioReplicationTask.messageDataReceived.error`,
    {
      title: text("A message that came could not be handled", "받은 메시지를 처리하지 못했습니다"),
      means: text("What it changed is not changed here.", "메시지의 변경이 이 노드에 적용되지 않습니다."),
      next: [text("Read the exception: it names what failed.", "예외를 보십시오. 실패한 곳이 나옵니다.")],
    },
  ),
  kind("receiver-threads-busy", "fault", "nioReceiver.threadsExhausted bioReceiver.threads.busy", {
    title: text("All threads of the Receiver are busy", "Receiver의 스레드가 모두 사용 중입니다"),
    means: text(
      "Messages wait, and neighbours that wait for an acknowledgement time out.",
      "메시지가 밀리고, 수신 확인을 기다리는 이웃 노드에서 시간 초과가 납니다.",
    ),
    causes: [
      text("maxThreads is smaller than the number of messages at once.", "maxThreads가 동시 메시지 수보다 작습니다"),
      text(
        "Handling blocks: a listener of sessions that is slow, long pauses of garbage collection.",
        "느린 세션 리스너나 긴 가비지 컬렉션 때문에 처리가 막힙니다",
      ),
    ],
    next: [text("Take a thread dump while it lasts.", "이 상태일 때 스레드 덤프를 받으십시오.")],
    at: "Receiver.maxThreads",
  }),
  kind(
    "receiver-not-stopped",
    "notice",
    "nioReceiver.stop.fail nioReceiver.stop.threadRunning nioReceiver.alreadyStarted bioReceiver.already.started",
    {
      title: text(
        "The Receiver was not stopped or started in order",
        "Receiver가 순서대로 종료되거나 시작되지 않았습니다",
      ),
      means: text("Harmless at a stop.", "종료할 때는 해가 없습니다."),
    },
  ),
  kind("foreign-bytes", "notice", "xByteBuffer.discarded.invalidHeader", {
    title: text("Bytes came that are no message of Tribes", "Tribes 메시지가 아닌 데이터가 왔습니다"),
    means: text(
      "They are thrown away. Something else connects to the Receiver's port.",
      "데이터를 버립니다. 다른 것이 Receiver 포트에 접속합니다.",
    ),
    causes: [
      text("A health check, a monitoring system or a port scan.", "상태 점검, 모니터링, 포트 스캔"),
      text("A neighbour that sends to this port by another protocol.", "다른 프로토콜로 이 포트에 보내는 이웃 노드"),
    ],
    next: [text("Let only the nodes reach the Receiver's port.", "노드만 Receiver 포트에 접속하게 하십시오.")],
    at: "Receiver.port",
  }),
  kind(
    "send-retried",
    "notice",
    "parallelNioSender.send.fail.retrying parallelNioSender.sender.disconnected.notRetry",
    {
      title: text("Sending to a member failed at first", "멤버로 보내기가 처음에 실패했습니다"),
      means: text(
        "The member is suspected. It is tried again unless its connection was closed meanwhile; if that works, nothing is lost.",
        "멤버를 의심합니다. 연결이 그사이 닫히지 않았다면 다시 시도하고, 성공하면 잃는 것이 없습니다.",
      ),
      causes: UNREACHABLE,
      at: "Transport.timeout Transport.maxRetryAttempts",
    },
  ),
  kind("send-failed", "fault", "parallelNioSender.send.fail bioSender.ack.missing", {
    title: text("A member cannot be reached", "멤버에 접속할 수 없습니다"),
    means: text(
      "The member did not get the message: what it changed is missing there.",
      "멤버가 메시지를 받지 못해 그 변경이 그 노드에 없습니다.",
    ),
    causes: UNREACHABLE,
    next: [
      text(
        "From this machine, connect to the member's address and port: `nc -vz ADDRESS PORT`.",
        "이 장비에서 멤버의 주소와 포트에 접속해 보십시오: `nc -vz 주소 포트`.",
      ),
      text("Compare the address with the Receiver of that node.", "그 주소를 그 노드의 Receiver와 비교하십시오."),
    ],
    at: "Receiver.address Receiver.port Transport.timeout",
  }),
  kind(
    "sender-internal",
    "notice",
    "parallelNioSender.error.keepalive nioSender.unable.disconnect nioSender.unknown.state",
    {
      title: text("A connection to a member broke off", "멤버와의 연결이 끊겼습니다"),
      means: text("It is opened anew with the next message.", "다음 메시지 때 다시 연결합니다."),
    },
  ),
  kind("message-not-sent", "fault", "simpleTcpCluster.sendFailed", {
    title: text("A message to the cluster could not be sent", "클러스터로 메시지를 보내지 못했습니다"),
    means: text("At least one member did not get a change of a session.", "세션의 변경을 받지 못한 멤버가 있습니다."),
    causes: UNREACHABLE,
    next: [text("The exception lists the members that failed.", "예외에 실패한 멤버가 나옵니다.")],
    at: "Receiver.address Receiver.port Cluster.channelSendOptions",
  }),
  kind("message-to-itself", "fault", "simpleTcpCluster.unableSend.localMember", {
    title: text("A message to this node itself is refused", "자기 자신에게 보내는 메시지를 거부합니다"),
    means: text("The one it was meant for does not get it.", "받아야 할 노드가 메시지를 받지 못합니다."),
    causes: [text("A member's address and port are those of this node.", "멤버의 주소와 포트가 이 노드와 같습니다")],
    at: "Member.host Receiver.address",
  }),
  kind("request-not-replicated", "fault", "ReplicationValve.send.failure ReplicationValve.send.invalid.failure", {
    title: text("The changes of a request were not replicated", "요청의 변경이 복제되지 않았습니다"),
    means: text(
      "The user got an answer; the other nodes lack what the request changed.",
      "사용자는 응답을 받았지만 다른 노드에는 그 변경이 없습니다.",
    ),
    causes: [text("An attribute that cannot be serialized.", "직렬화할 수 없는 속성"), ...UNREACHABLE],
    next: [text("Read the innermost exception.", "가장 안쪽 예외를 보십시오.")],
    at: "Manager Receiver.address",
  }),
  kind("replication-filter-invalid", "fault", "ReplicationValve.filter.failure", {
    title: text("The filter of ReplicationValve is no pattern", "ReplicationValve의 filter가 정규식이 아닙니다"),
    means: text("It is not applied: every request is replicated.", "적용되지 않으므로 모든 요청이 복제됩니다."),
    at: "Valve.filter",
  }),
  kind("message-unreadable", "fault", "groupChannel.unable.deserialize", {
    title: text("A message cannot be read", "메시지를 읽을 수 없습니다"),
    means: text(
      "It is thrown away. Nodes that do not read each other replicate nothing.",
      "메시지를 버립니다. 서로 읽지 못하는 노드는 아무것도 복제하지 않습니다.",
    ),
    causes: [
      text(
        "The nodes have different interceptors: one encrypts or compresses, the other does not.",
        "노드의 인터셉터가 다릅니다. 한쪽만 암호화하거나 압축합니다",
      ),
      text("They run different lines of Tomcat.", "Tomcat의 버전대가 다릅니다"),
      text(
        "A filter for deserialization (jdk.serialFilter) refuses Tomcat's own classes.",
        "역직렬화 필터(jdk.serialFilter)가 Tomcat의 클래스를 거부합니다",
      ),
    ],
    next: [text("Make the Channel the same on all nodes.", "모든 노드의 Channel을 같게 하십시오.")],
    at: "Interceptor",
  }),
  kind(
    "message-handling-failed",
    "fault",
    "groupChannel.receiving.error rpcChannel.replyFailed groupChannel.sendFail.noRpcChannelReply",
    {
      title: text("A message could not be handled or answered", "메시지를 처리하거나 응답하지 못했습니다"),
      means: text(
        "The sender may be told that this node failed, and report a FaultyMember.",
        "보낸 노드가 이 노드의 실패를 통지받고 FaultyMember로 보고할 수 있습니다.",
      ),
      next: [text("Read the innermost exception.", "가장 안쪽 예외를 보십시오.")],
    },
  ),
  kind("channel-heartbeat-failed", "fault", "groupChannel.unable.sendHeartbeat", {
    title: text("The Channel's heartbeat failed", "Channel의 하트비트가 실패했습니다"),
    means: text(
      "Interceptors do not clean up or check members this time; it is tried again.",
      "이번에는 인터셉터가 정리나 멤버 점검을 하지 못합니다. 다시 시도합니다.",
    ),
  }),
  kind(
    "detail",
    "normal",
    `standardService.start.name abstractProtocolHandler.start abstractProtocolHandler.pause hostConfig.deployDir
     hostConfig.deployWar hostConfig.deployDescriptor groupChannel.warn.noUtilityExecutor bufferPool.created uuidGenerator.createRandom
     objectReader.retrieveFailed.socketReceiverBufferSize jvmRoute.valve.started jvmRoute.valve.stopped
     ReplicationValve.stats gzipInterceptor.report throughputInterceptor.report
     tribes.group.interceptors.NonBlockingCoordinator.fireInterceptorEvent`,
    {
      title: text("A detail", "세부 사항"),
      means: text("Harmless.", "해가 없습니다."),
    },
  ),
  kind(
    "mbean",
    "notice",
    "jmxRegistry.objectName.failed jmxRegistry.registerJmx.failed jmxRegistry.no.domain jmxRegistry.registerJmx.notCompliant jmxRegistry.unregisterJmx.failed jmxRegistry.unregisterJmx.notFound",
    {
      title: text("A part of the Channel is not seen by JMX", "Channel의 일부가 JMX에 보이지 않습니다"),
      means: text(
        "Replication is not touched; monitoring misses the part.",
        "복제에는 영향이 없고 모니터링에서만 빠집니다.",
      ),
      causes: [
        text(
          "Two Clusters whose names are the same, or a name with characters JMX does not take.",
          "이름이 같은 두 Cluster 또는 JMX가 받지 않는 문자가 든 이름",
        ),
      ],
      at: "Channel",
    },
  ),
];
