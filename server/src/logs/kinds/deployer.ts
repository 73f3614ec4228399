import { type Kind, kind, text } from "./kind.ts";

/** FarmWarDeployer, and the listeners that report load to a proxy. */
export const DEPLOYER: readonly Kind[] = [
  kind(
    "farm-working",
    "normal",
    `farmWarDeployer.started farmWarDeployer.stopped farmWarDeployer.watchDir farmWarDeployer.modInstall
     farmWarDeployer.removeLocal farmWarDeployer.removeStart farmWarDeployer.alreadyDeployed`,
    {
      title: text("FarmWarDeployer works", "FarmWarDeployer가 동작합니다"),
      means: text(
        "It watches a folder, or deploys or removes an application everywhere.",
        "폴더를 감시하거나 애플리케이션을 모든 노드에 배포 또는 제거합니다.",
      ),
    },
  ),
  kind(
    "farm-misplaced",
    "fault",
    "farmWarDeployer.hostOnly farmWarDeployer.hostParentEngine farmWarDeployer.mbeanNameFail",
    {
      title: text("FarmWarDeployer cannot work here", "FarmWarDeployer가 이 위치에서 동작할 수 없습니다"),
      means: text(
        "It deploys nothing: it needs a Cluster inside of a Host.",
        "아무것도 배포하지 않습니다. Host 안의 Cluster에 있어야 합니다.",
      ),
      next: [text("Move the Cluster into the Host.", "Cluster를 Host 안으로 옮기십시오.")],
      at: "Deployer",
    },
  ),
  kind(
    "farm-file-failed",
    "fault",
    `fileNewFail farmWarDeployer.fileCopyFail farmWarDeployer.renameFail farmWarDeployer.deleteFail
     fileMessageFactory.deleteFail warWatcher.cantListWatchDir warWatcher.listedFileDoesNotExist`,
    {
      title: text("FarmWarDeployer cannot use a file or folder", "FarmWarDeployer가 파일이나 폴더를 쓸 수 없습니다"),
      means: text(
        "The application is not deployed or removed on this node.",
        "이 노드에 애플리케이션이 배포되거나 제거되지 않습니다.",
      ),
      causes: [
        text("Tomcat's user may not write there.", "Tomcat의 사용자에게 쓰기 권한이 없습니다"),
        text("The disk is full.", "디스크가 가득 찼습니다"),
        text("The folder does not exist.", "폴더가 없습니다"),
      ],
      at: "Deployer.tempDir Deployer.deployDir Deployer.watchDir",
    },
  ),
  kind(
    "farm-failed",
    "fault",
    `farmWarDeployer.modInstallFail farmWarDeployer.fileMessageError farmWarDeployer.undeployMessageError
     farmWarDeployer.removeLocalFail farmWarDeployer.removeFailLocal farmWarDeployer.msgIoe`,
    {
      title: text(
        "An application could not be deployed or removed everywhere",
        "애플리케이션을 모든 노드에 배포하거나 제거하지 못했습니다",
      ),
      means: text("Nodes run different applications now.", "노드마다 애플리케이션이 다릅니다."),
      next: [text("Read the exception, then touch the WAR file again.", "예외를 본 뒤 WAR 파일을 다시 touch하십시오.")],
      at: "Deployer",
    },
  ),
  kind(
    "farm-busy",
    "fault",
    "farmWarDeployer.servicingDeploy farmWarDeployer.servicingUndeploy farmWarDeployer.removeFailRemote",
    {
      title: text("An application is being changed already", "애플리케이션이 이미 변경 중입니다"),
      means: text("This change is left out on this node.", "이 노드에서는 이번 변경이 빠집니다."),
      next: [
        text(
          "Touch the WAR file again when the other change has ended.",
          "다른 변경이 끝나면 WAR 파일을 다시 touch하십시오.",
        ),
      ],
      at: "Deployer",
    },
  ),
  kind("farm-part-lost", "fault", "fileMessageFactory.duplicateMessage ha.deploy.FileMessageFactory.isValid", {
    title: text("Parts of a WAR came twice or too late", "WAR의 일부가 두 번 오거나 늦게 왔습니다"),
    means: text(
      "A part that comes twice is left out; a file that is not whole in time is thrown away.",
      "두 번 온 부분은 무시하고, 제시간에 다 오지 않은 파일은 버립니다.",
    ),
    causes: [
      text(
        "The Sender's timeout is too short for parts of this size, or maxValidTime for the file.",
        "Sender의 timeout이 짧거나, 파일에 비해 maxValidTime이 짧습니다",
      ),
    ],
    at: "Deployer.maxValidTime Transport.timeout",
  }),
  kind(
    "load-not-told",
    "fault",
    `heartbeatListener.errorCollectingInfo heartbeatListener.refreshError heartbeatListener.sendError
     heartbeatListener.senderInitError multiCastSender.multiCastFailed multiCastSender.sendFailed
     tcpSender.connectionFailed tcpSender.sendFailed tcpSender.notInitialized tcpSender.readError
     tcpSender.responseError tcpSender.responseErrorCode tcpSender.duplicateContentLength
     tcpSender.invalidContentLength tcpSender.invalidHeaderLine`,
    {
      title: text(
        "HeartbeatListener could not tell a proxy of its load",
        "HeartbeatListener가 프록시에 부하를 알리지 못했습니다",
      ),
      means: text(
        "Sessions are not concerned. A proxy with mod_heartmonitor may stop sending requests here.",
        "세션과는 관계없습니다. mod_heartmonitor를 쓰는 프록시가 이 노드로 요청을 보내지 않을 수 있습니다.",
      ),
      causes: [
        text(
          "The proxy is not running, or ProxyURL is not handled there.",
          "프록시가 실행되지 않았거나 ProxyURL을 처리하지 않습니다",
        ),
        text("Host or port in ProxyList or Group is wrong.", "ProxyList나 Group의 호스트나 포트가 잘못되었습니다"),
      ],
      at: "Listener",
    },
  ),
];
