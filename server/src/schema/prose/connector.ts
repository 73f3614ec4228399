import { connectorAjpProse, connectorHttpProse } from "./connector-http.ts";
import { connectorNetworkProse } from "./connector-network.ts";
import { connectorTlsProse } from "./connector-tls.ts";
import { type AttributesProse, explain, PORT, type ProseBook } from "./model.ts";

/** Limits of requests, and how a Connector reads them. */
const requests = (): AttributesProse => ({
  URIEncoding: explain(
    "Character encoding of the path and the query string. UTF-8 since Tomcat 8; 7.0 reads ISO-8859-1 unless told otherwise, which breaks Korean parameters of GET requests.",
    "경로와 쿼리 문자열의 문자 인코딩입니다. Tomcat 8부터 UTF-8이며, 7.0은 지정하지 않으면 ISO-8859-1로 읽어 GET 요청의 한글 파라미터가 깨집니다.",
  ),
  useBodyEncodingForURI: explain(
    "Reads the query string in the encoding of the body, where the request names one, instead of in URIEncoding.",
    "요청이 본문의 인코딩을 밝힌 경우 쿼리 문자열을 URIEncoding 대신 그 인코딩으로 읽습니다.",
  ),
  maxParameterCount: explain(
    "Most parameters of one request, uploaded files included; -1 is no limit. Large forms fail beyond it: newer Tomcats refuse the request, older ones dropped the rest. The limit guards against requests made to slow the server down.",
    "업로드 파일을 포함한 요청 하나의 최대 파라미터 수이며 -1이면 제한이 없습니다. 넘으면 최근 Tomcat은 요청을 거부하고 예전 Tomcat은 나머지를 버립니다. 서버를 느리게 하는 악의적 요청을 막는 제한입니다.",
    { range: { min: -1 } },
  ),
  maxPartCount: explain(
    "Most parts of one multipart request (file upload); -1 is no limit. Each part costs memory, also an empty one.",
    "멀티파트 요청(파일 업로드) 하나의 최대 파트 수이며 -1이면 제한이 없습니다. 빈 파트도 메모리를 사용합니다.",
    { range: { min: -1 } },
  ),
  maxPartHeaderSize: explain(
    "Most header bytes of one part of a multipart request; -1 is no limit. Long file names count here.",
    "멀티파트 요청의 파트 하나에 허용하는 헤더 크기이며 -1이면 제한이 없습니다. 긴 파일 이름도 여기에 포함됩니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  maxPostSize: explain(
    "Largest form body that Tomcat reads as parameters; -1 is no limit. It does not limit uploads an application reads itself.",
    "Tomcat이 파라미터로 읽는 폼 본문의 최대 크기이며 -1이면 제한이 없습니다. 애플리케이션이 직접 읽는 업로드는 제한하지 않습니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  maxSavePostSize: explain(
    "Largest body that is kept while the user logs in by FORM or certificate, so that the request can go on afterwards; -1 is no limit. Kept bodies sit in the session.",
    "FORM이나 인증서 로그인 중에 보관했다가 로그인 뒤 이어서 처리하는 본문의 최대 크기이며 -1이면 제한이 없습니다. 보관된 본문은 세션에 있습니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  maxCookieCount: explain(
    "Most cookies of one request; -1 is no limit. Requests beyond it are refused.",
    "요청 하나의 최대 쿠키 수이며 -1이면 제한이 없습니다. 넘는 요청은 거부합니다.",
    { range: { min: -1 } },
  ),
  maxHeaderCount: explain(
    "Most headers of one request; -1 is no limit. Requests beyond it are refused.",
    "요청 하나의 최대 헤더 수이며 -1이면 제한이 없습니다. 넘는 요청은 거부합니다.",
    { range: { min: -1 } },
  ),
  parseBodyMethods: explain(
    "Methods whose form bodies are read as parameters, separated by commas. Adding PUT serves REST clients; TRACE is not allowed here.",
    "폼 본문을 파라미터로 읽을 메서드를 쉼표로 구분합니다. REST 클라이언트를 위해 PUT을 추가할 수 있으며 TRACE는 쓸 수 없습니다.",
  ),
  allowTrace: explain(
    "Answers the method TRACE, which sends a request back as it came. Leave it off; older Tomcats send cookies back as well.",
    "요청을 그대로 되돌려 주는 TRACE 메서드에 응답합니다. 예전 Tomcat은 쿠키까지 되돌려 보내므로 꺼 두십시오.",
  ),
  allowBackslash: explain(
    "Takes a backslash in the path as a separator. Leave it off behind a proxy: the two may read one path differently.",
    "경로의 백슬래시를 구분자로 받아들입니다. 프록시와 경로를 다르게 해석할 수 있으므로 프록시 뒤에서는 꺼 두십시오.",
  ),
  encodedSolidusHandling: explain(
    "What happens to `%2f` in a path: reject answers 400, decode turns it into a slash, passthrough leaves it as it is. REST paths with encoded slashes need passthrough or decode, and the same view in the proxy.",
    "경로의 `%2f`를 처리하는 방식입니다. reject는 400으로 응답하고, decode는 슬래시로 바꾸며, passthrough는 그대로 둡니다. 인코딩된 슬래시가 필요한 REST 경로에는 passthrough나 decode를 쓰고 프록시도 같게 맞추십시오.",
  ),
  encodedReverseSolidusHandling: explain(
    "What happens to `%5c` in a path: reject answers 400, decode turns it into a backslash, passthrough leaves it as it is.",
    "경로의 `%5c`를 처리하는 방식입니다. reject는 400으로 응답하고, decode는 백슬래시로 바꾸며, passthrough는 그대로 둡니다.",
  ),
  rejectSuspiciousURIs: explain(
    "Refuses paths that the Servlet specification calls suspicious, such as ones with encoded dots or slashes.",
    "인코딩된 점이나 슬래시처럼 서블릿 규격이 의심스럽다고 정한 경로의 요청을 거부합니다.",
  ),
  enableLookups: explain(
    "Lets getRemoteHost() ask the DNS for the client's name. Each question may hold a request up; leave it off unless the name is really needed.",
    "getRemoteHost()가 클라이언트 이름을 DNS에 묻게 합니다. 조회 때문에 요청이 지연될 수 있으므로 꼭 필요하지 않으면 꺼 두십시오.",
  ),
  useIPVHosts: explain(
    "Chooses the Host by the local address the request came in on, not by the name in it.",
    "요청에 적힌 이름이 아니라 요청이 들어온 로컬 IP 주소로 Host를 고릅니다.",
  ),
  asyncTimeout: explain(
    "How long an asynchronous request may take, unless the application sets its own limit.",
    "애플리케이션이 따로 정하지 않았을 때 비동기 요청에 허용하는 시간입니다.",
    { unit: "ms" },
  ),
  discardFacades: explain(
    "Makes new request and response objects for each request instead of using them again. An application that keeps one beyond its request then gets an error instead of another user's data.",
    "요청과 응답 객체를 재사용하지 않고 요청마다 새로 만듭니다. 요청이 끝난 뒤에도 객체를 붙들고 있는 애플리케이션이 다른 사용자의 데이터를 보는 대신 오류를 받게 됩니다.",
  ),
  enforceEncodingInGetWriter: explain(
    "Names ISO-8859-1 in the Content-Type when an application calls getWriter() without choosing an encoding, as the specification asks.",
    "애플리케이션이 인코딩을 정하지 않고 getWriter()를 호출하면 규격대로 Content-Type에 ISO-8859-1을 적습니다.",
  ),
  xpoweredBy: explain(
    "Sends an X-Powered-By header with the versions in use. Leave it off: it tells attackers what to look for.",
    "사용 중인 버전을 X-Powered-By 헤더로 보냅니다. 공격자에게 단서가 되므로 꺼 두십시오.",
  ),
  throwOnFailure: explain(
    "Lets a Connector that cannot start, for instance because its port is taken, fail the start of its Service instead of only writing to the log.",
    "포트가 이미 사용 중인 경우처럼 Connector를 시작할 수 없을 때 로그만 남기지 않고 Service의 시작을 실패로 처리합니다.",
  ),
});

