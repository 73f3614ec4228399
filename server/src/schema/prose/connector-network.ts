import { type AttributesProse, explain } from "./model.ts";

const CACHE = { unit: "entries", range: { min: -1 } } as const;

/** Ports, connections, threads and time limits, which HTTP and AJP have in common. */
const connections = (): AttributesProse => ({
  port: explain(
    "TCP port to listen on; 0 takes any free one. It must differ for all Connectors and all Tomcats of a machine, and below 1024 Unix lets only privileged users listen.",
    "수신 대기하는 TCP 포트이며 0이면 빈 포트를 고릅니다. 한 장비의 모든 Connector와 Tomcat이 서로 달라야 하고, Unix에서 1024 미만은 권한이 있는 사용자만 쓸 수 있습니다.",
    { range: { min: -1, max: 65_535 } },
  ),
  address: explain(
    "Local address to listen on. An HTTP Connector without it listens on all; an AJP Connector on the loopback address only, since the releases of February 2020 (7.0.100, 8.5.51, 9.0.31).",
    "수신 대기하는 로컬 주소입니다. 지정하지 않으면 HTTP Connector는 모든 주소에서, AJP Connector는 2020년 2월 릴리스(7.0.100, 8.5.51, 9.0.31)부터 루프백 주소에서만 수신 대기합니다.",
  ),
  protocol: explain(
    "HTTP/1.1, AJP/1.3, or the class of a protocol handler. The two short names choose the best handler that is available.",
    "HTTP/1.1, AJP/1.3 또는 프로토콜 핸들러 클래스입니다. 짧은 두 이름은 사용할 수 있는 핸들러를 자동으로 고릅니다.",
  ),
  acceptCount: explain(
    "Connections the operating system may queue once maxConnections is reached. It may take another number, and beyond it refuses connections.",
    "maxConnections에 도달한 뒤 운영 체제가 대기시킬 수 있는 연결 수입니다. 운영 체제가 다른 값을 쓸 수 있으며, 넘으면 연결이 거부됩니다.",
    { unit: "connections", range: { min: 0 } },
  ),
  maxConnections: explain(
    "Connections Tomcat holds at once, busy and idle; further ones wait in the queue of acceptCount. -1 is no limit. It should be far above maxThreads, as idle connections need no thread.",
    "사용 중인 것과 유휴 상태를 합해 동시에 유지하는 연결 수이며, 넘으면 acceptCount 큐에서 기다립니다. -1이면 제한이 없습니다. 유휴 연결은 스레드를 쓰지 않으므로 maxThreads보다 훨씬 크게 두십시오.",
    { unit: "connections", range: { min: -1 } },
  ),
  maxThreads: explain(
    "Most requests this Connector works on at once. Ignored where an executor is named. Look at the slowest part first: beyond what the database takes, more threads only wait.",
    "이 Connector가 동시에 처리하는 최대 요청 수이며, executor를 지정하면 무시됩니다. 데이터베이스가 감당하는 수를 넘으면 스레드는 기다리기만 하므로 가장 느린 부분을 먼저 보십시오.",
    { unit: "threads", range: { min: 1 } },
  ),
  minSpareThreads: explain(
    "Threads that are kept even while there are no requests. Ignored where an executor is named.",
    "요청이 없어도 유지하는 스레드 수이며, executor를 지정하면 무시됩니다.",
    { unit: "threads", range: { min: -1 } },
  ),
  maxQueueSize: explain(
    "Requests that may wait for a thread of this Connector before further ones are refused. Ignored where an executor is named.",
    "이 Connector의 스레드를 기다릴 수 있는 요청 수이며 넘으면 거부합니다. executor를 지정하면 무시됩니다.",
    { unit: "requests", range: { min: 0 } },
  ),
  threadsMaxIdleTime: explain(
    "How long a thread beyond minSpareThreads may be idle before it ends. Ignored where an executor is named.",
    "minSpareThreads를 넘는 스레드가 쉬다가 종료되기까지의 시간이며, executor를 지정하면 무시됩니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  threadPriority: explain(
    "Priority of the request threads, as Java counts it. Ignored where an executor is named.",
    "Java 기준의 요청 처리 스레드 우선순위이며, executor를 지정하면 무시됩니다.",
    { range: { min: 1, max: 10 } },
  ),
  acceptorThreadPriority: explain(
    "Priority of the thread that accepts connections, as Java counts it.",
    "Java 기준으로 연결을 받는 스레드의 우선순위입니다.",
    { range: { min: 1, max: 10 } },
  ),
  acceptorThreadCount: explain(
    "Threads that accept connections. One is enough; later Tomcats always use one.",
    "연결을 받는 스레드 수입니다. 하나면 충분하며 이후의 Tomcat은 항상 하나를 씁니다.",
    { unit: "threads", range: { min: 0 } },
  ),
  pollerThreadPriority: explain(
    "Priority of the threads that watch idle connections, as Java counts it.",
    "Java 기준으로 유휴 연결을 지켜보는 스레드의 우선순위입니다.",
    { range: { min: 1, max: 10 } },
  ),
  pollerThreadCount: explain(
    "Threads that watch idle connections. More than two bring nothing; later Tomcats use one.",
    "유휴 연결을 지켜보는 스레드 수입니다. 둘을 넘겨도 이득이 없으며 이후의 Tomcat은 하나를 씁니다.",
    { unit: "threads", range: { min: 1 } },
  ),
  executorTerminationTimeoutMillis: explain(
    "How long a stopping Connector waits for its threads to finish their requests.",
    "Connector가 멈출 때 스레드가 요청을 마치기를 기다리는 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  useVirtualThreads: explain(
    "Runs requests on virtual threads. It needs Java 21, and is ignored where an executor is named.",
    "요청을 가상 스레드에서 실행합니다. Java 21이 필요하며, executor를 지정하면 무시됩니다.",
  ),
  bindOnInit: explain(
    "Opens the port when Tomcat is initialised and keeps it until the Connector is destroyed. False opens it only when applications are ready, and closes it when the Connector stops: a balancer then never reaches a Tomcat that is still starting.",
    "초기화할 때 포트를 열고 Connector가 제거될 때까지 유지합니다. false이면 애플리케이션이 준비된 뒤에 열고 멈출 때 닫으므로, 로드 밸런서가 아직 시작 중인 Tomcat에 연결하지 않습니다.",
  ),
  connectionTimeout: explain(
    "How long Tomcat waits for a request on a new connection, and for data it expects; -1 is for ever. For AJP, whose proxies keep connections open, -1 is the default: a positive value needs a matching one in the proxy.",
    "새 연결에서 요청이나 다음 데이터를 기다리는 시간이며 -1이면 무제한입니다. 프록시가 연결을 유지하는 AJP는 기본값이 -1이며, 양수로 두려면 프록시 설정과 맞추어야 합니다.",
    { unit: "ms", range: { min: -1 } },
  ),
  keepAliveTimeout: explain(
    "How long a connection may wait for its next request before it is closed; -1 is for ever. Without it, connectionTimeout counts. A proxy that keeps connections must give them up earlier than Tomcat, or it meets a closed one now and then.",
    "연결이 다음 요청을 기다리다가 닫히기까지의 시간이며 -1이면 무제한입니다. 없으면 connectionTimeout을 씁니다. 연결을 유지하는 프록시는 Tomcat보다 먼저 연결을 포기해야 닫힌 연결로 요청을 보내지 않습니다.",
    { unit: "ms", range: { min: -1 } },
  ),
  connectionLinger: explain(
    "How long closing a connection waits for unsent data; -1 leaves it to the operating system.",
    "연결을 닫을 때 보내지 못한 데이터를 기다리는 시간이며, -1이면 운영 체제에 맡깁니다.",
    { unit: "s", range: { min: -1 } },
  ),
  tcpNoDelay: explain(
    "Sends small packets of the answer at once instead of collecting them.",
    "응답의 작은 패킷을 모으지 않고 바로 보냅니다.",
  ),
  processorCache: explain(
    "Objects that read requests and are kept for use again; -1 keeps all, 0 none. About maxThreads is right, more for asynchronous requests.",
    "재사용하기 위해 보관하는 요청 처리 객체의 수이며 -1이면 모두 보관하고 0이면 보관하지 않습니다. maxThreads 정도가 알맞고 비동기 요청이 많으면 더 늘립니다.",
    CACHE,
  ),
  clientCertProvider: explain(
    "Java security provider that turns client certificates into Java objects where a proxy or native code delivers them in another form.",
    "프록시나 네이티브 코드가 전달한 클라이언트 인증서를 Java 객체로 바꿀 Java 보안 프로바이더입니다.",
  ),
  ipv6v6only: explain(
    "On an IPv6 address, does not listen on the matching IPv4 address as well.",
    "IPv6 주소에서 수신 대기할 때 대응하는 IPv4 주소에서는 수신 대기하지 않습니다.",
  ),
  pollTime: explain(
    "How long one look at idle connections lasts. Less answers a little sooner and costs processor time.",
    "유휴 연결을 한 번 확인하는 시간입니다. 줄이면 조금 빨리 응답하지만 CPU를 더 씁니다.",
    { unit: "us", range: { min: 1 } },
  ),
  pollerSize: explain(
    "Idle connections the poller can hold; further ones are closed at once.",
    "폴러가 유지할 수 있는 유휴 연결 수이며, 넘는 연결은 바로 닫습니다.",
    { unit: "connections", range: { min: 1 } },
  ),
});

