import { ENCRYPT } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { Change } from "../../schema/change.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule, Finding } from "../rule.ts";

/** The modes that every EncryptInterceptor supports. */
const MODES = new Set(["CBC", "CFB", "OFB", "GCM"]);
/** The modes it refuses by name in releases that pass all others to Java. */
const REFUSED = new Set(["NONE", "ECB", "PCBC", "CTS", "KW", "KWP", "CTR"]);
const PARTS = 3;
const RECOMMENDED = "AES/GCM/NoPadding";

/** From these releases on, mode and padding are checked together; earlier ones leave the padding to Java. */
const TOGETHER = new Change("9.0.116", "10.1.53", "11.0.19");

/** The paddings of Java's own provider. */
const PADDINGS = new Set(["NOPADDING", "PKCS5PADDING", "ISO10126PADDING", ""]);

/**
 * The algorithm must be name/mode/padding as Tomcat and Java know it: a bare name is dropped, another mode or padding
 * stops Tomcat.
 *
 * Source: EncryptInterceptor.setEncryptionAlgorithm and createEncryptionManager, from 9.0.13 (GCM from 9.0.14) on;
 * Cipher.getInstance.
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

  check(encrypt, report, { version }) {
    const found = refusalOf(encrypt, version);
    if (!found) return;
    const at = encrypt.spanOf("encryptionAlgorithm");
    report({ at, ...found, fix: setTo(encrypt, "encryptionAlgorithm", RECOMMENDED) });
  },
};

/** Why an EncryptInterceptor's algorithm is refused, as an error where Tomcat stops; undefined where it works. */
export function refusalOf(encrypt: Component, version: TomcatVersion): Pick<Finding, "severity" | "text"> | undefined {
  const algorithm = encrypt.text("encryptionAlgorithm");
  if (algorithm === undefined) return undefined;
  const since = TOGETHER.firstIn(version.line)?.text;
  return problemOf(algorithm, TOGETHER.isIn(version), since, encrypt.has("providerName"));
}

function problemOf(
  algorithm: string,
  together: boolean | undefined,
  since: string | undefined,
  foreign: boolean,
): Pick<Finding, "severity" | "text"> | undefined {
  const parts = algorithm.split("/");
  const [, mode = "", padding = ""] = parts.map((part) => part.trim().toUpperCase());
  if (parts.length < PARTS) {
    return {
      severity: "warning",
      text: {
        en: `Tomcat drops "${algorithm}" and encrypts with its default. Write all three parts: ${RECOMMENDED}.`,
        ko: `Tomcat은 "${algorithm}" 값을 무시하고 기본값으로 암호화합니다. ${RECOMMENDED}처럼 세 부분을 모두 쓰십시오.`,
      },
    };
  }
  const before = !MODES.has(mode);
  const now = refusedTogether(mode, padding);
  // Java accepts both parts or neither.
  const half = (mode === "") !== (padding === "");
  if (half || parts.length > PARTS || (together === undefined ? before && now : together ? now : before)) {
    return {
      text: {
        en: `Tomcat does not start with "${algorithm}". Use ${RECOMMENDED}.`,
        ko: `"${algorithm}" 값으로는 Tomcat이 시작되지 않습니다. ${RECOMMENDED} 값을 쓰십시오.`,
      },
    };
  }
  if (together === undefined && now && since !== undefined) {
    return {
      severity: "warning",
      text: {
        en: `From ${since} on, Tomcat does not start with "${algorithm}". Use ${RECOMMENDED}.`,
        ko: `Tomcat ${since}부터는 "${algorithm}" 값으로 시작되지 않습니다. ${RECOMMENDED} 값을 쓰십시오.`,
      },
    };
  }
  if (foreign || (PADDINGS.has(padding) && (MODES.has(mode) || mode === ""))) return undefined;
  return {
    severity: "warning",
    text: {
      en: `Java itself has no ${algorithm}: Tomcat does not start unless another security provider has it. Use ${RECOMMENDED}.`,
      ko: `Java에는 ${algorithm} 알고리즘이 없어, 다른 보안 제공자가 없으면 Tomcat이 시작되지 않습니다. ${RECOMMENDED} 값을 쓰십시오.`,
    },
  };
}

function refusedTogether(mode: string, padding: string): boolean {
  if (REFUSED.has(mode) || /^(CFB|OFB)./.test(mode)) return true;
  return mode === "GCM" ? padding === "PKCS5PADDING" : MODES.has(mode) && padding === "NOPADDING";
}
