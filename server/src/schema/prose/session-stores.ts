import { explain, type ProseBook } from "./model.ts";

/** What both Managers of Redisson take. */
const redisson = () => ({
  broadcastSessionEvents: explain(
    "Tells all nodes when a session begins or ends, so that their HttpSessionListeners hear of it; false unless it is set.",
    "세션이 생기거나 끝나면 모든 노드에 알려 HttpSessionListener가 불리게 합니다. 설정하지 않으면 false입니다.",
  ),
  broadcastSessionUpdates: explain(
    "With readMode MEMORY, tells the other nodes each change of a session; true unless it is set.",
    "readMode가 MEMORY일 때 세션의 변경을 다른 노드에 알립니다. 설정하지 않으면 true입니다.",
  ),
  keyPrefix: explain(
    "Put in front of all keys, so that several Tomcats can share one Redis without sharing sessions.",
    "모든 키 앞에 붙습니다. 여러 Tomcat이 세션은 나누지 않고 Redis 하나를 함께 쓸 때 씁니다.",
  ),
  readMode: explain(
    "REDIS reads attributes from Redis in each request; MEMORY reads them once and waits for the changes of other nodes. In capital letters; REDIS unless it is set.",
    "REDIS이면 요청마다 Redis에서 속성을 읽고, MEMORY이면 한 번 읽은 뒤 다른 노드의 변경을 알림으로 받습니다. 대문자로 쓰며 기본값은 REDIS입니다.",
  ),
  updateMode: explain(
    "DEFAULT writes an attribute when setAttribute is called; AFTER_REQUEST writes at the end of the request, with readMode MEMORY also objects that only were changed. In capital letters.",
    "DEFAULT이면 setAttribute를 부를 때 속성을 저장합니다. AFTER_REQUEST이면 요청이 끝날 때 저장하며, readMode가 MEMORY이면 객체 안에서만 바뀐 내용도 저장합니다. 대문자로 씁니다.",
  ),
});

/**
 * Managers of other projects that keep sessions in a store all nodes share, read in their sources: Redisson 4.7 and
 * memcached-session-manager 2.3.2.
 */
