import { josa } from "../../base/josa.ts";
import { TCP_FAILURE_DETECTOR } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/** In seconds nearly three hours: a value from here on is meant in milliseconds. */
const LIKE_MILLISECONDS = 10_000;

/**
 * removeSuspectsTimeout is in seconds, unlike the attributes around it.
 *
 * Source: TcpFailureDetector.performBasicCheck, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "suspects-timeout",
  group: "interceptors",
  severity: "hint",
  summary: {
    en: "removeSuspectsTimeout is in seconds, not in milliseconds.",
    ko: "removeSuspectsTimeout의 단위는 밀리초가 아니라 초입니다.",
  },
  target: TCP_FAILURE_DETECTOR,

  check(detector, report) {
    const seconds = detector.numberWhereWritten("removeSuspectsTimeout");
    if (seconds === undefined || seconds < LIKE_MILLISECONDS) return;
    const hours = Math.round(seconds / 360) / 10;
    report({
      at: detector.spanOf("removeSuspectsTimeout"),
      text: {
        en: `removeSuspectsTimeout is in seconds: ${seconds} are ${hours} hours. The default is 300.`,
        ko: `removeSuspectsTimeout은 초 단위이므로 ${josa(seconds, "은")} ${hours}시간입니다. 기본값은 300입니다.`,
      },
    });
  },
};
