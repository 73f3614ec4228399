import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const NET = "org.apache.tomcat.util.net";

/** The trust store against which client certificates are checked. */
const trust = (): AttributesProse => ({
  trustManagerClassName: explain(
    "An X509TrustManager class that decides over client certificates in place of Java's; the truststore attributes may then be ignored.",
    "Java 대신 클라이언트 인증서를 판단할 X509TrustManager 클래스입니다. 이때 truststore 속성은 무시될 수 있습니다.",
  ),
  truststoreAlgorithm: explain(
    "Algorithm that checks client certificates; Java's default where it is absent.",
    "클라이언트 인증서를 검사하는 알고리즘이며, 없으면 Java의 기본값을 씁니다.",
  ),
  truststoreFile: explain(
    "Keystore with the certificate authorities that client certificates may come from. A relative path starts at CATALINA_BASE.",
    "클라이언트 인증서를 발급할 수 있는 인증 기관을 담은 키스토어입니다. 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
  ),
  truststorePassword: explain(
    "Password of the truststore. It stands here in clear text, so keep the file readable for Tomcat alone.",
    "트러스트스토어의 비밀번호입니다. 평문으로 저장되므로 Tomcat만 이 파일을 읽을 수 있게 하십시오.",
  ),
  truststoreProvider: explain(
    "Java security provider that reads the truststore.",
    "트러스트스토어를 읽을 Java 보안 프로바이더입니다.",
  ),
  truststoreType: explain(
    "Format of the truststore: PKCS12 or JKS.",
    "트러스트스토어의 형식이며 PKCS12 또는 JKS입니다.",
  ),
});

