const MODES = ["strict", "authOnly", "strictAuthOnly"];

/** What java.security of Java 17 and 25 has by itself, in any letter case; a provider that was installed may have more. */
const DIGESTS = /^(?:md[25]|sha-?(?:1|224|256|384|512)?|sha-?512\/(?:224|256)|sha3-(?:224|256|384|512)|shake.*)$/i;
const SECRET_KEYS = /^(?:des|desede|tripledes|pbe|pbkdf2withhmacsha.*|pbewith.*)$/i;
/** The number of an algorithm is a name too. */
const OBJECT_ID = /^(?:OID\.)?[0-2](?:\.\d+)+$/i;

/** Algorithms by the class's simple name; each setter asks Java for the algorithm and throws where there is none. */
const ALGORITHMS: Readonly<Record<string, RegExp>> = {
  MessageDigestCredentialHandler: DIGESTS,
  SecretKeyCredentialHandler: SECRET_KEYS,
};

/** A Realm's allRolesMode as Tomcat spells it, written in any letter case; undefined for other words (AllRolesMode.toMode). */
export function allRolesMode(text: string): string | undefined {
  return MODES.find((each) => each.toLowerCase() === text.toLowerCase());
}

/** Whether Java has the algorithm that a credential handler is told; undefined for classes that ask for none. */
export function hasAlgorithm(simpleName: string, text: string): boolean | undefined {
  const known = ALGORITHMS[simpleName];
  return known && (known.test(text) || OBJECT_ID.test(text));
}
