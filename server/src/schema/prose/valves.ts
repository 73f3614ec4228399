import { mapProse } from "./managers.ts";
import { explain, type ProseBook } from "./model.ts";

/** Valves that a Cluster puts into its container. */
export const valveProse = (): ProseBook => ({
  "org.apache.catalina.ha.tcp.ReplicationValve": {
    text: {
      en: "Sends a session's changes to the other nodes at the end of each request. Without it they stay on their node; Tomcat adds it when the Cluster names no Valve.",
      ko: "각 요청이 끝날 때 세션의 변경을 다른 노드로 보냅니다. 없으면 변경이 다른 노드에 전달되지 않습니다. Cluster에 Valve가 하나도 없으면 Tomcat이 추가합니다.",
    },
    attributes: {
      filter: explain(
        "One Java regular expression over the whole request URI. Matching requests, such as images and scripts, are taken to leave the session alone and send nothing. Separate patterns by |.",
        "요청 URI 전체에 적용하는 Java 정규식 하나입니다. 이미지나 스크립트처럼 일치하는 요청은 세션을 바꾸지 않는 것으로 보고 변경을 보내지 않습니다. 패턴은 |로 구분합니다.",
      ),
      primaryIndicator: explain(
        "Puts into each request whether this node is the session's primary one; for applications that ask.",
        "이 노드가 세션의 주 노드인지를 각 요청에 기록합니다. 이를 확인하는 애플리케이션을 위한 것입니다.",
      ),
      primaryIndicatorName: explain(
        "Name of the request attribute that primaryIndicator sets.",
        "primaryIndicator가 설정하는 요청 속성의 이름입니다.",
      ),
      statistics: explain(
        "Counts requests and times for management tools.",
        "관리 도구를 위해 요청 수와 시간을 집계합니다.",
      ),
    },
  },
  "org.apache.catalina.ha.session.JvmRouteBinderValve": {
    text: {
      en: "After a failover, rewrites the node name at the end of the session id, so that the balancer stays with the new node. It needs a jvmRoute on the Engine.",
      ko: "장애 조치 뒤에 세션 ID 끝의 노드 이름을 바꾸어 로드 밸런서가 새 노드를 계속 선택하게 합니다. Engine에 jvmRoute가 있어야 합니다.",
    },
    attributes: {
      enabled: explain("Switches the valve on and off.", "밸브를 켜거나 끕니다."),
      sessionIdAttribute: explain(
        "Name of the request attribute that keeps the session id from before the failover.",
        "장애 조치 이전의 세션 ID를 담아 두는 요청 속성의 이름입니다.",
      ),
    },
  },
  "org.apache.catalina.ha.authenticator.ClusterSingleSignOn": {
    text: {
      en: "Single sign-on over all applications of a Host, on all nodes: who logged in on one is known to the others. It belongs into a Host that has a Cluster.",
      ko: "Host의 모든 애플리케이션과 모든 노드에 걸친 싱글 사인온입니다. 한 노드에서 로그인한 사용자를 다른 노드도 압니다. Cluster가 있는 Host에 둡니다.",
    },
    attributes: {
      ...mapProse(),
      cookieDomain: explain(
        "Domain of the single sign-on cookie, to share it between hosts of one domain.",
        "싱글 사인온 쿠키의 도메인입니다. 한 도메인의 여러 호스트가 공유할 때 씁니다.",
      ),
      requireReauthentication: explain(
        "Checks the stored user name and password against the Realm at each request instead of trusting the cookie.",
        "쿠키를 그대로 믿지 않고 요청마다 저장된 사용자 이름과 비밀번호를 Realm에서 확인합니다.",
      ),
    },
  },
});
