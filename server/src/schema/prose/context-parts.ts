import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const LOADER = "org.apache.catalina.loader";
const RESOURCES = "org.apache.catalina.webresources";
const COOKIES = "org.apache.tomcat.util.http";

const loader = (): AttributesProse => ({
  delegate: explain(
    "Looks for classes in Tomcat and its lib folder before the application. Normally the application's own libraries come first; true may mix versions.",
    "클래스를 애플리케이션보다 Tomcat과 lib 폴더에서 먼저 찾습니다. 보통은 애플리케이션의 라이브러리가 우선하며, true이면 버전이 섞일 수 있습니다.",
  ),
  loaderClass: explain(
    "Class of the class loader itself. Tomcat 8 and later take one by default that loads in parallel.",
    "클래스 로더의 클래스입니다. Tomcat 8부터는 병렬로 읽는 클래스가 기본입니다.",
  ),
  reloadable: explain(
    "The same as reloadable of the Context, which wins; write it there.",
    "Context의 reloadable과 같으며 Context의 값이 우선하므로 그쪽에 쓰십시오.",
  ),
  jarOpenInterval: explain(
    "How long JAR files stay open after their last use; 0 or less keeps them open.",
    "JAR 파일을 마지막으로 쓴 뒤 열어 두는 시간이며, 0 이하이면 계속 열어 둡니다.",
    { unit: "ms" },
  ),
  searchExternalFirst: explain(
    "Looks into repositories outside of the application before WEB-INF/classes and WEB-INF/lib.",
    "WEB-INF/classes와 WEB-INF/lib보다 애플리케이션 밖의 저장소를 먼저 찾습니다.",
  ),
});

/** Attributes that every set of resources in Resources has. */
const resourceSet = (): AttributesProse => ({
  base: explain("Folder, JAR or file that the resources come from.", "리소스를 가져올 폴더, JAR 또는 파일입니다."),
  internalPath: explain(
    "Path inside of base to begin at, with a slash in front; mostly for JARs, as /META-INF/resources.",
    "base 안에서 시작할 경로이며 앞에 슬래시를 붙입니다. 주로 JAR에서 /META-INF/resources처럼 씁니다.",
  ),
  readOnly: explain(
    "Keeps the application from writing into these resources. A JAR cannot be written in any case.",
    "애플리케이션이 이 리소스에 쓰지 못하게 합니다. JAR에는 어떤 경우에도 쓸 수 없습니다.",
  ),
  webAppMount: explain(
    "Path in the application at which the resources appear, with a slash in front; /WEB-INF/classes adds to the class path.",
    "리소스가 나타날 애플리케이션 안의 경로이며 앞에 슬래시를 붙입니다. /WEB-INF/classes로 두면 클래스 경로에 추가됩니다.",
  ),
  allowLinking: explain(
    "Follows symbolic links out of base; that of Resources where it is absent. Never on Windows.",
    "base 밖을 가리키는 심볼릭 링크를 따라가며, 없으면 Resources의 값을 씁니다. Windows에서는 켜지 마십시오.",
  ),
});

