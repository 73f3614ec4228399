import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";

/** What becomes of an element whose class a line no longer has. */
export interface ClassChange {
  /** The full name. */
  readonly name: string;
  /** The first release of the first line without it. */
  readonly gone: string;
  /**
   * `by`: replaced by a class that does the same, without the attributes in `drops`, which that class does not have.
   * `remove`: removed, because the line does the same by itself. Neither: to do by hand.
   */
  readonly by?: string;
  readonly drops?: readonly string[];
  readonly remove?: true;
  readonly text: Localized;
  readonly source: string;
}

const CORE = "org.apache.catalina.";
const TRIBES = `${CORE}tribes.`;

export const CLASS_CHANGES: readonly ClassChange[] = [
  {
    name: `${CORE}core.JasperListener`,
    gone: "8.5.0",
    remove: true,
    text: {
      en: "Removed: JSP starts by itself.",
      ko: "제거했습니다. JSP는 스스로 시작됩니다.",
    },
    source: "JasperInitializer, 8.0",
  },
  {
    name: `${CORE}ha.session.JvmRouteSessionIDBinderListener`,
    gone: "8.5.0",
    remove: true,
    text: {
      en: "Removed: JvmRouteBinderValve tells the other nodes of a changed session id by itself.",
      ko: "제거했습니다. JvmRouteBinderValve가 바뀐 세션 ID를 스스로 다른 노드에 알립니다.",
    },
    source: "JvmRouteBinderValve.changeSessionID, 8.0; Migration Guide 8.0, Clustering",
  },
  {
    name: `${TRIBES}group.interceptors.MessageDispatch15Interceptor`,
    gone: "8.5.0",
    by: `${TRIBES}group.interceptors.MessageDispatchInterceptor`,
    text: {
      en: "MessageDispatchInterceptor does what MessageDispatch15Interceptor did.",
      ko: "MessageDispatch15Interceptor의 일은 MessageDispatchInterceptor가 합니다.",
    },
    source: "MessageDispatchInterceptor, 8.5; Migration Guide 8.5, Clustering",
  },
  {
    name: `${CORE}valves.CometConnectionManagerValve`,
    gone: "8.5.0",
    remove: true,
    text: {
      en: "Removed: Comet is gone. Applications that use it need WebSocket instead.",
      ko: "제거했습니다. Comet은 없어졌습니다. 사용하던 애플리케이션은 WebSocket으로 바꿔야 합니다.",
    },
    source: "Migration Guide 8.5, Comet support removed",
  },
  {
    name: `${CORE}loader.VirtualWebappLoader`,
    gone: "8.5.0",
    text: {
      en: "VirtualWebappLoader is gone: name each folder of virtualClasspath in a PostResources of Resources.",
      ko: "VirtualWebappLoader는 없어졌습니다. virtualClasspath의 폴더마다 Resources 안에 PostResources를 쓰십시오.",
    },
    source: "StandardRoot, 8.0; Migration Guide 8.0, Web application resources",
  },
  ...["VirtualDirContext", "EmptyDirContext", "WARDirContext"].map(
    (name): ClassChange => ({
      name: `org.apache.naming.resources.${name}`,
      gone: "8.5.0",
      text: {
        en: `${name} is gone: say it with PreResources, JarResources and PostResources of Resources.`,
        ko: `${josa(name, "은")} 없어졌습니다. Resources 안의 PreResources, JarResources, PostResources로 쓰십시오.`,
      },
      source: "StandardRoot, 8.0; Migration Guide 8.0, Web application resources",
    }),
  ),
  {
    name: "org.apache.naming.resources.FileDirContext",
    gone: "8.5.0",
    by: `${CORE}webresources.StandardRoot`,
    text: {
      en: "StandardRoot reads an application's folder now, and is the default.",
      ko: "애플리케이션 폴더는 기본값인 StandardRoot가 읽습니다.",
    },
    source: "StandardRoot, 8.0; Migration Guide 8.0, Web application resources",
  },
  {
    name: `${CORE}mbeans.JmxRemoteLifecycleListener`,
    gone: "8.5.0",
    text: {
      en: "JmxRemoteLifecycleListener is no part of this Tomcat: set com.sun.management.jmxremote.port and .rmi.port for Java instead.",
      ko: "JmxRemoteLifecycleListener는 이 Tomcat에 없습니다. Java 옵션 com.sun.management.jmxremote.port와 .rmi.port를 쓰십시오.",
    },
    source: "catalina-jmx-remote.jar, an extra up to 9.0; removed with 10.0",
  },
  {
    name: `${CORE}util.SystemPropertyReplacerListener`,
    gone: "9.0.0",
    remove: true,
    text: {
      en: "Removed: Tomcat replaces placeholders in system properties by itself.",
      ko: "제거했습니다. 시스템 속성의 자리 표시자는 Tomcat이 스스로 바꿉니다.",
    },
    source: "Digester.replaceSystemProperties, 9.0",
  },
  {
    name: `${TRIBES}transport.bio.BioReceiver`,
    gone: "10.1.0",
    by: `${TRIBES}transport.nio.NioReceiver`,
    text: {
      en: "The blocking receiver is gone; NioReceiver understands the same messages.",
      ko: "블로킹 Receiver는 없어졌습니다. NioReceiver가 같은 메시지를 받습니다.",
    },
    source: "tribes/transport/bio, deleted in 10.0",
  },
  {
    name: `${TRIBES}transport.bio.PooledMultiSender`,
    gone: "10.1.0",
    by: `${TRIBES}transport.nio.PooledParallelSender`,
    text: {
      en: "The blocking sender is gone; PooledParallelSender sends the same messages.",
      ko: "블로킹 Sender는 없어졌습니다. PooledParallelSender가 같은 메시지를 보냅니다.",
    },
    source: "tribes/transport/bio, deleted in 10.0",
  },
  {
    name: "org.apache.tomcat.util.http.LegacyCookieProcessor",
    gone: "10.1.0",
    by: "org.apache.tomcat.util.http.Rfc6265CookieProcessor",
    drops: [
      ...["allowEqualsInValue", "allowHttpSepsInV0", "allowNameOnly", "alwaysAddExpires", "forwardSlashIsSeparator"],
    ],
    text: {
      en: "Only cookies by RFC 6265 are read and written: quoted values and version 1 cookies of old clients are not.",
      ko: "RFC 6265 쿠키만 읽고 씁니다. 오래된 클라이언트의 따옴표 값과 버전 1 쿠키는 처리하지 않습니다.",
    },
    source: "Rfc6265CookieProcessor, 10.1; Migration Guide 10.1, Servlet 6.0 API",
  },
  {
    name: `${CORE}valves.RemoteAddrValve`,
    gone: "12.0.0",
    text: {
      en: "RemoteAddrValve is gone: RemoteCIDRValve does it, with address blocks such as 10.0.0.0/8 instead of a pattern.",
      ko: "RemoteAddrValve는 없어졌습니다. 패턴 대신 10.0.0.0/8 같은 주소 블록을 쓰는 RemoteCIDRValve로 바꾸십시오.",
    },
    source: "RemoteCIDRValve, 12.0",
  },
  {
    name: `${CORE}valves.JDBCAccessLogValve`,
    gone: "12.0.0",
    text: {
      en: "JDBCAccessLogValve is gone: write the log to a file, and load that into the database.",
      ko: "JDBCAccessLogValve는 없어졌습니다. 로그를 파일에 쓰고 그 파일을 데이터베이스에 넣으십시오.",
    },
    source: "JDBCAccessLogValve, deleted in 12.0",
  },
];

