import { josa } from "../../base/josa.ts";
import { MESSAGE_DISPATCH, MESSAGE_DISPATCH_15 } from "../../config/classes.ts";
import { SEND } from "../../config/options.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * The dispatcher acts on option 8 whatever its optionFlag says; another value only draws a warning.
 *
 * Source: MessageDispatchInterceptor.setOptionFlag and sendMessage, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "dispatcher-option-flag",
  group: "options",
  severity: "warning",
  summary: {
    en: "MessageDispatchInterceptor always acts on option 8; its optionFlag changes nothing.",
    ko: "MessageDispatchInterceptor는 항상 옵션 8에 반응하며 optionFlag는 아무것도 바꾸지 않습니다.",
  },
  target: [MESSAGE_DISPATCH, MESSAGE_DISPATCH_15],

  check(dispatcher, report) {
    const flag = dispatcher.numberWhereWritten("optionFlag");
    if (flag === undefined || flag === SEND.asynchronous) return;
    report({
      at: dispatcher.spanOf("optionFlag"),
      text: {
        en: `optionFlag ${flag} changes nothing here: this interceptor queues messages with option 8. Remove it.`,
        ko: `여기서 optionFlag ${josa(flag, "은")} 아무 효과가 없습니다. 이 인터셉터는 옵션 8인 메시지를 큐에 넣습니다. 제거하십시오.`,
      },
      ...withoutAttribute(dispatcher, "optionFlag"),
    });
  },
};
