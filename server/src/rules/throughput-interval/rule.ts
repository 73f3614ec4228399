import { THROUGHPUT } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Tomcat divides the number of received messages by the interval before it passes a message on: with 0 an
 * ArithmeticException is thrown for each message, and none arrives.
 *
 * Unit: messages. Source: ThroughputInterceptor.messageReceived, 7.0 to 12.0.
 */
export const rule: ComponentRule = {
  id: "throughput-interval",
  group: "interceptors",
  severity: "error",
  summary: {
    en: "With interval 0 a ThroughputInterceptor loses every message that arrives.",
    ko: "interval이 0이면 ThroughputInterceptor가 도착하는 메시지를 모두 잃습니다.",
  },
  target: [THROUGHPUT],

  check(interceptor, report) {
    if (interceptor.numberWhereWritten("interval") !== 0) return;
    report({
      at: interceptor.spanOf("interval"),
      text: {
        en: "With interval 0 Tomcat divides by 0 at each message that arrives, and loses it. Write how many messages a report is for.",
        ko: "interval이 0이면 메시지가 도착할 때마다 0으로 나누게 되어 그 메시지를 잃습니다. 메시지 몇 개마다 보고할지 쓰십시오.",
      },
      fix: setTo(interceptor, "interval", "10000"),
    });
  },
};
