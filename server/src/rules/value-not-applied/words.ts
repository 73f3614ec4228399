import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import { allRolesMode, hasAlgorithm } from "../../config/words.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { AttributeFacts } from "../../schema/model.ts";

/** Other words that Tomcat takes for the values of a closed list, in lower case. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  certificateVerification: ["true", "yes", "require", "want", "optionalnoca", "false", "no"],
};

const DIGEST_HANDLER = "org.apache.catalina.realm.MessageDigestCredentialHandler";

/** False for a word that the setter of an attribute refuses. */
export function takesWord({ name, values }: AttributeFacts, value: string, { className = "" }: Component): boolean {
  if (name === "allRolesMode") return allRolesMode(value) !== undefined;
  const word = value.toLowerCase();
  return (
    (name === "algorithm" ? hasAlgorithm(simpleNameOf(className), value) : undefined) ??
    (values === undefined || values.some((each) => each.toLowerCase() === word) || ALSO[name]?.includes(word) === true)
  );
}

/** What comes of a word that is refused, where that is more than the default. */
export function insteadOfWord({ name }: AttributeFacts, { className }: Component): Localized | undefined {
  if (name === "certificateVerification")
    return { en: "asks every client for a certificate", ko: "모든 클라이언트에 인증서를 요구합니다" };
  // matches() compares the texts themselves as long as there is no algorithm.
  if (name === "algorithm" && className === DIGEST_HANDLER)
    return { en: "compares passwords as plain text", ko: "비밀번호를 평문으로 비교합니다" };
  return undefined;
}
