import { LINES } from "../../schema/lines.ts";

/** The keys are the English texts where they are written. */
const KOREAN: Readonly<Record<string, string>> = {
  "Usage:": "사용법:",
  "Arguments:": "인수:",
  "Options:": "옵션:",
  "Global Options:": "공통 옵션:",
  "Commands:": "명령:",
  "Examples:": "예:",
  "Find what is wrong:": "문제 찾기:",
  "Look into it:": "들여다보기:",
  "Write configuration:": "설정 작성:",
  "For programs:": "프로그램용:",

  "User Commands": "사용자 명령",
  NAME: "이름",
  SYNOPSIS: "사용법",
  DESCRIPTION: "설명",
  COMMANDS: "명령",
  OPTIONS: "옵션",
  ENVIRONMENT: "환경 변수",
  EXAMPLES: "예",
  "Korean where they say so, else English; --lang comes first.":
    "한국어로 지정하면 한국어, 아니면 영어입니다. --lang이 우선합니다.",
  "No colours, whatever it is set to.": "어떤 값이든 설정하면 색을 쓰지 않습니다.",

  "knows what Apache Tomcat does with the configuration of a cluster":
    "Apache Tomcat이 클러스터 설정을 어떻게 처리하는지 알려 주는 프로그램",
  "Knows what Apache Tomcat does with the configuration of a cluster.":
    "Apache Tomcat이 클러스터 설정을 어떻게 처리하는지 알려 줍니다.",
  "choices:": "선택:",
  "default:": "기본값:",
  "output the version number": "버전을 출력합니다",
  "display help for command": "명령의 도움말을 표시합니다",
  "language of what is said": "표시할 언어",
  "instead of what the files tell": "파일에서 알아낸 버전 대신 쓸 Tomcat 버전",

  "check files, and folders with everything below them; - reads standard input":
    "파일을, 폴더는 그 아래까지 모두 검사합니다. -는 표준 입력을 읽습니다",
  "one, or several": "하나 또는 여럿",
  "where the format of the same place goes; - is standard output": "같은 순서의 형식을 쓸 파일. -는 표준 출력",
  "write the fixes that need no decision": "결정이 필요 없는 수정을 파일에 씁니다",
  "show what --fix would write, and write nothing": "--fix가 쓸 내용만 보여 주고 쓰지 않습니다",
  "exit with 1 from this severity on": "이 심각도부터 종료 코드 1로 끝냅니다",
  "report only what this file does not accept": "이 파일이 허용하지 않은 것만 알립니다",
  "accept what is found today": "지금 나온 것을 모두 허용합니다",
  "SARIF also names what comments silence and the baseline accepts":
    "주석으로 숨긴 것과 베이스라인이 허용한 것도 SARIF에 씁니다",
  "no failure where a folder has no file of Tomcat's, or a named file is none":
    "폴더에 Tomcat 파일이 없거나 지정한 파일이 Tomcat 파일이 아니어도 실패로 보지 않습니다",
  "the path standard input is taken for": "표준 입력을 이 경로의 파일로 봅니다",
  "threads for many files": "파일이 많을 때 쓸 스레드 수",
  "Exit code: 0 nothing found, 1 findings, 2 usage, configuration, or a file that is not checked, read or written.":
    "종료 코드: 0 문제 없음, 1 문제 있음, 2 사용법이나 설정의 오류, 또는 검사하거나 읽거나 쓰지 못한 파일.",
  "what is wrong there": "그곳의 문제",
  "what that Tomcat really runs": "그 Tomcat이 실제로 실행하는 설정",
  "a cluster in a new folder": "새 폴더에 클러스터 만들기",
  "all below this folder": "이 폴더 아래 모두",
  "a report for a program": "프로그램이 읽을 보고서",

  "move files, and folders with everything below them, to another Tomcat; without --write only a report":
    "파일을, 폴더는 그 아래까지 모두 다른 Tomcat으로 옮깁니다. --write가 없으면 보고서만 만듭니다",
  [`where to: ${LINES.join(", ")}, or a release of one`]: `옮길 Tomcat. ${LINES.join(", ")} 또는 그 릴리스`,
  "where from, instead of what the files tell": "파일에서 알아낸 버전 대신 쓸 지금의 버전",
  "show the changes as a patch instead of a report": "보고서 대신 변경 내용을 패치로 보여 줍니다",
  "write the changes": "변경 내용을 씁니다",
  "write down old defaults where the new Tomcat has others": "새 Tomcat의 기본값이 다르면 이전 기본값을 적어 둡니다",
  "what has to change, without a change": "바꾸지 않고 바뀔 것만 보기",
  "change it": "바꾸기",
  "Exit code: 0 nothing left to do; 1 changes that are not written; 2 usage, or a file that is not read or written;\n3 something cannot be migrated or is not known: the report says what is to do by hand.":
    "종료 코드: 0 할 일 없음, 1 쓰지 않은 변경이 있음, 2 사용법의 오류 또는 읽거나 쓰지 못한 파일,\n3 옮길 수 없거나 알 수 없는 것이 있음. 직접 할 일은 보고서에 있습니다.",

  "write the files of a new cluster, or put one into Tomcats that are there":
    "새 클러스터의 파일을 쓰거나, 이미 있는 Tomcat에 클러스터를 넣습니다",
  "the folder that gets a folder for each node": "노드마다 폴더를 만들 폴더",
  "the Tomcat it is for": "클러스터를 쓸 Tomcat 버전",
  "how many nodes; several share the machine of a single --host": "노드 수. --host가 하나면 모두 그 장비를 씁니다",
  "address of a node; once for each": "노드의 주소. 노드마다 한 번씩",
  "name of a node, also its jvmRoute; once for each": "노드의 이름이자 jvmRoute. 노드마다 한 번씩",
  "once for each node": "노드마다 한 번씩",
  "once for each node, for --balancer mod_jk": "노드마다 한 번씩, --balancer mod_jk일 때",
  "how nodes find each other": "노드가 서로를 찾는 방법",
  "the headless Service, for --membership dns": "--membership dns에 쓸 headless Service",
  "whether requests wait for the other nodes": "요청이 다른 노드를 기다릴지 여부",
  "sessions on all nodes, or on two": "세션을 모든 노드에 둘지 두 노드에 둘지",
  "encrypt with a new random key": "새로 만든 무작위 키로 암호화합니다",
  "send in clear text": "암호화하지 않고 보냅니다",
  "also write the file of a load balancer": "로드 밸런서의 파일도 씁니다",
  "put the cluster into this file; once for each node": "이 파일에 클러스터를 넣습니다. 노드마다 한 번씩",
  "add <distributable/> to this file; may be repeated": "이 파일에 <distributable/>을 넣습니다. 여러 번 쓸 수 있습니다",
  "take out a Cluster that is there": "이미 있는 Cluster를 뺍니다",
  "overwrite files that are there": "이미 있는 파일을 덮어씁니다",
  "print what would be written": "쓸 내용을 출력만 합니다",
  "What no flag says is asked for on a terminal.": "옵션으로 지정하지 않은 것은 터미널에서 묻습니다.",
  "two nodes; what is open is asked for": "노드 둘. 나머지는 묻습니다",
  "put the cluster into what is there": "이미 있는 파일에 클러스터 넣기",

  "what a rule says, and why; what a line of a log means": "규칙이 알리는 것과 이유, 로그 한 줄의 뜻",
  "its id, as findings name it, or that of an event in a log": "결과에 나오는 규칙의 id, 또는 로그 이벤트의 id",
  "its page": "규칙의 설명",
  "every rule, with its severity": "모든 규칙과 심각도",

  "which nodes belong together, who sends to whom, and what does not connect":
    "어느 노드가 한 클러스터인지, 누가 누구에게 보내는지, 무엇이 연결되지 않는지",
  "a picture": "그림",

  "what Tomcat really runs with a server.xml: defaults filled in, what it adds and what it drops":
    "Tomcat이 server.xml로 실제로 실행하는 설정. 기본값을 채우고, 추가하거나 버리는 것을 보여 줍니다",
  "a file, or the folder of one Tomcat": "파일, 또는 Tomcat 하나의 폴더",
  "only what another file's Tomcat runs differently, as a unified diff":
    "다른 파일의 Tomcat이 다르게 실행하는 것만 unified diff로 보여 줍니다",
  "all of it, the Cluster only, or only what differs from what is written":
    "전체, Cluster만, 작성한 것과 다른 것만 가운데 보여 줄 내용",
  "show passwords and keys instead of ***": "비밀번호와 키를 *** 대신 그대로 보여 줍니다",
  "Exit code: 0 shown, and with --diff no difference; 1 differences; 2 usage, or a file that cannot be read.":
    "종료 코드: 0 표시함(--diff에서는 차이 없음), 1 차이 있음, 2 사용법의 오류 또는 읽지 못한 파일.",
  "of the Tomcat in this folder": "이 폴더의 Tomcat",
  "only what Tomcat does otherwise than it is written": "작성한 것과 다르게 동작하는 것만",
  "only what differs between two": "둘 사이에 다른 것만",

  "test multicast: who sends heartbeats to the group of a file's Membership, and what is in the way":
    "멀티캐스트 테스트. 파일의 Membership 그룹에 누가 하트비트를 보내는지, 무엇이 막는지 알려 줍니다",
  "a server.xml, or a file with a Cluster": "server.xml, 또는 Cluster가 있는 파일",
  "name or address of the interface; else the Membership's bind":
    "네트워크 인터페이스의 이름이나 주소. 없으면 Membership의 bind",
  "how long to listen": "수신 대기할 시간(초)",
  "send test packets too, which no Tomcat takes for a member":
    "테스트 패킷도 보냅니다. Tomcat은 이것을 멤버로 여기지 않습니다",
  "Exit code: 0 members or test packets came, 1 nothing did, 2 usage, no multicast in the file, or a refusal of the system.":
    "종료 코드: 0 멤버나 테스트 패킷을 받음, 1 아무것도 받지 못함, 2 사용법의 오류, 파일에 멀티캐스트 없음, 또는 시스템의 거부.",
  "who is heard for half a minute": "30초 동안 하트비트를 보내는 멤버",

  "prove that running nodes replicate: write on one, read on the others, stop one, start it again":
    "실행 중인 노드의 복제를 증명합니다. 한 노드에 쓰고, 다른 노드에서 읽고, 하나를 멈췄다가 다시 시작합니다",
  "the test page on each node, at the node's own address": "각 노드의 테스트 페이지. 노드 자신의 주소로 지정합니다",
  "the test page as users reach it, through the load balancer": "로드 밸런서를 거쳐 사용자가 보는 테스트 페이지",
  "how often something is written": "쓰는 횟수",
  "how long it may take until it is seen": "다른 노드에서 보일 때까지 기다릴 시간(초)",
  "ask to stop a node and to start it again; on a terminal it does unless told otherwise":
    "노드를 멈췄다가 다시 시작하도록 요청합니다. 터미널에서는 따로 지정하지 않아도 요청합니다",
  "leave it out": "이 요청을 하지 않습니다",
  "the nodes' configuration, which may say why it fails": "노드의 설정. 실패한 이유를 찾는 데 씁니다",
  "the nodes' logs, which may say why it fails": "노드의 로그. 실패한 이유를 찾는 데 씁니다",
  "trust this authority's certificate too (PEM)": "이 인증 기관의 인증서(PEM)도 신뢰합니다",
  "take any certificate": "어떤 인증서든 받아들입니다",
  "print the test page, to be put into the application": "애플리케이션에 넣을 테스트 페이지를 출력합니다",
  "Every session it begins is ended, also after Ctrl-C. Exit code: 0 it replicates, 1 it does not or not wholly, 2 usage, or it cannot be told.":
    "시작한 세션은 Ctrl-C를 눌러도 모두 끝냅니다. 종료 코드: 0 복제됨, 1 복제되지 않거나 일부만 복제됨, 2 사용법의 오류 또는 판단할 수 없음.",
  "the page to put into the application": "애플리케이션에 넣을 페이지",
  "two nodes": "노드 둘",

  "what Tomcat's logs say of a cluster: one timeline of its nodes, what is wrong, and the line that causes it":
    "Tomcat 로그로 본 클러스터. 노드의 기록을 시간순으로 합치고, 문제와 원인이 되는 줄을 알려 줍니다",
  "logs of one node or of several, also rotated and gzipped ones; - is standard input":
    "하나 이상의 노드의 로그. 순환되거나 gzip으로 압축된 것도 됩니다. -는 표준 입력",
  "the nodes' configuration: files or folders": "노드의 설정. 파일이나 폴더",
  "this Tomcat's own texts tell apart what its log layout leaves open":
    "로그 형식만으로 구분되지 않는 것을 이 Tomcat의 메시지로 구분합니다",
  "events of the timeline to show, the last ones": "표시할 마지막 이벤트 수",
  "Exit code: 0 nothing wrong, 1 findings, 2 usage, or a file that cannot be read.":
    "종료 코드: 0 문제 없음, 1 문제 있음, 2 사용법의 오류 또는 읽지 못한 파일.",
  "two nodes together": "두 노드를 함께",

  "running nodes as they are now: who reaches and sees whom, sessions, and values beside those in the files":
    "실행 중인 노드의 지금 상태. 누가 누구에게 연결되고 누구를 보는지, 세션, 파일의 값과 다른 실행 값을 알려 줍니다",
  "manager applications, such as http://10.0.0.1:8080/manager":
    "manager 애플리케이션. 예: http://10.0.0.1:8080/manager",
  "the nodes' configuration: each Receiver in it is connected to once, and nothing sent":
    "노드의 설정. 그 안의 Receiver마다 한 번 연결하고 아무것도 보내지 않습니다",
  "User and password of the managers (role manager-jmx) come from TOMCAT_MANAGER_USER and TOMCAT_MANAGER_PASSWORD\nonly. It reads and changes nothing. Exit code: 0 nothing wrong, 1 something is, 2 usage.":
    "manager의 사용자와 비밀번호(역할 manager-jmx)는 TOMCAT_MANAGER_USER와 TOMCAT_MANAGER_PASSWORD에서만 읽습니다.\n읽기만 하고 바꾸지 않습니다. 종료 코드: 0 문제 없음, 1 문제 있음, 2 사용법의 오류.",
  "whether each Receiver is reached from here": "여기서 각 Receiver에 연결되는지",
  "and what a running node says": "실행 중인 노드가 알려 주는 것까지",

  "answer an agent over standard input and output (Model Context Protocol); reads, and changes nothing":
    "표준 입출력으로 에이전트에 답합니다(Model Context Protocol). 읽기만 하고 바꾸지 않습니다",
  "what it may read; without any, the working directory": "읽어도 되는 폴더. 없으면 현재 디렉터리",
  "for an agent that may read this folder": "이 폴더를 읽어도 되는 에이전트용",
  "print the manual page": "설명서를 출력합니다",
  "read it": "읽기",
  "print the script that completes words in a shell": "셸에서 단어를 완성하는 스크립트를 출력합니다",
  "in ~/.bashrc; likewise zsh": "~/.bashrc에. zsh도 같은 방법",
  "in ~/.config/fish/config.fish": "~/.config/fish/config.fish에",
  "in the profile of PowerShell": "PowerShell 프로필에",

  "A whole number from 1 on is expected.": "1 이상의 정수여야 합니다.",
  "A whole number from 0 on is expected.": "0 이상의 정수여야 합니다.",
  "A number.": "숫자여야 합니다.",
};

/** What the help and commander's errors say, in Korean; undefined where the English text is not known. */
export function inKorean(english: string): string | undefined {
  return KOREAN[english];
}
