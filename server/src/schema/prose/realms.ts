import { type AttributesProse, explain, type ProseBook } from "./model.ts";

const REALM = "org.apache.catalina.realm";

/** The attributes of RealmBase, which all realms inherit. */
export const realmProse = (): AttributesProse => ({
  allRolesMode: explain(
    "What the role * of a security constraint means: strict asks for a role that web.xml names, authOnly for any login, strictAuthOnly for a role only where web.xml names some.",
    "보안 제약의 역할 *의 의미입니다. strict는 web.xml에 있는 역할을, authOnly는 로그인만 요구하고, strictAuthOnly는 web.xml에 역할이 있을 때에만 역할을 요구합니다.",
  ),
  stripRealmForGss: explain(
    "Cuts what follows @ off the names of users who log in by Kerberos.",
    "Kerberos로 로그인한 사용자 이름에서 @ 뒤를 제거합니다.",
  ),
  transportGuaranteeRedirectStatus: explain(
    "Status code with which requests are sent to the encrypted port where a constraint wants that. 302 is not remembered by browsers, 301 is.",
    "제약이 암호화를 요구할 때 암호화된 포트로 리다이렉트하는 상태 코드입니다. 302는 브라우저가 기억하지 않고 301은 기억합니다.",
    { range: { min: 300, max: 399 } },
  ),
  throwOnFailure: explain(
    "Reports a Realm that cannot start to the container around it. Set to false, the failure is only logged.",
    "시작하지 못한 Realm의 오류를 바깥 컨테이너에 알립니다. false이면 로그에만 남깁니다.",
  ),
  validate: explain(
    "Refuses client certificates that have expired or are not valid yet, in the whole chain.",
    "인증서 체인 전체에서 만료되었거나 아직 유효하지 않은 클라이언트 인증서를 거부합니다.",
  ),
  x509UsernameRetrieverClassName: explain(
    "Class that takes the user's name from a client certificate; its whole subject counts where it is absent.",
    "클라이언트 인증서에서 사용자 이름을 꺼내는 클래스이며, 없으면 주체(subject) 전체를 이름으로 씁니다.",
  ),
});

const digest = (): AttributesProse => ({
  digest: explain(
    "Algorithm with which stored passwords are hashed. A plain hash is weak; Tomcat 8 and later have the element CredentialHandler for better ones.",
    "저장된 비밀번호의 해시 알고리즘입니다. 단순한 해시는 약하므로 Tomcat 8부터는 CredentialHandler 요소로 더 나은 방식을 쓰십시오.",
  ),
});

/** Tables and columns of the two database realms. */
const tables = (): AttributesProse => ({
  roleNameCol: explain("Column of userRoleTable with the role.", "userRoleTable에서 역할이 있는 열입니다."),
  userCredCol: explain(
    "Column of userTable with the password, hashed as the CredentialHandler says.",
    "userTable에서 비밀번호가 있는 열이며 CredentialHandler가 정한 방식의 해시입니다.",
  ),
  userNameCol: explain(
    "Column with the user's name; it has this name in both tables.",
    "사용자 이름이 있는 열이며 두 테이블에서 이름이 같아야 합니다.",
  ),
  userRoleTable: explain(
    "Table with one row for each role of each user.",
    "사용자의 역할마다 한 행이 있는 테이블입니다.",
  ),
  userTable: explain("Table with one row for each user.", "사용자마다 한 행이 있는 테이블입니다."),
});

const salted = (): AttributesProse => ({
  logInvalidStoredCredentials: explain(
    "Writes a warning with the stored password where it has not the form that this handler reads. Leave it off: the log then holds it.",
    "저장된 비밀번호가 이 핸들러가 읽는 형식이 아니면 그 값과 함께 경고를 기록합니다. 비밀번호가 로그에 남으므로 꺼 두십시오.",
  ),
  saltLength: explain(
    "Bytes of random salt mixed into each new hash, so that equal passwords differ.",
    "같은 비밀번호도 달라지도록 새 해시마다 더하는 무작위 솔트의 길이입니다.",
    { unit: "bytes", range: { min: 0 } },
  ),
});

