import { type AttributeProse, type AttributesProse, explain } from "./model.ts";

/** An attribute of the Connector that has moved into SSLHostConfig or Certificate. */
function moved(en: string, ko: string, now: string, more: Omit<AttributeProse, "text"> = {}): AttributeProse {
  return explain(`${en} Since Tomcat 8.5 it belongs into ${now}.`, `${ko} Tomcat 8.5부터는 ${now}에 지정합니다.`, more);
}

const host = (name: string) => `SSLHostConfig (\`${name}\`)`;
const certificate = (name: string) => `Certificate (\`${name}\`)`;

/** TLS on the Connector itself: all of it in 7.0, aliases of the host named `_default_` in 8.5 and 9.0. */
export const connectorTlsProse = (): AttributesProse => ({
  SSLEnabled: explain(
    "Encrypts this Connector with TLS. Its requests count as https and secure then, whatever scheme and secure say.",
    "이 Connector를 TLS로 암호화합니다. scheme과 secure의 값에 관계없이 요청은 https이자 secure로 처리됩니다.",
  ),
  defaultSSLHostConfigName: explain(
    "hostName of the SSLHostConfig for clients that name no host or an unknown one. It must exist.",
    "호스트 이름이 없거나 모르는 이름의 클라이언트에 적용할 SSLHostConfig의 hostName입니다. 그 이름의 SSLHostConfig가 있어야 합니다.",
  ),
  sslImplementationName: explain(
    "Class of the TLS implementation: Java's own, or OpenSSL's, which is chosen by itself where AprLifecycleListener finds Tomcat Native.",
    "TLS 구현 클래스입니다. Java의 구현 또는 OpenSSL이며, AprLifecycleListener가 Tomcat Native를 찾으면 OpenSSL이 자동으로 선택됩니다.",
  ),
  sniParseLimit: explain(
    "Most bytes of a client's first TLS message that are searched for the host name (SNI).",
    "클라이언트의 첫 TLS 메시지에서 호스트 이름(SNI)을 찾기 위해 읽는 최대 크기입니다.",
    { unit: "bytes", range: { min: 0 } },
  ),
  strictSni: explain(
    "Refuses requests whose Host header leads to other TLS settings than the name the connection was made for.",
    "연결할 때의 이름과 Host 헤더의 이름에 적용되는 TLS 설정이 다르면 요청을 거부합니다.",
  ),
  allowUnsafeLegacyRenegotiation: explain(
    "Admits the old TLS renegotiation, open to attackers in the middle. Leave it off.",
    "중간자 공격에 취약한 이전 방식의 TLS 재협상을 허용합니다. 꺼 두십시오.",
  ),
  algorithm: moved(
    "Algorithm with which Java chooses the certificate to show.",
    "Java가 제시할 인증서를 고르는 알고리즘입니다.",
    host("keyManagerAlgorithm"),
  ),
  ciphers: moved(
    "Ciphers to offer; weak ones are left away by default.",
    "제공할 암호 스위트이며, 기본값은 약한 암호를 제외합니다.",
    host("ciphers"),
  ),
  clientAuth: moved(
    "Whether clients need a certificate: false, want, or true.",
    "클라이언트 인증서를 요구할지 정하며 false, want, true로 씁니다.",
    host("certificateVerification"),
  ),
  crlFile: moved(
    "File with the client certificates that were revoked.",
    "폐기된 클라이언트 인증서의 목록 파일입니다.",
    host("certificateRevocationListFile"),
  ),
  keyAlias: moved(
    "Name of the key in the keystore.",
    "키스토어 안의 키 이름입니다.",
    certificate("certificateKeyAlias"),
  ),
  keyPass: moved(
    "Password of the private key; that of the keystore where it is absent.",
    "개인 키의 비밀번호이며, 없으면 키스토어의 비밀번호를 씁니다.",
    certificate("certificateKeyPassword"),
  ),
  keystoreFile: moved(
    "Keystore with the server's certificate and key; `.keystore` in the home of the user Tomcat runs as where it is absent.",
    "서버 인증서와 키를 담은 키스토어이며, 없으면 Tomcat을 실행하는 사용자의 홈에 있는 `.keystore`입니다.",
    certificate("certificateKeystoreFile"),
  ),
  keystorePass: moved(
    "Password of the keystore, in clear text.",
    "키스토어의 비밀번호이며 평문으로 저장됩니다.",
    certificate("certificateKeystorePassword"),
  ),
  keystoreProvider: moved(
    "Java security provider that reads the keystore.",
    "키스토어를 읽을 Java 보안 프로바이더입니다.",
    certificate("certificateKeystoreProvider"),
  ),
  keystoreType: moved(
    "Format of the keystore: PKCS12 or JKS.",
    "키스토어의 형식이며 PKCS12 또는 JKS입니다.",
    certificate("certificateKeystoreType"),
  ),
  sessionCacheSize: moved(
    "TLS sessions that are kept to be resumed. These are not the users' HTTP sessions.",
    "재개할 수 있도록 보관하는 TLS 세션 수입니다. 사용자의 HTTP 세션이 아닙니다.",
    host("sessionCacheSize"),
    { unit: "entries", range: { min: -1 } },
  ),
  sessionTimeout: moved(
    "How long a TLS session can be resumed. These are not the users' HTTP sessions.",
    "TLS 세션을 재개할 수 있는 시간입니다. 사용자의 HTTP 세션이 아닙니다.",
    host("sessionTimeout"),
    { unit: "s", range: { min: -1 } },
  ),
  sslEnabledProtocols: moved(
    "TLS versions to offer, separated by commas.",
    "제공할 TLS 버전을 쉼표로 구분합니다.",
    host("protocols"),
  ),
  sslProtocol: moved(
    "Name under which Java makes its TLS context; to choose versions, write sslEnabledProtocols.",
    "Java가 TLS 컨텍스트를 만드는 이름입니다. 버전을 고르려면 sslEnabledProtocols를 쓰십시오.",
    host("sslProtocol"),
  ),
  trustManagerClassName: moved(
    "An X509TrustManager class that decides over client certificates in place of Java's.",
    "Java 대신 클라이언트 인증서를 판단할 X509TrustManager 클래스입니다.",
    host("trustManagerClassName"),
  ),
  trustMaxCertLength: moved(
    "Most certificates between a client's and a trusted authority.",
    "클라이언트 인증서와 신뢰하는 인증 기관 사이에 허용하는 인증서 수입니다.",
    host("certificateVerificationDepth"),
    { range: { min: 0 } },
  ),
  truststoreAlgorithm: moved(
    "Algorithm that checks client certificates.",
    "클라이언트 인증서를 검사하는 알고리즘입니다.",
    host("truststoreAlgorithm"),
  ),
  truststoreFile: moved(
    "Keystore with the certificate authorities that client certificates may come from.",
    "클라이언트 인증서를 발급할 수 있는 인증 기관을 담은 키스토어입니다.",
    host("truststoreFile"),
  ),
  truststorePass: moved(
    "Password of the truststore, in clear text.",
    "트러스트스토어의 비밀번호이며 평문으로 저장됩니다.",
    host("truststorePassword"),
  ),
  truststoreProvider: moved(
    "Java security provider that reads the truststore.",
    "트러스트스토어를 읽을 Java 보안 프로바이더입니다.",
    host("truststoreProvider"),
  ),
  truststoreType: moved(
    "Format of the truststore: PKCS12 or JKS.",
    "트러스트스토어의 형식이며 PKCS12 또는 JKS입니다.",
    host("truststoreType"),
  ),
  useServerCipherSuitesOrder: moved(
    "Lets the server's order of ciphers win over the client's.",
    "클라이언트가 아니라 서버의 암호 순서를 우선합니다.",
    host("honorCipherOrder"),
  ),
  SSLCACertificateFile: moved(
    "PEM file with the authorities that client certificates may come from.",
    "클라이언트 인증서를 발급할 수 있는 인증 기관의 PEM 파일입니다.",
    host("caCertificateFile"),
  ),
  SSLCACertificatePath: moved(
    "Folder with PEM files of the authorities that client certificates may come from, named by their hashes.",
    "인증 기관의 PEM 파일을 해시 이름으로 둔 폴더입니다.",
    host("caCertificatePath"),
  ),
  SSLCARevocationFile: moved(
    "PEM file with the client certificates that were revoked.",
    "폐기된 클라이언트 인증서의 목록을 담은 PEM 파일입니다.",
    host("certificateRevocationListFile"),
  ),
  SSLCARevocationPath: moved(
    "Folder with lists of client certificates that were revoked.",
    "폐기된 인증서 목록 파일들의 폴더입니다.",
    host("certificateRevocationListPath"),
  ),
  SSLCertificateChainFile: moved(
    "PEM file with the certificates between yours and the authority.",
    "서버 인증서와 인증 기관 사이의 중간 인증서를 담은 PEM 파일입니다.",
    certificate("certificateChainFile"),
  ),
  SSLCertificateFile: moved(
    "PEM file with the server's certificate.",
    "서버 인증서의 PEM 파일입니다.",
    certificate("certificateFile"),
  ),
  SSLCertificateKeyFile: moved(
    "PEM file with the private key, where it does not stand beside the certificate.",
    "개인 키가 인증서 파일에 없을 때 개인 키를 담은 PEM 파일입니다.",
    certificate("certificateKeyFile"),
  ),
  SSLCipherSuite: moved(
    "Ciphers to offer, in the notation of OpenSSL.",
    "제공할 암호 스위트이며 OpenSSL 표기로 씁니다.",
    host("ciphers"),
  ),
  SSLDisableCompression: moved(
    "Switches TLS compression off, which attackers can use to guess secrets.",
    "비밀을 추측하는 공격에 쓰일 수 있는 TLS 압축을 끕니다.",
    host("disableCompression"),
  ),
  SSLDisableSessionTickets: moved(
    "Switches off session tickets, with which clients resume a connection.",
    "클라이언트가 연결을 재개하는 데 쓰는 세션 티켓을 끕니다.",
    host("disableSessionTickets"),
  ),
  SSLHonorCipherOrder: moved(
    "Lets OpenSSL keep the server's order of ciphers.",
    "OpenSSL이 서버의 암호 순서를 따르게 합니다.",
    host("honorCipherOrder"),
  ),
  SSLPassword: moved(
    "Password of the private key. Without it OpenSSL may ask for one at the console.",
    "개인 키의 비밀번호입니다. 없으면 OpenSSL이 콘솔에서 물을 수 있습니다.",
    certificate("certificateKeyPassword"),
  ),
  SSLProtocol: moved(
    "TLS versions to offer, as `TLSv1.2+TLSv1.3`.",
    "제공할 TLS 버전이며 `TLSv1.2+TLSv1.3`처럼 씁니다.",
    host("protocols"),
  ),
  SSLVerifyClient: moved(
    "Whether clients need a certificate: none, optional, require, or optionalNoCA.",
    "클라이언트 인증서를 요구할지 정하며 none, optional, require, optionalNoCA로 씁니다.",
    host("certificateVerification"),
  ),
  SSLVerifyDepth: moved(
    "Most authorities between a client's certificate and a trusted one.",
    "클라이언트 인증서에서 신뢰하는 인증서까지 허용하는 인증 기관의 수입니다.",
    host("certificateVerificationDepth"),
    { range: { min: 0 } },
  ),
});