/** The address at which applications believe to be reached. */
const publicAddress = (): AttributesProse => ({
  scheme: explain(
    "Protocol that request.getScheme() reports: https for a Connector behind a proxy that ends TLS. It encrypts nothing itself; with SSLEnabled it is https anyway.",
    "request.getScheme()이 알리는 프로토콜입니다. TLS를 처리하는 프록시 뒤의 Connector에는 https로 씁니다. 이 값이 암호화를 하지는 않으며, SSLEnabled이면 항상 https입니다.",
  ),
  secure: explain(
    "What request.isSecure() reports, and with it whether session cookies are marked secure. Set it together with scheme behind a proxy that ends TLS; with SSLEnabled it is true anyway.",
    "request.isSecure()가 알리는 값이며 세션 쿠키의 secure 표시도 이에 따릅니다. TLS를 처리하는 프록시 뒤에서는 scheme과 함께 지정하며, SSLEnabled이면 항상 true입니다.",
  ),
  proxyName: explain(
    "Host name that applications see and redirect to, behind a proxy that does not pass the client's Host header on.",
    "프록시가 클라이언트의 Host 헤더를 전달하지 않을 때 애플리케이션에 보이고 리다이렉트에 쓰이는 호스트 이름입니다.",
  ),
  proxyPort: explain(
    "Port that applications see and redirect to, behind a proxy; 0 leaves the Connector's own.",
    "프록시 뒤에서 애플리케이션에 보이고 리다이렉트에 쓰이는 포트입니다. 0이면 Connector의 포트를 씁니다.",
    { range: PORT },
  ),
  redirectPort: explain(
    "Port to which requests are sent that a security constraint wants encrypted (transport-guarantee). Behind a proxy, the proxy's port.",
    "보안 제약(transport-guarantee)이 암호화를 요구하는 요청을 리다이렉트할 포트입니다. 프록시가 있으면 프록시의 포트를 씁니다.",
    { range: PORT },
  ),
});

/** `<Connector>`: its own attributes, and those it hands to its protocol handler. */
export const connectorProse = (): ProseBook => ({
  "org.apache.catalina.connector.Connector": {
    text: {
      en: "A port on which Tomcat takes requests, by HTTP, HTTPS or AJP. What the Connector does not know itself it hands to its protocol handler, so other attributes count for HTTP than for AJP.",
      ko: "Tomcat이 HTTP, HTTPS, AJP 요청을 받는 포트입니다. Connector가 모르는 속성은 프로토콜 핸들러로 넘어가므로 HTTP와 AJP에서 쓸 수 있는 속성이 다릅니다.",
    },
    attributes: {
      ...requests(),
      ...publicAddress(),
      ...connectorNetworkProse(),
      ...connectorHttpProse(),
      ...connectorAjpProse(),
      ...connectorTlsProse(),
    },
  },
});
