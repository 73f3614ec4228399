import { type AttributesProse, explain, PORT, type ProseBook } from "./model.ts";

const TRANSPORT = "org.apache.catalina.tribes.transport";

/** Socket options that receivers and senders share. */
const sockets = (): AttributesProse => ({
  ooBInline: explain("Reads urgent TCP data in line with the rest.", "TCP 긴급 데이터를 일반 데이터와 함께 읽습니다."),
  rxBufSize: explain("Receive buffer of the TCP socket.", "TCP 소켓의 수신 버퍼 크기입니다.", {
    unit: "bytes",
    range: { min: 1 },
  }),
  txBufSize: explain("Send buffer of the TCP socket.", "TCP 소켓의 송신 버퍼 크기입니다.", {
    unit: "bytes",
    range: { min: 1 },
  }),
  udpRxBufSize: explain("Receive buffer of the UDP socket.", "UDP 소켓의 수신 버퍼 크기입니다.", {
    unit: "bytes",
    range: { min: 1 },
  }),
  udpTxBufSize: explain("Send buffer of the UDP socket.", "UDP 소켓의 송신 버퍼 크기입니다.", {
    unit: "bytes",
    range: { min: 1 },
  }),
  soKeepAlive: explain(
    "Lets the system probe idle connections and close dead ones.",
    "시스템이 유휴 연결을 확인하고 끊어진 연결을 닫게 합니다.",
  ),
  soLingerOn: explain(
    "Makes closing a connection wait for unsent data, for soLingerTime at most.",
    "연결을 닫을 때 보내지 못한 데이터를 최대 soLingerTime 동안 기다립니다.",
  ),
  soLingerTime: explain(
    "How long closing may wait, where soLingerOn is true.",
    "soLingerOn이 true일 때 닫기를 기다리는 시간입니다.",
    {
      unit: "s",
      range: { min: 0 },
    },
  ),
  soReuseAddress: explain(
    "Allows an address to be bound again soon after it was closed.",
    "닫힌 직후의 주소를 다시 바인드할 수 있게 합니다.",
  ),
  tcpNoDelay: explain(
    "Sends small messages at once instead of collecting them.",
    "작은 메시지를 모으지 않고 바로 보냅니다.",
  ),
});

const receiver = (): AttributesProse => ({
  ...sockets(),
  address: explain(
    "Local address to listen on, which is also the one told to the other nodes. auto asks the system for its host name, and on many machines that is 127.0.0.1.",
    "수신 대기하는 로컬 주소이며, 다른 노드에 알리는 주소이기도 합니다. auto는 시스템의 호스트 이름으로 정하는데, 많은 장비에서 127.0.0.1이 됩니다.",
  ),
  port: explain(
    "TCP port to listen on. When it is taken, the next ones are tried, as many as autoBind says.",
    "수신 대기하는 TCP 포트입니다. 이미 사용 중이면 autoBind만큼 다음 포트를 시도합니다.",
    { range: PORT },
  ),
  autoBind: explain(
    "How many ports to try, beginning with port. Open all of them in the firewall, or set 1 to have exactly one.",
    "port부터 시도할 포트의 수입니다. 방화벽에서 모두 열거나, 하나만 쓰려면 1로 두십시오.",
    { unit: "ports", range: { min: 1 } },
  ),
  securePort: explain(
    "Port for encrypted messages told to the other nodes; -1 is none. Up to 9.0.123, 10.1.61 and 11.0.27 no Receiver of Tomcat's listens on it.",
    "다른 노드에 알리는 암호화 메시지용 포트이며 -1이면 없습니다. 9.0.123, 10.1.61, 11.0.27까지 Tomcat의 Receiver는 이 포트에서 수신 대기하지 않습니다.",
    { range: { min: -1, max: 65_535 } },
  ),
  udpPort: explain(
    "UDP port to listen on as well; -1 is none. Used only for messages that are sent with the UDP option.",
    "추가로 수신 대기하는 UDP 포트이며 -1이면 없습니다. UDP 옵션으로 보낸 메시지에만 쓰입니다.",
    { range: { min: -1, max: 65_535 } },
  ),
  selectorTimeout: explain(
    "How long one wait for network events lasts at most. In the same rhythm the Receiver looks for idle connections; arriving data ends the wait at once.",
    "네트워크 이벤트를 한 번 기다리는 최대 시간입니다. 같은 주기로 유휴 연결을 확인하며, 데이터가 오면 바로 깨어납니다.",
    { unit: "ms", range: { min: 1 } },
  ),
  timeout: explain(
    "How long a connection may be silent in the middle of work before it is given up.",
    "작업 중인 연결에서 데이터가 오지 않을 때 포기하기까지의 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  minThreads: explain("Threads that are kept for messages.", "메시지를 처리하기 위해 유지하는 스레드 수입니다.", {
    unit: "threads",
    range: { min: 0 },
  }),
  maxThreads: explain(
    "Most threads that work on messages at once. One for each other node is a good beginning.",
    "메시지를 동시에 처리하는 최대 스레드 수입니다. 다른 노드 하나당 하나로 시작하면 좋습니다.",
    { unit: "threads", range: { min: 1 } },
  ),
  maxIdleTime: explain(
    "How long a thread beyond minThreads may be idle before it ends.",
    "minThreads를 넘는 스레드가 쉬다가 종료되기까지의 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  direct: explain("Reads into memory outside the Java heap.", "Java 힙 밖의 메모리로 데이터를 읽습니다."),
  useBufferPool: explain(
    "Reuses message buffers instead of making new ones.",
    "메시지 버퍼를 새로 만들지 않고 재사용합니다.",
  ),
});

