import { containerProse } from "./container.ts";
import { type AttributesProse, explain, type ProseBook } from "./model.ts";

/** The location and deployment of an application. */
const deployment = (): AttributesProse => ({
  docBase: explain(
    "Folder or WAR of the application; a relative path starts at the Host's appBase. In an XML file of its own it must lie outside of appBase, and in META-INF/context.xml it has no effect.",
    "애플리케이션의 폴더 또는 WAR이며, 상대 경로는 Host의 appBase를 기준으로 합니다. 별도의 XML 파일에서는 appBase 밖이어야 하고, META-INF/context.xml에서는 효과가 없습니다.",
  ),
  path: explain(
    "Path of the application in its addresses, with a slash in front; empty is the root. It counts in server.xml only: elsewhere the name of the file or folder decides.",
    "주소에서 애플리케이션의 경로이며 앞에 슬래시를 붙입니다. 비우면 루트입니다. server.xml에서만 쓰이고, 다른 곳에서는 파일이나 폴더 이름으로 정해집니다.",
  ),
  reloadable: explain(
    "Watches WEB-INF/classes and WEB-INF/lib, and restarts the application when something changes. For development only: each reload may leak memory, and users wait.",
    "WEB-INF/classes와 WEB-INF/lib를 감시하여 바뀌면 애플리케이션을 다시 시작합니다. 다시 시작할 때마다 메모리가 누수될 수 있고 사용자가 기다려야 하므로 개발에서만 쓰십시오.",
  ),
  override: explain(
    "Leaves the common context.xml of Tomcat and of the Host aside for this application. A Manager or JarScanner set there is then missing here.",
    "Tomcat과 Host의 공통 context.xml을 이 애플리케이션에 적용하지 않습니다. 공통 파일에 지정한 Manager나 JarScanner도 적용되지 않습니다.",
  ),
  privileged: explain(
    "Gives the application access to Tomcat's own classes, as the Manager application needs it. Leave it off for all others.",
    "Manager 애플리케이션처럼 Tomcat 내부 클래스에 접근할 수 있게 합니다. 다른 애플리케이션에서는 꺼 두십시오.",
  ),
  crossContext: explain(
    "Lets the application reach other applications of the Host through getContext(). In a cluster with DeltaManager their session changes travel too.",
    "getContext()로 같은 Host의 다른 애플리케이션에 접근할 수 있게 합니다. DeltaManager를 쓰는 클러스터에서는 그쪽 세션 변경도 함께 복제됩니다.",
  ),
  copyXML: explain(
    "Copies META-INF/context.xml to the Host's xmlBase when the application is deployed. From then on the copy counts.",
    "배포할 때 META-INF/context.xml을 Host의 xmlBase에 복사하며, 이후에는 복사본이 적용됩니다.",
  ),
  unpackWAR: explain(
    "False keeps this WAR packed although the Host unpacks others.",
    "false이면 Host가 WAR를 풀더라도 이 WAR는 풀지 않습니다.",
  ),
  altDDName: explain(
    "Absolute path of a file that is read in place of WEB-INF/web.xml.",
    "WEB-INF/web.xml 대신 읽을 파일의 절대 경로입니다.",
  ),
  antiResourceLocking: explain(
    "Runs the application from a copy, so that Windows does not lock its files. Starting gets slower, and JSPs cannot be edited in place.",
    "애플리케이션을 복사본으로 실행하여 Windows에서 파일이 잠기지 않게 합니다. 시작이 느려지고 JSP를 그 자리에서 고칠 수 없습니다.",
  ),
  antiJARLocking: explain(
    "Keeps JAR files from being locked while they are read. antiResourceLocking includes it.",
    "JAR 파일을 읽는 동안 잠기지 않게 합니다. antiResourceLocking에 포함됩니다.",
  ),
  failCtxIfServletStartFails: explain(
    "Makes the application fail as a whole when one of its load-on-startup servlets fails; the Host's setting where it is absent.",
    "load-on-startup 서블릿 하나가 실패하면 애플리케이션 전체를 실패로 처리합니다. 없으면 Host의 설정을 따릅니다.",
  ),
  unloadDelay: explain(
    "How long a stopping application waits for its servlets to finish their requests.",
    "애플리케이션이 멈출 때 서블릿이 요청을 마치기를 기다리는 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  workDir: explain(
    "Scratch folder of this application, also for compiled JSPs. A relative path starts at CATALINA_BASE.",
    "이 애플리케이션의 임시 폴더이며 컴파일된 JSP도 여기에 저장됩니다. 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
  ),
  wrapperClass: explain(
    "Class of the object that stands around each servlet; it must implement Wrapper.",
    "각 서블릿을 감싸는 객체의 클래스이며 Wrapper를 구현해야 합니다.",
  ),
  useNaming: explain(
    "Gives the application its JNDI names (java:comp/env). Without it data sources are not found.",
    "애플리케이션에 JNDI 이름(java:comp/env)을 제공합니다. 끄면 데이터 소스를 찾지 못합니다.",
  ),
  jndiExceptionOnFailedWrite: explain(
    "Throws an exception when the application tries to change its JNDI names, instead of ignoring it.",
    "애플리케이션이 JNDI 이름을 바꾸려 하면 무시하지 않고 예외를 던집니다.",
  ),
  swallowOutput: explain(
    "Writes what the application prints to System.out and System.err into its log instead of catalina.out.",
    "애플리케이션이 System.out과 System.err로 출력한 내용을 catalina.out 대신 애플리케이션 로그에 기록합니다.",
  ),
  aliases: explain(
    "Folders and WARs outside of the application that appear under a path in it, as `/images=/srv/images`. Later lines use PreResources and PostResources.",
    "애플리케이션 안의 경로에 보이게 할 외부 폴더나 WAR이며 `/images=/srv/images`처럼 씁니다. 이후 버전은 PreResources와 PostResources를 씁니다.",
  ),
});

