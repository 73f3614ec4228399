import { managerAttributes } from "./managers.ts";
import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const SESSION = "org.apache.catalina.session";

/** Attributes that the managers of a single node share with those of the cluster, and attributes of their own. */
const local = (): AttributesProse => ({
  ...managerAttributes(),
  distributable: explain(
    "Set by Tomcat from the application's `<distributable/>`. It replicates nothing: this manager knows one node only.",
    "Tomcat이 애플리케이션의 `<distributable/>`에서 정합니다. 이 Manager는 한 노드만 알기 때문에 복제하지 않습니다.",
  ),
  maxActiveSessions: explain(
    "How many sessions may exist at once; one more makes the request fail. -1 is no limit.",
    "동시에 존재할 수 있는 세션 수이며 넘으면 요청이 실패합니다. -1이면 제한이 없습니다.",
    { unit: "sessions", range: { min: -1 } },
  ),
  persistAuthentication: explain(
    "Stores the login along with the session, so that users are still logged in when it comes back.",
    "세션과 함께 로그인 정보도 저장하여 세션이 복원되면 로그인이 유지됩니다.",
  ),
  persistAuthenticationNotes: explain(
    "Stores what a FORM login needs in the middle of a login; the password is among it. persistAuthentication has taken its place.",
    "FORM 로그인이 진행 중일 때 필요한 정보를 저장하며 비밀번호도 포함됩니다. persistAuthentication이 대신합니다.",
  ),
  sessionAttributeNameFilter: explain(
    "Regular expression that the whole name of an attribute must match to be stored.",
    "저장할 속성 이름 전체가 일치해야 하는 정규식입니다.",
  ),
  sessionAttributeValueClassNameFilter: explain(
    "Regular expression that the class name of a value must match to be stored and read back. A narrow one guards against hostile objects in the store.",
    "값의 클래스 이름이 일치해야 저장하고 다시 읽는 정규식입니다. 좁게 쓰면 저장소의 악의적인 객체를 막습니다.",
  ),
  warnOnSessionAttributeFilterFailure: explain(
    "Logs a warning when a filter keeps an attribute from being stored.",
    "필터 때문에 속성이 저장되지 않으면 경고를 기록합니다.",
  ),
});

/** Tables and columns of a store in a database. */
const columns = (): AttributesProse => ({
  dataSourceName: explain(
    "Name of the data source in JNDI, without java:comp/env.",
    "JNDI에 있는 데이터 소스의 이름이며 java:comp/env 없이 씁니다.",
  ),
  sessionAppCol: explain(
    "Column with the application, as /Engine/Host/context; part of the key where applications share the table.",
    "/Engine/Host/컨텍스트 형식의 애플리케이션이 있는 열이며, 테이블을 여러 애플리케이션이 쓰면 키에 포함합니다.",
  ),
  sessionDataCol: explain(
    "Column with the serialized session. It must hold large binary data (BLOB).",
    "직렬화된 세션이 있는 열이며 큰 이진 데이터(BLOB)를 담을 수 있어야 합니다.",
  ),
  sessionIdCol: explain(
    "Column with the session id; long enough for the jvmRoute at its end.",
    "세션 ID가 있는 열이며 끝에 붙는 jvmRoute까지 담을 수 있어야 합니다.",
  ),
  sessionLastAccessedCol: explain(
    "Column with the time of the last use, as a 64-bit integer.",
    "마지막으로 사용한 시각이 있는 열이며 64비트 정수입니다.",
  ),
  sessionMaxInactiveCol: explain(
    "Column with the time a session may stay unused, in seconds, as a 32-bit integer.",
    "세션이 사용되지 않고 유지되는 시간(초)이 있는 열이며 32비트 정수입니다.",
  ),
  sessionTable: explain("Table with one row for each stored session.", "저장된 세션마다 한 행이 있는 테이블입니다."),
  sessionValidCol: explain(
    "Column that says whether the session is valid, one character wide.",
    "세션이 유효한지 나타내는 한 글자 열입니다.",
  ),
});

