import { type ElementProse, explain } from "./model.ts";

function element(en: string, ko: string, page?: string, attributes?: ElementProse["attributes"]): ElementProse {
  return { text: { en, ko }, ...(page ? { page } : {}), ...(attributes ? { attributes } : {}) };
}

/**
 * The elements of server.xml and context.xml by name, for places without a known class: elements that Tomcat reads as
 * text, and those with a third party's class or none yet.
 */
export const elementProse = (): Readonly<Record<string, ElementProse>> => ({
  Server: element("The whole Tomcat of one JVM.", "JVM 하나의 Tomcat 전체입니다.", "server"),
  GlobalNamingResources: element(
    "Objects and values for all applications, as data sources and the user database. An application sees them through a ResourceLink.",
    "데이터 소스와 사용자 데이터베이스처럼 모든 애플리케이션을 위한 객체와 값입니다. 애플리케이션은 ResourceLink로 사용합니다.",
    "globalresources",
  ),
  Service: element("Joins one Engine with its Connectors.", "Engine 하나와 Connector들을 묶습니다.", "service"),
  Executor: element("A thread pool for several Connectors.", "여러 Connector가 함께 쓰는 스레드 풀입니다.", "executor"),
  Connector: element("A port on which Tomcat takes requests.", "Tomcat이 요청을 받는 포트입니다.", "http", {
    executor: explain(
      "Name of the Executor whose threads this Connector uses; it must stand above. The Connector's own thread attributes are then ignored.",
      "이 Connector가 스레드를 빌려 쓸 Executor의 이름이며 위쪽에 있어야 합니다. 이때 Connector 자신의 스레드 속성은 무시됩니다.",
    ),
    protocol: explain(
      "How requests arrive: HTTP/1.1, AJP/1.3, or the class of a protocol handler. The two short names choose the best handler that is available.",
      "요청을 받는 방식이며 HTTP/1.1, AJP/1.3 또는 프로토콜 핸들러 클래스입니다. 짧은 두 이름은 사용할 수 있는 핸들러를 자동으로 고릅니다.",
    ),
  }),
  SSLHostConfig: element("The TLS settings of one host name.", "호스트 이름 하나의 TLS 설정입니다.", "http"),
  Certificate: element("One certificate with its key.", "키를 포함한 인증서 하나입니다.", "http", {
    type: explain(
      "Kind of the key: RSA, EC or DSA, newer Tomcats also MLDSA. Needed where several Certificates stand side by side.",
      "키의 종류이며 RSA, EC, DSA이고 최근 Tomcat에서는 MLDSA도 있습니다. Certificate를 여럿 둘 때 필요합니다.",
    ),
  }),
  OpenSSLConf: element("Commands handed to OpenSSL as they are.", "OpenSSL에 그대로 전달하는 명령들입니다.", "http"),
  OpenSSLConfCmd: element("One command for OpenSSL.", "OpenSSL에 전달하는 명령 하나입니다.", "http"),
  UpgradeProtocol: element(
    "A protocol that a connection can change over to; HTTP/2 is the one there is.",
    "연결이 전환할 수 있는 프로토콜이며 HTTP/2가 있습니다.",
    "http2",
  ),
  Engine: element("Hands requests to a Host by name.", "요청을 이름에 맞는 Host로 넘깁니다.", "engine", {
    engineConfigClass: explain(
      "Listener class that configures the Engine in place of Tomcat's EngineConfig.",
      "Tomcat의 EngineConfig 대신 Engine을 설정하는 리스너 클래스입니다.",
    ),
  }),
  Host: element("A virtual host.", "가상 호스트입니다.", "host", {
    hostConfigClass: explain(
      "Listener class that deploys the applications in place of Tomcat's HostConfig.",
      "Tomcat의 HostConfig 대신 애플리케이션을 배포하는 리스너 클래스입니다.",
    ),
  }),
  Alias: element(
    "Another name for this Host, as www.example.com beside example.com. The text between the tags is the name.",
    "example.com에 대한 www.example.com처럼 이 Host의 다른 이름입니다. 태그 사이의 텍스트가 이름입니다.",
    "host",
  ),
  Context: element("One application.", "애플리케이션 하나입니다.", "context", {
    configClass: explain(
      "Listener class that reads web.xml and annotations in place of Tomcat's ContextConfig.",
      "Tomcat의 ContextConfig 대신 web.xml과 애너테이션을 읽는 리스너 클래스입니다.",
    ),
  }),
  WatchedResource: element(
    "A file that makes Tomcat reload the application when it changes, with autoDeploy. The text between the tags is its path, as WEB-INF/web.xml.",
    "autoDeploy가 켜져 있을 때 바뀌면 애플리케이션을 다시 읽는 파일입니다. 태그 사이의 텍스트가 WEB-INF/web.xml 같은 경로입니다.",
    "context",
  ),
  WrapperLifecycle: element(
    "A LifecycleListener class for each servlet of the application, as text.",
    "애플리케이션의 각 서블릿에 추가할 LifecycleListener 클래스를 텍스트로 씁니다.",
    "context",
  ),
  WrapperListener: element(
    "A ContainerListener class for each servlet of the application, as text.",
    "애플리케이션의 각 서블릿에 추가할 ContainerListener 클래스를 텍스트로 씁니다.",
    "context",
  ),
  InstanceListener: element(
    "An InstanceListener class for each servlet of the application, as text. Tomcat 7 only.",
    "애플리케이션의 각 서블릿에 추가할 InstanceListener 클래스를 텍스트로 씁니다. Tomcat 7에만 있습니다.",
    "context",
  ),
  Parameter: element(
    "A context-param from outside of web.xml.",
    "web.xml 밖에서 지정하는 context-param입니다.",
    "context",
  ),
  Environment: element("A value in JNDI.", "JNDI에 두는 값입니다.", "context"),
  Resource: element("An object in JNDI, as a data source.", "데이터 소스처럼 JNDI에 두는 객체입니다.", "context"),
  ResourceLink: element(
    "Gives an application access to an object of GlobalNamingResources.",
    "GlobalNamingResources의 객체를 애플리케이션이 쓸 수 있게 합니다.",
    "context",
  ),
  ResourceEnvRef: element(
    "Names the type of an administered object that the application looks up.",
    "애플리케이션이 찾는 관리 객체의 타입을 정합니다.",
    "context",
  ),
  Transaction: element(
    "Makes the UserTransaction that applications look up as java:comp/UserTransaction; its factory comes from a transaction manager you add.",
    "애플리케이션이 java:comp/UserTransaction으로 찾는 UserTransaction을 만듭니다. 팩토리는 따로 추가한 트랜잭션 관리자가 제공합니다.",
    "context",
  ),
  Ejb: element("A reference to a remote enterprise bean.", "원격 엔터프라이즈 빈에 대한 참조입니다."),
  LocalEjb: element("A reference to a local enterprise bean.", "로컬 엔터프라이즈 빈에 대한 참조입니다."),
  ServiceRef: element("A reference to a SOAP web service.", "SOAP 웹 서비스에 대한 참조입니다."),
  Loader: element(
    "How the classes of the application are loaded.",
    "애플리케이션의 클래스를 읽는 방식입니다.",
    "loader",
  ),
  Resources: element(
    "Where the files and classes of the application come from, and how they are cached.",
    "애플리케이션의 파일과 클래스를 어디서 가져오고 어떻게 캐시할지 정합니다.",
    "resources",
  ),
  PreResources: element(
    "Files that win over those of the application.",
    "애플리케이션의 파일보다 우선하는 파일입니다.",
    "resources",
  ),
  JarResources: element(
    "Files that count like those of JARs in WEB-INF/lib: behind the application's own, before PostResources.",
    "WEB-INF/lib의 JAR에 든 것처럼 취급되는 파일입니다. 애플리케이션의 파일 다음, PostResources 앞입니다.",
    "resources",
  ),
  PostResources: element(
    "Files that count only where nothing else has one of the name.",
    "같은 이름의 파일이 다른 곳에 없을 때만 쓰이는 파일입니다.",
    "resources",
  ),
  CacheStrategy: element(
    "A class that decides which files are cached.",
    "어떤 파일을 캐시할지 정하는 클래스입니다.",
    "resources",
  ),
  CookieProcessor: element("How cookies are read and written.", "쿠키를 읽고 쓰는 방식입니다.", "cookie-processor"),
  JarScanner: element(
    "How JARs are searched when the application starts.",
    "애플리케이션이 시작할 때 JAR를 검색하는 방식입니다.",
    "jar-scanner",
  ),
  JarScanFilter: element("Which JARs are searched.", "어떤 JAR를 검색할지 정합니다.", "jar-scan-filter"),
  Manager: element(
    "Keeps the sessions of an application. In a Context it applies to that application; in a Cluster it is the model for all distributable ones.",
    "애플리케이션의 세션을 관리합니다. Context에 두면 그 애플리케이션에, Cluster에 두면 모든 distributable 애플리케이션에 적용됩니다.",
    "manager",
  ),
  Store: element("Where PersistentManager puts sessions.", "PersistentManager가 세션을 저장하는 곳입니다.", "manager"),
  SessionIdGenerator: element("How session ids are made.", "세션 ID를 만드는 방식입니다.", "sessionidgenerator"),
  Realm: element(
    "Where Tomcat looks up users, passwords and roles. That of the Context wins over that of the Host, and that over the Engine's.",
    "Tomcat이 사용자, 비밀번호, 역할을 찾는 곳입니다. Context의 것이 Host의 것보다, Host의 것이 Engine의 것보다 우선합니다.",
    "realm",
  ),
  CredentialHandler: element(
    "How passwords are hashed and compared.",
    "비밀번호를 해시하고 비교하는 방식입니다.",
    "credentialhandler",
  ),
  Valve: element(
    "A step each request goes through in this Engine, Host, Context or Cluster. Valves run in the order they stand here.",
    "이 Engine, Host, Context, Cluster에서 모든 요청이 거치는 단계입니다. Valve는 쓰인 순서대로 실행됩니다.",
    "valve",
  ),
  "init-param": element("An initial parameter of the filter.", "필터의 초기 파라미터입니다.", "valve"),
  "param-name": element("Name of the initial parameter.", "초기 파라미터의 이름입니다.", "valve"),
  "param-value": element("Value of the initial parameter.", "초기 파라미터의 값입니다.", "valve"),
  Listener: element(
    "An object that is told when its parent starts and stops.",
    "상위 요소가 시작하고 멈출 때 알림을 받는 객체입니다.",
    "listeners",
    {
      optional: explain(
        "Goes on with a line in the log where the class cannot be made, instead of refusing to start.",
        "클래스를 만들 수 없을 때 시작을 거부하지 않고 로그만 남기고 계속합니다.",
      ),
    },
  ),
  ChannelListener: element(
    "An object that takes messages straight from the channel.",
    "채널에서 메시지를 직접 받는 객체입니다.",
  ),
  MembershipListener: element(
    "An object that is told when a node joins or leaves.",
    "노드가 들어오거나 나갈 때 알림을 받는 객체입니다.",
  ),
  Cluster: element("Copies sessions to other Tomcats.", "세션을 다른 Tomcat으로 복제합니다.", "cluster"),
  Channel: element(
    "The wire of the cluster: how nodes find each other and talk.",
    "클러스터의 통신 채널이며 노드가 서로를 찾고 통신하는 방식입니다.",
    "cluster-channel",
  ),
  Membership: element(
    "How the nodes of the cluster find each other.",
    "클러스터의 노드가 서로를 찾는 방식입니다.",
    "cluster-membership",
  ),
  Member: element("Another node, at a fixed address.", "주소가 고정된 다른 노드입니다.", "cluster-membership"),
  LocalMember: element(
    "This node, in a list of fixed members.",
    "정적 멤버의 목록에서 이 노드를 나타냅니다.",
    "cluster-membership",
  ),
  Sender: element("Sends messages to the other nodes.", "다른 노드로 메시지를 보냅니다.", "cluster-sender"),
  Transport: element("The connections of the Sender.", "Sender가 사용하는 연결입니다.", "cluster-sender"),
  Receiver: element("Listens for messages of the other nodes.", "다른 노드의 메시지를 받습니다.", "cluster-receiver"),
  Interceptor: element(
    "A step each message of the cluster goes through: first to last on the way out, last to first on the way in.",
    "클러스터의 메시지가 거치는 단계입니다. 보낼 때는 위에서 아래, 받을 때는 아래에서 위 순서입니다.",
    "cluster-interceptor",
  ),
  ClusterListener: element(
    "Takes the messages of the cluster that are meant for it.",
    "클러스터의 메시지 가운데 자신에게 온 것을 처리합니다.",
    "cluster-listener",
  ),
  Deployer: element(
    "Spreads applications over the cluster.",
    "애플리케이션을 클러스터에 배포합니다.",
    "cluster-deployer",
  ),
});