/** The session cookie, and how sessions are looked up. */
const sessions = (): AttributesProse => ({
  cookies: explain(
    "Carries the session id in a cookie. False leaves only addresses to carry it, where it shows in logs and links.",
    "세션 ID를 쿠키로 주고받습니다. false이면 주소로만 전달되어 로그와 링크에 드러납니다.",
  ),
  sessionCookieName: explain(
    "Name of the session cookie; it wins over web.xml. The balancer must look for the same name.",
    "세션 쿠키의 이름이며 web.xml보다 우선합니다. 로드 밸런서도 같은 이름을 찾아야 합니다.",
  ),
  sessionCookieDomain: explain(
    "Domain of the session cookie, to share it between host names; it wins over web.xml.",
    "여러 호스트 이름이 세션 쿠키를 공유하기 위한 도메인이며 web.xml보다 우선합니다.",
  ),
  sessionCookiePath: explain(
    "Path of the session cookie; `/` shares the id between the applications of a host. It wins over web.xml.",
    "세션 쿠키의 경로입니다. `/`로 두면 호스트의 애플리케이션들이 ID를 공유하며, web.xml보다 우선합니다.",
  ),
  sessionCookiePathUsesTrailingSlash: explain(
    "Ends the cookie's path in a slash, so that some browsers do not send the cookie of /foo to /foobar. Requests to /foo itself, without a slash, then come without the cookie.",
    "쿠키 경로 끝에 슬래시를 붙여 일부 브라우저가 /foo의 쿠키를 /foobar로 보내지 않게 합니다. 슬래시 없는 /foo 요청에는 쿠키가 오지 않습니다.",
  ),
  useHttpOnly: explain(
    "Hides the session cookie from scripts in the page. Leave it on: it keeps injected scripts from stealing sessions.",
    "페이지의 스크립트가 세션 쿠키를 읽지 못하게 합니다. 삽입된 스크립트가 세션을 훔치는 것을 막으므로 켜 두십시오.",
  ),
  usePartitioned: explain(
    "Marks the session cookie as partitioned (CHIPS), for applications embedded into other sites.",
    "세션 쿠키에 Partitioned(CHIPS) 표시를 합니다. 다른 사이트에 삽입되는 애플리케이션을 위한 것입니다.",
  ),
  validateClientProvidedNewSessionId: explain(
    "Takes a session id from a client for a new session only if another application of the Host knows it. It guards against session fixation.",
    "클라이언트가 보낸 ID는 Host의 다른 애플리케이션이 아는 경우에만 새 세션에 사용합니다. 세션 고정 공격을 막습니다.",
  ),
  alwaysAccessSession: explain(
    "Counts each request that carries a session id as use of the session, even where the application does not touch it.",
    "애플리케이션이 세션을 건드리지 않아도 세션 ID가 있는 요청을 모두 세션 사용으로 봅니다.",
  ),
  preemptiveAuthentication: explain(
    "Logs a user in who sends credentials, also for pages that need none.",
    "로그인이 필요 없는 페이지에서도 사용자가 자격 증명을 보내면 인증합니다.",
  ),
});

