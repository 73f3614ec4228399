import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const VALVES = "org.apache.catalina.valves";

/** Attributes of all three access logs. */
const accessLog = (): AttributesProse => ({
  buffered: explain(
    "Collects lines before they are written. False writes each at once, which helps while watching and costs under load.",
    "줄을 모았다가 기록합니다. false이면 바로 기록하여 지켜보기에는 좋지만 부하가 크면 느려집니다.",
  ),
  condition: explain("The older name of conditionUnless.", "conditionUnless의 이전 이름입니다."),
  conditionIf: explain(
    "Name of a request attribute; only requests that have it are logged.",
    "요청 속성의 이름이며 이 속성이 있는 요청만 기록합니다.",
  ),
  conditionUnless: explain(
    "Name of a request attribute; requests that have it are not logged, as those of a health check.",
    "요청 속성의 이름이며 이 속성이 있는 요청은 기록하지 않습니다. 상태 확인 요청을 제외할 때 씁니다.",
  ),
  directory: explain(
    "Folder of the log files; a relative path starts at CATALINA_BASE.",
    "로그 파일의 폴더이며, 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
  ),
  encoding: explain("Character encoding of the log file.", "로그 파일의 문자 인코딩입니다."),
  fileDateFormat: explain(
    "Date in the file name, as SimpleDateFormat takes it; it also sets how often a new file begins: .yyyy-MM-dd.HH is each hour.",
    "파일 이름의 날짜 형식(SimpleDateFormat)이며 새 파일이 시작되는 주기도 정합니다. .yyyy-MM-dd.HH이면 한 시간마다입니다.",
  ),
  ipv6Canonical: explain(
    "Writes IPv6 addresses in the short form of RFC 5952.",
    "IPv6 주소를 RFC 5952의 짧은 형식으로 기록합니다.",
  ),
  locale: explain("Language of months in times, as en or ko.", "시각의 월 이름 등에 쓰는 언어이며 en, ko처럼 씁니다."),
  maxDays: explain(
    "Age at which old files are deleted; -1 deletes none, and the disk fills.",
    "오래된 파일을 삭제하기까지의 일수이며 -1이면 삭제하지 않아 디스크가 찰 수 있습니다.",
    { unit: "days", range: { min: -1 } },
  ),
  maxLogMessageBufferSize: explain(
    "Line buffers that have grown beyond this are thrown away instead of used again. Set it above the usual length of a line.",
    "이보다 커진 줄 버퍼는 재사용하지 않고 버립니다. 보통 한 줄의 길이보다 크게 두십시오.",
    { unit: "characters", range: { min: 1 } },
  ),
  pattern: explain(
    "What a line holds: common, combined, or codes such as %h (client), %u (user), %r (request line), %s (status), %D (time taken), %S (session id) and %{X-Header}i.",
    "한 줄에 기록할 내용입니다. common, combined 또는 %h(클라이언트), %u(사용자), %r(요청 줄), %s(상태), %D(처리 시간), %S(세션 ID), %{X-Header}i 같은 코드로 씁니다.",
  ),
  prefix: explain("Beginning of the file name, before the date.", "파일 이름에서 날짜 앞의 부분입니다."),
  suffix: explain("End of the file name, behind the date, as .log.", "파일 이름에서 날짜 뒤의 부분이며 .log 등입니다."),
  renameOnRotate: explain(
    "Writes to a file without a date and renames it when the next begins; for programs that follow the log.",
    "날짜 없는 파일에 기록하다가 새 파일이 시작될 때 이름을 바꿉니다. 로그를 따라 읽는 프로그램에 편리합니다.",
  ),
  requestAttributesEnabled: explain(
    "Logs the client's address as RemoteIpValve found it, instead of the proxy's.",
    "프록시의 주소 대신 RemoteIpValve가 찾은 클라이언트 주소를 기록합니다.",
  ),
  rotatable: explain(
    "Begins a new file each period. False keeps one file without a date, for logrotate and the like.",
    "주기마다 새 파일을 시작합니다. false이면 logrotate 등을 위해 날짜 없는 파일 하나를 유지합니다.",
  ),
});

