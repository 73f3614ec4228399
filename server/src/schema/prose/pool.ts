import { type AttributeProse, explain } from "./model.ts";

/** The connection pool of a data source: DBCP 1 in Tomcat 7, DBCP 2 since 8, or Tomcat's second pool by `factory`. */
export type ConnectionPool = "dbcp1" | "dbcp2" | "tomcat-jdbc";

export interface PoolAttribute {
  readonly prose: AttributeProse;
  /** The pools that have it. */
  readonly pools: readonly ConnectionPool[];
}

const ALL: readonly ConnectionPool[] = ["dbcp1", "dbcp2", "tomcat-jdbc"];
const OLDER: readonly ConnectionPool[] = ["dbcp1", "tomcat-jdbc"];
const NEWER: readonly ConnectionPool[] = ["dbcp2"];

function of(pools: readonly ConnectionPool[], ...words: Parameters<typeof explain>): PoolAttribute {
  return { pools, prose: explain(...words) };
}

const MS = { unit: "ms" } as const;

/**
 * Attributes of a `<Resource type="javax.sql.DataSource">`. Tomcat passes them to the pool, so no class of the schema
 * has them.
 *
 * Source: BasicDataSourceFactory of DBCP 1.4 and Tomcat's dbcp2, DataSourceFactory of jdbc-pool.
 */