/** How requests are mapped to servlets, and where uploads are stored. */
const requests = (): AttributesProse => ({
  allowCasualMultipartParsing: explain(
    "Reads uploads also for servlets that are not declared to take them. The Connector's limits then count.",
    "업로드를 받는다고 선언하지 않은 서블릿에서도 업로드를 읽습니다. 이때 Connector의 제한이 적용됩니다.",
  ),
  allowMultipleLeadingForwardSlashInPath: explain(
    "Keeps several slashes at the beginning of the context path. Applications that redirect to it can then be led to other sites.",
    "컨텍스트 경로 앞의 여러 슬래시를 그대로 둡니다. 그 경로로 리다이렉트하는 애플리케이션은 다른 사이트로 유도될 수 있습니다.",
  ),
  createUploadTargets: explain(
    "Creates the upload folder a servlet names where it is missing.",
    "서블릿이 지정한 업로드 폴더가 없으면 만듭니다.",
  ),
  swallowAbortedUploads: explain(
    "Reads on when an upload is too large, up to the Connector's maxSwallowSize, so that the client sees the error. False closes the connection at once.",
    "업로드가 너무 커도 Connector의 maxSwallowSize까지 읽어 클라이언트가 오류를 볼 수 있게 합니다. false이면 연결을 바로 닫습니다.",
  ),
  dispatchersUseEncodedPaths: explain(
    "Expects encoded paths in the application's calls for a RequestDispatcher.",
    "애플리케이션이 RequestDispatcher를 얻을 때 인코딩된 경로를 쓰는 것으로 봅니다.",
  ),
  dispatcherWrapsSameObject: explain(
    "Checks that a wrapped request or response handed to a dispatcher wraps the original one, as the specification asks.",
    "디스패처에 넘긴 요청과 응답 래퍼가 원래 객체를 감싸는지 규격대로 검사합니다.",
  ),
  encodedSolidusHandling: explain(
    "What happens to `%2f` in the path of a RequestDispatcher: reject, decode or passthrough.",
    "RequestDispatcher 경로의 `%2f`를 처리하는 방식이며 reject, decode, passthrough 중 하나입니다.",
  ),
  encodedReverseSolidusHandling: explain(
    "What happens to `%5c` in the path of a RequestDispatcher: reject, decode or passthrough.",
    "RequestDispatcher 경로의 `%5c`를 처리하는 방식이며 reject, decode, passthrough 중 하나입니다.",
  ),
  contextGetResourceRequiresSlash: explain(
    "Wants a slash in front of each path handed to getResource(), as the specification does.",
    "getResource()에 넘기는 경로가 규격대로 슬래시로 시작하도록 요구합니다.",
  ),
  fireRequestListenersOnForwards: explain(
    "Calls ServletRequestListeners again at each forward.",
    "포워드할 때마다 ServletRequestListener를 다시 호출합니다.",
  ),
  suspendWrappedResponseAfterForward: explain(
    "Suspends a wrapped response after a forward instead of closing it.",
    "포워드 뒤에 래핑된 응답을 닫지 않고 일시 중지합니다.",
  ),
  mapperContextRootRedirectEnabled: explain(
    "Adds the slash to an address such as /app before filters and security run. Quick, but it tells strangers which applications exist.",
    "필터와 보안 처리 전에 /app 같은 주소에 슬래시를 붙여 리다이렉트합니다. 빠르지만 어떤 애플리케이션이 있는지 드러납니다.",
  ),
  mapperDirectoryRedirectEnabled: explain(
    "Adds the slash to the address of a folder before filters and security run, which tells strangers which folders exist.",
    "필터와 보안 처리 전에 폴더 주소에 슬래시를 붙여 리다이렉트합니다. 어떤 폴더가 있는지 드러납니다.",
  ),
  useRelativeRedirects: explain(
    "Sends redirects without host and protocol, so that no proxy settings can be wrong in them. A proxy that changes the path may still trip over it.",
    "호스트와 프로토콜 없이 리다이렉트하므로 프록시 설정이 틀릴 일이 없습니다. 경로를 바꾸는 프록시에서는 맞지 않을 수 있습니다.",
  ),
  sendRedirectBody: explain("Sends a short text along with a redirect.", "리다이렉트할 때 짧은 본문을 함께 보냅니다."),
  resourceOnlyServlets: explain(
    "Servlets that need an existing file, by name; they take no welcome file that is not there.",
    "실제 파일이 있어야 하는 서블릿의 이름입니다. 없는 웰컴 파일에는 사용되지 않습니다.",
  ),
  urlPatternsProvidedInDecodedForm: explain(
    "Reads the URL patterns of web.xml as plain text, as the specification does, instead of as %-encoded.",
    "web.xml의 URL 패턴을 %-인코딩이 아니라 규격대로 일반 문자로 읽습니다.",
  ),
});