/** `<Realm>` and `<CredentialHandler>`. */
export const realmsProse = (): ProseBook => ({
  [`${REALM}.CombinedRealm`]: {
    text: {
      en: "Asks the Realms inside it one after the other; who passes one of them is in.",
      ko: "안에 있는 Realm들을 차례로 확인하며 하나라도 통과하면 로그인됩니다.",
    },
    attributes: realmProse(),
  },
  [`${REALM}.LockOutRealm`]: {
    text: {
      en: "Wraps other Realms and locks a user out after too many wrong passwords. Each node counts for itself, so in a cluster an attacker has as many tries more as there are nodes.",
      ko: "다른 Realm을 감싸고 비밀번호를 여러 번 틀린 사용자를 잠급니다. 노드마다 따로 세므로 클러스터에서는 시도 횟수가 노드 수만큼 곱해집니다.",
    },
    attributes: {
      ...realmProse(),
      cacheRemovalWarningTime: explain(
        "Writes a warning when a user is forgotten sooner than this because the cache is full, as in an attack with many names.",
        "캐시가 가득 차서 이 시간보다 일찍 사용자가 제거되면 경고를 기록합니다. 많은 이름으로 공격할 때 나타납니다.",
        { unit: "s", range: { min: 0 } },
      ),
      cacheSize: explain(
        "Users with wrong passwords that are remembered.",
        "비밀번호를 틀린 사용자를 기억하는 수입니다.",
        { unit: "users", range: { min: 1 } },
      ),
      caseSensitive: explain(
        "Counts Kim and kim as two users. Right only where the wrapped Realm does so too.",
        "Kim과 kim을 다른 사용자로 셉니다. 감싼 Realm도 대소문자를 구분할 때에만 켜십시오.",
      ),
      failureCount: explain(
        "Wrong passwords in a row that lock a user out.",
        "사용자를 잠그기까지 연속으로 틀리는 횟수입니다.",
        { unit: "attempts", range: { min: 1 } },
      ),
      lockOutTime: explain(
        "How long a user stays locked out. Each further wrong password begins it anew.",
        "사용자가 잠겨 있는 시간이며, 그동안 비밀번호를 또 틀리면 처음부터 다시 셉니다.",
        { unit: "s", range: { min: 0 } },
      ),
    },
  },
  [`${REALM}.DataSourceRealm`]: {
    text: {
      en: "Takes users and roles from a database, over a data source of JNDI.",
      ko: "JNDI 데이터 소스로 데이터베이스에서 사용자와 역할을 읽습니다.",
    },
    attributes: {
      ...realmProse(),
      ...digest(),
      ...tables(),
      dataSourceName: explain(
        "Name of the data source in GlobalNamingResources, or in the Context where localDataSource is true; without java:comp/env.",
        "GlobalNamingResources에 있는 데이터 소스의 이름이며, localDataSource가 true이면 Context에 있는 이름입니다. java:comp/env 없이 씁니다.",
      ),
      localDataSource: explain(
        "Looks the data source up in the application instead of among the global resources.",
        "데이터 소스를 전역 리소스가 아니라 애플리케이션에서 찾습니다.",
      ),
    },
  },
  [`${REALM}.JDBCRealm`]: {
    text: {
      en: "Takes users and roles from a database over one single connection, so logins wait for each other. Gone since Tomcat 10; use DataSourceRealm.",
      ko: "연결 하나로 데이터베이스에서 사용자와 역할을 읽으므로 로그인이 서로 기다립니다. Tomcat 10부터 없으므로 DataSourceRealm을 쓰십시오.",
    },
    attributes: {
      ...realmProse(),
      ...digest(),
      ...tables(),
      digestEncoding: explain(
        "Character encoding of passwords before they are hashed.",
        "해시하기 전 비밀번호의 문자 인코딩입니다.",
      ),
      connectionName: explain("User of the database.", "데이터베이스 사용자입니다."),
      connectionPassword: explain(
        "Password of the database user, in clear text.",
        "데이터베이스 사용자의 비밀번호이며 평문으로 저장됩니다.",
      ),
      connectionURL: explain("JDBC address of the database.", "데이터베이스의 JDBC 주소입니다."),
      driverName: explain("Class of the JDBC driver.", "JDBC 드라이버의 클래스입니다."),
    },
  },
  [`${REALM}.JAASRealm`]: {
    text: {
      en: "Logs users in by JAAS modules and takes their principals as user and roles, by the names of their classes.",
      ko: "JAAS 모듈로 로그인하고 그 결과인 Principal을 클래스 이름에 따라 사용자와 역할로 봅니다.",
    },
    attributes: {
      ...realmProse(),
      appName: explain(
        "Name of the entry in the JAAS file; Tomcat takes the name of the Realm's container where it is absent.",
        "JAAS 설정 파일의 항목 이름이며, 없으면 Realm이 속한 컨테이너의 이름을 씁니다.",
      ),
      configFile: explain(
        "JAAS file of this Realm alone, found on the class path, instead of the one the JVM is told of.",
        "JVM에 지정한 것 대신 이 Realm에서만 사용할 JAAS 설정 파일이며 클래스 경로에서 찾습니다.",
      ),
      roleClassNames: explain(
        "Classes of principals that are roles, separated by commas.",
        "역할로 볼 Principal 클래스를 쉼표로 구분합니다.",
      ),
      userClassNames: explain(
        "Classes of principals that are the user, separated by commas.",
        "사용자로 볼 Principal 클래스를 쉼표로 구분합니다.",
      ),
      useContextClassLoader: explain(
        "Loads the JAAS classes as the application sees them. False loads them as Tomcat does.",
        "JAAS 클래스를 애플리케이션의 클래스 로더로 읽습니다. false이면 Tomcat의 클래스 로더로 읽습니다.",
      ),
    },
  },
  [`${REALM}.MemoryRealm`]: {
    text: {
      en: "Reads users from an XML file once, at the start. Made for trying things out; UserDatabaseRealm does the same and notices changes.",
      ko: "시작할 때 XML 파일에서 사용자를 한 번 읽습니다. 테스트용이며, UserDatabaseRealm은 같은 일을 하면서 변경도 반영합니다.",
    },
    attributes: {
      ...realmProse(),
      ...digest(),
      pathname: explain(
        "XML file with the users; a relative path starts at CATALINA_BASE.",
        "사용자가 있는 XML 파일이며, 상대 경로는 CATALINA_BASE를 기준으로 합니다.",
      ),
    },
  },
  [`${REALM}.UserDatabaseRealm`]: {
    text: {
      en: "Takes users and roles from a UserDatabase of GlobalNamingResources, usually conf/tomcat-users.xml. Each node of a cluster has its own file.",
      ko: "GlobalNamingResources의 UserDatabase(보통 conf/tomcat-users.xml)에서 사용자와 역할을 읽습니다. 클러스터에서는 노드마다 파일이 따로 있습니다.",
    },
    attributes: {
      ...realmProse(),
      resourceName: explain("Name of the UserDatabase in JNDI.", "JNDI에 있는 UserDatabase의 이름입니다."),
      localJndiResource: explain(
        "Looks the UserDatabase up in the application instead of among the global resources.",
        "UserDatabase를 전역 리소스가 아니라 애플리케이션에서 찾습니다.",
      ),
      useStaticPrincipal: explain(
        "Keeps a copy of the user's roles as they were at login, which a session can take to another node. Otherwise changes of the database count at once.",
        "로그인할 때의 역할을 복사해 두어 세션과 함께 다른 노드로 옮길 수 있게 합니다. 그렇지 않으면 데이터베이스의 변경이 바로 반영됩니다.",
      ),
    },
  },
  [`${REALM}.NullRealm`]: {
    text: {
      en: "Knows no user at all. Tomcat takes it where no Realm is given.",
      ko: "아무 사용자도 모르는 Realm입니다. Realm을 지정하지 않으면 Tomcat이 사용합니다.",
    },
    attributes: realmProse(),
  },
  [`${REALM}.AuthenticatedUserRealm`]: {
    text: {
      en: "Takes every user the authenticator names as genuine, and gives no roles. Safe only for logins by certificate or Kerberos, which are checked before they get here.",
      ko: "인증 방식이 알려 준 사용자를 모두 그대로 받아들이고 역할은 주지 않습니다. 먼저 검증이 끝나는 인증서나 Kerberos 로그인에서만 안전합니다.",
    },
    attributes: realmProse(),
  },
  [`${REALM}.MessageDigestCredentialHandler`]: {
    text: {
      en: "Compares passwords by a hash such as SHA-512, with salt and iterations. SecretKeyCredentialHandler is harder to break.",
      ko: "SHA-512 같은 해시로 비밀번호를 비교하며 솔트와 반복을 쓸 수 있습니다. SecretKeyCredentialHandler가 더 안전합니다.",
    },
    attributes: {
      ...salted(),
      algorithm: explain(
        "Hash algorithm of Java, as SHA-512; without it passwords are stored as they are.",
        "SHA-512 같은 Java의 해시 알고리즘이며, 없으면 비밀번호가 그대로 저장됩니다.",
      ),
      digestInRfc3112Order: explain(
        "Hashes the password before the salt instead of behind it. It must be as the stored hashes were made.",
        "솔트 뒤가 아니라 앞에 비밀번호를 두고 해시합니다. 저장된 해시를 만든 방식과 같아야 합니다.",
      ),
      encoding: explain(
        "Character encoding of a password before it is hashed.",
        "해시하기 전 비밀번호 문자열의 인코딩입니다.",
      ),
      iterations: explain(
        "How often a new password is hashed. More makes guessing slower, and logging in too.",
        "새 비밀번호를 해시하는 횟수입니다. 늘리면 추측하기 어렵지만 로그인도 느려집니다.",
        { range: { min: 1 } },
      ),
    },
  },
  [`${REALM}.SecretKeyCredentialHandler`]: {
    text: {
      en: "Compares passwords by a slow key derivation (PBKDF2), the safer way to store them.",
      ko: "느린 키 유도 함수(PBKDF2)로 비밀번호를 비교하며 더 안전한 저장 방식입니다.",
    },
    attributes: {
      ...salted(),
      algorithm: explain(
        "Key derivation of Java, as PBKDF2WithHmacSHA512.",
        "PBKDF2WithHmacSHA512 같은 Java의 키 유도 알고리즘입니다.",
      ),
      iterations: explain(
        "Rounds of the derivation for a new password. Choose as many as a login may cost.",
        "새 비밀번호에 적용하는 반복 횟수입니다. 로그인 시간이 허용하는 만큼 크게 하십시오.",
        { range: { min: 1 } },
      ),
      keyLength: explain("Length of the derived key.", "유도하는 키의 길이입니다.", {
        unit: "bits",
        range: { min: 1 },
      }),
    },
  },
  [`${REALM}.NestedCredentialHandler`]: {
    text: {
      en: "Tries the CredentialHandlers inside it one after the other, for the time in which old and new hashes stand side by side. New passwords are made by the first.",
      ko: "안에 있는 CredentialHandler를 차례로 시도합니다. 이전 해시와 새 해시가 함께 있는 동안 사용하며, 새 비밀번호는 첫 번째로 만듭니다.",
    },
    attributes: {},
  },
});