const sender = (): AttributesProse => ({
  ...sockets(),
  timeout: explain(
    "How long to wait for the other node's acknowledgement, or for data to leave, before the sending fails.",
    "다른 노드의 확인 응답이나 전송 완료를 기다리는 시간입니다. 넘으면 전송이 실패합니다.",
    { unit: "ms", range: { min: 1 } },
  ),
  maxRetryAttempts: explain(
    "How often a failed sending is tried again before it is reported.",
    "실패한 전송을 보고하기 전에 다시 시도하는 횟수입니다.",
    { unit: "attempts", range: { min: 0 } },
  ),
  keepAliveCount: explain(
    "Messages after which a connection is closed and made anew; -1 is never.",
    "연결을 닫고 새로 만들기까지 보내는 메시지 수이며 -1이면 닫지 않습니다.",
    { unit: "messages", range: { min: -1 } },
  ),
  keepAliveTime: explain(
    "Age at which a connection is closed and made anew; -1 is never.",
    "연결을 닫고 새로 만들기까지의 시간이며 -1이면 닫지 않습니다.",
    { unit: "ms", range: { min: -1 } },
  ),
  directBuffer: explain("Sends from memory outside the Java heap.", "Java 힙 밖의 메모리에서 데이터를 보냅니다."),
  soTrafficClass: explain("Type-of-service byte of the IP packets.", "IP 패킷의 서비스 유형(ToS) 바이트입니다.", {
    range: { min: 0, max: 255 },
  }),
  throwOnFailedAck: explain(
    "Treats it as a failed sending when the other node reports that it could not apply the message.",
    "다른 노드가 메시지를 적용하지 못했다고 알리면 전송 실패로 처리합니다.",
  ),
});

const pool = (): AttributesProse => ({
  poolSize: explain(
    "Connections that can be used at once to each other node. Requests beyond it wait up to maxWait.",
    "다른 노드마다 동시에 사용할 수 있는 연결 수입니다. 넘는 요청은 maxWait까지 기다립니다.",
    { range: { min: 1 } },
  ),
  maxWait: explain(
    "How long to wait for a free connection of the pool before the sending fails.",
    "풀에서 빈 연결을 기다리는 시간입니다. 넘으면 전송이 실패합니다.",
    { unit: "ms", range: { min: 0 } },
  ),
});

/** `<Receiver>`, `<Sender>` and `<Transport>`. */
export const transportProse = (): ProseBook => ({
  [`${TRANSPORT}.nio.NioReceiver`]: {
    text: {
      en: "Listens for messages of other nodes, with few threads for many connections. The usual choice.",
      ko: "적은 스레드로 여러 연결에서 다른 노드의 메시지를 받습니다. 일반적으로 사용하는 클래스입니다.",
    },
    attributes: receiver(),
  },
  [`${TRANSPORT}.bio.BioReceiver`]: {
    text: {
      en: "Listens for messages of other nodes, with one thread per connection. Gone since Tomcat 10; use NioReceiver.",
      ko: "연결마다 스레드 하나로 다른 노드의 메시지를 받습니다. Tomcat 10부터 없으므로 NioReceiver를 쓰십시오.",
    },
    attributes: receiver(),
  },
  [`${TRANSPORT}.ReplicationTransmitter`]: {
    text: {
      en: "Sends messages to the other nodes. It does its work through the Transport inside it.",
      ko: "다른 노드로 메시지를 보냅니다. 실제 전송은 안에 있는 Transport가 합니다.",
    },
    attributes: {},
  },
  [`${TRANSPORT}.nio.PooledParallelSender`]: {
    text: {
      en: "Sends to all nodes at the same time, over a pool of connections. The usual choice.",
      ko: "연결 풀을 사용하여 모든 노드에 동시에 보냅니다. 일반적으로 사용하는 클래스입니다.",
    },
    attributes: { ...sender(), ...pool() },
  },
  [`${TRANSPORT}.bio.PooledMultiSender`]: {
    text: {
      en: "Sends to one node after the other, over a pool of connections. Gone since Tomcat 10; use PooledParallelSender.",
      ko: "연결 풀을 사용하여 노드에 하나씩 차례로 보냅니다. Tomcat 10부터 없으므로 PooledParallelSender를 쓰십시오.",
    },
    attributes: { ...sender(), ...pool() },
  },
  [`${TRANSPORT}.nio.ParallelNioSender`]: {
    text: {
      en: "Sends to all nodes at the same time over one connection each. Requests wait for each other; PooledParallelSender avoids that.",
      ko: "노드마다 연결 하나로 모든 노드에 동시에 보냅니다. 요청끼리 서로 기다리므로 PooledParallelSender가 낫습니다.",
    },
    attributes: sender(),
  },
  [`${TRANSPORT}.bio.MultipointBioSender`]: {
    text: {
      en: "Sends to one node after the other over one connection each. Gone since Tomcat 10; use PooledParallelSender.",
      ko: "노드마다 연결 하나로 차례로 보냅니다. Tomcat 10부터 없으므로 PooledParallelSender를 쓰십시오.",
    },
    attributes: sender(),
  },
});
