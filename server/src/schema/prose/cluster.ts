import { explain, type ProseBook } from "./model.ts";

const HA = "org.apache.catalina.ha";

/** `<Cluster>`, its listeners and its deployer. */
export const clusterProse = (): ProseBook => ({
  [`${HA}.tcp.SimpleTcpCluster`]: {
    text: {
      en: "Copies the sessions of distributable applications to the other Tomcats of the cluster. In an Engine it serves all Hosts, in a Host only that one. Left empty, it finds members by multicast and gives each application a DeltaManager.",
      ko: "distributable 애플리케이션의 세션을 클러스터의 다른 Tomcat으로 복제합니다. Engine에 두면 모든 Host에, Host에 두면 그 Host에만 적용됩니다. 내용을 비워 두면 멀티캐스트로 멤버를 찾고 애플리케이션마다 DeltaManager를 사용합니다.",
    },
    attributes: {
      channelSendOptions: explain(
        "How session messages travel, as a sum of options or as their names. 8 returns to the request at once and sends in the background; 6 waits until the other nodes have applied the change.",
        "세션 메시지를 보내는 방식이며, 옵션의 합계 또는 이름으로 씁니다. 8은 요청을 바로 끝내고 백그라운드로 보내며, 6은 다른 노드가 변경을 적용할 때까지 기다립니다.",
      ),
      channelStartOptions: explain(
        "Which parts of the channel start: receiver 1, sender 2, hearing members 4, announcing oneself 8. 15 is all; 3 leaves multicast out, for static members.",
        "채널에서 시작할 부분입니다. Receiver 1, Sender 2, 멤버 수신 4, 하트비트 전송 8을 더합니다. 15는 전부이고, 3은 정적 멤버를 위해 멀티캐스트를 뺍니다.",
        { range: { min: 0, max: 15 } },
      ),
      clusterName: explain(
        "A name for the cluster in management tools and logs; the container's name where it is absent. With StaticMembershipService or ClusterSingleSignOn it must be the same on all nodes.",
        "관리 도구와 로그에 쓰이는 클러스터 이름입니다. 없으면 컨테이너의 이름을 씁니다. StaticMembershipService나 ClusterSingleSignOn을 쓰면 모든 노드에서 같아야 합니다.",
      ),
      heartbeatBackgroundEnabled: explain(
        "Lets the container's background thread drive the channel's heartbeat, every 10 s by default, and switches the Channel's own heartbeat off.",
        "컨테이너의 백그라운드 스레드가 채널의 하트비트를 실행하게 하고(기본 10초마다), Channel 자체의 heartbeat를 끕니다.",
      ),
      notifyLifecycleListenerOnFailure: explain(
        "Fires a lifecycle event when a message arrives that no cluster listener takes.",
        "어떤 클러스터 리스너도 처리하지 않은 메시지가 도착하면 라이프사이클 이벤트를 발생시킵니다.",
      ),
    },
  },
  [`${HA}.session.ClusterSessionListener`]: {
    text: {
      en: "Hands incoming session messages to the DeltaManager they are for. Added by itself when the Cluster names no ClusterListener.",
      ko: "수신한 세션 메시지를 해당 DeltaManager에 전달합니다. Cluster에 ClusterListener가 하나도 없으면 자동으로 추가됩니다.",
    },
    attributes: {},
  },
  [`${HA}.session.JvmRouteSessionIDBinderListener`]: {
    text: {
      en: "Told the other nodes of a changed session id after a failover. Later Tomcats do this without it.",
      ko: "장애 조치 뒤에 바뀐 세션 ID를 다른 노드에 알렸습니다. 이후의 Tomcat에서는 필요하지 않습니다.",
    },
    attributes: {},
  },
  [`${HA}.deploy.FarmWarDeployer`]: {
    text: {
      en: "Spreads WAR files to every node of the cluster: what appears in the watched folder of one node is deployed on all. It works only in the Cluster of a Host.",
      ko: "WAR 파일을 클러스터의 모든 노드에 배포합니다. 한 노드의 감시 폴더에 넣은 파일이 모든 노드에 배포됩니다. Host의 Cluster에서만 동작합니다.",
    },
    attributes: {
      deployDir: explain(
        "Folder that receives the applications, normally the Host's appBase. A relative path starts at CATALINA_BASE.",
        "애플리케이션을 배포할 폴더이며, 보통 Host의 appBase입니다. 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
      ),
      tempDir: explain(
        "Folder for the parts of a WAR while they arrive from another node.",
        "다른 노드에서 받는 WAR 조각을 임시로 저장하는 폴더입니다.",
      ),
      watchDir: explain(
        "Folder that is watched for new, changed and removed WAR files. Used only where watchEnabled is true.",
        "새로 생기거나 바뀌거나 삭제된 WAR 파일을 감시하는 폴더입니다. watchEnabled가 true일 때만 쓰입니다.",
      ),
      watchEnabled: explain(
        "Makes this node watch watchDir and send what changes. Switch it on for one node of the cluster only.",
        "이 노드가 watchDir을 감시하고 변경을 보내게 합니다. 클러스터에서 한 노드에만 켜십시오.",
      ),
      processDeployFrequency: explain(
        "How many background cycles of the Host pass between two looks at watchDir. A larger number looks less often.",
        "watchDir을 다시 확인하기까지 지나는 Host 백그라운드 주기의 수입니다. 값이 클수록 드물게 확인합니다.",
        { unit: "cycles", range: { min: 1 } },
      ),
      maxValidTime: explain(
        "How long an unfinished WAR may wait for its next part before it is thrown away.",
        "완성되지 않은 WAR가 다음 조각을 기다리는 시간입니다. 지나면 버려집니다.",
        { unit: "s", range: { min: 1 } },
      ),
    },
  },
  [`${HA}.backend.HeartbeatListener`]: {
    text: {
      en: "Reports this Tomcat and its load to Apache httpd's mod_heartmonitor or mod_proxy, so that the balancer knows who is alive. It has nothing to do with session replication.",
      ko: "이 Tomcat과 부하를 Apache httpd의 mod_heartmonitor나 mod_proxy에 알려서 로드 밸런서가 살아 있는 노드를 알 수 있게 합니다. 세션 복제와는 관계가 없습니다.",
    },
    attributes: {
      group: explain("Multicast address the reports are sent to.", "보고를 보내는 멀티캐스트 주소입니다."),
      multiport: explain("UDP port of that multicast group.", "그 멀티캐스트 그룹의 UDP 포트입니다.", {
        range: { min: 0, max: 65_535 },
      }),
      host: explain(
        "Address of the Connector that is reported; found from the Connector where it is absent.",
        "보고에 담을 Connector의 주소입니다. 없으면 Connector에서 찾습니다.",
      ),
      port: explain("Port of the Connector that is reported.", "보고에 담을 Connector의 포트입니다.", {
        range: { min: 0, max: 65_535 },
      }),
      proxyList: explain(
        "Proxies as host:port, separated by commas; with it, reports go to them by TCP instead of multicast.",
        "쉼표로 구분한 프록시의 host:port 목록입니다. 지정하면 멀티캐스트 대신 TCP로 보고합니다.",
      ),
      ttl: explain(
        "How many routers a multicast report may pass.",
        "멀티캐스트 보고가 통과할 수 있는 라우터 수입니다.",
        { unit: "hops", range: { min: 0, max: 255 } },
      ),
    },
  },
});
