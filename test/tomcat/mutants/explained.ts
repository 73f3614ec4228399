/** What real Tomcat minds and we do not say, by its own words or by what is written; and why. */
export interface Explained {
  /** Matches what Tomcat said, as judge.ts puts it. */
  readonly said?: RegExp;
  /** Matches the text of the mutant. */
  readonly written?: RegExp;
  readonly why: string;
}

const seen = new Set<Explained>();

export function isExplained(said: string, text: string, list: readonly Explained[]): boolean {
  const one = list.find((each) => (each.said?.test(said) ?? true) && (each.written?.test(text) ?? true));
  if (one) seen.add(one);
  return one !== undefined;
}

/** Those of a list that explained nothing so far: they may have been mended. */
export const unseen = (list: readonly Explained[]): readonly Explained[] => list.filter((each) => !seen.has(each));

/** What nothing in the file tells. */
export const NOT_KNOWABLE: readonly Explained[] = [
  {
    written: /className="[^".]+"/,
    said: /stops/,
    why: "a class without a package may be on the user's class path",
  },
  {
    written: /host="(?:[A-Za-z][\w.-]*|-1|abc|12x|1\.5|99999999999)"/,
    said: /\bhost\b/,
    why: "every text but an address is a name, and may resolve where Tomcat runs",
  },
  {
    said: /Start attempted while running as user \[root\]/,
    why: "SecurityListener asks who starts Tomcat, and these tests may be root",
  },
  {
    said: /^does not start: hangs$/,
    why: "a manager waits a minute for the sessions of a member that does not answer, and starts then",
  },
  {
    said: /^severe: Creation of the naming context failed/,
    why: "the oracle starts many servers in one JVM, and the names of an earlier one are still bound",
  },
];

/**
 * What real Tomcat minds and we do not say yet: each line is a kind of mistake whose check is still to be written, and
 * goes with it.
 */
export const KNOWN_MISSES: readonly Explained[] = [
  {
    said: /\[algorithm\] to \[.*MessageDigestCredentialHandler/,
    why: "a digest that Java does not have: the setter throws, and the default stays",
  },
  {
    said: /\[UniqueId\]/,
    why: "an attribute twice, once with a capital first letter: the second of them is looked at by no rule",
  },
  { said: /Connector banana/, why: "a default in the DOCTYPE's ATTLIST is an attribute: Tomcat warns of it" },
  { said: /Already seen doctype/, why: "a second DOCTYPE: Tomcat's parser stops" },
  { said: /markup declarations contained/, why: "a DOCTYPE whose subset is not closed: Tomcat's parser stops" },
  {
    said: /(?:nowhere\.dtd|missing\.xml) \(No such file/,
    why: "an external DTD or entity that is not there: Tomcat's parser stops",
  },
  { said: /Recursive entity reference/, why: "entities that name each other: Tomcat's parser stops" },
  { said: /entity "other" was referenced/, why: "an entity nothing declares, beside a DOCTYPE: Tomcat's parser stops" },
  { said: /Premature end of file/, why: "an empty file, or one of comments only: Tomcat's parser stops" },
  {
    said: /pseudo attribute name is expected|not allowed in prolog|stops: +nonsense/,
    why: "an XML declaration with an unknown word or encoding: Tomcat's parser stops",
  },
  { said: /must be followed by the ' = '/, why: "a character more in a start tag: Tomcat's parser stops" },
  {
    said: /stops: .*\[org\.apache\.catalina(?:\.core\.StandardHost\.Inner)?\]$/,
    why: "a package, or a class within a class written with a dot: Java finds none, Tomcat stops",
  },
  {
    said: /<init>\(\)\]$|stops: .*\[null\]$/,
    why: "a class without a constructor that takes nothing, or an abstract one, of packages beside org.apache.catalina: Tomcat stops",
  },
  {
    said: /argument type mismatch\]$|Cannot find method \[|\[org\.apache\.jasper\.\S+ \w+\]$/,
    why: "a class of another kind, from a JAR beside the cluster's: Tomcat stops",
  },
  {
    said: /no-such-property: \S* xmlns/,
    why: "a namespace declared on an element: Tomcat warns that it is no property",
  },
  {
    said: /no-rules: No rules found matching \[tc:Server/,
    why: "a prefix on Server: Tomcat has no rule for any element, and no Server",
  },
  {
    said: /sameSiteCookies|certificateVerification|allRolesMode/,
    why: "a word outside a closed list: the setter throws, and the default stays",
  },
  {
    said: /Protocol handler instantiation failed|protocolHandler" is null|no-such-property: Server\/Service\/Connector/,
    written:
      /protocol="(?!HTTP\/1\.1"|AJP\/1\.3"|org\.apache\.coyote\.(?:http11\.Http11|ajp\.Ajp)(?:Nio|Nio2)Protocol")/,
    why: "a Connector whose protocol is no class: 9.0.43 to 11.0 warn of all its other attributes",
  },
  {
    said: /Unknown certificate type|SSLHostConfigCertificate\.Type\./,
    why: "a certificate type outside RSA, DSA and EC: 9.0 stops up to 9.0.95, later ones warn",
  },
  {
    said: /^severe: Error deploying web application/,
    written: /<Engine (?![^>]*\bname=)/,
    why: "an Engine without a name, beside a Cluster: no application starts (NullPointerException)",
  },
  {
    said: /^severe: Failed to initialize component \[Connector\[.*apr/i,
    why: "an APR protocol without AprLifecycleListener: that Connector does not listen",
  },
  {
    said: /^severe: Environment entry/,
    why: "an Environment whose type is unknown or whose value is not of it: Tomcat leaves it out",
  },
  {
    said: /^severe: .*No UserDatabase component|UserDatabaseRealm\] realm/,
    why: "a UserDatabaseRealm whose resourceName no Resource has, or whose factory is no class: nobody can log in",
  },
];

/** What we say and real Tomcat shows otherwise. */
export const KNOWN_WRONG: readonly Explained[] = [];
