import { type Kind, kind, text } from "./kind.ts";

/** What Java prints itself, into catalina.out, beside whatever layout the log has. */
export const OUT_OF_MEMORY: Kind = kind("out-of-memory", "fault", "", {
  title: text("Java has no memory left", "Java의 메모리가 부족합니다"),
  means: text(
    "Java prints this itself, without a time: it happened after the entry above. A thread that ends by it may be one of the cluster's, and then the node goes on without it.",
    "Java가 시각 없이 직접 출력하는 줄입니다. 바로 위 항목 다음에 일어났습니다. 이 때문에 끝난 스레드가 클러스터의 것이면 노드는 그 스레드 없이 계속 실행됩니다.",
  ),
  causes: [
    text("The heap is too small for the sessions of all nodes.", "힙이 모든 노드의 세션을 담기에 작습니다"),
    text("Something in the application fills the heap.", "애플리케이션이 힙을 채웁니다"),
    text(
      '"unable to create native thread": the system allows no more threads.',
      '"unable to create native thread": 시스템이 스레드를 더 허용하지 않습니다',
    ),
  ],
  next: [
    text(
      "Restart the node, and find what fills the heap (-XX:+HeapDumpOnOutOfMemoryError).",
      "노드를 다시 시작하고 힙을 채우는 것을 찾으십시오(-XX:+HeapDumpOnOutOfMemoryError).",
    ),
  ],
});

