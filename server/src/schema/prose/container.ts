import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const CORE = "org.apache.catalina.core";

/** What Engine, Host and Context share. */
export const containerProse = (): AttributesProse => ({
  backgroundProcessorDelay: explain(
    "Pause between two rounds of background work: expiring sessions, looking for changed classes and new WARs, replication heartbeats. -1 leaves the work to the parent's thread; an Engine without a positive value leaves it undone.",
    "세션 만료, 변경된 클래스와 새 WAR 확인, 클러스터 하트비트 같은 백그라운드 작업 사이의 간격입니다. -1이면 상위 컨테이너의 스레드가 처리하며, Engine의 값이 양수가 아니면 처리되지 않습니다.",
    { unit: "s", range: { min: -1 } },
  ),
});

const startStopThreads = (): AttributesProse => ({
  startStopThreads: explain(
    "Threads that start and stop the children in parallel. 1 goes one by one; 0 takes as many as there are processors, and a negative number that many fewer. More shortens the start of a Tomcat with many applications.",
    "하위 컨테이너를 병렬로 시작하고 중지하는 스레드 수입니다. 1이면 하나씩, 0이면 프로세서 수만큼이며, 음수이면 프로세서 수에서 뺀 값입니다. 애플리케이션이 많을 때 시작 시간을 줄입니다.",
    { unit: "threads" },
  ),
});

const executor = (): AttributesProse => ({
  name: explain(
    "Name that a Connector's `executor` attribute refers to. It must be unique in the Service, and the Executor must stand above the Connectors that use it.",
    "Connector의 `executor` 속성이 참조하는 이름입니다. Service 안에서 고유해야 하며, Executor는 이를 쓰는 Connector보다 위에 있어야 합니다.",
  ),
  namePrefix: explain(
    "Beginning of the thread names, followed by a number. A telling one helps to read thread dumps.",
    "스레드 이름의 앞부분이며 뒤에 번호가 붙습니다. 알아보기 쉬운 이름은 스레드 덤프를 읽을 때 도움이 됩니다.",
  ),
});

