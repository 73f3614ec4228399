import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const VALVES = "org.apache.catalina.valves";

/** Attributes shared by the three valves that allow or deny clients. */
const access = (): AttributesProse => ({
  addConnectorPort: explain(
    "Looks at the client followed by a semicolon and the Connector's port, so that rules can differ by port: 10.0.0.5;8080.",
    "클라이언트 뒤에 세미콜론과 Connector 포트를 붙여 비교하므로 포트마다 규칙을 달리할 수 있습니다. 예: 10.0.0.5;8080.",
  ),
  denyStatus: explain(
    "Status code of the answer to clients that are kept out; 404 hides that there is something.",
    "거부한 클라이언트에 보내는 상태 코드입니다. 404로 하면 존재를 숨길 수 있습니다.",
    { range: { min: 400, max: 599 } },
  ),
  invalidAuthenticationWhenDeny: explain(
    'Asks clients for a login instead of keeping them out. It needs preemptiveAuthentication="true" on the Context.',
    '거부하지 않고 로그인을 요구합니다. Context에 preemptiveAuthentication="true"가 있어야 합니다.',
  ),
});

const peer = (): AttributesProse => ({
  usePeerAddress: explain(
    "Looks at the address the connection comes from, which is the proxy's, instead of the client's as RemoteIpValve or AJP tells it.",
    "RemoteIpValve나 AJP가 알려 준 클라이언트 주소가 아니라 연결 상대(프록시)의 주소를 봅니다.",
  ),
});

const PORTS = { min: 1, max: 65_535 } as const;

