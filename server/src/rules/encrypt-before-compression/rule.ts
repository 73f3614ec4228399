import { ENCRYPT, GZIP } from "../../config/classes.ts";
import { interceptorsOf, isBefore, ofClass } from "../../config/cluster.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Outgoing messages pass the interceptors from top to bottom: below EncryptInterceptor, Gzip gets encrypted bytes,
 * which do not compress.
 *
 * Source: GzipInterceptor.sendMessage and ChannelInterceptorBase.sendMessage, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "encrypt-before-compression",
  group: "interceptors",
  severity: "information",
  summary: {
    en: "GzipInterceptor belongs above EncryptInterceptor.",
    ko: "GzipInterceptor는 EncryptInterceptor 위에 두어야 합니다.",
  },
  target: GZIP,

  check(gzip, report, file) {
    if (gzip.parent?.name !== "Channel") return;
    const [encrypt] = ofClass(interceptorsOf(gzip.parent), ENCRYPT);
    if (!encrypt || isBefore(gzip, encrypt)) return;
    report({
      at: gzip.spanOf("className"),
      text: {
        en: "Below EncryptInterceptor it compresses what looks random: messages only grow. Move it above.",
        ko: "EncryptInterceptor 아래에서는 암호화된 데이터를 압축하므로 메시지가 오히려 커집니다. 위로 옮기십시오.",
      },
      related: [{ file, at: encrypt.spanOf("className"), text: { en: "Encrypts first.", ko: "먼저 암호화합니다." } }],
      fix: {
        title: { en: "Move above EncryptInterceptor", ko: "EncryptInterceptor 위로 이동" },
        edits: [...gzip.moveBefore(encrypt)],
      },
    });
  },
};
