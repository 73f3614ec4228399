import { josa } from "../../base/josa.ts";
import { MESSAGE_DISPATCH, MESSAGE_DISPATCH_15 } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A dispatcher whose maxThreads is below maxSpareThreads stops Tomcat.
 *
 * Defaults (maxSpareThreads 2, maxThreads 10) come from the schema, so `maxThreads="1"` alone is fatal.
 * Source: MessageDispatchInterceptor.startQueue and ExecutorFactory.newThreadPool, 8.5 to 11.0; in 7.0
 * MessageDispatch15Interceptor.startQueue.
 */
export const rule: ComponentRule = {
  id: "dispatcher-threads",
  group: "interceptors",
  severity: "error",
  summary: {
    en: "A dispatcher's maxThreads must not be below maxSpareThreads, which is 2 by default.",
    ko: "MessageDispatchInterceptor의 maxThreads는 maxSpareThreads(기본값 2)보다 작을 수 없습니다.",
  },
  target: [MESSAGE_DISPATCH, MESSAGE_DISPATCH_15],

  check(dispatcher, report) {
    const spare = dispatcher.number("maxSpareThreads");
    const most = dispatcher.number("maxThreads");
    if (spare === undefined || most === undefined || most >= spare || most <= 0) return;
    report({
      at: dispatcher.spanOf("maxThreads", "maxSpareThreads"),
      text: {
        en: `maxThreads (${most}) is below maxSpareThreads (${spare}): Tomcat does not start. Set maxSpareThreads to ${most}.`,
        ko: `maxThreads(${most})가 maxSpareThreads(${spare})보다 작아 Tomcat이 시작되지 않습니다. maxSpareThreads를 ${josa(most, "으로")} 낮추십시오.`,
      },
      fix: setTo(dispatcher, "maxSpareThreads", `${most}`),
    });
  },
};
