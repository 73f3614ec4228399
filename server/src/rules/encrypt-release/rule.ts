import { ENCRYPT } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/** Releases whose EncryptInterceptor passes on what it could not decrypt, and what came after them. */
const OPEN: Readonly<Record<string, string>> = {
  "9.0.116": "9.0.117",
  "10.1.53": "10.1.54",
  "11.0.19": "11.0.21",
  "11.0.20": "11.0.21",
};

/**
 * In these releases a message that cannot be decrypted is passed on all the same, so the key protects nothing.
 *
 * Source: EncryptInterceptor.messageReceived: `super.messageReceived` stands behind the try block in these tags only.
 */
export const rule: ComponentRule = {
  id: "encrypt-release",
  group: "security",
  severity: "error",
  summary: {
    en: "A few releases of Tomcat accept messages that EncryptInterceptor could not decrypt.",
    ko: "일부 Tomcat 릴리스는 EncryptInterceptor가 복호화하지 못한 메시지도 받아들입니다.",
  },
  target: ENCRYPT,

  *check(encrypt, { version: { release } }) {
    if (!release) return;
    const mended = OPEN[release.text];
    if (mended === undefined) return;
    yield {
      at: encrypt.spanOf("className"),
      text: {
        en: `Tomcat ${release.text} accepts messages it could not decrypt, so anyone can join. Upgrade to ${mended} or later.`,
        ko: `Tomcat ${release.text}은 복호화하지 못한 메시지도 받아들여 누구나 참여할 수 있습니다. ${mended} 이상으로 업그레이드하십시오.`,
      },
    };
  },
};