/** The start and stop of a node, and their failures. */
export const LIFE: readonly Kind[] = [
  OUT_OF_MEMORY,
  kind("node-starting", "normal", "standardEngine.start", {
    title: text("Tomcat starts", "Tomcat이 시작됩니다"),
    means: text("A new run of this Tomcat begins.", "이 Tomcat의 새 실행이 시작됩니다."),
  }),
  kind("node-started", "normal", "catalina.startup", {
    title: text("Tomcat has started", "Tomcat이 시작되었습니다"),
    means: text("The node answers requests from here on.", "이때부터 노드가 요청에 응답합니다."),
  }),
  kind("node-stopping", "normal", "standardService.stop.name", {
    title: text("Tomcat stops", "Tomcat이 종료됩니다"),
    means: text(
      "The node was told to stop, so its neighbours are told that it leaves.",
      "노드가 종료 요청을 받았으므로 이웃 노드에 떠난다고 알립니다.",
    ),
  }),
  kind("node-not-started", "fault", "catalina.serverStartFail", {
    title: text("Tomcat does not start", "Tomcat이 시작되지 않습니다"),
    means: text(
      "A required part did not start, so Tomcat ends. The innermost cause in the stack trace says why.",
      "필수 구성 요소가 시작되지 않아 Tomcat이 종료됩니다. 이유는 스택 추적의 가장 안쪽 원인에 있습니다.",
    ),
    next: [
      text("Mend what the innermost cause names, then start again.", "가장 안쪽 원인을 고친 뒤 다시 시작하십시오."),
    ],
  }),
  kind("component-failed", "fault", "util.LifecycleBase.handleSubClassException", {
    title: text("A component does not start or stop", "구성 요소가 시작되거나 종료되지 않습니다"),
    means: text(
      "A part of this Tomcat failed. What depends on it does not run, and a Connector that fails leaves its port closed.",
      "이 Tomcat의 구성 요소 하나가 실패했습니다. 여기에 의존하는 부분은 동작하지 않으며, 실패한 Connector의 포트는 열리지 않습니다.",
    ),
    causes: [
      text("A port that another process has.", "다른 프로세스가 쓰는 포트"),
      text("A value the component refuses.", "구성 요소가 받지 않는 값"),
    ],
  }),
  kind("shutdown-port-taken", "fault", "standardServer.awaitSocket.fail", {
    title: text("The shutdown port cannot be opened", "종료 포트를 열 수 없습니다"),
    means: text(
      "Another process, often another Tomcat of this machine, has the shutdown port. This Tomcat ends at once.",
      "다른 프로세스(흔히 같은 장비의 다른 Tomcat)가 종료 포트를 쓰고 있습니다. 이 Tomcat은 바로 종료됩니다.",
    ),
    next: [
      text(
        "Give each Tomcat of a machine its own port on Server, or -1.",
        "한 장비의 Tomcat마다 Server의 port를 다르게 하거나 -1로 하십시오.",
      ),
    ],
    at: "Server.port",
  }),
  kind(
    "application-deployed",
    "normal",
    "hostConfig.deployDir.finished hostConfig.deployWar.finished hostConfig.deployDescriptor.finished",
    {
      title: text("An application is deployed", "애플리케이션이 배포되었습니다"),
      means: text(
        "From here on this node takes sessions of the application from its neighbours.",
        "이때부터 이 노드는 이웃 노드에서 이 애플리케이션의 세션을 받습니다.",
      ),
    },
  ),
  kind("application-not-started", "fault", "standardContext.startFailed standardContext.managerFail", {
    title: text("An application does not start", "애플리케이션이 시작되지 않습니다"),
    means: text(
      "This node does not serve the application and holds none of its sessions: what the others send for it is thrown away.",
      "이 노드는 해당 애플리케이션을 제공하지 않고 세션도 갖지 않습니다. 다른 노드가 보내는 세션은 버려집니다.",
    ),
    causes: [
      text(
        "An error of the application itself, in a line before this one or in the application's own log.",
        "애플리케이션 자체의 오류. 이 줄보다 앞이나 애플리케이션 로그에 있습니다",
      ),
      text(
        "A session manager that could not start, such as a BackupManager without a channel.",
        "채널 없는 BackupManager처럼 시작하지 못한 세션 관리자",
      ),
    ],
    next: [text("Look for the first SEVERE line before this one.", "이 줄보다 앞에 있는 첫 SEVERE 줄을 보십시오.")],
  }),
  kind("cluster-starting", "normal", "simpleTcpCluster.start", {
    title: text("The Cluster starts", "Cluster가 시작됩니다"),
    means: text(
      "The Cluster element is read and its Channel is started.",
      "Cluster 요소가 읽혔고 Channel이 시작됩니다.",
    ),
  }),
  kind("cluster-not-started", "fault", "simpleTcpCluster.startUnable", {
    title: text("The Cluster does not start", "Cluster가 시작되지 않습니다"),
    means: text(
      "The Channel could not be started. Tomcat does not run without it: the whole node fails to start.",
      "Channel을 시작할 수 없습니다. Tomcat은 Channel 없이 실행되지 않으므로 노드 전체가 시작되지 않습니다.",
    ),
    causes: [
      text("Every port the Receiver may take is taken.", "Receiver가 쓸 수 있는 포트가 모두 사용 중입니다"),
      text("The Receiver's address is not one of this machine.", "Receiver의 address가 이 장비의 주소가 아닙니다"),
      text("No route or no permission for multicast.", "멀티캐스트의 경로나 권한이 없습니다"),
      text(
        "An interceptor refuses its settings, such as EncryptInterceptor without a key.",
        "키가 없는 EncryptInterceptor처럼 인터셉터가 설정을 거부합니다",
      ),
    ],
    next: [text("Read the innermost cause of the stack trace.", "스택 추적에서 가장 안쪽 원인을 보십시오.")],
    at: "Receiver.address Receiver.port Membership",
  }),
  kind("cluster-not-stopped", "notice", "simpleTcpCluster.stopUnable", {
    title: text("The Cluster could not be stopped in order", "Cluster를 정상적으로 종료하지 못했습니다"),
    means: text(
      "The node leaves without telling the others everything; they notice after dropTime. Sessions are not harmed.",
      "노드가 다른 노드에 모두 알리지 못하고 떠납니다. 다른 노드는 dropTime 뒤에 알아챕니다. 세션에는 해가 없습니다.",
    ),
  }),
];
