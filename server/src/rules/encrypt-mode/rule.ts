import { ENCRYPT } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

const AUTHENTICATED = "AES/GCM/NoPadding";

/**
 * CBC, CFB and OFB hide a message but do not notice when somebody changed it; GCM does.
 *
 * The default was AES/CBC/PKCS5Padding until 9.0.120, 10.1.57 and 11.0.24. Source: EncryptInterceptor, all releases.
 */
export const rule: ComponentRule = {
  id: "encrypt-mode",
  group: "security",
  severity: "information",
  summary: {
    en: "EncryptInterceptor should use AES/GCM/NoPadding, which notices changed messages.",
    ko: "EncryptInterceptor에는 변조를 알아내는 AES/GCM/NoPadding이 좋습니다.",
  },
  target: ENCRYPT,

  *check(encrypt) {
    const algorithm = encrypt.text("encryptionAlgorithm");
    const mode = algorithm?.split("/")[1]?.toUpperCase();
    if (mode !== "CBC" && mode !== "CFB" && mode !== "OFB") return;
    yield {
      at: encrypt.spanOf("encryptionAlgorithm"),
      text: {
        en: `${mode} does not notice a changed message. Use ${AUTHENTICATED}, on all nodes at once.`,
        ko: `${mode}는 변조된 메시지를 알아내지 못합니다. 모든 노드에서 함께 ${AUTHENTICATED}으로 바꾸십시오.`,
      },
      fix: setTo(encrypt, "encryptionAlgorithm", AUTHENTICATED),
    };
  },
};
