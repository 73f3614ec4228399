import { RECEIVERS, STATIC_MEMBER } from "../../config/classes.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * securePort is a number that members tell each other; nothing listens on it and nobody connects to it.
 *
 * Source: every caller of getSecurePort, 7.0 to 11.0.
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

  *check(component) {
    const port = component.numberWhereWritten("securePort");
    if (port === undefined || port <= 0) return;
    yield {
      at: component.spanOf("securePort"),
      text: {
        en: `securePort ${port} is not implemented: sessions still travel in clear text. Remove it, and add EncryptInterceptor.`,
        ko: `securePort ${port}은(는) 구현되지 않아 세션이 그대로 평문으로 전송됩니다. 지우고 EncryptInterceptor를 추가하십시오.`,
      },
      ...withoutAttribute(component, "securePort"),
    };
  },
};