/** Classes of `protocol` that a line no longer has. */
export interface ProtocolChange {
  readonly name: string;
  readonly gone: string;
  readonly by: string;
  readonly text: Localized;
  readonly source: string;
}

const BLOCKING: Pick<ProtocolChange, "gone" | "text" | "source"> = {
  gone: "9.0.0",
  text: {
    en: "The blocking connector (BIO) is gone: NIO takes its place, on the same port with the same attributes.",
    ko: "블로킹 커넥터(BIO)는 없어졌습니다. 같은 포트와 같은 속성으로 NIO가 대신합니다.",
  },
  source: "Migration Guide 8.5, BIO connector removed; Http11Protocol extends Http11NioProtocol in 8.5",
};

const NATIVE: Pick<ProtocolChange, "gone" | "text" | "source"> = {
  gone: "10.1.0",
  text: {
    en: "The native connector (APR) is gone: NIO takes its place. With AprLifecycleListener and Tomcat Native it still uses OpenSSL.",
    ko: "네이티브 커넥터(APR)는 없어졌습니다. NIO가 대신하며, AprLifecycleListener와 Tomcat Native가 있으면 OpenSSL을 계속 씁니다.",
  },
  source: "Migration Guide 10.1: removed in 10.1.0-M5",
};

export const PROTOCOL_CHANGES: readonly ProtocolChange[] = [
  { name: "org.apache.coyote.http11.Http11Protocol", by: "org.apache.coyote.http11.Http11NioProtocol", ...BLOCKING },
  { name: "org.apache.coyote.ajp.AjpProtocol", by: "org.apache.coyote.ajp.AjpNioProtocol", ...BLOCKING },
  { name: "org.apache.coyote.http11.Http11AprProtocol", by: "org.apache.coyote.http11.Http11NioProtocol", ...NATIVE },
  { name: "org.apache.coyote.ajp.AjpAprProtocol", by: "org.apache.coyote.ajp.AjpNioProtocol", ...NATIVE },
];
