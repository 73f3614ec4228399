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
    written: /<!ENTITY/,
    said: /^(?:setter-threw|no-such-property)/,
    why: "entities are never expanded here (ARCHITECTURE): a value with one of the DOCTYPE is not known",
  },
  {
    said: /WsSessionListener\.<init>/,
    why: "the newest 11.0 has no such class any more, and what fits is read off the newest of each line (class-misplaced)",
  },
  {
    said: /user database \[.*\] could not be found/,
    why: "whether a file is there where Tomcat runs, and whether its file system tells letter case apart",
  },
  {
    written: /startup\.Tomcat\$(?:DefaultWebXml|FixContext)Listener/,
    said: /^(?:severe|does not start)/,
    why: "listeners for a program with a Tomcat in it: they are right in a Context and throw elsewhere, and files do not name them",
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
 * What real Tomcat warns of and we do not say, by its own words: each line says why nothing is lost by that.
 */
export const KNOWN_MISSES: readonly Explained[] = [
  {
    said: /was added to the list of protocols on the SSLHostConfig/,
    why: "SSLHostConfig.setProtocols takes a comma for a plus, warns, and does what was meant",
  },
  {
    said: /requested session ID length|CombinedRealm doesn't use|is not supported so the current setting/,
    why: "each setter says what it keeps instead, and no login or session is lost (SessionIdGeneratorBase, CombinedRealm, Connector)",
  },
];

/** What we say and real Tomcat shows otherwise. */
export const KNOWN_WRONG: readonly Explained[] = [
  {
    said: /^attribute-unknown .*Connector has no attribute Executor\b/,
    why: "SetAllPropertiesRule leaves out `executor` by the letter only; a handler's setExecutor takes no text, and IntrospectionUtils says nothing of that",
  },
];