const SIZE = { unit: "bytes", range: { min: 0 } } as const;

/** `socket.*`: properties of each connection. */
const sockets = (): AttributesProse => ({
  "socket.appReadBufSize": explain(
    "Read buffer of each connection.",
    "연결마다 사용하는 읽기 버퍼의 크기입니다.",
    SIZE,
  ),
  "socket.appWriteBufSize": explain(
    "Write buffer of each connection.",
    "연결마다 사용하는 쓰기 버퍼의 크기입니다.",
    SIZE,
  ),
  "socket.bufferPool": explain(
    "Closed connections whose buffers are kept for use again; -1 keeps all, 0 none. -2 works it out from bufferPoolSize, on the lines where it is the default.",
    "재사용하기 위해 버퍼를 보관하는 닫힌 연결의 수이며 -1이면 모두 보관하고 0이면 보관하지 않습니다. -2가 기본값인 버전에서는 bufferPoolSize에서 계산합니다.",
    { unit: "entries", range: { min: -2 } },
  ),
  "socket.bufferPoolSize": explain(
    "Memory of the buffers that are kept for use again; -1 is no limit, 0 keeps none.",
    "재사용하기 위해 보관하는 버퍼의 전체 크기이며 -1이면 제한이 없고 0이면 보관하지 않습니다.",
    { unit: "bytes", range: { min: -2 } },
  ),
  "socket.directBuffer": explain(
    "Puts the buffers outside of the Java heap. -XX:MaxDirectMemorySize must leave room for all connections.",
    "버퍼를 Java 힙 밖에 둡니다. -XX:MaxDirectMemorySize가 모든 연결을 감당할 만큼 커야 합니다.",
  ),
  "socket.directSslBuffer": explain(
    "Puts the buffers of encrypted data outside of the Java heap.",
    "암호화된 데이터의 버퍼를 Java 힙 밖에 둡니다.",
  ),
  "socket.eventCache": explain(
    "Poller events that are kept for use again; -1 keeps all, 0 none.",
    "재사용하기 위해 보관하는 폴러 이벤트의 수이며 -1이면 모두 보관하고 0이면 보관하지 않습니다.",
    CACHE,
  ),
  "socket.keyCache": explain(
    "Attachments of connections that are kept for use again; -1 keeps all, 0 none.",
    "재사용하기 위해 보관하는 연결 정보 객체의 수이며 -1이면 모두 보관하고 0이면 보관하지 않습니다.",
    CACHE,
  ),
  "socket.processorCache": explain(
    "Tasks that connect a socket with a thread and are kept for use again; -1 keeps all, 0 none.",
    "소켓과 스레드를 잇는 작업 객체를 재사용하기 위해 보관하는 수이며 -1이면 모두 보관하고 0이면 보관하지 않습니다.",
    CACHE,
  ),
  "socket.ooBInline": explain(
    "Reads urgent TCP data in line with the rest of the request.",
    "TCP 긴급 데이터를 요청의 나머지 데이터와 함께 읽습니다.",
  ),
  "socket.performanceBandwidth": explain(
    "Weight of throughput against the other two performance settings; Java ignores them unless all three are set.",
    "나머지 두 성능 설정에 대한 처리량의 비중입니다. 셋을 모두 지정하지 않으면 적용되지 않습니다.",
  ),
  "socket.performanceConnectionTime": explain(
    "Weight of a quick connection against the other two performance settings; Java ignores them unless all three are set.",
    "나머지 두 성능 설정에 대한 연결 속도의 비중입니다. 셋을 모두 지정하지 않으면 적용되지 않습니다.",
  ),
  "socket.performanceLatency": explain(
    "Weight of a short delay against the other two performance settings; Java ignores them unless all three are set.",
    "나머지 두 성능 설정에 대한 낮은 지연의 비중입니다. 셋을 모두 지정하지 않으면 적용되지 않습니다.",
  ),
  "socket.rxBufSize": explain(
    "Receive buffer of the TCP connection; the system's where it is absent.",
    "TCP 연결의 수신 버퍼 크기이며, 없으면 시스템의 값을 씁니다.",
    SIZE,
  ),
  "socket.txBufSize": explain(
    "Send buffer of the TCP connection; the system's where it is absent.",
    "TCP 연결의 송신 버퍼 크기이며, 없으면 시스템의 값을 씁니다.",
    SIZE,
  ),
  "socket.soKeepAlive": explain(
    "Lets the system probe idle connections, so that a dead client or a firewall that forgot the connection is noticed.",
    "시스템이 유휴 연결을 확인하게 하여, 사라진 클라이언트나 방화벽이 끊은 연결을 알아차립니다.",
  ),
  "socket.soLingerOn": explain(
    "Makes closing a connection wait for unsent data. connectionLinger sets this and the time at once.",
    "연결을 닫을 때 보내지 못한 데이터를 기다립니다. connectionLinger는 이 값과 시간을 함께 정합니다.",
  ),
  "socket.soLingerTime": explain(
    "How long closing waits, where socket.soLingerOn is true.",
    "socket.soLingerOn이 true일 때 닫기를 기다리는 시간입니다.",
    { unit: "s", range: { min: -1 } },
  ),
  "socket.soReuseAddress": explain(
    "Lets the port be opened again soon after it was closed.",
    "닫힌 직후의 포트를 다시 열 수 있게 합니다.",
  ),
  "socket.soTimeout": explain(
    "The same as connectionTimeout; write that one instead.",
    "connectionTimeout과 같은 값입니다. connectionTimeout을 쓰십시오.",
    { unit: "ms", range: { min: -1 } },
  ),
  "socket.tcpNoDelay": explain(
    "The same as tcpNoDelay; write that one instead.",
    "tcpNoDelay와 같은 값입니다. tcpNoDelay를 쓰십시오.",
  ),
  "socket.unlockTimeout": explain(
    "How long a stopping Connector tries to connect to itself to wake the thread that accepts connections.",
    "Connector가 멈출 때 연결을 받는 스레드를 깨우기 위해 자신에게 연결을 시도하는 시간입니다.",
    { unit: "ms", range: { min: 1 } },
  ),
});

/** Connections, threads and time limits, down to the sockets. */
export const connectorNetworkProse = (): AttributesProse => ({
  ...connections(),
  ...sockets(),
});