/** `<SSLHostConfig>`, `<Certificate>` and `<OpenSSLConf>`. */
export const tlsProse = (): ProseBook => ({
  [`${NET}.SSLHostConfig`]: {
    text: {
      en: 'The TLS settings of one host name on a Connector. Several of them serve several names with a certificate each on one port (SNI). The Connector needs SSLEnabled="true".',
      ko: 'Connector에서 호스트 이름 하나의 TLS 설정입니다. 여럿을 두면 한 포트에서 이름마다 다른 인증서를 씁니다(SNI). Connector에 SSLEnabled="true"가 있어야 합니다.',
    },
    attributes: {
      ...trust(),
      hostName: explain(
        "Name a client asks for by SNI; `*.example.com` takes every name of a domain. `_default_` also takes clients that name none or an unknown one.",
        "클라이언트가 SNI로 요청하는 이름입니다. `*.example.com`은 도메인의 모든 이름을 받고, `_default_`는 이름이 없거나 모르는 이름의 클라이언트도 받습니다.",
      ),
      protocols: explain(
        "TLS versions to offer, as a list such as `TLSv1.2+TLSv1.3`; `all` with a minus takes some away. Versions below 1.2 are unsafe, and many clients refuse them.",
        "제공할 TLS 버전을 `TLSv1.2+TLSv1.3`처럼 씁니다. `all`에 빼기 기호를 붙여 일부를 제외할 수 있습니다. 1.2 미만은 안전하지 않으며 많은 클라이언트가 거부합니다.",
      ),
      sslProtocol: explain(
        "Name under which Java makes its TLS context. To choose versions, write protocols instead.",
        "Java가 TLS 컨텍스트를 만드는 이름입니다. 버전을 고르려면 protocols를 쓰십시오.",
      ),
      ciphers: explain(
        "Ciphers up to TLS 1.2, in the notation of OpenSSL or as a list of Java's names. A too narrow list locks clients out; the default already leaves weak ones away.",
        "TLS 1.2까지의 암호 스위트이며 OpenSSL 표기 또는 Java 이름의 목록으로 씁니다. 너무 좁게 쓰면 클라이언트가 접속하지 못하며, 기본값은 약한 암호를 이미 제외합니다.",
      ),
      cipherSuites: explain(
        "Cipher suites of TLS 1.3, which has other ones than the versions before.",
        "TLS 1.3의 암호 스위트입니다. 1.3은 이전 버전과 다른 스위트를 사용합니다.",
      ),
      groups: explain(
        "Groups (curves) for the key exchange, separated by commas; Java's where it is absent.",
        "키 교환에 쓸 그룹(곡선)을 쉼표로 구분하며, 없으면 Java의 설정을 씁니다.",
      ),
      honorCipherOrder: explain(
        "Lets the order of ciphers here win over the client's.",
        "클라이언트가 아니라 여기에 적은 암호 순서를 우선합니다.",
      ),
      certificateVerification: explain(
        "Whether clients need a certificate: none, optional, required, or optionalNoCA, which takes one of any origin and works with OpenSSL only.",
        "클라이언트 인증서를 요구할지 정합니다. none, optional, required 또는 출처를 따지지 않는 optionalNoCA이며, 마지막 값은 OpenSSL에서만 동작합니다.",
      ),
      certificateVerificationDepth: explain(
        "Most certificates between a client's and a trusted authority.",
        "클라이언트 인증서와 신뢰하는 인증 기관 사이에 허용하는 인증서 수입니다.",
        { range: { min: 0 } },
      ),
      caCertificateFile: explain(
        "PEM file with the authorities that client certificates may come from. With Java's own TLS, use truststoreFile.",
        "클라이언트 인증서를 발급할 수 있는 인증 기관을 담은 PEM 파일입니다. Java의 TLS에서는 truststoreFile을 쓰십시오.",
      ),
      caCertificatePath: explain(
        "Folder with PEM files of the authorities that client certificates may come from, named by their hashes. OpenSSL only.",
        "인증 기관의 PEM 파일을 해시 이름으로 둔 폴더입니다. OpenSSL에서만 동작합니다.",
      ),
      certificateRevocationListFile: explain(
        "File with the client certificates that were revoked; Tomcat reads it when the Connector starts.",
        "폐기된 클라이언트 인증서의 목록 파일이며 Connector가 시작할 때 읽습니다.",
      ),
      certificateRevocationListPath: explain(
        "Folder with files of revoked client certificates. OpenSSL only.",
        "폐기된 클라이언트 인증서 목록 파일들의 폴더입니다. OpenSSL에서만 동작합니다.",
      ),
      revocationEnabled: explain(
        "Turns on the revocation checks that Java is configured for. With certificateRevocationListFile they are on anyway.",
        "Java에 설정된 인증서 폐기 검사를 켭니다. certificateRevocationListFile이 있으면 항상 켜집니다.",
      ),
      ocspEnabled: explain(
        "Asks the responder that a client certificate names (OCSP) whether it was revoked. Each new connection may wait for the answer.",
        "클라이언트 인증서에 적힌 서버(OCSP)에 폐기 여부를 묻습니다. 새 연결이 응답을 기다릴 수 있습니다.",
      ),
      ocspSoftFail: explain(
        "Lets a client in when the OCSP responder cannot be reached. False turns it away, so that an outage there is one here.",
        "OCSP 서버에 연결할 수 없을 때 클라이언트를 받아들입니다. false이면 거부하므로 그 서버의 장애가 이 서버의 장애가 됩니다.",
      ),
      disableCompression: explain(
        "Switches TLS compression off, which attackers can use to guess secrets. OpenSSL only.",
        "비밀을 추측하는 공격에 쓰일 수 있는 TLS 압축을 끕니다. OpenSSL에서만 동작합니다.",
      ),
      disableSessionTickets: explain(
        "Switches off session tickets, with which clients resume a connection without stored state. OpenSSL only.",
        "서버에 상태를 두지 않고 연결을 재개하는 세션 티켓을 끕니다. OpenSSL에서만 동작합니다.",
      ),
      insecureRenegotiation: explain(
        "Admits the old renegotiation, open to attackers in the middle. OpenSSL only; leave it off.",
        "중간자 공격에 취약한 이전 방식의 재협상을 허용합니다. OpenSSL에서만 동작하며 꺼 두십시오.",
      ),
      keyManagerAlgorithm: explain(
        "Algorithm with which Java chooses the certificate to show.",
        "Java가 제시할 인증서를 고르는 알고리즘입니다.",
      ),
      sessionCacheSize: explain(
        "TLS sessions that are kept to be resumed; -1 leaves it to Java or OpenSSL, 0 is no limit. These are not the users' HTTP sessions.",
        "재개할 수 있도록 보관하는 TLS 세션 수입니다. -1이면 Java나 OpenSSL에 맡기고 0이면 제한이 없습니다. 사용자의 HTTP 세션이 아닙니다.",
        { unit: "entries", range: { min: -1 } },
      ),
      sessionTimeout: explain(
        "How long a TLS session can be resumed; -1 leaves it to Java or OpenSSL, 0 is for ever. These are not the users' HTTP sessions.",
        "TLS 세션을 재개할 수 있는 시간입니다. -1이면 Java나 OpenSSL에 맡기고 0이면 무제한입니다. 사용자의 HTTP 세션이 아닙니다.",
        { unit: "s", range: { min: -1 } },
      ),
    },
  },
  [`${NET}.SSLHostConfigCertificate`]: {
    text: {
      en: "One certificate with its key: PEM files, or a Java keystore, never both. Two of different types (RSA and EC) may stand side by side.",
      ko: "키를 포함한 인증서 하나입니다. PEM 파일과 Java 키스토어 중 하나만 사용합니다. 종류가 다른 두 인증서(RSA와 EC)를 함께 둘 수 있습니다.",
    },
    attributes: {
      certificateFile: explain(
        "PEM file with the server's certificate. A relative path starts at CATALINA_BASE.",
        "서버 인증서의 PEM 파일입니다. 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
      ),
      certificateKeyFile: explain(
        "PEM file with the private key. Without it the key must stand in certificateFile.",
        "개인 키의 PEM 파일입니다. 없으면 개인 키가 certificateFile 안에 있어야 합니다.",
      ),
      certificateChainFile: explain(
        "PEM file with the certificates between yours and the authority. Without them browsers may trust you and other programs not.",
        "서버 인증서와 인증 기관 사이의 중간 인증서를 담은 PEM 파일입니다. 없으면 브라우저는 신뢰하더라도 다른 프로그램은 신뢰하지 않을 수 있습니다.",
      ),
      certificateKeyAlias: explain(
        "Name of the key in the keystore. Without it the first one found is taken.",
        "키스토어 안의 키 이름입니다. 없으면 처음 찾은 키를 씁니다.",
      ),
      certificateKeyPassword: explain(
        "Password of the private key; that of the keystore where it is absent.",
        "개인 키의 비밀번호이며, 없으면 키스토어의 비밀번호를 씁니다.",
      ),
      certificateKeyPasswordFile: explain(
        "File with the password of the private key, so that it need not stand here. It wins over certificateKeyPassword.",
        "개인 키의 비밀번호를 담은 파일이며 여기에 직접 적지 않아도 됩니다. certificateKeyPassword보다 우선합니다.",
      ),
      certificateKeystoreFile: explain(
        "Keystore with certificate and key; `.keystore` in the home of the user Tomcat runs as where it is absent. A relative path starts at CATALINA_BASE.",
        "인증서와 키를 담은 키스토어이며, 없으면 Tomcat을 실행하는 사용자의 홈에 있는 `.keystore`입니다. 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
      ),
      certificateKeystorePassword: explain(
        "Password of the keystore, in clear text. The default is known to everybody.",
        "키스토어의 비밀번호이며 평문으로 저장됩니다. 기본값은 누구나 알고 있습니다.",
      ),
      certificateKeystorePasswordFile: explain(
        "File with the password of the keystore. It wins over certificateKeystorePassword.",
        "키스토어의 비밀번호를 담은 파일이며 certificateKeystorePassword보다 우선합니다.",
      ),
      certificateKeystoreProvider: explain(
        "Java security provider that reads the keystore.",
        "키스토어를 읽을 Java 보안 프로바이더입니다.",
      ),
      certificateKeystoreType: explain(
        "Format of the keystore: PKCS12, JKS, or that of a hardware module.",
        "키스토어의 형식이며 PKCS12, JKS 또는 하드웨어 모듈의 형식입니다.",
      ),
    },
  },
  [`${NET}.openssl.OpenSSLConf`]: {
    text: {
      en: "Commands that are handed to OpenSSL as they are, for what SSLHostConfig has no attribute for.",
      ko: "SSLHostConfig에 속성이 없는 설정을 OpenSSL에 그대로 전달하는 명령들입니다.",
    },
    attributes: {},
  },
  [`${NET}.openssl.OpenSSLConfCmd`]: {
    text: {
      en: "One command for OpenSSL, as its SSL_CONF_cmd function takes it.",
      ko: "OpenSSL의 SSL_CONF_cmd 함수에 전달하는 명령 하나입니다.",
    },
    attributes: {
      name: explain("Name of the OpenSSL command.", "OpenSSL 명령의 이름입니다."),
      value: explain("Argument of the OpenSSL command.", "OpenSSL 명령의 인수입니다."),
    },
  },
});
