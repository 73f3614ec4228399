import { ENCRYPT } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ComponentRule } from "../rule.ts";

/** Hexadecimal digits of an AES key: 128, 192 and 256 bits. */
const AES_DIGITS = [32, 48, 64];

/**
 * A missing key, or one that is not hexadecimal, stops Tomcat; one of a wrong length lets it start, and then every
 * message fails.
 *
 * Source: EncryptInterceptor.setEncryptionKey and start, 7.0.100, 8.5.38, 9.0.13 and later. The key is never shown.
 */
export const rule: ComponentRule = {
  id: "encrypt-key",
  group: "security",
  severity: "error",
  summary: {
    en: "EncryptInterceptor needs a hexadecimal key of 32, 48 or 64 digits.",
    ko: "EncryptInterceptor에는 32, 48 또는 64자리의 16진수 키가 필요합니다.",
  },
  target: ENCRYPT,

  check(encrypt, report) {
    const at = encrypt.spanOf("encryptionKey", "className");
    // Tomcat trims the key.
    const key = encrypt.text("encryptionKey")?.trim();
    if (!encrypt.has("encryptionKey")) {
      if (encrypt.unfinished) return;
      report({
        at,
        text: {
          en: "EncryptInterceptor has no encryptionKey: Tomcat does not start. Add the key all nodes share.",
          ko: "EncryptInterceptor에 encryptionKey가 없어 Tomcat이 시작되지 않습니다. 모든 노드가 공유하는 키를 추가하십시오.",
        },
      });
    } else if (key === undefined) return;
    else if (!/^[0-9a-f]+$/i.test(key) || key.length % 2 !== 0) {
      report({
        at,
        text: {
          en: "This key is not hexadecimal with an even number of digits: Tomcat does not start and logs the key.",
          ko: "이 키는 짝수 자리의 16진수가 아니어서 Tomcat이 시작되지 않고 키가 로그에 남습니다.",
        },
      });
    } else if (isAes(encrypt) && !AES_DIGITS.includes(key.length)) {
      report({
        at,
        text: {
          en: `An AES key has 32, 48 or 64 hexadecimal digits, this one ${key.length}: Tomcat starts and every message fails.`,
          ko: `AES 키는 16진수 32, 48, 64자리인데 ${key.length}자리입니다. Tomcat은 시작되지만 모든 메시지가 실패합니다.`,
        },
      });
    }
  },
};

/** The default is one of AES in every release. */
function isAes(encrypt: Component): boolean {
  return !encrypt.has("encryptionAlgorithm") || /^AES\//i.test(encrypt.text("encryptionAlgorithm") ?? "");
}
