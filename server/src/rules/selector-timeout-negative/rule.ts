import { josa } from "../../base/josa.ts";
import { NIO_RECEIVER } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Tomcat's default, in milliseconds. */
const USUAL = 5000;

/**
 * A negative selectorTimeout makes the receiving thread fail in an endless loop.
 *
 * Unit: milliseconds; 0 waits for ever and is fine. Source: NioReceiver.listen, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "selector-timeout-negative",
  group: "receiver",
  severity: "error",
  summary: {
    en: "A negative selectorTimeout makes the Receiver fail for ever.",
    ko: "selectorTimeout이 음수이면 Receiver가 계속 실패합니다.",
  },
  automatic: "No negative value works, and the one written is the default.",
  target: NIO_RECEIVER,

  check(receiver, report) {
    const timeout = receiver.number("selectorTimeout");
    if (timeout === undefined || timeout >= 0) return;
    report({
      at: receiver.spanOf("selectorTimeout"),
      text: {
        en: `selectorTimeout ${timeout}: the Receiver fails in an endless loop and fills the log. Set ${USUAL}.`,
        ko: `selectorTimeout이 ${timeout}이면 Receiver가 끝없이 실패하며 로그를 채웁니다. ${josa(USUAL, "으로")} 설정하십시오.`,
      },
      fix: setTo(receiver, "selectorTimeout", `${USUAL}`),
    });
  },
};