export const sessionStoreProse = (): ProseBook => ({
  "org.redisson.tomcat.RedissonSessionManager": {
    text: {
      en: "Redisson's: keeps sessions in Redis or Valkey, where every node reads and writes them. It stands in a Context and takes the place of the Cluster's Manager.",
      ko: "Redisson의 Manager입니다. 세션을 Redis나 Valkey에 두고 모든 노드가 읽고 씁니다. Context에 쓰며 Cluster의 Manager를 대신합니다.",
    },
    attributes: {
      ...redisson(),
      configPath: explain(
        "Path of the YAML file with Redisson's settings and the addresses of Redis. Without it the application does not start.",
        "Redisson 설정과 Redis 주소가 있는 YAML 파일의 경로입니다. 없으면 애플리케이션이 시작되지 않습니다.",
      ),
    },
  },
  "org.redisson.tomcat.JndiRedissonSessionManager": {
    text: {
      en: "Redisson's Manager with a client from JNDI, so that several applications share one: sessions are in Redis or Valkey, where every node reads and writes them.",
      ko: "JNDI의 클라이언트를 쓰는 Redisson의 Manager로, 여러 애플리케이션이 클라이언트 하나를 함께 씁니다. 세션은 Redis나 Valkey에 있고 모든 노드가 읽고 씁니다.",
    },
    attributes: {
      ...redisson(),
      jndiName: explain(
        "Name of the Redisson client in JNDI, below java:comp/env. Without it the application does not start.",
        "java:comp/env 아래에 있는 Redisson 클라이언트의 JNDI 이름입니다. 없으면 애플리케이션이 시작되지 않습니다.",
      ),
    },
  },
  "de.javakaffee.web.msm.MemcachedBackupSessionManager": {
    text: {
      en: "memcached-session-manager's: keeps a copy of each session in memcached or Redis. With sticky sessions it is a backup that another node takes over; without, each request reads from there.",
      ko: "memcached-session-manager의 Manager입니다. 세션의 복사본을 memcached나 Redis에 둡니다. 세션을 고정하면 다른 노드가 넘겨받을 백업이고, 고정하지 않으면 요청마다 거기서 읽습니다.",
    },
    attributes: {
      backupThreadCount: explain(
        "Threads that store sessions where sessionBackupAsync is on; as many as processors unless it is set.",
        "sessionBackupAsync가 켜져 있을 때 세션을 저장하는 스레드 수이며 기본값은 프로세서 수입니다.",
        { unit: "threads" },
      ),
      copyCollectionsForSerialization: explain(
        "Copies collections before they are stored, where requests of one session change them meanwhile; the transcoder must be able to. false unless it is set.",
        "같은 세션의 다른 요청이 컬렉션을 바꿀 수 있을 때 복사한 뒤 저장합니다. 변환 클래스가 지원해야 하며 기본값은 false입니다.",
      ),
      customConverter: explain(
        "Classes, parted by commas, that turn types of the application's into bytes; the transcoder must be able to use them.",
        "애플리케이션의 타입을 바이트로 바꾸는 클래스를 쉼표로 구분하여 씁니다. 변환 클래스가 지원해야 합니다.",
      ),
      enableStatistics: explain(
        "Counts requests and times of the store for JMX; true unless it is set.",
        "요청 수와 저장 시간을 JMX용으로 집계하며 기본값은 true입니다.",
      ),
      enabled: explain(
        "Off, sessions are neither read from the store nor written to it; only with sticky sessions.",
        "끄면 세션을 저장소에서 읽거나 쓰지 않습니다. 세션을 고정할 때만 끌 수 있습니다.",
      ),
      failoverNodes: explain(
        "Ids of memcachedNodes that this Tomcat uses only while no other answers: its own machine's, so that both are not lost at once.",
        "다른 서버가 응답하지 않을 때만 쓸 memcachedNodes의 ID입니다. 둘을 한꺼번에 잃지 않도록 같은 장비의 memcached를 씁니다.",
      ),
      lockExpiration: explain(
        "How long memcached keeps a lock that is not given back; 5 unless it is set.",
        "돌려주지 않은 잠금을 memcached가 유지하는 시간이며 기본값은 5입니다.",
        { unit: "s" },
      ),
      lockingMode: explain(
        'For sticky="false": none, all, auto (only requests that change the session) or uriPattern: with a regular expression. none unless it is set.',
        'sticky="false"일 때 none, all, auto(세션을 바꾸는 요청만) 또는 uriPattern:과 정규식을 씁니다. 기본값은 none입니다.',
      ),
      memcachedNodes: explain(
        "The servers: n1:host:port,n2:host:port with ids that go into the session id, a single host:port, or redis://host.",
        "서버 목록입니다. 세션 ID에 들어갈 ID를 붙여 n1:호스트:포트,n2:호스트:포트로 쓰거나 호스트:포트 하나, 또는 redis://호스트를 씁니다.",
      ),
      memcachedProtocol: explain(
        "Protocol of memcached: text, or binary; text unless it is set.",
        "memcached 프로토콜로 text나 binary이며 기본값은 text입니다.",
      ),
      operationTimeout: explain(
        "How long a request to memcached may take; 1000 unless it is set.",
        "memcached 요청 하나의 제한 시간이며 기본값은 1000입니다.",
        { unit: "ms" },
      ),
      password: explain(
        "Password for a server that asks for one, beside username.",
        "인증을 요구하는 서버의 암호이며 username과 함께 씁니다.",
      ),
      requestUriIgnorePattern: explain(
        "Regular expression for addresses whose requests store no session: images, style sheets.",
        "이미지나 스타일시트처럼 세션을 저장하지 않을 요청 주소의 정규식입니다.",
      ),
      sessionAttributeFilter: explain(
        'Regular expression for the names of attributes that are stored; with sticky="false" all others are gone after the request.',
        '저장할 속성 이름의 정규식입니다. sticky="false"이면 나머지는 요청이 끝난 뒤 사라집니다.',
      ),
      sessionBackupAsync: explain(
        'Answers before the session is stored; true unless it is set. With sticky="false" the next request on another node may then read old values.',
        '세션을 저장하기 전에 응답하며 기본값은 true입니다. sticky="false"이면 다른 노드로 간 다음 요청이 옛 값을 읽을 수 있습니다.',
      ),
      sessionBackupTimeout: explain(
        "How long a request waits for its session to be stored where sessionBackupAsync is off; 100 unless it is set.",
        "sessionBackupAsync가 꺼져 있을 때 요청이 세션 저장을 기다리는 시간이며 기본값은 100입니다.",
        { unit: "ms" },
      ),
      sticky: explain(
        "True while a session stays on its node, with a jvmRoute; false where each request may go to any node, without one. true unless it is set.",
        "세션이 노드에 고정되고 jvmRoute가 있으면 true, 요청이 아무 노드로나 가고 jvmRoute가 없으면 false입니다. 기본값은 true입니다.",
      ),
      storageKeyPrefix: explain(
        "What stands in front of keys: static:text, context, host and their like; webappVersion unless it is set.",
        "키 앞에 붙는 것으로 static:문자열, context, host 등을 씁니다. 기본값은 webappVersion입니다.",
      ),
      transcoderFactoryClass: explain(
        "Class that turns a session into bytes: Java's serialization unless it is set, or a library's such as Kryo's.",
        "세션을 바이트로 바꾸는 클래스입니다. 기본값은 Java 직렬화이며 Kryo 같은 라이브러리의 것을 쓸 수 있습니다.",
      ),
      username: explain(
        "User for a server that asks for one: SASL of memcached, a bucket of Couchbase.",
        "인증을 요구하는 서버의 사용자입니다. memcached의 SASL이나 Couchbase의 버킷에 씁니다.",
      ),
    },
  },
});