/** `<Resources>`: all that an application consists of, with its cache. */
const root = (): AttributesProse => ({
  allowLinking: explain(
    "Follows symbolic links that lead out of the application. Never on Windows: there it opens the source of JSPs.",
    "애플리케이션 밖을 가리키는 심볼릭 링크를 따라갑니다. Windows에서는 JSP 소스가 노출되므로 절대 켜지 마십시오.",
  ),
  archiveIndexStrategy: explain(
    "How JARs are searched: simple reads their directory, bloom keeps a filter that says quickly what is not there, purged lets go of the filter when memory is needed. bloom helps with very many JARs.",
    "JAR를 찾는 방식입니다. simple은 목록을 읽고, bloom은 없는 것을 빨리 알려 주는 필터를 유지하며, purged는 필요할 때 필터를 비웁니다. JAR가 아주 많으면 bloom이 도움이 됩니다.",
  ),
  cacheMaxSize: explain(
    "Memory for cached static files. When the log says that a file could not be added to the cache, raise it.",
    "정적 파일 캐시의 크기입니다. 파일을 캐시에 추가하지 못했다는 로그가 나오면 늘리십시오.",
    { unit: "kilobytes", range: { min: 0 } },
  ),
  cacheObjectMaxSize: explain(
    "Largest file that is cached; Tomcat takes no more than a twentieth of cacheMaxSize.",
    "캐시할 파일의 최대 크기이며 cacheMaxSize의 20분의 1을 넘을 수 없습니다.",
    { unit: "kilobytes", range: { min: 0 } },
  ),
  cacheTtl: explain(
    "How long a cached file is served before Tomcat looks at the disk again.",
    "캐시한 파일을 디스크에서 다시 확인하기까지의 시간입니다.",
    { unit: "ms", range: { min: 0 } },
  ),
  cachingAllowed: explain(
    "Caches static files and looks-up in memory. Off, each request reads the disk.",
    "정적 파일과 조회 결과를 메모리에 캐시합니다. 끄면 요청마다 디스크를 읽습니다.",
  ),
  readOnly: explain(
    "Keeps the application, and PUT or DELETE of its default servlet, from writing into its own folder.",
    "애플리케이션과 기본 서블릿의 PUT, DELETE가 애플리케이션 폴더에 쓰지 못하게 합니다.",
  ),
  trackLockedFiles: explain(
    "Remembers where each open file was opened, and logs it when the application stops with the file still open. For finding leaks; it costs time.",
    "열린 파일이 어디서 열렸는지 기억하고, 애플리케이션이 멈출 때 닫히지 않은 파일을 기록합니다. 누수를 찾기 위한 것이며 느려집니다.",
  ),
});

const sameSite = (): AttributesProse => ({
  sameSiteCookies: explain(
    "SameSite mark of all cookies: unset sends none, lax and strict keep them from requests of other sites, none allows those and needs secure cookies.",
    "모든 쿠키의 SameSite 표시입니다. unset은 붙이지 않고, lax와 strict는 다른 사이트에서 온 요청에 쿠키를 보내지 않으며, none은 허용하지만 secure 쿠키여야 합니다.",
  ),
});

