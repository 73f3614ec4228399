import { explain, type ProseBook } from "./model.ts";
import { realmProse } from "./realms.ts";

/** `<Realm>` over a directory (LDAP, Active Directory). */
export const directoryRealmProse = (): ProseBook => ({
  "org.apache.catalina.realm.JNDIRealm": {
    text: {
      en: "Takes users and roles from a directory (LDAP, Active Directory). It finds a user by userPattern or userSearch, checks the password by logging in as the user, and collects roles by roleSearch or from the user's entry.",
      ko: "디렉터리(LDAP, Active Directory)에서 사용자와 역할을 읽습니다. userPattern이나 userSearch로 사용자를 찾고, 그 사용자로 로그인하여 비밀번호를 확인하며, roleSearch나 사용자 항목에서 역할을 모읍니다.",
    },
    attributes: {
      ...realmProse(),
      adCompat: explain(
        "Passes over the errors Active Directory gives for referrals it cannot follow.",
        "Active Directory가 따라갈 수 없는 참조(referral)에 내는 오류를 무시합니다.",
      ),
      alternateURL: explain(
        "Address of a second directory, for when the first cannot be reached.",
        "첫 번째 디렉터리에 연결할 수 없을 때 사용할 두 번째 주소입니다.",
      ),
      authentication: explain(
        "How Tomcat logs in to the directory: none, simple, or a SASL mechanism.",
        "Tomcat이 디렉터리에 로그인하는 방식이며 none, simple 또는 SASL 방식입니다.",
      ),
      cipherSuites: explain(
        "Cipher suites for StartTLS, separated by commas; Java's where it is absent.",
        "StartTLS에 쓸 암호 스위트를 쉼표로 구분하며, 없으면 Java의 설정을 씁니다.",
      ),
      commonRole: explain(
        "A role every user gets who logs in by this Realm.",
        "이 Realm으로 로그인한 모든 사용자가 받는 역할입니다.",
      ),
      connectionName: explain(
        "Distinguished name as which Tomcat searches the directory; anonymous where it is absent, which Active Directory refuses.",
        "Tomcat이 디렉터리를 검색할 때 쓰는 사용자의 DN이며, 없으면 익명입니다. Active Directory는 익명 검색을 거부합니다.",
      ),
      connectionPassword: explain(
        "Password of connectionName, in clear text. Give that user no right but reading.",
        "connectionName의 비밀번호이며 평문으로 저장됩니다. 그 사용자에게는 읽기 권한만 주십시오.",
      ),
      connectionPoolSize: explain(
        "Connections to the directory at once. With one, logins wait for each other.",
        "디렉터리에 동시에 여는 연결 수입니다. 하나이면 로그인이 서로 기다립니다.",
        { unit: "connections", range: { min: 1 } },
      ),
      connectionTimeout: explain(
        "How long connecting to the directory may take.",
        "디렉터리에 연결할 때 기다리는 시간입니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      readTimeout: explain(
        "How long the directory may take to answer; after that the login fails.",
        "디렉터리의 응답을 기다리는 시간이며 넘으면 로그인이 실패합니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      connectionURL: explain(
        "Address of the directory: ldap://host:389, or ldaps://host:636 encrypted. Unencrypted, each user's password crosses the network.",
        "디렉터리의 주소이며 ldap://host:389 또는 암호화된 ldaps://host:636입니다. 암호화하지 않으면 모든 사용자의 비밀번호가 네트워크에 노출됩니다.",
      ),
      contextFactory: explain(
        "Class of the JNDI provider; Java's own for LDAP is right nearly always.",
        "JNDI 프로바이더의 클래스이며 거의 항상 Java의 LDAP 프로바이더를 씁니다.",
      ),
      derefAliases: explain(
        "When aliases in the directory are followed: always, never, finding, searching.",
        "디렉터리의 별칭(alias)을 따라가는 시점이며 always, never, finding, searching 중 하나입니다.",
      ),
      digest: explain(
        "Algorithm of the hashes in userPassword. Without userPassword the directory checks passwords itself, and this is of no use.",
        "userPassword에 저장된 해시의 알고리즘입니다. userPassword를 쓰지 않으면 디렉터리가 직접 비밀번호를 확인하므로 필요 없습니다.",
      ),
      forceDnHexEscape: explain(
        "Writes special characters of distinguished names in hexadecimal, which Active Directory takes more willingly.",
        "DN의 특수 문자를 16진수로 씁니다. Active Directory에서 더 잘 동작합니다.",
      ),
      hostnameVerifierClassName: explain(
        "Class that compares the directory's certificate with its host name for StartTLS.",
        "StartTLS에서 디렉터리의 인증서와 호스트 이름을 비교하는 클래스입니다.",
      ),
      protocol: explain(
        "Security protocol handed to the JNDI provider, as ssl.",
        "JNDI 프로바이더에 넘길 보안 프로토콜이며 ssl 등입니다.",
      ),
      referrals: explain(
        "What happens to referrals to other directories: ignore, follow, throw.",
        "다른 디렉터리를 가리키는 참조를 처리하는 방식이며 ignore, follow, throw 중 하나입니다.",
      ),
      roleBase: explain(
        "Entry below which roles are searched; the top of the directory where it is absent. {0} stands for parts of the user's name.",
        "역할을 검색할 기준 항목이며, 없으면 디렉터리 최상위입니다. 사용자 DN의 일부를 {0}처럼 쓸 수 있습니다.",
      ),
      roleName: explain(
        "Attribute of a found entry that names the role, mostly cn.",
        "찾은 항목에서 역할 이름이 있는 속성이며 보통 cn입니다.",
      ),
      roleNested: explain(
        "Also collects the roles of which a found role is a member. Each level is another search.",
        "찾은 역할이 속한 역할까지 모읍니다. 단계마다 검색이 한 번 더 필요합니다.",
      ),
      roleSearch: explain(
        "Filter for the roles of a user: {0} is the user's distinguished name, {1} the name typed, {2} the value of userRoleAttribute. For example (member={0}).",
        "사용자의 역할을 찾는 필터입니다. {0}은 사용자의 DN, {1}은 입력한 이름, {2}는 userRoleAttribute의 값이며 (member={0})처럼 씁니다.",
      ),
      roleSearchAsUser: explain(
        "Searches roles as the user who logs in instead of as connectionName.",
        "connectionName이 아니라 로그인하는 사용자로 역할을 검색합니다.",
      ),
      roleSubtree: explain(
        "Searches roles in all levels below roleBase, not only in the next.",
        "roleBase 바로 아래뿐 아니라 모든 하위 단계에서 역할을 검색합니다.",
      ),
      sizeLimit: explain(
        "Most entries a search for a user may return; 0 is no limit.",
        "사용자 검색이 돌려줄 수 있는 최대 항목 수이며 0이면 제한이 없습니다.",
        { unit: "entries", range: { min: 0 } },
      ),
      spnegoDelegationQop: explain(
        "Protection of connections made with a user's Kerberos ticket: auth, auth-int, auth-conf, several separated by commas.",
        "사용자의 Kerberos 티켓으로 만든 연결의 보호 수준이며 auth, auth-int, auth-conf를 쉼표로 구분합니다.",
      ),
      sslSocketFactoryClassName: explain(
        "Class that opens the sockets of StartTLS. Where it is absent, sslProtocol decides.",
        "StartTLS의 소켓을 여는 클래스이며, 없으면 sslProtocol을 따릅니다.",
      ),
      sslProtocol: explain(
        "TLS version for StartTLS, as TLSv1.2.",
        "StartTLS에 사용할 TLS 버전이며 TLSv1.2처럼 씁니다.",
      ),
      timeLimit: explain(
        "How long a search for a user may take; 0 is no limit.",
        "사용자 검색에 허용하는 시간이며 0이면 제한이 없습니다.",
        { unit: "ms", range: { min: 0 } },
      ),
      useContextClassLoader: explain(
        "Loads the JNDI provider as the application sees it. False loads it as Tomcat does.",
        "JNDI 프로바이더를 애플리케이션의 클래스 로더로 읽습니다. false이면 Tomcat의 클래스 로더로 읽습니다.",
      ),
      useDelegatedCredential: explain(
        "With Kerberos logins, asks the directory as the user, where the ticket allows it.",
        "Kerberos 로그인에서 티켓이 허용하면 사용자의 자격으로 디렉터리에 묻습니다.",
      ),
      useStartTls: explain(
        "Encrypts a plain ldap:// connection before anything secret is sent.",
        "ldap:// 연결에서 비밀 정보를 보내기 전에 암호화를 시작합니다.",
      ),
      userBase: explain("Entry below which users are searched.", "사용자를 검색할 기준 항목입니다."),
      userPassword: explain(
        "Attribute with the password, for Tomcat to compare. Leave it out: then the directory checks the password, and locks and expiry count.",
        "Tomcat이 직접 비교할 비밀번호 속성입니다. 쓰지 않으면 디렉터리가 비밀번호를 확인하여 잠금과 만료 정책이 적용되므로 생략하는 편이 낫습니다.",
      ),
      userPattern: explain(
        "Distinguished name of a user with {0} for the name typed, as uid={0},ou=people,dc=example,dc=com. Several stand in parentheses. It needs no search.",
        "입력한 이름을 {0}으로 쓴 사용자의 DN이며 uid={0},ou=people,dc=example,dc=com처럼 씁니다. 여러 개는 괄호로 묶습니다. 검색이 필요 없습니다.",
      ),
      userRoleAttribute: explain(
        "Attribute of the user that roleSearch can use as {2}, as uidNumber.",
        "roleSearch에서 {2}로 쓸 수 있는 사용자 속성이며 uidNumber 등입니다.",
      ),
      userRoleName: explain(
        "Attribute of the user's own entry that holds roles, as memberOf.",
        "사용자 항목에서 역할이 있는 속성이며 memberOf 등입니다.",
      ),
      userSearch: explain(
        "Filter for a user with {0} for the name typed, as (sAMAccountName={0}).",
        "입력한 이름을 {0}으로 쓴 사용자 검색 필터이며 (sAMAccountName={0})처럼 씁니다.",
      ),
      userSearchAsUser: explain(
        "Searches the user as the user who logs in instead of as connectionName.",
        "connectionName이 아니라 로그인하는 사용자로 사용자를 검색합니다.",
      ),
      userSubtree: explain(
        "Searches users in all levels below userBase, not only in the next.",
        "userBase 바로 아래뿐 아니라 모든 하위 단계에서 사용자를 검색합니다.",
      ),
    },
  },
});
