import { type AttributesProse, explain } from "./model.ts";

/** Attributes of HTTP alone. */
export const connectorHttpProse = (): AttributesProse => ({
  allowHostHeaderMismatch: explain(
    "Takes requests whose request line and Host header name different hosts. Leave it off; a proxy and Tomcat might otherwise serve different hosts.",
    "요청 줄과 Host 헤더의 호스트가 다른 요청을 받아들입니다. 프록시와 Tomcat이 서로 다른 호스트로 처리할 수 있으므로 꺼 두십시오.",
  ),
  allowedTrailerHeaders: explain(
    "Headers that may come behind a chunked body, separated by commas; all others are dropped.",
    "청크 본문 뒤에 올 수 있는 헤더를 쉼표로 구분합니다. 나머지는 버려집니다.",
  ),
  compressibleMimeType: explain(
    "Content types that are compressed, separated by commas. Your list replaces Tomcat's, so repeat the usual ones.",
    "압축할 콘텐츠 유형을 쉼표로 구분합니다. 기본 목록을 대체하므로 필요한 기본 유형도 다시 적어야 합니다.",
  ),
  compression: explain(
    "Compresses answers with gzip: off, on, force (everything), or a number of bytes from which on. It costs processor time, and switches sendfile off for those answers.",
    "응답을 gzip으로 압축합니다. off, on, force(모두) 또는 압축을 시작할 바이트 수를 씁니다. CPU를 사용하며 압축되는 응답에는 sendfile이 쓰이지 않습니다.",
  ),
  compressionMinSize: explain(
    "Answers smaller than this stay uncompressed, where compression is on and their length is known.",
    "compression이 on일 때 이보다 작고 길이를 아는 응답은 압축하지 않습니다.",
    { unit: "bytes", range: { min: 0 } },
  ),
  noCompressionEncodings: explain(
    "Content encodings that are compressed already, separated by commas; answers that carry one are left as they are.",
    "이미 압축된 콘텐츠 인코딩을 쉼표로 구분합니다. 이런 응답은 다시 압축하지 않습니다.",
  ),
  noCompressionStrongETag: explain(
    "Leaves answers with a strong ETag uncompressed, as compression changes the bytes the tag stands for.",
    "압축하면 ETag가 가리키는 내용이 바뀌므로 강한 ETag가 있는 응답은 압축하지 않습니다.",
  ),
  noCompressionUserAgents: explain(
    "Regular expression over the whole User-Agent header of clients that get no compression.",
    "압축하지 않을 클라이언트의 User-Agent 헤더 전체에 적용하는 정규식입니다.",
  ),
  connectionUploadTimeout: explain(
    "How long Tomcat waits for the next data of a body, where disableUploadTimeout is false.",
    "disableUploadTimeout이 false일 때 요청 본문의 다음 데이터를 기다리는 시간입니다.",
    { unit: "ms", range: { min: -1 } },
  ),
  disableUploadTimeout: explain(
    "Waits for a body no longer than for a request. False gives uploads connectionUploadTimeout instead.",
    "본문도 일반 요청과 같은 시간만 기다립니다. false이면 업로드에 connectionUploadTimeout을 적용합니다.",
  ),
  continueResponseTiming: explain(
    "When a client that asks first (Expect: 100-continue) is told to go on: immediately, or onRead, once the application reads the body.",
    "먼저 묻는 클라이언트(Expect: 100-continue)에 계속하라고 답하는 시점입니다. immediately는 바로, onRead는 애플리케이션이 본문을 읽을 때입니다.",
  ),
  maxExtensionSize: explain(
    "Most bytes of chunk extensions in one request; -1 is no limit.",
    "요청 하나의 청크 확장에 허용하는 크기이며 -1이면 제한이 없습니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  maxHttpHeaderSize: explain(
    "Most bytes of the request line and all headers, and of the answer's. Raise it for large cookies or Kerberos tokens; each connection keeps a buffer of this size.",
    "요청 줄과 모든 헤더의 최대 크기이며 응답 헤더에도 적용됩니다. 큰 쿠키나 Kerberos 토큰이 있으면 늘리되, 연결마다 이 크기의 버퍼를 사용합니다.",
    { unit: "bytes", range: { min: 1 } },
  ),
  maxHttpRequestHeaderSize: explain(
    "Most bytes of the request line and all its headers; maxHttpHeaderSize where it is absent.",
    "요청 줄과 모든 요청 헤더의 최대 크기이며, 없으면 maxHttpHeaderSize를 씁니다.",
    { unit: "bytes", range: { min: 1 } },
  ),
  maxHttpResponseHeaderSize: explain(
    "Most bytes of the status line and all headers of an answer; maxHttpHeaderSize where it is absent.",
    "상태 줄과 모든 응답 헤더의 최대 크기이며, 없으면 maxHttpHeaderSize를 씁니다.",
    { unit: "bytes", range: { min: 1 } },
  ),
  maxKeepAliveRequests: explain(
    "Requests on one connection before it is closed; 1 closes after each, -1 never. Behind a proxy that keeps connections a higher number spares new ones.",
    "연결 하나에서 처리하는 요청 수이며 1이면 매번 닫고 -1이면 닫지 않습니다. 연결을 유지하는 프록시 뒤에서는 크게 두면 새 연결이 줄어듭니다.",
    { unit: "requests", range: { min: -1 } },
  ),
  disableKeepAlivePercentage: explain(
    "Share of busy threads from which on connections are closed after each request, to free threads for others.",
    "사용 중인 스레드의 비율이 이 값을 넘으면 요청마다 연결을 닫아 스레드를 확보합니다.",
    { unit: "percent", range: { min: 0, max: 100 } },
  ),
  maxSwallowSize: explain(
    "How much of an upload that was refused Tomcat still reads, so that the client sees the answer instead of a broken connection; -1 is no limit.",
    "거부한 업로드의 본문을 어디까지 읽어 버릴지 정합니다. 그래야 클라이언트가 연결 끊김 대신 응답을 받습니다. -1이면 제한이 없습니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  maxTrailerSize: explain(
    "Most bytes of the headers behind a chunked body.",
    "청크 본문 뒤에 오는 헤더의 최대 크기입니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  rejectIllegalHeader: explain(
    "Refuses requests with a malformed header. False drops that header only, which proxies may read differently.",
    "잘못된 형식의 헤더가 있는 요청을 거부합니다. false이면 그 헤더만 버리는데, 프록시가 다르게 해석할 수 있습니다.",
  ),
  rejectIllegalHeaderName: explain(
    "Refuses requests with an illegal header name; the older name of rejectIllegalHeader.",
    "잘못된 헤더 이름이 있는 요청을 거부합니다. rejectIllegalHeader의 이전 이름입니다.",
  ),
  relaxedPathChars: explain(
    'Characters of `"<>[\\]^`{|}` that may stand unencoded in a path, for clients that do not encode them.',
    '인코딩하지 않는 클라이언트를 위해 경로에 그대로 허용할 문자이며 `"<>[\\]^`{|}` 중에서 고릅니다.',
  ),
  relaxedQueryChars: explain(
    'Characters of `"<>[\\]^`{|}` that may stand unencoded in a query string. Without it such requests get 400.',
    '쿼리 문자열에 인코딩 없이 허용할 문자이며 `"<>[\\]^`{|}` 중에서 고릅니다. 지정하지 않으면 이런 요청은 400을 받습니다.',
  ),
  restrictedUserAgents: explain(
    "Regular expression over the whole User-Agent header of clients whose connections are closed after each request.",
    "요청마다 연결을 닫을 클라이언트의 User-Agent 헤더 전체에 적용하는 정규식입니다.",
  ),
  server: explain(
    "Text of the Server header; without it Tomcat sends what the application sets, or none. Tomcat 7 then sends Apache-Coyote/1.1.",
    "Server 헤더의 값입니다. 없으면 애플리케이션이 정한 값을 보내거나 보내지 않습니다. Tomcat 7은 Apache-Coyote/1.1을 보냅니다.",
  ),
  serverRemoveAppProvidedValues: explain(
    "Removes a Server header that an application sets.",
    "애플리케이션이 설정한 Server 헤더를 제거합니다.",
  ),
  sendReasonPhrase: explain(
    "Sends the text behind the status code (`404 Not Found`), which later Tomcats no longer do.",
    "상태 코드 뒤의 문구(`404 Not Found`)를 보냅니다. 이후의 Tomcat은 보내지 않습니다.",
  ),
  useKeepAliveResponseHeader: explain(
    "Tells clients in a Keep-Alive header how long their connection stays open.",
    "연결이 유지되는 시간을 Keep-Alive 헤더로 클라이언트에 알립니다.",
  ),
  socketBuffer: explain(
    "Buffer for outgoing data; -1 switches it off.",
    "나가는 데이터의 버퍼 크기이며 -1이면 사용하지 않습니다.",
    { unit: "bytes", range: { min: -1 } },
  ),
  upgradeAsyncWriteBufferSize: explain(
    "Buffer for data an upgraded connection, such as a WebSocket, cannot send at once.",
    "WebSocket처럼 업그레이드된 연결이 바로 보내지 못한 데이터를 담는 버퍼 크기입니다.",
    { unit: "bytes", range: { min: 1 } },
  ),
  useComet: explain(
    "Admits Comet servlets, the asynchronous requests of old Tomcats.",
    "예전 Tomcat의 비동기 방식인 Comet 서블릿을 허용합니다.",
  ),
  useSendfile: explain(
    "Lets the operating system send static files without a thread. Files sent that way are not compressed.",
    "운영 체제가 스레드 없이 정적 파일을 보내게 합니다. 이렇게 보낸 파일은 압축되지 않습니다.",
  ),
  sendfileSize: explain(
    "Static files that can be on their way at once without a thread; further ones are cut off.",
    "스레드 없이 동시에 전송할 수 있는 정적 파일 수이며, 넘으면 연결이 끊깁니다.",
    { unit: "connections", range: { min: 1 } },
  ),
  deferAccept: explain(
    "Lets the operating system hand a connection over only when its first data is there.",
    "첫 데이터가 도착한 뒤에야 운영 체제가 연결을 넘기게 합니다.",
  ),
  useAsyncIO: explain(
    "Uses Tomcat's asynchronous input and output where it can, as HTTP/2 and WebSocket do.",
    "HTTP/2와 WebSocket처럼 가능한 곳에서 Tomcat의 비동기 입출력을 사용합니다.",
  ),
  useInheritedChannel: explain(
    "Takes over a port that systemd or inetd opened. Only one Connector can.",
    "systemd나 inetd가 열어 둔 포트를 넘겨받습니다. Connector 하나만 가능합니다.",
  ),
  selectorTimeout: explain(
    "How long one wait for network events lasts at most; time limits are checked in the same rhythm.",
    "네트워크 이벤트를 한 번 기다리는 최대 시간이며, 시간 제한도 같은 주기로 확인합니다.",
    { unit: "ms", range: { min: 1 } },
  ),
  unixDomainSocketPath: explain(
    "File of a Unix domain socket to listen on instead of a port, for a proxy on the same machine. Java 16 and NIO only.",
    "같은 장비의 프록시를 위해 포트 대신 사용할 Unix 도메인 소켓 파일입니다. Java 16 이상과 NIO에서만 쓸 수 있습니다.",
  ),
  unixDomainSocketPathPermissions: explain(
    "Permissions of the socket file, as in `rw-rw----`; who may not write cannot connect.",
    "`rw-rw----` 형식의 소켓 파일 권한입니다. 쓰기 권한이 없으면 연결할 수 없습니다.",
  ),
  unixDomainSocketParentOwner: explain(
    "User who must own the folder of the socket file, besides the one Tomcat runs as; an empty text skips the check.",
    "Tomcat을 실행하는 사용자 외에 소켓 파일의 폴더를 소유할 수 있는 사용자입니다. 빈 문자열이면 확인하지 않습니다.",
  ),
  unixDomainSocketParentPermissions: explain(
    "Permissions the folder of the socket file must have or gets, as in `rwxr-x---`; an empty text skips the check.",
    "소켓 파일의 폴더에 요구하거나 설정하는 권한이며 `rwxr-x---` 형식입니다. 빈 문자열이면 확인하지 않습니다.",
  ),
  oomParachute: explain(
    "Memory that is held back and let go of when the JVM runs out of it, to be able to say so in the log.",
    "메모리가 부족할 때 로그를 남길 수 있도록 미리 확보했다가 놓아주는 메모리의 크기입니다.",
    { unit: "bytes", range: { min: 0 } },
  ),
  "selectorPool.maxSelectors": explain(
    "Selectors for blocking reads and writes, where they are not shared.",
    "공유하지 않을 때 블로킹 읽기와 쓰기에 쓰는 셀렉터 수입니다.",
    { range: { min: 1 } },
  ),
  "selectorPool.maxSpareSelectors": explain(
    "Selectors that are kept while nobody needs them; -1 keeps all.",
    "쓰이지 않을 때에도 보관하는 셀렉터 수이며 -1이면 모두 보관합니다.",
    { range: { min: -1 } },
  ),
});

