import { ENCRYPT } from "../../config/classes.ts";
import { ADVISORIES, rangeAround } from "../../schema/advisories.ts";
import { Change } from "../../schema/change.ts";
import { refusalOf } from "../encrypt-algorithm/rule.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

const AUTHENTICATED = "AES/GCM/NoPadding";

/** From these releases on, GCM is the default; before, it is CBC. */
const DEFAULT_IS_GCM = new Change("9.0.121", "10.1.58", "11.0.25");

/** The advisories about modes that pad a message. */
const PADDING = ADVISORIES.filter(({ needs }) => needs === "padding");

/**
 * CBC, CFB and OFB hide a message but do not notice that it was changed; GCM does. On releases that answer a wrong
 * padding otherwise than a wrong message, an attacker can also decrypt it.
 *
 * Source: EncryptInterceptor, all releases: the default was AES/CBC/PKCS5Padding until 9.0.120, 10.1.57 and 11.0.24, and
 * GCM came in 9.0.14, 8.5.38 and 7.0.100. The advisory is CVE-2026-29146, as published.
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

  check(encrypt, report, { version }) {
    const { release } = version;
    const absent = !encrypt.has("encryptionAlgorithm");
    // The default is not certain where the line is only assumed.
    const byDefault = absent && version.assumed !== true && DEFAULT_IS_GCM.isIn(version) === false;
    const mode = byDefault ? "CBC" : encrypt.text("encryptionAlgorithm")?.split("/")[1]?.toUpperCase();
    if (mode !== "CBC" && mode !== "CFB" && mode !== "OFB") return;
    const refusal = refusalOf(encrypt, version);
    // Where the algorithm stops Tomcat, another rule reports that.
    if (refusal && refusal.severity === undefined) return;
    const advisory = version.rebuilt ? undefined : release && PADDING.find((each) => rangeAround(each, release));
    const of = byDefault
      ? { en: `${mode}, the default of this Tomcat,`, ko: `이 Tomcat의 기본값인 ${mode} 모드는` }
      : { en: mode, ko: `${mode} 모드는` };
    report({
      at: encrypt.spanOf("encryptionAlgorithm"),
      ...(advisory ? { severity: "warning", advisories: [advisory.id] } : {}),
      text: advisory
        ? {
            en: `${advisory.id}: ${advisory.text.en} It affects ${of.en} as published ${advisory.published}. Use ${AUTHENTICATED}, on all nodes at once.`,
            ko: `${advisory.id}: ${advisory.text.ko} ${of.ko} 이 권고에 해당합니다(${advisory.published} 공개 기준). 모든 노드에서 함께 ${AUTHENTICATED} 값을 쓰십시오.`,
          }
        : {
            en: `${of.en} does not notice a changed message. Use ${AUTHENTICATED}, on all nodes at once.`,
            ko: `${of.ko} 변조된 메시지를 알아내지 못합니다. 모든 노드에서 함께 ${AUTHENTICATED} 값을 쓰십시오.`,
          },
      fix: setTo(encrypt, "encryptionAlgorithm", AUTHENTICATED),
    });
  },
};
