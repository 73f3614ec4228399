import { josa } from "../../base/josa.ts";
import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const CORE = "org.apache.catalina.core";

/** Settings of OpenSSL, with and without Tomcat Native. */
const openSsl = (): AttributesProse => ({
  FIPSMode: explain(
    "Puts OpenSSL into FIPS mode: on, off, require it to be on already, or enter it. Tomcat does not start where it cannot.",
    "OpenSSL의 FIPS 모드를 정합니다. on, off, 이미 켜져 있기를 요구하는 require, 켜는 enter이며, 불가능하면 Tomcat이 시작하지 않습니다.",
  ),
  SSLEngine: explain(
    "Switches OpenSSL on or off, or names the engine it uses, such as hardware.",
    "OpenSSL을 켜거나 끄며, 하드웨어 같은 엔진의 이름을 쓸 수도 있습니다.",
  ),
  SSLRandomSeed: explain(
    "Where OpenSSL takes its randomness from: builtin, or a device such as /dev/urandom.",
    "OpenSSL이 난수를 얻는 곳이며 builtin 또는 /dev/urandom 같은 장치입니다.",
  ),
  useOpenSSL: explain(
    "Takes OpenSSL for all TLS Connectors that do not name an implementation. False leaves them to Java.",
    "구현을 지정하지 않은 모든 TLS Connector에 OpenSSL을 사용합니다. false이면 Java를 사용합니다.",
  ),
});

/** The explanation of one protection of JreMemoryLeakPreventionListener. */
const protection = (en: string, ko: string) =>
  explain(
    `Has ${en} started by Tomcat itself before an application does it, which would hold that application in memory for good.`,
    `${josa(ko, "을")} 애플리케이션보다 먼저 Tomcat이 시작합니다. 애플리케이션이 먼저 시작하면 그 애플리케이션이 메모리에서 해제되지 않습니다.`,
  );

