import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import type { AttributeFacts } from "../../schema/model.ts";

/** Other words that Tomcat takes for the values of a closed list, in lower case. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  certificateVerification: ["true", "yes", "require", "want", "optionalnoca", "false", "no"],
};

/** RealmBase.AllRolesMode.toMode, in any letter case. */
const ALL_ROLES_MODE = /^(?:strict|authOnly|strictAuthOnly)$/i;

/** What java.security of Java 17 and 25 has by itself, in any letter case; a provider that was installed may have more. */
const DIGESTS = /^(?:md[25]|sha-?(?:1|224|256|384|512)?|sha-?512\/(?:224|256)|sha3-(?:224|256|384|512)|shake.*)$/i;
const SECRET_KEYS = /^(?:des|desede|tripledes|pbe|pbkdf2withhmacsha.*|pbewith.*)$/i;
/** The number of an algorithm is a name too. */
const OBJECT_ID = /^(?:OID\.)?[0-2](?:\.\d+)+$/i;

const HANDLER = "org.apache.catalina.realm.";
/** Algorithms by class; each setter asks Java for the algorithm and throws where there is none. */
const ALGORITHMS: Readonly<Record<string, RegExp>> = {
  [`${HANDLER}MessageDigestCredentialHandler`]: DIGESTS,
  [`${HANDLER}SecretKeyCredentialHandler`]: SECRET_KEYS,
};

/** False for a word that the setter of an attribute refuses. */
export function takesWord({ name, values }: AttributeFacts, value: string, { className = "" }: Component): boolean {
  if (name === "allRolesMode") return ALL_ROLES_MODE.test(value);
  const algorithms = name === "algorithm" ? ALGORITHMS[className] : undefined;
  if (algorithms) return algorithms.test(value) || OBJECT_ID.test(value);
  const word = value.toLowerCase();
  return (
    values === undefined || values.some((each) => each.toLowerCase() === word) || ALSO[name]?.includes(word) === true
  );
}

/** What comes of a word that is refused, where that is more than the default. */
export function insteadOfWord({ name }: AttributeFacts, { className }: Component): Localized | undefined {
  if (name === "certificateVerification")
    return { en: "asks every client for a certificate", ko: "모든 클라이언트에 인증서를 요구합니다" };
  // matches() compares the texts themselves as long as there is no algorithm.
  if (name === "algorithm" && className === `${HANDLER}MessageDigestCredentialHandler`)
    return { en: "compares passwords as plain text", ko: "비밀번호를 평문으로 비교합니다" };
  return undefined;
}