/** Attributes of 7.0 only. */
const lookups = (): AttributesProse => ({
  resolveHosts: explain(
    "Asks the DNS for the names of clients. enableLookups of the Connector does that now.",
    "클라이언트 이름을 DNS에 묻습니다. 이제는 Connector의 enableLookups가 합니다.",
  ),
});

const errorReport = (): AttributesProse => ({
  showReport: explain(
    "Shows the message and the stack trace of an error. Switch it off in production: they tell strangers how the application is built.",
    "오류의 메시지와 스택 추적을 보여 줍니다. 애플리케이션의 구조가 드러나므로 운영에서는 끄십시오.",
  ),
  showServerInfo: explain(
    "Shows Tomcat's version on error pages. Switch it off in production.",
    "오류 페이지에 Tomcat 버전을 보여 줍니다. 운영에서는 끄십시오.",
  ),
});

/** Valves that write access logs and error pages. */
export const logValveProse = (): ProseBook => ({
  [`${VALVES}.AccessLogValve`]: {
    text: {
      en: "Writes a line for each request into a file. Put it into the Host or Engine to have all applications in one.",
      ko: "요청마다 한 줄을 파일에 기록합니다. Host나 Engine에 두면 모든 애플리케이션이 한 파일에 기록됩니다.",
    },
    attributes: { ...accessLog(), ...lookups() },
  },
  [`${VALVES}.ExtendedAccessLogValve`]: {
    text: {
      en: "An access log in the extended format of the W3C, with a header that names the fields.",
      ko: "필드 이름을 헤더에 적는 W3C 확장 형식의 접근 로그입니다.",
    },
    attributes: {
      ...accessLog(),
      ...lookups(),
      pattern: explain(
        "Fields of the W3C format, separated by blanks, as c-ip cs-method cs-uri sc-status time-taken.",
        "W3C 형식의 필드를 공백으로 구분하며 c-ip cs-method cs-uri sc-status time-taken처럼 씁니다.",
      ),
    },
  },
  [`${VALVES}.JsonAccessLogValve`]: {
    text: {
      en: "An access log with a JSON object for each request, for programs that collect logs.",
      ko: "로그 수집 프로그램을 위해 요청마다 JSON 객체를 기록하는 접근 로그입니다.",
    },
    attributes: accessLog(),
  },
  [`${VALVES}.ErrorReportValve`]: {
    text: {
      en: "Writes an HTML error page where the application has none. Each Host has one; write it only to set its attributes, and name it in errorReportValveClass if it is another class.",
      ko: "애플리케이션에 오류 페이지가 없을 때 HTML 오류 페이지를 만듭니다. Host마다 하나가 있으므로 속성을 바꿀 때만 쓰고, 다른 클래스이면 errorReportValveClass에도 지정하십시오.",
    },
    attributes: errorReport(),
  },
  [`${VALVES}.JsonErrorReportValve`]: {
    text: {
      en: "Answers errors with a JSON object instead of an HTML page.",
      ko: "HTML 페이지 대신 JSON 객체로 오류를 응답합니다.",
    },
    attributes: errorReport(),
  },
  [`${VALVES}.ProxyErrorReportValve`]: {
    text: {
      en: "Takes error pages from another address, so that all nodes show the same ones.",
      ko: "다른 주소에서 오류 페이지를 가져오므로 모든 노드가 같은 페이지를 보여 줍니다.",
    },
    attributes: {
      ...errorReport(),
      showReport: explain(
        "Hands the message and stack trace of an error on to the other address. False hands on the status only.",
        "오류의 메시지와 스택 추적을 그 주소로 넘깁니다. false이면 상태만 넘깁니다.",
      ),
      usePropertiesFile: explain(
        "Reads the addresses from a properties file by status code, instead of from errorCode.NNN attributes of the valve.",
        "밸브의 errorCode.NNN 속성 대신 properties 파일에서 상태 코드별 주소를 읽습니다.",
      ),
      useRedirect: explain(
        "Sends the browser to the address, with the details in it. False fetches the page for it and keeps them private.",
        "브라우저를 그 주소로 리다이렉트하며 상세 정보도 주소에 담깁니다. false이면 Tomcat이 대신 가져오므로 드러나지 않습니다.",
      ),
    },
  },
});
