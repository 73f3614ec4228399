import { ENCRYPT } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/** Keys people copy from examples, and keys of one repeated byte. */
const WELL_KNOWN = /cafebabe|deadbeef|^(..)\1+$|^(0123456789abcdef)+$/i;

/**
 * A key in a readable file, or copied from an example, exposes all sessions.
 *
 * The key is never shown in the message.
 */
export const rule: ComponentRule = {
  id: "encrypt-key-readable",
  group: "security",
  severity: "information",
  summary: {
    en: "The key of EncryptInterceptor should not stand in the file.",
    ko: "EncryptInterceptor의 키를 파일에 직접 쓰지 않는 것이 좋습니다.",
  },
  target: ENCRYPT,

  check(encrypt, report) {
    const key = encrypt.text("encryptionKey");
    if (key === undefined || key === "") return;
    const known = WELL_KNOWN.test(key);
    // A key behind a placeholder is in the right place, unless it is a well-known one.
    if (!known && encrypt.written("encryptionKey") !== key) return;
    report({
      at: encrypt.spanOf("encryptionKey"),
      severity: known ? "warning" : "information",
      text: known
        ? {
            en: "This key is one that anybody would try first. Make a random one for all nodes: openssl rand -hex 32.",
            ko: "누구나 먼저 시도해 볼 만한 키입니다. openssl rand -hex 32로 무작위 키를 만들어 모든 노드에 쓰십시오.",
          }
        : {
            en: "The key stands here in clear text. Write ${cluster.key}, and set it in conf/catalina.properties or with -D.",
            ko: "키가 평문으로 쓰여 있습니다. ${cluster.key}로 쓰고 conf/catalina.properties나 -D로 값을 지정하십시오.",
          },
    });
  },
};