/** `<Listener>`. */
export const listenerProse = (): ProseBook => ({
  [`${CORE}.AprLifecycleListener`]: {
    text: {
      en: "Loads Tomcat Native, where it is installed, for TLS by OpenSSL. Without the library it says so in the log and does no harm.",
      ko: "설치되어 있으면 Tomcat Native를 읽어 OpenSSL로 TLS를 처리합니다. 라이브러리가 없으면 로그에 알릴 뿐 문제는 없습니다.",
    },
    attributes: {
      ...openSsl(),
      useAprConnector: explain(
        "Lets HTTP/1.1 and AJP/1.3 choose the APR Connectors, which later lines no longer have.",
        "HTTP/1.1과 AJP/1.3이 APR Connector를 고르게 합니다. 이후 버전에는 없습니다.",
      ),
    },
  },
  [`${CORE}.OpenSSLLifecycleListener`]: {
    text: {
      en: "Uses OpenSSL for TLS over Java's foreign function interface, without Tomcat Native. It needs Java 22.",
      ko: "Tomcat Native 없이 Java의 외부 함수 인터페이스로 OpenSSL을 사용하여 TLS를 처리합니다. Java 22가 필요합니다.",
    },
    attributes: openSsl(),
  },
  [`${CORE}.JasperListener`]: {
    text: {
      en: "Starts the JSP engine of Tomcat 7 before the applications. Later lines start it by themselves and do not know this class.",
      ko: "Tomcat 7의 JSP 엔진을 애플리케이션보다 먼저 시작합니다. 이후 버전은 스스로 시작하며 이 클래스가 없습니다.",
    },
    attributes: {},
  },
  [`${CORE}.JniLifecycleListener`]: {
    text: {
      en: "Loads a native library once for all applications, as Java lets each be loaded by one class loader only.",
      ko: "네이티브 라이브러리를 모든 애플리케이션을 위해 한 번 읽습니다. Java에서는 한 클래스 로더만 읽을 수 있기 때문입니다.",
    },
    attributes: {
      libraryName: explain(
        "Name of the library, as System.loadLibrary takes it.",
        "System.loadLibrary에 넘기는 라이브러리 이름입니다.",
      ),
      libraryPath: explain(
        "Absolute path of the library, in place of its name.",
        "이름 대신 쓰는 라이브러리의 절대 경로입니다.",
      ),
    },
  },
  [`${CORE}.JreMemoryLeakPreventionListener`]: {
    text: {
      en: "Starts those parts of Java itself that would otherwise hold the first application that uses them in memory, also after it is undeployed.",
      ko: "처음 사용한 애플리케이션을 배포 해제 뒤에도 메모리에 붙들어 두는 Java의 기능들을 Tomcat이 먼저 시작합니다.",
    },
    attributes: {
      AWTThreadProtection: protection("the AWT thread", "AWT 스레드"),
      appContextProtection: protection("the AppContext of Java's graphics", "Java 그래픽의 AppContext"),
      classesToInitialize: explain(
        "Further classes to load at the start of Tomcat, separated by commas, for libraries with the same weakness.",
        "같은 문제가 있는 라이브러리를 위해 Tomcat이 시작할 때 읽을 클래스를 쉼표로 구분합니다.",
      ),
      driverManagerProtection: explain(
        "Loads JDBC drivers of Tomcat's lib folder before any application. Drivers in WEB-INF/lib must then be registered by the application itself.",
        "Tomcat의 lib 폴더에 있는 JDBC 드라이버를 애플리케이션보다 먼저 읽습니다. WEB-INF/lib의 드라이버는 애플리케이션이 직접 등록해야 합니다.",
      ),
      forkJoinCommonPoolProtection: explain(
        "Gives the common thread pool of Java 8 threads that hold no application.",
        "Java 8의 공용 스레드 풀이 애플리케이션을 붙들지 않는 스레드를 쓰게 합니다.",
      ),
      gcDaemonProtection: protection("the thread that collects garbage for RMI", "RMI의 가비지 수집 스레드"),
      initSeedGenerator: protection("the seed of Java's random numbers", "Java 난수의 시드 생성기"),
      java2DDisposerProtection: protection("the thread that frees images", "이미지를 해제하는 스레드"),
      ldapPoolProtection: protection("the thread of Java's LDAP connection pool", "Java의 LDAP 연결 풀 스레드"),
      securityLoginConfigurationProtection: protection("JAAS", "JAAS"),
      securityPolicyProtection: protection("the Java security policy", "Java 보안 정책"),
      tokenPollerProtection: protection("the thread that looks for smart cards", "스마트 카드를 찾는 스레드"),
      urlCacheProtection: explain(
        "Keeps Java from caching URL connections, which locks JAR files.",
        "JAR 파일이 잠기는 원인인 Java의 URL 연결 캐시를 끕니다.",
      ),
      xmlParsingProtection: protection("Java's XML parser", "Java의 XML 파서"),
    },
  },
  [`${CORE}.ThreadLocalLeakPreventionListener`]: {
    text: {
      en: "When an application stops, replaces the request threads one after the other, so that what they hold of it in ThreadLocals is freed.",
      ko: "애플리케이션이 멈추면 요청 스레드를 차례로 교체하여 ThreadLocal에 남은 메모리를 해제합니다.",
    },
    attributes: {},
  },
  [`${CORE}.ContextNamingInfoListener`]: {
    text: {
      en: "Puts the application's path and name into its JNDI names, as context/path and others.",
      ko: "애플리케이션의 경로와 이름을 context/path 등의 JNDI 이름으로 제공합니다.",
    },
    attributes: {
      emptyOnRoot: explain(
        "Gives an empty path for the root application, and / where false.",
        "루트 애플리케이션의 경로를 빈 문자열로 제공하며 false이면 /입니다.",
      ),
    },
  },
  [`${CORE}.PropertiesRoleMappingListener`]: {
    text: {
      en: "Lets an application's role names stand for other ones of the Realm, read from a properties file.",
      ko: "애플리케이션의 역할 이름을 Realm의 다른 역할에 연결합니다. properties 파일에서 읽습니다.",
    },
    attributes: {
      keyPrefix: explain(
        "Only keys of the file that begin so are read; the rest of the key is the application's role.",
        "이 문자열로 시작하는 키만 읽으며 나머지가 애플리케이션의 역할입니다.",
      ),
      roleMappingFile: explain(
        "The properties file: webapp: begins in the application, other paths at CATALINA_BASE.",
        "properties 파일이며 webapp:은 애플리케이션, 다른 경로는 CATALINA_BASE를 기준으로 합니다.",
      ),
    },
  },
  "org.apache.catalina.mbeans.GlobalResourcesLifecycleListener": {
    text: {
      en: "Shows global resources, as the user database, in JMX, so that tools can edit users.",
      ko: "사용자 데이터베이스 같은 전역 리소스를 JMX에 노출하여 도구로 사용자를 편집할 수 있게 합니다.",
    },
    attributes: {},
  },
  "org.apache.catalina.mbeans.JmxRemoteLifecycleListener": {
    text: {
      en: "Fixes both ports of remote JMX, so that a firewall can let them through. Later lines leave that to the JVM's own options.",
      ko: "원격 JMX의 두 포트를 고정하여 방화벽에서 열 수 있게 합니다. 이후 버전은 JVM 옵션으로 정합니다.",
    },
    attributes: {
      rmiBindAddress: explain("Local address on which both ports listen.", "두 포트가 수신 대기하는 로컬 주소입니다."),
      rmiRegistryPortPlatform: explain(
        "Port at which JMX clients ask first.",
        "JMX 클라이언트가 처음 접속하는 포트입니다.",
        { range: { min: -1, max: 65_535 } },
      ),
      rmiServerPortPlatform: explain(
        "Port over which JMX clients then talk.",
        "JMX 클라이언트가 이후에 통신하는 포트입니다.",
        { range: { min: -1, max: 65_535 } },
      ),
      useLocalPorts: explain(
        "Makes clients connect to their own machine, as for an SSH tunnel.",
        "SSH 터널을 위해 클라이언트가 자신의 장비에 접속하게 합니다.",
      ),
    },
  },
  "org.apache.catalina.security.SecurityListener": {
    text: {
      en: "Keeps Tomcat from starting as root or with files everybody can read. The umask must also be handed to Java by the start script.",
      ko: "root로 시작하거나 누구나 읽을 수 있는 파일을 만드는 상태로는 Tomcat이 시작하지 않게 합니다. 시작 스크립트가 umask를 Java에 넘겨야 합니다.",
    },
    attributes: {
      checkedOsUsers: explain(
        "Users of the system as whom Tomcat must not run, separated by commas.",
        "Tomcat을 실행하면 안 되는 시스템 사용자를 쉼표로 구분합니다.",
      ),
      minimumUmask: explain(
        "Umask Tomcat must at least run with, in octal; empty checks none.",
        "Tomcat 실행에 최소한 필요한 umask(8진수)이며 비우면 확인하지 않습니다.",
      ),
      buildDateWarningAgeDays: explain(
        "Age of the Tomcat release that is warned of; a negative value warns of none.",
        "경고할 Tomcat 릴리스의 경과 일수이며 음수이면 경고하지 않습니다.",
        { unit: "days" },
      ),
    },
  },
  "org.apache.catalina.security.TLSCertificateReloadListener": {
    text: {
      en: "Reads TLS certificates anew shortly before they expire, so that a renewed file counts without a restart. The Server's periodic events must be on.",
      ko: "TLS 인증서가 만료되기 전에 다시 읽어 갱신된 파일이 재시작 없이 적용되게 합니다. Server의 주기적 이벤트가 켜져 있어야 합니다.",
    },
    attributes: {
      checkPeriod: explain("Pause between two looks at the certificates.", "인증서를 확인하는 간격입니다.", {
        unit: "s",
        range: { min: 0 },
      }),
      daysBefore: explain(
        "How long before its end a certificate is read anew. The renewed file must be there by then.",
        "만료되기 며칠 전에 다시 읽을지 정합니다. 그때까지 갱신된 파일이 있어야 합니다.",
        { unit: "days", range: { min: 0 } },
      ),
    },
  },
  "org.apache.catalina.startup.UserConfig": {
    text: {
      en: "Serves a folder of each user of the system as an application /~user. It stands in a Host.",
      ko: "시스템 사용자의 폴더를 /~user 애플리케이션으로 제공합니다. Host에 둡니다.",
    },
    attributes: {
      allow: explain(
        "Regular expression over the whole name of users to serve.",
        "제공할 사용자 이름 전체에 적용하는 정규식입니다.",
      ),
      deny: explain(
        "Regular expression over the whole name of users to leave out.",
        "제외할 사용자 이름 전체에 적용하는 정규식입니다.",
      ),
      directoryName: explain("Folder in each user's home that is served.", "사용자 홈에서 제공할 폴더입니다."),
      homeBase: explain(
        "Folder that holds the homes, for HomesUserDatabase.",
        "HomesUserDatabase가 사용할, 사용자 홈들이 있는 폴더입니다.",
      ),
      userClass: explain(
        "How users are found: PasswdUserDatabase reads /etc/passwd, HomesUserDatabase takes the folders of homeBase.",
        "사용자를 찾는 방식입니다. PasswdUserDatabase는 /etc/passwd를 읽고 HomesUserDatabase는 homeBase의 폴더를 사용합니다.",
      ),
    },
  },
  "org.apache.catalina.startup.VersionLoggerListener": {
    text: {
      en: "Writes the versions of Tomcat, Java and the system into the log at the start. Keep it: it is the first thing asked for when something is wrong.",
      ko: "시작할 때 Tomcat, Java, 시스템의 버전을 로그에 기록합니다. 문제가 생기면 먼저 필요한 정보이므로 유지하십시오.",
    },
    attributes: {
      logArgs: explain(
        "Also writes the arguments of the JVM, passwords among them.",
        "JVM 인수도 기록하며 그 안의 비밀번호도 포함됩니다.",
      ),
      logEnv: explain(
        "Also writes the environment variables, which often hold secrets.",
        "환경 변수도 기록합니다. 비밀 정보가 들어 있는 경우가 많습니다.",
      ),
      logProps: explain(
        "Also writes the Java system properties, which may hold secrets.",
        "Java 시스템 프로퍼티도 기록합니다. 비밀 정보가 들어 있을 수 있습니다.",
      ),
    },
  },
  "org.apache.catalina.storeconfig.StoreConfigLifecycleListener": {
    text: {
      en: "Lets tools write the running configuration back to server.xml. Comments and layout of the file are lost.",
      ko: "실행 중인 설정을 도구로 server.xml에 저장할 수 있게 합니다. 파일의 주석과 형식은 사라집니다.",
    },
    attributes: {
      storeConfigClass: explain("Class that writes the configuration.", "설정을 저장하는 클래스입니다."),
      storeRegistry: explain(
        "File that says how each part is written; Tomcat's own where it is absent.",
        "각 부분을 저장하는 방식을 정한 파일이며, 없으면 Tomcat의 파일을 씁니다.",
      ),
    },
  },
  "org.apache.catalina.util.SystemPropertyReplacerListener": {
    text: {
      en: "Fills ${placeholders} inside of Java system properties in, as Tomcat does in its XML files.",
      ko: "Tomcat이 XML 파일에서 하듯이 Java 시스템 프로퍼티 안의 ${자리 표시자}를 채웁니다.",
    },
    attributes: {},
  },
});
