import { josa } from "../../base/josa.ts";
import { CLOUD_SERVICE } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * The provider of CloudMembershipService is `kubernetes`, `dns` or the full name of a class; anything else is looked
 * for as a class and stops Tomcat.
 *
 * Source: CloudMembershipService.start, 9.0.13 and later; `dns` from 9.0.32 on. The names are case sensitive.
 */
export const rule: ComponentRule = {
  id: "cloud-provider",
  group: "membership",
  severity: "error",
  summary: {
    en: "membershipProviderClassName is kubernetes, dns or a full class name.",
    ko: "membershipProviderClassName은 kubernetes, dns 또는 클래스의 전체 이름이어야 합니다.",
  },
  target: CLOUD_SERVICE,

  check(service, report) {
    const provider = service.text("membershipProviderClassName");
    if (provider === undefined || provider === "kubernetes" || provider === "dns" || provider.includes(".")) return;
    const right = /dns/i.test(provider) ? "dns" : "kubernetes";
    report({
      at: service.spanOf("membershipProviderClassName"),
      text: {
        en: `Tomcat looks for a class called ${provider} and does not start. Write ${right}.`,
        ko: `Tomcat이 ${josa(provider, "이라는")} 클래스를 찾다가 시작되지 않습니다. ${josa(right, "으로")} 쓰십시오.`,
      },
      fix: setTo(service, "membershipProviderClassName", right),
    });
  },
};
