import { josa } from "../../base/josa.ts";
import { RECEIVERS, STATIC_MEMBER } from "../../config/classes.ts";
import { CHANNEL_TLS } from "../../schema/reported.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * securePort is a number that members announce; nothing listens on it and no member connects to it.
 *
 * Source: every caller of getSecurePort, 7.0 to 11.0.25. Later releases are reported to listen on it.
 */
export const rule: ComponentRule = {
  id: "secure-port-unused",
  group: "security",
  severity: "warning",
  summary: {
    en: "securePort opens nothing and encrypts nothing.",
    ko: "securePort는 아무것도 열지 않고 암호화하지도 않습니다.",
  },
  target: [...RECEIVERS, STATIC_MEMBER],

  check(component, report, { version }) {
    const port = component.numberWhereWritten("securePort");
    const listens = CHANNEL_TLS.isIn(version);
    if (port === undefined || port <= 0 || listens) return;
    const at = component.spanOf("securePort");
    if (listens === undefined) {
      const first = CHANNEL_TLS.firstIn(version.line);
      report({
        at,
        severity: "information",
        text: {
          en: `securePort ${port} opens nothing before Tomcat ${first}, by what is reported: sessions travel in clear text there. Add EncryptInterceptor.`,
          ko: `알려진 바로는 Tomcat ${first} 전에는 securePort ${josa(port, "이")} 아무것도 열지 않아 세션이 평문으로 전송됩니다. EncryptInterceptor를 추가하십시오.`,
        },
      });
      return;
    }
    report({
      at,
      text: {
        en: `securePort ${port} is not implemented: sessions still travel in clear text. Remove it, and add EncryptInterceptor.`,
        ko: `securePort ${josa(port, "은")} 구현되지 않아 세션이 그대로 평문으로 전송됩니다. 제거하고 EncryptInterceptor를 추가하십시오.`,
      },
      ...withoutAttribute(component, "securePort"),
    });
  },
};
