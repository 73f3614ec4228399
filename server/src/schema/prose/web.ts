import type { Localized } from "../../base/localized.ts";

const text = (en: string, ko: string): Localized => ({ en, ko });

/** Elements of web.xml by their path below `web-app`: those about sessions and clusters, and their neighbours. */
export const webProse = (): Readonly<Record<string, Localized>> => ({
  "": text(
    "The application as its developers describe it. Tomcat reads this file together with fragments in JARs, annotations and its own conf/web.xml.",
    "개발자가 작성한 애플리케이션 설명입니다. Tomcat은 JAR의 프래그먼트, 애너테이션, 자신의 conf/web.xml과 함께 읽습니다.",
  ),
  distributable: text(
    "Says that the application may run on several nodes. Only then does the Cluster replicate its sessions, and then every session attribute must be Serializable. Fragments in JARs must say it too, or the application as a whole does not count as distributable.",
    "애플리케이션이 여러 노드에서 실행될 수 있음을 나타냅니다. 이 요소가 있어야 Cluster가 세션을 복제하며, 모든 세션 속성이 Serializable이어야 합니다. JAR의 프래그먼트에도 있어야 애플리케이션 전체가 distributable이 됩니다.",
  ),
  "session-config": text(
    "How sessions live and how their id travels. The same on all nodes of a cluster.",
    "세션의 수명과 ID를 전달하는 방식입니다. 클러스터의 모든 노드에서 같아야 합니다.",
  ),
  "session-config/session-timeout": text(
    "Minutes a session may stay unused before it expires; 0 or less is for ever, which fills the memory of all nodes. It wins over the Manager's settings.",
    "세션이 사용되지 않고 유지되는 시간(분)이며 0 이하이면 무제한이라 모든 노드의 메모리를 채웁니다. Manager의 설정보다 우선합니다.",
  ),
  "session-config/cookie-config": text(
    "The cookie that carries the session id. The Context's sessionCookie attributes win over it.",
    "세션 ID를 전달하는 쿠키입니다. Context의 sessionCookie 속성이 우선합니다.",
  ),
  "session-config/cookie-config/name": text(
    "Name of the session cookie, JSESSIONID where it is absent. The balancer must look for the same name.",
    "세션 쿠키의 이름이며, 없으면 JSESSIONID입니다. 로드 밸런서도 같은 이름을 찾아야 합니다.",
  ),
  "session-config/cookie-config/domain": text(
    "Domain of the session cookie, to send it to several host names.",
    "여러 호스트 이름에 보내기 위한 세션 쿠키의 도메인입니다.",
  ),
  "session-config/cookie-config/path": text(
    "Path of the session cookie; that of the application where it is absent.",
    "세션 쿠키의 경로이며, 없으면 애플리케이션의 경로입니다.",
  ),
  "session-config/cookie-config/comment": text(
    "A comment on the cookie, which browsers ignore.",
    "쿠키의 설명이며 브라우저는 무시합니다.",
  ),
  "session-config/cookie-config/http-only": text(
    "Hides the session cookie from scripts. Tomcat does so anyway unless useHttpOnly of the Context is false.",
    "스크립트가 세션 쿠키를 읽지 못하게 합니다. Context의 useHttpOnly가 false가 아니면 Tomcat이 항상 그렇게 합니다.",
  ),
  "session-config/cookie-config/secure": text(
    "Sends the session cookie over TLS only. Behind a proxy that ends TLS this keeps sessions working only if the browser's side is encrypted.",
    "세션 쿠키를 TLS로만 보냅니다. TLS를 처리하는 프록시 뒤에서는 브라우저와 프록시 사이가 암호화되어 있어야 세션이 유지됩니다.",
  ),
  "session-config/cookie-config/max-age": text(
    "Seconds the browser keeps the cookie; without it, until the browser ends. It is not the session's own time limit.",
    "브라우저가 쿠키를 보관하는 시간(초)이며, 없으면 브라우저를 닫을 때까지입니다. 세션 자체의 시간 제한이 아닙니다.",
  ),
  "session-config/cookie-config/attribute": text(
    "A further attribute of the session cookie, as SameSite.",
    "SameSite 같은 세션 쿠키의 추가 속성입니다.",
  ),
  "session-config/tracking-mode": text(
    "How the session id travels: COOKIE, URL, or SSL. Without URL, no id shows in links and logs.",
    "세션 ID를 전달하는 방식이며 COOKIE, URL, SSL입니다. URL을 빼면 링크와 로그에 ID가 드러나지 않습니다.",
  ),
  "absolute-ordering": text(
    "Which fragments in JARs are read, in which order. Those not named are left out, unless others stands among them.",
    "JAR의 프래그먼트 가운데 읽을 것과 순서입니다. others가 없으면 적지 않은 프래그먼트는 제외됩니다.",
  ),
  "context-param": text(
    "A parameter of the whole application. Parameter in the Context can set it from outside.",
    "애플리케이션 전체의 파라미터입니다. Context의 Parameter로 밖에서 지정할 수 있습니다.",
  ),
  filter: text(
    "A class that requests pass before they reach a servlet.",
    "요청이 서블릿에 도달하기 전에 거치는 클래스입니다.",
  ),
  "filter-mapping": text(
    "Which requests pass a filter; filters run in the order of their mappings.",
    "필터를 거칠 요청을 정하며 필터는 매핑 순서대로 실행됩니다.",
  ),
  "listener/listener-class": text(
    "A class that is told of the application's, its sessions' or requests' beginning and end. On other nodes of a cluster session listeners are called only where the Manager says so.",
    "애플리케이션, 세션, 요청의 시작과 끝을 통보받는 클래스입니다. 클러스터의 다른 노드에서는 Manager에 설정된 경우에만 세션 리스너가 호출됩니다.",
  ),
  servlet: text("A class or JSP that answers requests.", "요청에 응답하는 클래스 또는 JSP입니다."),
  "servlet/load-on-startup": text(
    "Starts the servlet together with the application, smaller numbers first; a negative number or none waits for the first request.",
    "애플리케이션과 함께 서블릿을 시작하며 작은 수가 먼저입니다. 음수이거나 없으면 첫 요청까지 기다립니다.",
  ),
  "servlet/async-supported": text(
    "Lets the servlet answer later, from another thread. All filters on the way must allow it too.",
    "서블릿이 다른 스레드에서 나중에 응답할 수 있게 합니다. 거치는 모든 필터도 허용해야 합니다.",
  ),
  "servlet/multipart-config": text(
    "Lets the servlet take uploads, within these limits.",
    "서블릿이 이 제한 안에서 업로드를 받게 합니다.",
  ),
  "servlet-mapping": text("Which addresses a servlet answers.", "서블릿이 응답할 주소를 정합니다."),
  "welcome-file-list/welcome-file": text(
    "File or servlet that answers for a folder, the first that exists.",
    "폴더 주소에 응답할 파일이나 서블릿이며 처음 존재하는 것을 씁니다.",
  ),
  "error-page": text(
    "Page of the application for a status code or an exception.",
    "상태 코드나 예외에 보여 줄 애플리케이션의 페이지입니다.",
  ),
  "mime-mapping": text("Content type of files that end so.", "확장자에 따른 파일의 콘텐츠 유형입니다."),
  "security-constraint": text(
    "Which addresses need a role or encryption. Where it names methods, all others stay open.",
    "역할이나 암호화가 필요한 주소를 정합니다. 일부 메서드만 적으면 나머지 메서드는 열려 있습니다.",
  ),
  "security-constraint/user-data-constraint/transport-guarantee": text(
    "CONFIDENTIAL sends requests to the Connector's redirectPort unless they come encrypted. Behind a proxy that ends TLS, the Connector needs scheme and secure, or users go in circles.",
    "CONFIDENTIAL이면 암호화되지 않은 요청을 Connector의 redirectPort로 보냅니다. TLS를 처리하는 프록시 뒤에서는 Connector에 scheme과 secure가 없으면 리다이렉트가 반복됩니다.",
  ),
  "login-config": text(
    "How users log in. The Realm decides who they are.",
    "사용자가 로그인하는 방식입니다. 사용자 확인은 Realm이 합니다.",
  ),
  "login-config/auth-method": text(
    "BASIC, DIGEST, FORM, CLIENT-CERT or SPNEGO. With FORM, a login under way must stay on one node.",
    "BASIC, DIGEST, FORM, CLIENT-CERT, SPNEGO 중 하나입니다. FORM이면 로그인하는 동안 한 노드에 머물러야 합니다.",
  ),
  "security-role/role-name": text(
    "A role the application knows; the Realm says who has it.",
    "애플리케이션이 사용하는 역할이며 누가 가졌는지는 Realm이 정합니다.",
  ),
  "env-entry": text(
    "A value in JNDI. Environment in the Context can set it from outside.",
    "JNDI의 값입니다. Context의 Environment로 밖에서 지정할 수 있습니다.",
  ),
  "resource-ref": text(
    "A data source or another resource the application expects in JNDI. A Resource or ResourceLink of the same name must provide it.",
    "애플리케이션이 JNDI에서 기대하는 데이터 소스 등의 리소스입니다. 같은 이름의 Resource나 ResourceLink가 있어야 합니다.",
  ),
  "resource-env-ref": text(
    "An administered object the application expects in JNDI.",
    "애플리케이션이 JNDI에서 기대하는 관리 객체입니다.",
  ),
  "deny-uncovered-http-methods": text(
    "Refuses methods that a security-constraint of their address does not name.",
    "주소의 security-constraint에 적지 않은 메서드를 거부합니다.",
  ),
  "request-character-encoding": text(
    "Character encoding of request bodies that name none; UTF-8 saves a filter.",
    "인코딩을 밝히지 않은 요청 본문의 문자 인코딩입니다. UTF-8로 쓰면 인코딩 필터가 필요 없습니다.",
  ),
  "response-character-encoding": text(
    "Character encoding of answers for which the application chooses none.",
    "애플리케이션이 정하지 않은 응답의 문자 인코딩입니다.",
  ),
});