/** What Tomcat reads from web.xml, JARs and annotations at the start. */
const scanning = (): AttributesProse => ({
  addWebinfClassesResources: explain(
    "Also serves what lies in WEB-INF/classes/META-INF/resources, as of a JAR.",
    "JAR처럼 WEB-INF/classes/META-INF/resources의 내용도 정적 리소스로 제공합니다.",
  ),
  containerSciFilter: explain(
    "Regular expression for Tomcat's own initialisers to leave away, such as WebSocket's or the JSP engine's. A part of the class name is enough to match.",
    "사용하지 않을 Tomcat의 초기화 클래스(WebSocket, JSP 등)를 정하는 정규식입니다. 클래스 이름의 일부만 일치해도 됩니다.",
  ),
  ignoreAnnotations: explain(
    "Looks at no annotations: only web.xml and its fragments count.",
    "애너테이션을 보지 않으며 web.xml과 프래그먼트만 적용됩니다.",
  ),
  parallelAnnotationScanning: explain(
    "Looks for annotations with several threads. The start is shorter, and its load higher.",
    "여러 스레드로 애너테이션을 찾습니다. 시작은 빨라지지만 부하가 커집니다.",
  ),
  logEffectiveWebXml: explain(
    "Writes the whole web.xml that results from all fragments and annotations into the log at the start. Useful to see whether `<distributable/>` survived.",
    "프래그먼트와 애너테이션을 모두 합친 web.xml을 시작할 때 로그에 기록합니다. `<distributable/>`이 남아 있는지 확인하는 데 유용합니다.",
  ),
  processTlds: explain("Looks for tag libraries at the start.", "시작할 때 태그 라이브러리를 찾습니다."),
  tldValidation: explain(
    "Validates tag library files (TLD) at the start, which takes longer.",
    "시작할 때 태그 라이브러리 파일(TLD)의 유효성을 검사합니다. 시작이 느려집니다.",
  ),
  xmlValidation: explain(
    "Validates web.xml and its fragments at the start, which takes longer.",
    "시작할 때 web.xml과 프래그먼트의 유효성을 검사합니다. 시작이 느려집니다.",
  ),
  xmlNamespaceAware: explain(
    "Reads web.xml with its namespaces. Switch it on only together with xmlValidation.",
    "web.xml을 네임스페이스를 구분하여 읽습니다. xmlValidation과 함께 켤 때만 쓰십시오.",
  ),
  xmlBlockExternal: explain(
    "Keeps XML files of the application from pulling in other files. Leave it on where you do not trust the application.",
    "애플리케이션의 XML 파일이 외부 파일을 끌어오지 못하게 합니다. 애플리케이션을 신뢰하지 않으면 켜 두십시오.",
  ),
  useBloomFilterForArchives: explain(
    "Finds classes in many JARs faster at the cost of memory. Resources (archiveIndexStrategy) has taken it over.",
    "메모리를 더 써서 많은 JAR에서 클래스를 빨리 찾습니다. Resources의 archiveIndexStrategy로 옮겨졌습니다.",
  ),
  notFoundClassResourceCacheSize: explain(
    "Names of missing classes that are remembered, so that they are not looked for again.",
    "다시 찾지 않도록 기억해 두는 존재하지 않는 클래스 이름의 수입니다.",
    { unit: "entries", range: { min: 0 } },
  ),
});

