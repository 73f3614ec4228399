import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const AUTH = "org.apache.catalina.authenticator";

/** The attributes of AuthenticatorBase, which every authenticator inherits. */
const authenticator = (): AttributesProse => ({
  allowCorsPreflight: explain(
    "Lets preflight requests of browsers (CORS) pass without a login: never, filter where a CorsFilter answers them, always.",
    "브라우저의 사전 요청(CORS)을 로그인 없이 통과시킬지 정합니다. never, CorsFilter가 처리할 때 통과시키는 filter, always입니다.",
  ),
  alwaysUseSession: explain(
    "Makes a session at login, which then holds the user, so that the Realm is not asked at each request.",
    "로그인할 때 세션을 만들어 사용자를 담아 두므로 요청마다 Realm에 묻지 않습니다.",
  ),
  cache: explain(
    "Keeps the user in the session, where there is one, instead of asking the Realm at each request.",
    "세션이 있으면 사용자를 세션에 담아 두고 요청마다 Realm에 묻지 않습니다.",
  ),
  changeSessionIdOnAuthentication: explain(
    "Gives the session a new id at login. Leave it on: it guards against session fixation.",
    "로그인할 때 세션 ID를 바꿉니다. 세션 고정 공격을 막으므로 켜 두십시오.",
  ),
  disableProxyCaching: explain(
    "Marks protected pages so that no proxy keeps them.",
    "보호된 페이지를 프록시가 저장하지 않도록 표시합니다.",
  ),
  securePagesWithPragma: explain(
    "Keeps protected pages out of caches with Pragma and no-cache, as very old browsers need it. False uses Cache-Control: private, with which browsers can open downloads.",
    "보호된 페이지가 캐시에 남지 않도록 아주 오래된 브라우저에 필요한 Pragma와 no-cache를 사용합니다. false이면 Cache-Control: private을 써서 브라우저에서 다운로드를 열 수 있습니다.",
  ),
  secureRandomAlgorithm: explain(
    "Algorithm of the random numbers behind single sign-on cookies; an unknown one falls back to the platform's.",
    "싱글 사인온 쿠키에 쓰는 난수 알고리즘입니다. 알 수 없는 이름이면 플랫폼 기본값을 씁니다.",
  ),
  secureRandomClass: explain(
    "A SecureRandom class for single sign-on cookies.",
    "싱글 사인온 쿠키에 사용할 SecureRandom 클래스입니다.",
  ),
  secureRandomProvider: explain(
    "Provider of the random numbers behind single sign-on cookies.",
    "싱글 사인온 쿠키에 쓰는 난수의 프로바이더입니다.",
  ),
  sendAuthInfoResponseHeaders: explain(
    "Tells a reverse proxy in response headers who is logged in and how, for its access log. It needs RemoteIpValve.",
    "리버스 프록시의 접근 로그를 위해 로그인한 사용자와 방식을 응답 헤더로 알립니다. RemoteIpValve가 있어야 합니다.",
  ),
  jaspicCallbackHandlerClass: explain(
    "CallbackHandler class for Jakarta Authentication (JASPIC) modules.",
    "Jakarta Authentication(JASPIC) 모듈에 사용할 CallbackHandler 클래스입니다.",
  ),
  ssoReauthenticationMode: explain(
    "What this authenticator does with a user known by single sign-on; default leaves it to requireReauthentication of the SSO valve.",
    "싱글 사인온으로 알려진 사용자를 이 인증 방식이 다루는 방법입니다. default이면 SSO 밸브의 requireReauthentication을 따릅니다.",
  ),
});