export const poolProse = (): Readonly<Record<string, PoolAttribute>> => ({
  driverClassName: of(
    ALL,
    "Class of the JDBC driver. For a resource of server.xml its JAR lies in Tomcat's lib folder, not in the application.",
    "JDBC 드라이버의 클래스입니다. server.xml의 리소스이면 드라이버 JAR는 애플리케이션이 아니라 Tomcat의 lib 폴더에 있어야 합니다.",
  ),
  url: of(ALL, "JDBC address of the database.", "데이터베이스의 JDBC 주소입니다."),
  username: of(ALL, "User of the database.", "데이터베이스 사용자입니다."),
  password: of(
    ALL,
    "Password of the database user, in clear text.",
    "데이터베이스 사용자의 비밀번호이며 평문으로 저장됩니다.",
  ),
  maxTotal: of(
    NEWER,
    "Most connections at once; a negative value is no limit. Times the number of nodes, the database must allow them all.",
    "동시에 여는 최대 연결 수이며 음수이면 제한이 없습니다. 노드 수를 곱한 만큼 데이터베이스가 허용해야 합니다.",
    { unit: "connections" },
  ),
  maxActive: of(
    OLDER,
    "Most connections at once. Times the number of nodes, the database must allow them all. DBCP 2, which Tomcat uses since 8, calls it maxTotal.",
    "동시에 여는 최대 연결 수입니다. 노드 수를 곱한 만큼 데이터베이스가 허용해야 합니다. Tomcat 8부터 사용하는 DBCP 2에서는 maxTotal입니다.",
    { unit: "connections" },
  ),
  maxIdle: of(
    ALL,
    "Connections that are kept open while nobody uses them. Far below the most at once, connections are closed and made anew all the time.",
    "사용하지 않아도 열어 두는 최대 연결 수입니다. 최대 연결 수보다 너무 작으면 연결을 계속 닫고 새로 만듭니다.",
    { unit: "connections" },
  ),
  minIdle: of(
    ALL,
    "Connections that are kept ready. The pool sees to it only where timeBetweenEvictionRunsMillis is positive.",
    "준비해 두는 연결 수입니다. timeBetweenEvictionRunsMillis가 양수일 때만 유지됩니다.",
    { unit: "connections" },
  ),
  initialSize: of(ALL, "Connections that are made at the start.", "시작할 때 만드는 연결 수입니다.", {
    unit: "connections",
  }),
  maxWaitMillis: of(
    NEWER,
    "How long a request waits for a free connection before it fails; a negative value is for ever, and then one slow database holds all threads.",
    "빈 연결을 기다리는 시간이며 넘으면 요청이 실패합니다. 음수이면 무제한이라 느린 데이터베이스가 모든 스레드를 붙들 수 있습니다.",
    MS,
  ),
  maxWait: of(
    OLDER,
    "How long a request waits for a free connection before it fails. DBCP 2, which Tomcat uses since 8, calls it maxWaitMillis.",
    "빈 연결을 기다리는 시간이며 넘으면 요청이 실패합니다. Tomcat 8부터 사용하는 DBCP 2에서는 maxWaitMillis입니다.",
    MS,
  ),
  validationQuery: of(
    ALL,
    "Statement that tells whether a connection still works, as SELECT 1.",
    "연결이 살아 있는지 확인하는 문장이며 SELECT 1 등입니다.",
  ),
  testOnBorrow: of(
    ALL,
    "Checks a connection before it is handed out, so that a restarted database or a firewall that cut it is noticed.",
    "연결을 내주기 전에 확인하여, 데이터베이스 재시작이나 방화벽 때문에 끊어진 연결을 알아차립니다.",
  ),
  testOnReturn: of(ALL, "Checks a connection when it comes back.", "연결이 반환될 때 확인합니다."),
  testWhileIdle: of(
    ALL,
    "Checks idle connections each timeBetweenEvictionRunsMillis.",
    "timeBetweenEvictionRunsMillis마다 유휴 연결을 확인합니다.",
  ),
  timeBetweenEvictionRunsMillis: of(
    ALL,
    "Pause between two looks at idle connections.",
    "유휴 연결을 확인하는 간격입니다.",
    MS,
  ),
  minEvictableIdleTimeMillis: of(
    ALL,
    "How long a connection may be idle before it can be closed. Keep it below the time limit of firewalls and the database.",
    "유휴 연결을 닫을 수 있게 되기까지의 시간입니다. 방화벽과 데이터베이스의 제한 시간보다 짧게 두십시오.",
    MS,
  ),
  removeAbandonedOnBorrow: of(
    NEWER,
    "Takes connections back that the application forgot to close, when the pool is nearly used up.",
    "풀이 거의 소진되었을 때 애플리케이션이 닫지 않은 연결을 회수합니다.",
  ),
  removeAbandonedOnMaintenance: of(
    NEWER,
    "Takes connections back that the application forgot to close, each timeBetweenEvictionRunsMillis.",
    "timeBetweenEvictionRunsMillis마다 애플리케이션이 닫지 않은 연결을 회수합니다.",
  ),
  removeAbandoned: of(
    OLDER,
    "Takes connections back that the application forgot to close. DBCP 2, which Tomcat uses since 8, has removeAbandonedOnBorrow and removeAbandonedOnMaintenance.",
    "애플리케이션이 닫지 않은 연결을 회수합니다. Tomcat 8부터 사용하는 DBCP 2에서는 removeAbandonedOnBorrow와 removeAbandonedOnMaintenance입니다.",
  ),
  removeAbandonedTimeout: of(
    ALL,
    "How long a connection may be out before it counts as forgotten. Longer than the longest query, or that loses its connection.",
    "빌려 간 연결을 닫지 않은 것으로 보기까지의 시간입니다. 가장 긴 쿼리보다 길지 않으면 그 쿼리의 연결이 끊깁니다.",
    { unit: "s" },
  ),
  logAbandoned: of(
    ALL,
    "Writes the stack of the code that forgot a connection into the log. It costs time at each borrowing.",
    "연결을 닫지 않은 코드의 스택을 로그에 기록합니다. 연결을 빌릴 때마다 비용이 듭니다.",
  ),
  connectionProperties: of(
    ALL,
    "Properties for the JDBC driver, as name=value separated by semicolons.",
    "JDBC 드라이버에 넘길 프로퍼티이며 이름=값을 세미콜론으로 구분합니다.",
  ),
  defaultAutoCommit: of(
    ALL,
    "Whether each statement of a fresh connection is a transaction of its own.",
    "새 연결에서 문장마다 트랜잭션으로 처리할지 정합니다.",
  ),
  defaultTransactionIsolation: of(
    ALL,
    "Isolation of transactions: READ_COMMITTED, REPEATABLE_READ, SERIALIZABLE and others.",
    "트랜잭션 격리 수준이며 READ_COMMITTED, REPEATABLE_READ, SERIALIZABLE 등입니다.",
  ),
  maxConnLifetimeMillis: of(
    NEWER,
    "Age at which a connection is closed and made anew; 0 or less is never.",
    "연결을 닫고 새로 만들기까지의 시간이며 0 이하이면 닫지 않습니다.",
    MS,
  ),
  maxAge: of(
    ["tomcat-jdbc"],
    "Age from which a connection is not kept: when it comes back, and since Tomcat 8.5 before it is handed out; 0 is never.",
    "이 시간을 넘긴 연결은 반환될 때, Tomcat 8.5부터는 내주기 전에도 새 연결로 바꿉니다. 0이면 바꾸지 않습니다.",
    MS,
  ),
  jdbcInterceptors: of(
    ["tomcat-jdbc"],
    "Interceptors around connections, separated by semicolons, as ConnectionState and StatementFinalizer.",
    "연결을 감싸는 인터셉터를 세미콜론으로 구분하며 ConnectionState, StatementFinalizer 등입니다.",
  ),
  validationInterval: of(
    ["tomcat-jdbc"],
    "How long a check of a connection counts before it is checked again.",
    "연결을 확인한 결과를 다시 확인하기 전까지 믿는 시간입니다.",
    MS,
  ),
});