/** Elements of a Context besides Manager, Realm, Valves and naming. */
export const contextPartsProse = (): ProseBook => ({
  [`${LOADER}.WebappLoader`]: {
    text: {
      en: "Loads the classes of one application, apart from those of all others.",
      ko: "다른 애플리케이션과 분리하여 한 애플리케이션의 클래스를 읽습니다.",
    },
    attributes: loader(),
  },
  [`${LOADER}.VirtualWebappLoader`]: {
    text: {
      en: "A Loader of Tomcat 7 that also takes classes from folders and JARs outside of the application. Later lines use PreResources and PostResources.",
      ko: "애플리케이션 밖의 폴더와 JAR에서도 클래스를 읽는 Tomcat 7의 Loader입니다. 이후 버전은 PreResources와 PostResources를 씁니다.",
    },
    attributes: {
      ...loader(),
      virtualClasspath: explain(
        "Further folders and JARs, separated by semicolons; `/srv/lib/*.jar` takes all JARs of a folder. What does not exist is skipped silently.",
        "추가할 폴더와 JAR를 세미콜론으로 구분합니다. `/srv/lib/*.jar`는 폴더의 모든 JAR입니다. 없는 것은 알리지 않고 건너뜁니다.",
      ),
      searchVirtualFirst: explain(
        "Looks into virtualClasspath before WEB-INF/classes and WEB-INF/lib.",
        "WEB-INF/classes와 WEB-INF/lib보다 virtualClasspath를 먼저 찾습니다.",
      ),
    },
  },
  [`${RESOURCES}.StandardRoot`]: {
    text: {
      en: "The files and classes of an application, gathered from its folder or WAR, its JARs, and the PreResources, JarResources and PostResources inside it.",
      ko: "애플리케이션의 폴더나 WAR, JAR, 안에 쓴 PreResources, JarResources, PostResources를 모은 파일과 클래스입니다.",
    },
    attributes: root(),
  },
  [`${RESOURCES}.ExtractingRoot`]: {
    text: {
      en: "Resources that unpack the JARs of a packed WAR into the work folder, so that an application with many of them starts faster.",
      ko: "압축된 WAR의 JAR를 작업 폴더에 풀어 두는 Resources입니다. JAR가 많은 애플리케이션이 더 빨리 시작합니다.",
    },
    attributes: root(),
  },
  [`${RESOURCES}.DirResourceSet`]: {
    text: {
      en: "A folder that appears in the application.",
      ko: "애플리케이션 안에 나타나는 폴더입니다.",
    },
    attributes: resourceSet(),
  },
  [`${RESOURCES}.FileResourceSet`]: {
    text: {
      en: "A single file that appears in the application.",
      ko: "애플리케이션 안에 나타나는 파일 하나입니다.",
    },
    attributes: resourceSet(),
  },
  [`${RESOURCES}.JarResourceSet`]: {
    text: {
      en: "The content of a JAR that appears in the application; it can only be read.",
      ko: "애플리케이션 안에 나타나는 JAR의 내용이며 읽기만 할 수 있습니다.",
    },
    attributes: resourceSet(),
  },
  "org.apache.naming.resources.FileDirContext": {
    text: {
      en: "The folder of an application, in Tomcat 7.",
      ko: "Tomcat 7에서 애플리케이션의 폴더입니다.",
    },
    attributes: {},
  },
  "org.apache.naming.resources.VirtualDirContext": {
    text: {
      en: "The folder of an application in Tomcat 7, joined with others from elsewhere. For development.",
      ko: "Tomcat 7에서 다른 위치의 폴더를 합친 애플리케이션 폴더이며 개발을 위한 것입니다.",
    },
    attributes: {
      extraResourcePaths: explain(
        "Further folders, as `/path=/folder` separated by commas; without a path they appear at the root.",
        "추가할 폴더이며 `/경로=/폴더`를 쉼표로 구분합니다. 경로가 없으면 루트에 나타납니다.",
      ),
    },
  },
  [`${COOKIES}.Rfc6265CookieProcessor`]: {
    text: {
      en: "Reads and writes cookies as browsers do today (RFC 6265). The default since 8.5.",
      ko: "오늘날의 브라우저와 같은 방식(RFC 6265)으로 쿠키를 읽고 씁니다. 8.5부터 기본값입니다.",
    },
    attributes: {
      ...sameSite(),
      cookiesWithoutEquals: explain(
        "What a cookie without an equals sign is: name reads it as a name without a value, ignore drops it.",
        "등호가 없는 쿠키를 처리하는 방식입니다. name은 값이 없는 이름으로 읽고, ignore는 버립니다.",
      ),
      partitioned: explain(
        "Marks all cookies as partitioned (CHIPS), for applications embedded into other sites.",
        "모든 쿠키에 Partitioned(CHIPS) 표시를 합니다. 다른 사이트에 삽입되는 애플리케이션을 위한 것입니다.",
      ),
    },
  },
  [`${COOKIES}.LegacyCookieProcessor`]: {
    text: {
      en: "Reads and writes cookies as Tomcat 7 and 8.0 did, for old clients. Gone since Tomcat 10.1.",
      ko: "오래된 클라이언트를 위해 Tomcat 7과 8.0의 방식으로 쿠키를 읽고 씁니다. Tomcat 10.1부터 없습니다.",
    },
    attributes: {
      ...sameSite(),
      allowEqualsInValue: explain(
        "Takes equals signs in unquoted values. False cuts the value off at the sign.",
        "따옴표 없는 값에 등호를 허용합니다. false이면 등호에서 값이 잘립니다.",
      ),
      allowHttpSepsInV0: explain(
        "Takes separators such as / and : in names and values that are not quoted.",
        "따옴표 없는 이름과 값에 /와 : 같은 구분자를 허용합니다.",
      ),
      allowNameOnly: explain("Takes cookies without a value.", "값이 없는 쿠키를 허용합니다."),
      alwaysAddExpires: explain(
        "Sends Expires beside Max-Age, for very old browsers.",
        "아주 오래된 브라우저를 위해 Max-Age와 함께 Expires도 보냅니다.",
      ),
      forwardSlashIsSeparator: explain(
        "Treats a slash as a separator, which ends an unquoted value.",
        "슬래시를 구분자로 보아 따옴표 없는 값이 거기서 끝납니다.",
      ),
    },
  },
  "org.apache.tomcat.util.scan.StandardJarScanner": {
    text: {
      en: "Searches JARs at the start for tag libraries, fragments and annotations. This is what makes applications with many JARs start slowly; a JarScanFilter leaves some away.",
      ko: "시작할 때 JAR에서 태그 라이브러리, 프래그먼트, 애너테이션을 찾습니다. JAR가 많으면 시작이 느려지는 원인이며, JarScanFilter로 일부를 제외할 수 있습니다.",
    },
    attributes: {
      scanAllDirectories: explain(
        "Also searches folders on the class path that have a META-INF inside, as unpacked JARs.",
        "클래스 경로에서 안에 META-INF가 있는 폴더도 풀어 놓은 JAR로 보고 찾습니다.",
      ),
      scanAllFiles: explain(
        "Also tries files on the class path that do not end in .jar.",
        "클래스 경로에서 .jar로 끝나지 않는 파일도 확인합니다.",
      ),
      scanBootstrapClassPath: explain(
        "Also searches Java's own libraries. It needs scanClassPath.",
        "Java 자체의 라이브러리도 찾습니다. scanClassPath가 켜져 있어야 합니다.",
      ),
      scanClassPath: explain(
        "Also searches Tomcat's lib folder and the rest of the class path, not only WEB-INF/lib.",
        "WEB-INF/lib뿐 아니라 Tomcat의 lib 폴더와 나머지 클래스 경로도 찾습니다.",
      ),
      scanManifest: explain(
        "Follows the Class-Path of each JAR's manifest. False gets rid of warnings about JARs named there that do not exist.",
        "JAR 매니페스트의 Class-Path도 따라갑니다. false이면 거기 적힌 없는 JAR에 대한 경고가 사라집니다.",
      ),
    },
  },
  "org.apache.tomcat.util.scan.StandardJarScanFilter": {
    text: {
      en: "Says which JARs are searched at the start, by patterns over their file names. The defaults come from conf/catalina.properties.",
      ko: "시작할 때 검색할 JAR를 파일 이름 패턴으로 정합니다. 기본값은 conf/catalina.properties에 있습니다.",
    },
    attributes: {
      defaultPluggabilityScan: explain(
        "Searches all JARs for fragments and annotations but those in pluggabilitySkip. False searches only those in pluggabilityScan.",
        "pluggabilitySkip에 있는 것을 제외한 모든 JAR에서 프래그먼트와 애너테이션을 찾습니다. false이면 pluggabilityScan에 있는 것만 찾습니다.",
      ),
      defaultTldScan: explain(
        "Searches all JARs for tag libraries but those in tldSkip. False searches only those in tldScan.",
        "tldSkip에 있는 것을 제외한 모든 JAR에서 태그 라이브러리를 찾습니다. false이면 tldScan에 있는 것만 찾습니다.",
      ),
      pluggabilityScan: explain(
        "File names of JARs to search for fragments and annotations, separated by commas, with * and ?.",
        "프래그먼트와 애너테이션을 찾을 JAR의 파일 이름을 쉼표로 구분하며 *와 ?를 쓸 수 있습니다.",
      ),
      pluggabilitySkip: explain(
        "File names of JARs that have no fragments or annotations to find, separated by commas, with * and ?.",
        "프래그먼트와 애너테이션을 찾지 않을 JAR의 파일 이름을 쉼표로 구분하며 *와 ?를 쓸 수 있습니다.",
      ),
      tldScan: explain(
        "File names of JARs to search for tag libraries, separated by commas, with * and ?.",
        "태그 라이브러리를 찾을 JAR의 파일 이름을 쉼표로 구분하며 *와 ?를 쓸 수 있습니다.",
      ),
      tldSkip: explain(
        "File names of JARs that have no tag libraries, separated by commas, with * and ?. Listing them makes the start faster.",
        "태그 라이브러리가 없는 JAR의 파일 이름을 쉼표로 구분하며 *와 ?를 쓸 수 있습니다. 적어 두면 시작이 빨라집니다.",
      ),
    },
  },
});