/** `<Server>`, `<Service>`, `<Executor>`, `<Engine>` and `<Host>`. */
export const serverProse = (): ProseBook => ({
  [`${CORE}.StandardServer`]: {
    text: {
      en: "The whole Tomcat of one JVM: global resources and Services. It also listens on a local port for the command that shuts it down.",
      ko: "JVM 하나의 Tomcat 전체입니다. 전역 리소스와 Service를 담고, 종료 명령을 받는 로컬 포트도 엽니다.",
    },
    attributes: {
      address: explain(
        "Local address on which the shutdown port listens. Leave it at localhost: whoever reaches it can stop Tomcat.",
        "종료 포트가 수신 대기하는 로컬 주소입니다. 이 포트에 접근할 수 있으면 누구나 Tomcat을 멈출 수 있으므로 localhost로 두십시오.",
      ),
      port: explain(
        "TCP port that waits for the shutdown command; -1 opens none. Several Tomcats on one machine need different ones. With -1, shutdown.sh must stop the process itself, by CATALINA_PID.",
        "종료 명령을 기다리는 TCP 포트이며 -1이면 열지 않습니다. 한 장비의 여러 Tomcat은 포트가 서로 달라야 합니다. -1이면 shutdown.sh는 CATALINA_PID로 프로세스를 직접 멈춰야 합니다.",
        { range: { min: -1, max: 65_535 } },
      ),
      portOffset: explain(
        "Number added to the shutdown port and to the port of every Connector, so that a second Tomcat on the machine differs in one line only. The cluster's Receiver and Membership ports are not moved.",
        "종료 포트와 모든 Connector 포트에 더하는 수입니다. 같은 장비의 두 번째 Tomcat을 한 줄만 바꾸어 만들 수 있습니다. 클러스터의 Receiver와 Membership 포트에는 더해지지 않습니다.",
        { range: { min: 0, max: 65_535 } },
      ),
      shutdown: explain(
        "Text that must arrive on the shutdown port to stop Tomcat. Change it where others can log in to the machine; it is sent unencrypted.",
        "Tomcat을 멈추기 위해 종료 포트로 보내야 하는 문자열입니다. 암호화되지 않으며, 다른 사용자가 로그인하는 장비이면 바꾸십시오.",
      ),
      periodicEventDelay: explain(
        "Pause between two periodic events for the Server's listeners, such as reloading certificates; 0 or less switches them off.",
        "인증서 다시 읽기처럼 Server의 리스너가 받는 주기적 이벤트의 간격입니다. 0 이하이면 발생하지 않습니다.",
        { unit: "s" },
      ),
      utilityThreads: explain(
        "Threads for background and start work that all containers and the cluster share. 0 takes as many as there are processors, a negative number that many fewer; never less than two.",
        "모든 컨테이너와 클러스터가 함께 쓰는 백그라운드 및 시작 작업용 스레드 수입니다. 0이면 프로세서 수만큼, 음수이면 프로세서 수에서 뺀 값이며 최소 2개입니다.",
        { unit: "threads" },
      ),
      utilityThreadsAsDaemon: explain(
        "Makes the utility threads daemons, which do not keep the JVM alive. Meant for Tomcat embedded into another program.",
        "유틸리티 스레드를 데몬으로 만들어 JVM 종료를 막지 않게 합니다. 다른 프로그램에 내장된 Tomcat을 위한 것입니다.",
      ),
    },
  },
  [`${CORE}.StandardService`]: {
    text: {
      en: "Joins one Engine with the Connectors that bring requests to it. One Service is enough unless ports must lead to separate applications.",
      ko: "Engine 하나와 요청을 전달하는 Connector들을 묶습니다. 포트마다 애플리케이션을 나눌 때가 아니면 하나로 충분합니다.",
    },
    attributes: {
      name: explain(
        "Name of the Service in logs and management tools; unique within the Server.",
        "로그와 관리 도구에 나타나는 Service의 이름이며 Server 안에서 고유해야 합니다.",
      ),
      gracefulStopAwaitMillis: explain(
        'How long a stopping Service waits for open connections to end before it stops the applications. It works only for Connectors with bindOnInit="false".',
        'Service가 멈출 때 애플리케이션을 중지하기 전에 열린 연결이 끝나기를 기다리는 시간입니다. bindOnInit="false"인 Connector에만 적용됩니다.',
        { unit: "ms", range: { min: 0 } },
      ),
    },
  },
  [`${CORE}.StandardThreadExecutor`]: {
    text: {
      en: "A thread pool that several Connectors can share. A Connector that names it ignores its own thread attributes.",
      ko: "여러 Connector가 함께 쓸 수 있는 스레드 풀입니다. 이를 지정한 Connector는 자신의 스레드 속성을 무시합니다.",
    },
    attributes: {
      ...executor(),
      daemon: explain(
        "Makes the threads daemons, which do not keep the JVM from ending.",
        "스레드를 데몬으로 만들어 JVM 종료를 막지 않게 합니다.",
      ),
      maxIdleTime: explain(
        "How long a thread beyond minSpareThreads may be idle before it ends.",
        "minSpareThreads를 넘는 스레드가 쉬다가 종료되기까지의 시간입니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      maxQueueSize: explain(
        "Requests that may wait for a thread; further ones are refused. The default never refuses, and lets a queue grow that nobody can serve in time.",
        "스레드를 기다릴 수 있는 요청 수이며 넘으면 거부합니다. 기본값은 거부하지 않으므로 제때 처리하지 못할 큐가 쌓일 수 있습니다.",
        { unit: "requests", range: { min: 0 } },
      ),
      maxThreads: explain(
        "Most requests that all Connectors of this pool work on at once. More threads help only while the database and the processors can follow.",
        "이 풀을 쓰는 모든 Connector가 동시에 처리하는 최대 요청 수입니다. 데이터베이스와 프로세서가 감당할 때만 늘리는 효과가 있습니다.",
        { unit: "threads", range: { min: 1 } },
      ),
      minSpareThreads: explain(
        "Threads that are kept even while nothing happens.",
        "요청이 없어도 유지하는 스레드 수입니다.",
        { unit: "threads", range: { min: 0 } },
      ),
      prestartminSpareThreads: explain(
        "Makes the spare threads at the start instead of with the first requests.",
        "첫 요청이 올 때가 아니라 시작할 때 여유 스레드를 만듭니다.",
      ),
      threadPriority: explain("Priority of the threads, as Java counts it.", "Java 기준의 스레드 우선순위입니다.", {
        range: { min: 1, max: 10 },
      }),
      threadRenewalDelay: explain(
        "After an application stops, its threads are replaced to let go of its memory; this is the pause between two replacements. A negative value replaces none.",
        "애플리케이션이 멈추면 메모리를 놓아주기 위해 스레드를 교체하는데, 그 교체 사이의 간격입니다. 음수이면 교체하지 않습니다.",
        { unit: "ms" },
      ),
    },
  },
  [`${CORE}.StandardVirtualThreadExecutor`]: {
    text: {
      en: "Runs every request on a virtual thread of its own. It needs Java 21; there is no upper limit, so bound the work by maxConnections or in the database pool.",
      ko: "요청마다 가상 스레드를 사용합니다. Java 21이 필요하며 스레드 수에 제한이 없으므로 maxConnections나 데이터베이스 풀에서 작업량을 제한하십시오.",
    },
    attributes: executor(),
  },
  [`${CORE}.StandardEngine`]: {
    text: {
      en: "Takes the requests of all Connectors of its Service and hands them to a Host by name. In a cluster it carries the name by which the balancer finds this node.",
      ko: "Service의 모든 Connector에서 요청을 받아 이름에 맞는 Host로 넘깁니다. 클러스터에서는 로드 밸런서가 이 노드를 찾는 이름을 가집니다.",
    },
    attributes: {
      ...containerProse(),
      ...startStopThreads(),
      defaultHost: explain(
        "Host that takes requests for names no Host has. One of the Engine's Hosts must have this as its name or an Alias.",
        "어느 Host에도 해당하지 않는 이름의 요청을 처리할 Host입니다. Engine 안의 한 Host가 이 값을 이름이나 Alias로 가져야 합니다.",
      ),
      jvmRoute: explain(
        "Name of this node behind a load balancer. It ends every session id, so that the balancer sends a session back to the same node. Every node needs a different one, equal to the worker's name in the balancer.",
        "로드 밸런서 뒤에서 이 노드를 구분하는 이름입니다. 모든 세션 ID 끝에 붙어 로드 밸런서가 같은 노드로 요청을 보내게 합니다. 노드마다 달라야 하고 로드 밸런서의 워커 이름과 같아야 합니다.",
      ),
      name: explain(
        "Name of the Engine in logs, in JMX and as a folder below conf. With several Services each Engine needs another.",
        "로그, JMX, conf 아래의 폴더 이름에 쓰이는 Engine의 이름입니다. Service가 여럿이면 Engine마다 달라야 합니다.",
      ),
    },
  },
  [`${CORE}.StandardHost`]: {
    text: {
      en: "A virtual host: a network name with its applications, most often all that lies in its appBase.",
      ko: "가상 호스트입니다. 네트워크 이름과 그 이름에 속한 애플리케이션이며, 보통 appBase에 있는 것들입니다.",
    },
    attributes: {
      ...containerProse(),
      ...startStopThreads(),
      appBase: explain(
        "Folder with the applications of this Host; a relative path starts at CATALINA_BASE. Two Hosts with one folder deploy everything twice, and a docBase inside it is deployed once more.",
        "이 Host의 애플리케이션이 있는 폴더이며, 상대 경로는 CATALINA_BASE를 기준으로 합니다. 두 Host가 같은 폴더를 쓰면 모두 두 번 배포되고, 그 안을 docBase로 지정해도 한 번 더 배포됩니다.",
      ),
      legacyAppBase: explain(
        "Folder for applications written for Java EE. Tomcat converts them to Jakarta EE and puts the result into appBase.",
        "Java EE용으로 작성된 애플리케이션을 두는 폴더입니다. Tomcat이 Jakarta EE로 변환하여 appBase에 넣습니다.",
      ),
      autoDeploy: explain(
        "Looks at every background round for new, changed and removed applications. Good for development; in production it costs reads, and deploys half-copied files.",
        "백그라운드 주기마다 새로 생기거나 바뀌거나 삭제된 애플리케이션을 확인합니다. 개발에는 편리하지만 운영에서는 디스크 부하가 있고 복사 중인 파일을 배포할 수 있습니다.",
      ),
      deployOnStartup: explain(
        "Deploys what lies in appBase and xmlBase when the Host starts. False leaves only Contexts that stand in server.xml.",
        "Host가 시작할 때 appBase와 xmlBase에 있는 것을 배포합니다. false이면 server.xml에 있는 Context만 남습니다.",
      ),
      deployIgnore: explain(
        "Regular expression over the names in appBase; what it matches whole is never deployed.",
        "appBase 안의 이름에 적용하는 정규식이며, 전체가 일치하는 것은 배포하지 않습니다.",
      ),
      deployXML: explain(
        "Reads META-INF/context.xml of the applications. Switch it off where you do not trust them: that file may grant them rights, or reach outside of the Host.",
        "애플리케이션의 META-INF/context.xml을 읽습니다. 이 파일로 애플리케이션이 권한을 얻거나 Host 밖에 접근할 수 있으므로 신뢰하지 않는 애플리케이션이 있으면 끄십시오.",
      ),
      copyXML: explain(
        "Copies an application's META-INF/context.xml to xmlBase when it is deployed. From then on the copy counts, and a new WAR does not change it.",
        "배포할 때 애플리케이션의 META-INF/context.xml을 xmlBase에 복사합니다. 이후에는 복사본이 적용되며 새 WAR를 배포해도 바뀌지 않습니다.",
      ),
      createDirs: explain(
        "Creates appBase and xmlBase where they are missing.",
        "appBase와 xmlBase가 없으면 만듭니다.",
      ),
      unpackWARs: explain(
        "Unpacks WAR files into folders before they run. False serves them from the archive, which is slower and leaves the application without real files.",
        "WAR 파일을 폴더로 풀어서 실행합니다. false이면 압축 파일에서 직접 읽으므로 느리고, 애플리케이션이 실제 파일 경로를 얻을 수 없습니다.",
      ),
      undeployOldVersions: explain(
        "With parallel deployment (`app##2.war`), removes an old version once its last session is gone. It needs autoDeploy.",
        "병렬 배포(`app##2.war`)에서 마지막 세션이 끝난 이전 버전을 제거합니다. autoDeploy가 켜져 있어야 합니다.",
      ),
      failCtxIfServletStartFails: explain(
        "Makes an application fail as a whole when one of its load-on-startup servlets fails. Otherwise it runs without that servlet. A Context may say otherwise for itself.",
        "load-on-startup 서블릿 하나가 실패하면 애플리케이션 전체를 실패로 처리합니다. 그렇지 않으면 그 서블릿 없이 실행됩니다. Context에서 따로 정할 수 있습니다.",
      ),
      errorReportValveClass: explain(
        "Class of the valve that writes error pages where the application has none.",
        "애플리케이션에 오류 페이지가 없을 때 오류 페이지를 만드는 밸브의 클래스입니다.",
      ),
      name: explain(
        "Network name, as clients write it in the address; lower case, without a port. `*.example.com` takes every name of a domain. With the Cluster in the Engine, Hosts of replicated applications must be called the same on all nodes.",
        "클라이언트가 주소에 쓰는 네트워크 이름이며, 소문자로 포트 없이 씁니다. `*.example.com`은 도메인의 모든 이름을 받습니다. Cluster가 Engine에 있으면 복제하는 애플리케이션의 Host 이름이 모든 노드에서 같아야 합니다.",
      ),
      workDir: explain(
        "Folder below which each application gets a scratch folder, also for compiled JSPs. A relative path starts at CATALINA_BASE; work/<Engine>/<Host> where it is absent.",
        "애플리케이션마다 임시 폴더를 두는 위치이며 컴파일된 JSP도 여기에 저장됩니다. 상대 경로는 CATALINA_BASE를 기준으로 하고, 없으면 work/<Engine>/<Host>입니다.",
      ),
      xmlBase: explain(
        "Folder with one XML file for each application; conf/<Engine>/<Host> where it is absent.",
        "애플리케이션마다 XML 파일을 하나씩 두는 폴더이며, 없으면 conf/<Engine>/<Host>입니다.",
      ),
    },
  },
});