/** Valves for any Engine, Host or Context. */
export const generalValveProse = (): ProseBook => ({
  [`${VALVES}.RemoteAddrValve`]: {
    text: {
      en: "Lets clients in or keeps them out by their address. Behind a proxy it sees the proxy, unless a RemoteIpValve stands before it.",
      ko: "클라이언트를 주소로 허용하거나 거부합니다. 프록시 뒤에서는 앞에 RemoteIpValve가 없으면 프록시의 주소를 봅니다.",
    },
    attributes: {
      ...access(),
      ...peer(),
      allow: explain(
        "Regular expression over the whole address of clients to let in; all others are kept out. Write dots as \\. and do not forget ::1 and 127.0.0.1.",
        "허용할 클라이언트 주소 전체에 적용하는 정규식이며 나머지는 거부합니다. 점은 \\.로 쓰고 ::1과 127.0.0.1을 잊지 마십시오.",
      ),
      deny: explain(
        "Regular expression over the whole address of clients to keep out; it goes before allow.",
        "거부할 클라이언트 주소 전체에 적용하는 정규식이며 allow보다 우선합니다.",
      ),
    },
  },
  [`${VALVES}.RemoteHostValve`]: {
    text: {
      en: 'Lets clients in or keeps them out by their host name. The Connector needs enableLookups="true", or it sees addresses only.',
      ko: '클라이언트를 호스트 이름으로 허용하거나 거부합니다. Connector에 enableLookups="true"가 없으면 주소만 보입니다.',
    },
    attributes: {
      ...access(),
      allow: explain(
        "Regular expression over the whole name of hosts to let in; all others are kept out.",
        "허용할 호스트 이름 전체에 적용하는 정규식이며 나머지는 거부합니다.",
      ),
      deny: explain(
        "Regular expression over the whole name of hosts to keep out; it goes before allow.",
        "거부할 호스트 이름 전체에 적용하는 정규식이며 allow보다 우선합니다.",
      ),
    },
  },
  [`${VALVES}.RemoteCIDRValve`]: {
    text: {
      en: "Lets clients in or keeps them out by networks such as 10.0.0.0/8, without regular expressions.",
      ko: "정규식 대신 10.0.0.0/8 같은 네트워크로 클라이언트를 허용하거나 거부합니다.",
    },
    attributes: {
      ...access(),
      ...peer(),
      allow: explain(
        "Networks to let in, separated by commas, as 10.0.0.0/8,::1; all others are kept out.",
        "허용할 네트워크를 10.0.0.0/8,::1처럼 쉼표로 구분하며 나머지는 거부합니다.",
      ),
      deny: explain(
        "Networks to keep out, separated by commas; it goes before allow.",
        "거부할 네트워크를 쉼표로 구분하며 allow보다 우선합니다.",
      ),
    },
  },
  [`${VALVES}.RemoteIpValve`]: {
    text: {
      en: "Takes client address, protocol and port from the headers of a proxy or balancer, so that logs, access rules and redirects see the client instead of the proxy.",
      ko: "프록시나 로드 밸런서의 헤더에서 클라이언트의 주소, 프로토콜, 포트를 가져와 로그, 접근 규칙, 리다이렉트가 프록시가 아닌 클라이언트를 보게 합니다.",
    },
    attributes: {
      changeLocalName: explain(
        "Also changes getLocalName() to the name the client used.",
        "getLocalName()도 클라이언트가 사용한 이름으로 바꿉니다.",
      ),
      changeLocalPort: explain(
        "Also changes getLocalPort() to the port the client used.",
        "getLocalPort()도 클라이언트가 사용한 포트로 바꿉니다.",
      ),
      hostHeader: explain(
        "Header with the host name the client used, as X-Forwarded-Host; none is read by default.",
        "클라이언트가 사용한 호스트 이름의 헤더이며 X-Forwarded-Host 등입니다. 기본으로는 읽지 않습니다.",
      ),
      httpServerPort: explain(
        "Port that is reported for http where portHeader gives none.",
        "portHeader에 값이 없을 때 http에 알릴 포트입니다.",
        { range: PORTS },
      ),
      httpsServerPort: explain(
        "Port that is reported for https where portHeader gives none.",
        "portHeader에 값이 없을 때 https에 알릴 포트입니다.",
        { range: PORTS },
      ),
      internalProxies: explain(
        "Proxies whose headers are believed: a regular expression over the whole address, or networks such as 10.0.0.0/8 in recent 11.0. A proxy with a public address must be added, or its header is ignored.",
        "헤더를 믿을 프록시이며 주소 전체에 적용하는 정규식입니다. 최근 11.0에서는 10.0.0.0/8 같은 네트워크로도 씁니다. 공인 주소를 쓰는 프록시는 추가하지 않으면 그 헤더가 무시됩니다.",
      ),
      portHeader: explain(
        "Header with the port the client used, as X-Forwarded-Port.",
        "클라이언트가 사용한 포트의 헤더이며 X-Forwarded-Port 등입니다.",
      ),
      protocolHeader: explain(
        "Header with the protocol the client used. With it, requests over TLS at the proxy count as https and secure.",
        "클라이언트가 사용한 프로토콜의 헤더입니다. 프록시에서 TLS로 받은 요청이 https이자 secure로 처리됩니다.",
      ),
      protocolHeaderHttpsValue: explain(
        "Value of protocolHeader that means https.",
        "protocolHeader에서 https를 뜻하는 값입니다.",
      ),
      proxiesHeader: explain(
        "Header in which the trusted proxies of the way are listed for the application.",
        "거쳐 온 신뢰할 수 있는 프록시들을 애플리케이션에 알리는 헤더입니다.",
      ),
      remoteIpHeader: explain(
        "Header with the client's address and the proxies of the way.",
        "클라이언트 주소와 거쳐 온 프록시가 담긴 헤더입니다.",
      ),
      requestAttributesEnabled: explain(
        "Leaves the client's address in request attributes, which an access log with requestAttributesEnabled writes.",
        "클라이언트 주소를 요청 속성에 남깁니다. requestAttributesEnabled가 켜진 접근 로그가 이를 기록합니다.",
      ),
      trustedProxies: explain(
        "Further proxies to believe, which unlike internal ones are listed in proxiesHeader. A regular expression over the whole address, or networks in recent 11.0.",
        "추가로 믿을 프록시이며 내부 프록시와 달리 proxiesHeader에 나타납니다. 주소 전체에 적용하는 정규식이고 최근 11.0에서는 네트워크로도 씁니다.",
      ),
    },
  },
  [`${VALVES}.SSLValve`]: {
    text: {
      en: "Takes details of TLS, as the client certificate, from headers of a proxy. The proxy must set these headers on every request, or clients can forge them.",
      ko: "클라이언트 인증서 같은 TLS 정보를 프록시의 헤더에서 가져옵니다. 프록시가 모든 요청에 이 헤더를 설정하지 않으면 클라이언트가 위조할 수 있습니다.",
    },
    attributes: {
      sslCipherHeader: explain("Header with the cipher.", "암호 스위트가 담긴 헤더입니다."),
      sslCipherUserKeySizeHeader: explain("Header with the length of the key.", "키 길이가 담긴 헤더입니다."),
      sslClientCertHeader: explain(
        "Header with the client certificate as PEM, as httpd sends it.",
        "httpd가 보내는 PEM 형식의 클라이언트 인증서가 담긴 헤더입니다.",
      ),
      sslClientEscapedCertHeader: explain(
        "Header with the client certificate as PEM, %-encoded, as nginx sends it.",
        "nginx가 보내는 %-인코딩된 PEM 형식의 클라이언트 인증서가 담긴 헤더입니다.",
      ),
      sslSessionIdHeader: explain("Header with the id of the TLS session.", "TLS 세션 ID가 담긴 헤더입니다."),
    },
  },
  [`${VALVES}.CrawlerSessionManagerValve`]: {
    text: {
      en: "Gives all requests of one crawler the same short session, so that search engines do not fill the memory of every node with sessions.",
      ko: "한 크롤러의 모든 요청에 짧은 세션 하나를 주어 검색 엔진이 노드의 메모리를 세션으로 채우지 않게 합니다.",
    },
    attributes: {
      contextAware: explain(
        "Has a session for each application instead of one for all.",
        "모든 애플리케이션에 하나가 아니라 애플리케이션마다 세션을 둡니다.",
      ),
      crawlerIps: explain(
        "Regular expression over the whole address of crawlers.",
        "크롤러의 주소 전체에 적용하는 정규식입니다.",
      ),
      crawlerUserAgents: explain(
        "Regular expression over the whole User-Agent header of crawlers.",
        "크롤러의 User-Agent 헤더 전체에 적용하는 정규식입니다.",
      ),
      hostAware: explain(
        "Has a session for each Host instead of one for all.",
        "모든 Host에 하나가 아니라 Host마다 세션을 둡니다.",
      ),
      sessionInactiveInterval: explain(
        "How long a crawler's session may stay unused before it expires.",
        "크롤러의 세션이 사용되지 않고 유지되는 시간입니다.",
        { unit: "s", range: { min: 1 } },
      ),
    },
  },
  [`${VALVES}.SemaphoreValve`]: {
    text: {
      en: "Bounds how many requests run at once in its Engine, Host or Context.",
      ko: "자신이 속한 Engine, Host, Context에서 동시에 실행되는 요청 수를 제한합니다.",
    },
    attributes: {
      block: explain(
        "Lets further requests wait for their turn. False turns them away at once.",
        "넘는 요청을 기다리게 합니다. false이면 바로 거부합니다.",
      ),
      concurrency: explain("Requests that may run at once.", "동시에 실행할 수 있는 요청 수입니다.", {
        unit: "requests",
        range: { min: 1 },
      }),
      fairness: explain(
        "Lets waiting requests through in the order they came.",
        "기다리는 요청을 온 순서대로 통과시킵니다.",
      ),
      highConcurrencyStatus: explain(
        "Status code for requests that are turned away, as 503; -1 sends them an empty answer.",
        "거부한 요청에 보내는 상태 코드이며 503 등입니다. -1이면 빈 응답을 보냅니다.",
        { range: { min: -1, max: 599 } },
      ),
      interruptible: explain(
        "Lets a waiting request be interrupted, as when Tomcat stops.",
        "Tomcat이 멈출 때처럼 기다리는 요청을 중단할 수 있게 합니다.",
      ),
    },
  },
  [`${VALVES}.StuckThreadDetectionValve`]: {
    text: {
      en: "Writes the stack of requests that run too long into the log.",
      ko: "너무 오래 걸리는 요청의 스택을 로그에 기록합니다.",
    },
    attributes: {
      interruptThreadThreshold: explain(
        "Time after which a stuck thread is also interrupted, which frees one that waits but not one in a loop; 0 or less interrupts none. Not below threshold.",
        "멈춘 스레드를 중단시키기까지의 시간입니다. 기다리는 스레드는 풀리지만 무한 루프는 풀리지 않습니다. 0 이하이면 중단하지 않으며, threshold보다 작으면 안 됩니다.",
        { unit: "s", range: { min: -1 } },
      ),
      threshold: explain(
        "Time after which a request counts as stuck; 0 or less switches the valve off.",
        "요청이 멈춘 것으로 볼 때까지의 시간이며 0 이하이면 밸브가 동작하지 않습니다.",
        { unit: "s" },
      ),
    },
  },
  [`${VALVES}.HealthCheckValve`]: {
    text: {
      en: "Answers a path for balancers and Kubernetes with whether Tomcat is up.",
      ko: "로드 밸런서와 Kubernetes를 위해 Tomcat이 동작 중인지 응답하는 경로를 제공합니다.",
    },
    attributes: {
      checkContainersAvailable: explain(
        "Says DOWN while any Host or application is not available, not only Tomcat itself.",
        "Tomcat뿐 아니라 Host나 애플리케이션 하나라도 사용할 수 없으면 DOWN으로 응답합니다.",
      ),
      path: explain(
        "Path that is answered; in a Context it is taken below the application's.",
        "응답할 경로이며 Context에 두면 애플리케이션 경로 아래가 됩니다.",
      ),
    },
  },
  [`${VALVES}.LoadBalancerDrainingValve`]: {
    text: {
      en: "On a node that mod_jk or mod_proxy_ajp is taking out of service, sends users without a session here back to the balancer, which then chooses another node.",
      ko: "mod_jk나 mod_proxy_ajp가 제외하고 있는 노드에서, 이 노드에 세션이 없는 사용자를 로드 밸런서로 돌려보내 다른 노드가 선택되게 합니다.",
    },
    attributes: {
      ignoreCookieName: explain(
        "Cookie with which an administrator can still reach the node, to test it.",
        "관리자가 테스트를 위해 이 노드에 접근할 때 사용하는 쿠키의 이름입니다.",
      ),
      ignoreCookieValue: explain(
        "Value that the cookie of ignoreCookieName must have.",
        "ignoreCookieName 쿠키에 있어야 하는 값입니다.",
      ),
      redirectStatusCode: explain(
        "Status code with which users are sent back.",
        "사용자를 돌려보낼 때의 상태 코드입니다.",
        { range: { min: 300, max: 399 } },
      ),
    },
  },
  [`${VALVES}.ParameterLimitValve`]: {
    text: {
      en: "Sets another limit of parameters for some addresses than the Connector's.",
      ko: "일부 주소에 Connector와 다른 파라미터 제한을 적용합니다.",
    },
    attributes: {
      resourcePath: explain(
        "File with the limits, a line of the form address pattern = number each; in the Host's configuration folder, or in WEB-INF for a Context.",
        "제한을 적은 파일이며 한 줄에 `주소 패턴=수`를 씁니다. Host의 설정 폴더에 두고, Context이면 WEB-INF에 둡니다.",
      ),
    },
  },
  [`${VALVES}.FilterValve`]: {
    text: {
      en: "Runs a servlet filter for a whole Engine or Host, before any application. Its init-params stand inside it.",
      ko: "서블릿 필터를 애플리케이션보다 먼저 Engine이나 Host 전체에 실행합니다. 초기 파라미터는 안에 init-param으로 씁니다.",
    },
    attributes: {
      filterClass: explain(
        "Class of the filter; Tomcat itself must be able to load it, so it lies in lib.",
        "필터 클래스이며 Tomcat이 직접 읽을 수 있도록 lib에 있어야 합니다.",
      ),
    },
  },
  [`${VALVES}.rewrite.RewriteValve`]: {
    text: {
      en: "Changes addresses by rules like those of httpd's mod_rewrite, from a file rewrite.config.",
      ko: "rewrite.config 파일에 httpd의 mod_rewrite와 비슷한 규칙을 써서 주소를 바꿉니다.",
    },
    attributes: {},
  },
});
