import { ENCRYPT } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** The modes EncryptInterceptor can work in. */
const MODES = new Set(["CBC", "CFB", "OFB", "GCM"]);
const RECOMMENDED = "AES/GCM/NoPadding";

/**
 * The algorithm must be name/mode/padding with a mode Tomcat has: a bare name is dropped, another mode stops Tomcat.
 *
 * Source: EncryptInterceptor.setEncryptionAlgorithm and createEncryptionManager, from 9.0.13 (GCM from 9.0.14) on.
 */
export const rule: ComponentRule = {
  id: "encrypt-algorithm",
  group: "security",
  severity: "error",
  summary: {
    en: "encryptionAlgorithm must read name/mode/padding, with CBC, CFB, OFB or GCM.",
    ko: "encryptionAlgorithm은 이름/모드/패딩 형식이며 모드는 CBC, CFB, OFB, GCM 중 하나여야 합니다.",
  },
  target: ENCRYPT,

  *check(encrypt) {
    const algorithm = encrypt.text("encryptionAlgorithm");
    if (algorithm === undefined) return;
    const at = encrypt.spanOf("encryptionAlgorithm");
    const fix = setTo(encrypt, "encryptionAlgorithm", RECOMMENDED);
    const [, mode, padding] = algorithm.split("/");
    if (mode === undefined || padding === undefined) {
      yield {
        at,
        severity: "warning",
        text: {
          en: `Tomcat drops "${algorithm}" and encrypts with its default. Write all three parts: ${RECOMMENDED}.`,
          ko: `Tomcat은 "${algorithm}"을(를) 무시하고 기본값으로 암호화합니다. ${RECOMMENDED}처럼 세 부분을 모두 쓰십시오.`,
        },
        fix,
      };
    } else if (!MODES.has(mode.toUpperCase())) {
      yield {
        at,
        text: {
          en: `Tomcat does not start with mode ${mode}. Use ${RECOMMENDED}.`,
          ko: `모드 ${mode}(으)로는 Tomcat이 시작되지 않습니다. ${RECOMMENDED}을 쓰십시오.`,
        },
        fix,
      };
    }
  },
};