/** Attributes of AJP alone. */
export const connectorAjpProse = (): AttributesProse => ({
  ajpFlush: explain(
    "Passes each flush of an application on to the proxy as a message of its own.",
    "애플리케이션이 flush할 때마다 프록시에 별도 메시지로 전달합니다.",
  ),
  allowedRequestAttributesPattern: explain(
    "Regular expression over the whole name of further request attributes the proxy may set. A request with any other unknown one gets 403.",
    "프록시가 추가로 설정할 수 있는 요청 속성의 이름 전체에 적용하는 정규식입니다. 그 밖의 알 수 없는 속성이 있는 요청은 403을 받습니다.",
  ),
  packetSize: explain(
    "Largest AJP packet; the same as max_packet_size of mod_jk or ProxyIOBufferSize of mod_proxy_ajp. Raise both for large headers or certificates.",
    "AJP 패킷의 최대 크기이며 mod_jk의 max_packet_size 또는 mod_proxy_ajp의 ProxyIOBufferSize와 같아야 합니다. 헤더나 인증서가 크면 양쪽을 함께 늘리십시오.",
    { unit: "bytes", range: { min: 8192, max: 65_536 } },
  ),
  secret: explain(
    "Password that the proxy must send with each request; the same in mod_jk or mod_proxy_ajp. Anybody who reaches the port without one could speak for any user.",
    "프록시가 요청마다 보내야 하는 비밀 문자열이며 mod_jk나 mod_proxy_ajp와 같아야 합니다. 없으면 포트에 접근하는 누구나 임의의 사용자로 요청할 수 있습니다.",
  ),
  secretRequired: explain(
    "Refuses to start the Connector without a secret. Set false only where nothing but the proxy can reach the port.",
    "secret이 없으면 Connector를 시작하지 않습니다. 프록시만 포트에 접근할 수 있을 때에만 false로 두십시오.",
  ),
  tomcatAuthentication: explain(
    "Lets Tomcat log users in. False takes over the user whom the web server has authenticated.",
    "Tomcat이 사용자를 인증합니다. false이면 웹 서버가 인증한 사용자를 그대로 받아들입니다.",
  ),
  tomcatAuthorization: explain(
    "Takes over the user from the web server, but asks Tomcat's Realm for the roles. It goes before tomcatAuthentication.",
    "사용자는 웹 서버에서 받고 역할은 Tomcat의 Realm에 묻습니다. tomcatAuthentication보다 우선합니다.",
  ),
});