/** Authenticator valves; Tomcat itself adds the one that web.xml requires. */
export const authenticatorProse = (): ProseBook => ({
  [`${AUTH}.BasicAuthenticator`]: {
    text: {
      en: "Logs users in by HTTP Basic. Tomcat adds it for auth-method BASIC; write it only to set its attributes.",
      ko: "HTTP Basic 방식으로 로그인합니다. auth-method가 BASIC이면 Tomcat이 추가하므로 속성을 바꿀 때만 쓰십시오.",
    },
    attributes: {
      ...authenticator(),
      charset: explain(
        "Character set the browser is asked to send names and passwords in: empty or UTF-8.",
        "브라우저에 이름과 비밀번호를 보낼 문자 집합으로 요청하는 값이며 빈 값 또는 UTF-8입니다.",
      ),
      trimCredentials: explain("Removes blanks around name and password.", "이름과 비밀번호 앞뒤의 공백을 제거합니다."),
    },
  },
  [`${AUTH}.DigestAuthenticator`]: {
    text: {
      en: "Logs users in by HTTP Digest. Tomcat adds it for auth-method DIGEST; write it only to set its attributes. Behind a balancer a login must stay on one node, as nonces are not shared.",
      ko: "HTTP Digest 방식으로 로그인합니다. auth-method가 DIGEST이면 Tomcat이 추가하므로 속성을 바꿀 때만 쓰십시오. nonce를 노드끼리 공유하지 않으므로 로드 밸런서 뒤에서는 한 노드에 머물러야 합니다.",
    },
    attributes: {
      ...authenticator(),
      algorithms: explain(
        "Hash algorithms to offer, the preferred first, separated by commas. Stored hashes must be of the same kind.",
        "제공할 해시 알고리즘을 선호하는 순서로 쉼표로 구분합니다. 저장된 해시도 같은 종류여야 합니다.",
      ),
      key: explain(
        "Secret behind the nonces; a random one at each start where it is absent.",
        "nonce를 만드는 비밀 값이며, 없으면 시작할 때마다 무작위로 만듭니다.",
      ),
      nonceCacheSize: explain(
        "Nonces that are remembered to notice repeated requests.",
        "반복된 요청을 알아차리기 위해 기억하는 nonce의 수입니다.",
        { unit: "entries", range: { min: 1 } },
      ),
      nonceCountWindowSize: explain(
        "How far requests of one nonce may arrive out of order.",
        "한 nonce의 요청이 순서와 다르게 도착해도 되는 범위입니다.",
        { range: { min: 1 } },
      ),
      nonceValidity: explain(
        "How long a nonce can be used before the browser needs a new one.",
        "브라우저가 새 nonce를 받기 전까지 사용할 수 있는 시간입니다.",
        { unit: "ms", range: { min: 1 } },
      ),
      opaque: explain(
        "Text the browser sends back as it is; random where it is absent. Set it only to have it equal on all nodes.",
        "브라우저가 그대로 되돌려 보내는 문자열이며, 없으면 무작위입니다. 모든 노드에서 같아야 할 때만 지정하십시오.",
      ),
      validateUri: explain(
        "Checks that the address in the login is that of the request. Switch it off only for clients that get it wrong, or a proxy that changes the address.",
        "로그인 정보의 주소가 요청의 주소와 같은지 확인합니다. 잘못 보내는 클라이언트나 주소를 바꾸는 프록시가 있을 때만 끄십시오.",
      ),
    },
  },
  [`${AUTH}.FormAuthenticator`]: {
    text: {
      en: "Logs users in by a page of the application. Tomcat adds it for auth-method FORM; write it only to set its attributes. During the login the session must stay on one node, unless persistAuthenticationNotes replicates it.",
      ko: "애플리케이션의 로그인 페이지로 로그인합니다. auth-method가 FORM이면 Tomcat이 추가하므로 속성을 바꿀 때만 쓰십시오. persistAuthenticationNotes로 복제하지 않으면 로그인하는 동안 한 노드에 머물러야 합니다.",
    },
    attributes: {
      ...authenticator(),
      characterEncoding: explain(
        "Character encoding of the submitted name and password; set UTF-8 for names in Korean.",
        "전송된 이름과 비밀번호의 문자 인코딩입니다. 한글 이름을 쓰면 UTF-8로 지정하십시오.",
      ),
      landingPage: explain(
        "Page for users who open the login page directly or come too late; without it they see an error.",
        "로그인 페이지를 직접 열거나 세션이 만료된 사용자를 보낼 페이지이며, 없으면 오류가 보입니다.",
      ),
      authenticationSessionTimeout: explain(
        "How long a session that was made for a login lives while nobody finishes it. A shorter session-timeout of the application goes before it.",
        "로그인을 위해 만든 세션이 완료되지 않은 채 유지되는 시간입니다. 애플리케이션의 session-timeout이 더 짧으면 그 값을 따릅니다.",
        { unit: "s", range: { min: -1 } },
      ),
    },
  },
  [`${AUTH}.SSLAuthenticator`]: {
    text: {
      en: "Logs users in by their client certificate. Tomcat adds it for auth-method CLIENT-CERT; write it only to set its attributes.",
      ko: "클라이언트 인증서로 로그인합니다. auth-method가 CLIENT-CERT이면 Tomcat이 추가하므로 속성을 바꿀 때만 쓰십시오.",
    },
    attributes: authenticator(),
  },
  [`${AUTH}.SpnegoAuthenticator`]: {
    text: {
      en: "Logs users of a Windows domain in by Kerberos, without asking for a password. Tomcat adds it for auth-method SPNEGO; write it only to set its attributes.",
      ko: "Windows 도메인 사용자를 비밀번호 입력 없이 Kerberos로 로그인시킵니다. auth-method가 SPNEGO이면 Tomcat이 추가하므로 속성을 바꿀 때만 쓰십시오.",
    },
    attributes: {
      ...authenticator(),
      applyJava8u40Fix: explain(
        "A way around an error of Java 8u40. Recent Tomcats take it without effect.",
        "Java 8u40의 오류를 피하는 설정이며 최근 Tomcat에서는 효과가 없습니다.",
      ),
      loginConfigName: explain(
        "Name of Tomcat's entry in the JAAS file, which names its Kerberos account and keytab.",
        "JAAS 설정 파일에서 Tomcat의 Kerberos 계정과 keytab을 정한 항목의 이름입니다.",
      ),
      noKeepAliveUserAgents: explain(
        "Regular expression over the whole User-Agent header of clients whose connection is closed after the login, as they expect the login to belong to it.",
        "로그인이 연결에 속한다고 여기므로 로그인 뒤에 연결을 닫아야 하는 클라이언트의 User-Agent 헤더 전체에 적용하는 정규식입니다.",
      ),
      storeDelegatedCredential: explain(
        "Keeps the user's delegated Kerberos ticket, for applications that go on to other services as the user.",
        "애플리케이션이 사용자의 자격으로 다른 서비스에 접근할 수 있도록 위임된 Kerberos 티켓을 보관합니다.",
      ),
    },
  },
  [`${AUTH}.SingleSignOn`]: {
    text: {
      en: "One login for all applications of a Host. It knows this node's logins only; in a cluster use ClusterSingleSignOn.",
      ko: "한 번 로그인하면 Host의 모든 애플리케이션에 적용됩니다. 이 노드의 로그인만 알기 때문에 클러스터에서는 ClusterSingleSignOn을 쓰십시오.",
    },
    attributes: {
      cookieDomain: explain(
        "Domain of the single sign-on cookie, to share it between host names.",
        "여러 호스트 이름이 공유하기 위한 싱글 사인온 쿠키의 도메인입니다.",
      ),
      cookieName: explain("Name of the single sign-on cookie.", "싱글 사인온 쿠키의 이름입니다."),
      requireReauthentication: explain(
        "Checks the stored user name and password against the Realm at each request, instead of trusting the cookie.",
        "쿠키를 그대로 믿지 않고 요청마다 저장된 사용자 이름과 비밀번호를 Realm에서 확인합니다.",
      ),
    },
  },
});