/** Leaks that Tomcat clears when an application stops. */
const leaks = (): AttributesProse => ({
  clearReferencesHttpClientKeepAliveThread: explain(
    "When the application stops, frees the keep-alive thread of Java's HTTP client from its class loader.",
    "애플리케이션이 멈추면 Java HTTP 클라이언트의 keep-alive 스레드가 클래스 로더를 놓게 합니다.",
  ),
  clearReferencesObjectStreamClassCaches: explain(
    "When the application stops, drops its classes from Java's serialization cache. Newer Javas need an --add-opens option for it.",
    "애플리케이션이 멈추면 Java 직렬화 캐시에서 그 클래스를 지웁니다. 최근 Java에서는 --add-opens 옵션이 필요합니다.",
  ),
  clearReferencesRmiTargets: explain(
    "When the application stops, drops its objects from Java's RMI tables. Newer Javas need an --add-opens option for it.",
    "애플리케이션이 멈추면 Java RMI 테이블에서 그 객체를 지웁니다. 최근 Java에서는 --add-opens 옵션이 필요합니다.",
  ),
  clearReferencesStatic: explain(
    "When the application stops, sets its static fields to null. A relic of old JVMs that breaks some libraries.",
    "애플리케이션이 멈추면 정적 필드를 null로 만듭니다. 오래된 JVM을 위한 것이며 일부 라이브러리가 오류를 냅니다.",
  ),
  clearReferencesStopThreads: explain(
    "When the application stops, stops threads it left running, by force where they do not listen. That may leave data half written; mend the application instead.",
    "애플리케이션이 멈추면 남은 스레드를 중지하며, 응하지 않으면 강제로 멈춥니다. 데이터가 쓰다 만 상태로 남을 수 있으므로 애플리케이션을 고치는 편이 낫습니다.",
  ),
  clearReferencesStopTimerThreads: explain(
    "When the application stops, stops java.util.Timer threads it left running.",
    "애플리케이션이 멈추면 남아 있는 java.util.Timer 스레드를 중지합니다.",
  ),
  clearReferencesThreadLocals: explain(
    "When the application stops, clears ThreadLocals that hold its classes. Newer Javas need an --add-opens option for it.",
    "애플리케이션이 멈추면 그 클래스를 담은 ThreadLocal을 지웁니다. 최근 Java에서는 --add-opens 옵션이 필요합니다.",
  ),
  renewThreadsWhenStoppingContext: explain(
    "When the application stops, replaces the request threads one after the other, so that what they hold of it is freed. It needs ThreadLocalLeakPreventionListener.",
    "애플리케이션이 멈추면 요청 스레드를 차례로 교체하여 붙들고 있던 메모리를 놓게 합니다. ThreadLocalLeakPreventionListener가 있어야 합니다.",
  ),
  skipMemoryLeakChecksOnJvmShutdown: explain(
    "Leaves the search for leaks away when the whole JVM ends anyway.",
    "JVM 전체가 종료될 때에는 메모리 누수 검사를 하지 않습니다.",
  ),
});

/** Attributes of the Context in 7.0 that belong to the element Resources since 8.0. */
const resources = (): AttributesProse => ({
  allowLinking: explain(
    "Follows symbolic links that lead out of the application. Never on Windows: there it opens the source of JSPs. Tomcat 8 and later have it on Resources.",
    "애플리케이션 밖을 가리키는 심볼릭 링크를 따라갑니다. Windows에서는 JSP 소스가 노출되므로 절대 켜지 마십시오. Tomcat 8부터는 Resources에 있습니다.",
  ),
  cacheMaxSize: explain(
    "Memory for cached static files. Tomcat 8 and later have it on Resources.",
    "정적 파일 캐시의 크기입니다. Tomcat 8부터는 Resources에 있습니다.",
    { unit: "kilobytes", range: { min: 0 } },
  ),
  cacheObjectMaxSize: explain(
    "Largest static file that is cached. Tomcat 8 and later have it on Resources.",
    "캐시할 정적 파일의 최대 크기입니다. Tomcat 8부터는 Resources에 있습니다.",
    { unit: "kilobytes", range: { min: 0 } },
  ),
  cacheTTL: explain(
    "How long a cached file is served before Tomcat looks at the disk again. Tomcat 8 and later have it on Resources, as cacheTtl.",
    "캐시한 파일을 디스크에서 다시 확인하기까지의 시간입니다. Tomcat 8부터는 Resources의 cacheTtl입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  cachingAllowed: explain(
    "Caches static files in memory. Tomcat 8 and later have it on Resources.",
    "정적 파일을 메모리에 캐시합니다. Tomcat 8부터는 Resources에 있습니다.",
  ),
});

const attributes = (): AttributesProse => ({
  ...containerProse(),
  ...deployment(),
  ...sessions(),
  ...requests(),
  ...scanning(),
  ...leaks(),
  ...resources(),
});

/** `<Context>`. */
export const contextProse = (): ProseBook => ({
  "org.apache.catalina.core.StandardContext": {
    text: {
      en: "One application. Better in a file of its own below conf/<Engine>/<Host> or in META-INF/context.xml than in server.xml, where a change needs a restart of Tomcat.",
      ko: "애플리케이션 하나입니다. server.xml에 두면 바꿀 때 Tomcat을 다시 시작해야 하므로 conf/<Engine>/<Host> 아래의 파일이나 META-INF/context.xml에 두는 편이 낫습니다.",
    },
    attributes: attributes(),
  },
  "org.apache.catalina.ha.context.ReplicatedContext": {
    text: {
      en: "An application that also replicates the attributes of its ServletContext over the cluster. Each change is sent to all nodes, so keep them few and small.",
      ko: "ServletContext의 속성도 클러스터에 복제하는 애플리케이션입니다. 변경할 때마다 모든 노드로 보내므로 속성을 적고 작게 유지하십시오.",
    },
    attributes: attributes(),
  },
});