/** `<Manager>` of one node, `<Store>`, `<SessionIdGenerator>` and the valve that goes with a store. */
export const sessionProse = (): ProseBook => ({
  [`${SESSION}.StandardManager`]: {
    text: {
      en: "Keeps sessions in the memory of this node alone, and over a restart in a file. The default where no Cluster is at work.",
      ko: "세션을 이 노드의 메모리에만 두고, 다시 시작할 때는 파일에 저장합니다. Cluster가 없을 때의 기본값입니다.",
    },
    attributes: {
      ...local(),
      pathname: explain(
        "File that keeps the sessions over a restart, below the work folder of the application; empty keeps none. Recent lines keep none unless a name is given.",
        "다시 시작하는 동안 세션을 저장할 파일이며 애플리케이션의 작업 폴더를 기준으로 합니다. 비우면 저장하지 않고, 최근 버전은 이름을 써야 저장합니다.",
      ),
    },
  },
  [`${SESSION}.PersistentManager`]: {
    text: {
      en: "Moves idle sessions into a Store, a folder or database, and takes them back when they are needed. It is no replication: what was not stored yet is lost with the node.",
      ko: "유휴 세션을 폴더나 데이터베이스(Store)로 옮기고 필요할 때 다시 읽습니다. 복제가 아니므로 아직 저장하지 않은 내용은 노드와 함께 사라집니다.",
    },
    attributes: {
      ...local(),
      maxActiveSessions: explain(
        "Sessions in memory; with minIdleSwap, idle ones beyond it move to the Store. One more makes the request fail. -1 is no limit.",
        "메모리에 둘 세션 수이며, minIdleSwap이 있으면 넘는 유휴 세션을 Store로 옮깁니다. 옮길 수 없으면 새 세션 요청이 실패합니다. -1이면 제한이 없습니다.",
        { unit: "sessions", range: { min: -1 } },
      ),
      maxIdleBackup: explain(
        "Idle time after which a session is copied to the Store and stays in memory as well; -1 copies none. Small values keep losses small.",
        "세션을 메모리에 둔 채 Store에 복사하기까지의 유휴 시간이며 -1이면 복사하지 않습니다. 작을수록 잃는 내용이 적습니다.",
        { unit: "s", range: { min: -1 } },
      ),
      maxIdleSwap: explain(
        "Idle time after which a session moves out of memory into the Store; -1 moves none. Not below maxIdleBackup.",
        "세션을 메모리에서 Store로 옮기기까지의 유휴 시간이며 -1이면 옮기지 않습니다. maxIdleBackup 이상으로 두십시오.",
        { unit: "s", range: { min: -1 } },
      ),
      minIdleSwap: explain(
        "Idle time a session must have before it may be moved out to keep within maxActiveSessions; -1 moves none. Below maxIdleSwap.",
        "maxActiveSessions를 지키기 위해 옮겨도 되는 세션의 최소 유휴 시간이며 -1이면 옮기지 않습니다. maxIdleSwap보다 작게 두십시오.",
        { unit: "s", range: { min: -1 } },
      ),
      saveOnRestart: explain(
        "Stores all sessions when Tomcat stops and takes them back at the start.",
        "Tomcat이 멈출 때 모든 세션을 저장하고 시작할 때 다시 읽습니다.",
      ),
    },
  },
  [`${SESSION}.FileStore`]: {
    text: {
      en: "Keeps each session as a file in a folder.",
      ko: "세션마다 폴더에 파일 하나로 저장합니다.",
    },
    attributes: {
      directory: explain(
        "Folder of the files; a relative path starts at the work folder of the application. Nodes must not share it unless each session stays on one node.",
        "파일을 저장할 폴더이며, 상대 경로는 애플리케이션의 작업 폴더를 기준으로 합니다. 세션이 한 노드에 머물지 않으면 노드끼리 공유하지 마십시오.",
      ),
    },
  },
  [`${SESSION}.DataSourceStore`]: {
    text: {
      en: "Keeps sessions in a database table, over a data source of JNDI.",
      ko: "JNDI 데이터 소스로 데이터베이스 테이블에 세션을 저장합니다.",
    },
    attributes: {
      ...columns(),
      localDataSource: explain(
        "Looks the data source up in the application instead of among the global resources.",
        "데이터 소스를 전역 리소스가 아니라 애플리케이션에서 찾습니다.",
      ),
    },
  },
  [`${SESSION}.JDBCStore`]: {
    text: {
      en: "Keeps sessions in a database table, over one connection of its own or a data source. Gone since Tomcat 10; use DataSourceStore.",
      ko: "전용 연결 하나 또는 데이터 소스로 데이터베이스 테이블에 세션을 저장합니다. Tomcat 10부터 없으므로 DataSourceStore를 쓰십시오.",
    },
    attributes: {
      ...columns(),
      connectionURL: explain(
        "JDBC address of the database, where no dataSourceName is given.",
        "dataSourceName이 없을 때 사용할 데이터베이스의 JDBC 주소입니다.",
      ),
      driverName: explain(
        "Class of the JDBC driver, where no dataSourceName is given.",
        "dataSourceName이 없을 때 사용할 JDBC 드라이버의 클래스입니다.",
      ),
    },
  },
  "org.apache.catalina.util.StandardSessionIdGenerator": {
    text: {
      en: "Makes session ids: random hexadecimal digits, and behind a dot the jvmRoute.",
      ko: "세션 ID를 만듭니다. 무작위 16진수 뒤에 점과 jvmRoute가 붙습니다.",
    },
    attributes: {
      jvmRoute: explain(
        "Name of this node behind the dot. Tomcat takes it from the Engine; write it there.",
        "점 뒤에 붙는 이 노드의 이름입니다. Engine의 jvmRoute를 사용하므로 그쪽에 쓰십시오.",
      ),
      sessionIdLength: explain(
        "Random bytes of an id, which become twice as many digits. Below 16 ids can be guessed more easily.",
        "ID의 난수 길이이며 두 배의 자릿수로 표시됩니다. 16보다 작으면 추측하기 쉬워집니다.",
        { unit: "bytes", range: { min: 1 } },
      ),
    },
  },
  "org.apache.catalina.valves.PersistentValve": {
    text: {
      en: "Takes the session from the Store at the beginning of each request and puts it back at the end, so that any node can serve the next one. It needs PersistentManager, and clients that send one request at a time.",
      ko: "요청을 시작할 때 Store에서 세션을 읽고 끝날 때 다시 저장하여 다음 요청을 어느 노드나 처리할 수 있게 합니다. PersistentManager가 필요하고 클라이언트는 한 번에 하나씩 요청해야 합니다.",
    },
    attributes: {
      filter: explain(
        "Regular expression over the whole address of requests that need no session, as images; they leave the Store alone.",
        "이미지처럼 세션이 필요 없는 요청의 주소 전체에 적용하는 정규식입니다. 이런 요청은 Store를 사용하지 않습니다.",
      ),
      semaphoreAcquireUninterruptibly: explain(
        "Lets nothing interrupt a request that waits for its session.",
        "세션을 기다리는 요청을 중단할 수 없게 합니다.",
      ),
      semaphoreBlockOnAcquire: explain(
        "Lets a request wait while another of its session runs. False answers 429 at once.",
        "같은 세션의 다른 요청이 실행 중이면 기다립니다. false이면 바로 429로 응답합니다.",
      ),
      semaphoreFairness: explain(
        "Lets requests of a session through in the order they came.",
        "한 세션의 요청을 온 순서대로 통과시킵니다.",
      ),
    },
  },
});
