import { josa } from "../../base/josa.ts";
import { FRAGMENTATION, ORDER_INTERCEPTOR, TWO_PHASE } from "../../config/classes.ts";
import { sessionSendOptions } from "../../config/cluster.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * These interceptors act on messages that carry all bits of their optionFlag; changes of sessions carry channelSendOptions
 * or mapSendOptions. What a DeltaManager asks and answers at start carries 8 and 6 instead, from 9.0.9 on.
 *
 * Source: ChannelInterceptorBase.okToProcess and its three callers, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "interceptor-never-acts",
  group: "options",
  severity: "information",
  summary: {
    en: "An interceptor whose optionFlag no message carries does nothing.",
    ko: "어떤 메시지에도 없는 optionFlag를 가진 인터셉터는 아무 일도 하지 않습니다.",
  },
  target: [ORDER_INTERCEPTOR, TWO_PHASE, FRAGMENTATION],

  check(interceptor, report) {
    const cluster = interceptor.ancestor("Cluster");
    const flag = interceptor.numberWhereWritten("optionFlag");
    if (!cluster || !flag || flag < 0) return;
    const sent = sessionSendOptions(cluster);
    if (sent === undefined || (sent & flag) === flag) return;
    report({
      at: interceptor.spanOf("optionFlag"),
      text: {
        en: `Changes of sessions are sent with ${sent}, without ${flag & ~sent}: this interceptor does not act on them. Remove optionFlag.`,
        ko: `세션의 변경은 ${josa(sent, "으로")} 전송되어 ${josa(flag & ~sent, "이")} 없으므로 이 인터셉터가 동작하지 않습니다. optionFlag를 제거하십시오.`,
      },
      ...withoutAttribute(interceptor, "optionFlag"),
    });
  },
};
