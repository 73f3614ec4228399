import { suggest } from "../../base/suggest.ts";
import { certificateTypes, UNKNOWN_TYPE_GOES_ON } from "../../config/certificate-types.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * The type of a Certificate is RSA, DSA, EC or MLDSA, in capitals; at any other releases stop that came before mid-2026.
 *
 * Source: CertificateCreateRule.begin, SSLHostConfigCertificate.Type.valueOf, 8.5 to 11.0.
 */
export const rule: ElementRule = {
  id: "certificate-type",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "The type of a Certificate is RSA, DSA, EC or MLDSA, in capitals.",
    ko: "Certificate의 type은 대문자 RSA, DSA, EC, MLDSA 중 하나입니다.",
  },
  elements: ["Certificate"],

  check(certificate, report, { version }) {
    const type = certificate.text("type");
    const known = certificateTypes(version);
    if (type === undefined || type === "" || known.includes(type)) return;
    const meant = suggest(type.trim(), known);
    // What is dropped leaves no type, and of several Certificates each needs one (SSLHostConfig.addCertificate).
    const isAlone = certificate.parent?.childrenNamed("Certificate").length === 1;
    const goesOn = isAlone ? UNKNOWN_TYPE_GOES_ON.isIn(version) : false;
    report({
      at: certificate.spanOf("type"),
      ...(goesOn === false ? {} : { severity: "warning" }),
      text: textOf(type, goesOn, version),
      ...(meant === undefined ? {} : { fix: setTo(certificate, "type", meant) }),
    });
  },
};

function textOf(type: string, goesOn: boolean | undefined, { line }: TomcatVersion) {
  if (goesOn === false)
    return {
      en: `"${type}" is no type of a Certificate: Tomcat does not start. Write RSA, EC or DSA.`,
      ko: `"${type}" 값은 Certificate의 type이 아니어서 Tomcat이 시작되지 않습니다. RSA, EC, DSA 중 하나로 쓰십시오.`,
    };
  const first = UNKNOWN_TYPE_GOES_ON.firstIn(line);
  const before =
    goesOn === undefined && first
      ? { en: `, and before ${first} Tomcat does not start`, ko: `, ${first} 전에는 Tomcat이 시작되지 않습니다` }
      : { en: "", ko: "" };
  return {
    en: `"${type}" is no type of a Certificate: Tomcat drops it${before.en}. Write RSA, EC or DSA.`,
    ko: `"${type}" 값은 Certificate의 type이 아니어서 버려지며${before.ko || " 적용되지 않습니다"}. RSA, EC, DSA 중 하나로 쓰십시오.`,
  };
}
