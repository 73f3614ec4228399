import { josa } from "../../base/josa.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A Receiver whose maxThreads is below minThreads stops Tomcat with a bare IllegalArgumentException.
 *
 * Defaults (minThreads 6, maxThreads 15) come from the schema, so `maxThreads="4"` alone is fatal.
 * Source: ReceiverBase.start and ExecutorFactory.newThreadPool, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-threads",
  group: "receiver",
  severity: "error",
  summary: {
    en: "A Receiver's maxThreads must not be below minThreads, which is 6 by default.",
    ko: "Receiver의 maxThreads는 minThreads(기본값 6)보다 작을 수 없습니다.",
  },
  target: RECEIVERS,

  check(receiver, report) {
    const least = receiver.number("minThreads");
    const most = receiver.number("maxThreads");
    if (least === undefined || most === undefined || most >= least || most <= 0) return;
    report({
      at: receiver.spanOf("maxThreads", "minThreads"),
      text: {
        en: `maxThreads (${most}) is below minThreads (${least}): Tomcat does not start. Set minThreads to ${most}.`,
        ko: `maxThreads(${most})가 minThreads(${least})보다 작아 Tomcat이 시작되지 않습니다. minThreads를 ${josa(most, "으로")} 낮추십시오.`,
      },
      fix: setTo(receiver, "minThreads", `${most}`),
    });
  },
};
