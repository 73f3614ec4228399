import { josa } from "../../base/josa.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { parseSendOptions, SEND } from "../../config/options.ts";
import type { ComponentRule } from "../rule.ts";

/** The commonly advised value, in milliseconds; also Tomcat's default in every line. */
const ADVISED = 5000;

/**
 * The advice to pair sending that is asynchronous (8) with a selectorTimeout of 5000 ms or more.
 *
 * Unit: milliseconds. Runs of real Tomcat show no effect on delivery, so this is a hint; the page says what was measured.
 * Source: NioReceiver.listen, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "selector-timeout-async",
  group: "options",
  severity: "hint",
  summary: {
    en: "With asynchronous sending, the common advice is a selectorTimeout of 5000 ms or more.",
    ko: "비동기 전송에서는 selectorTimeout을 5000ms 이상으로 두라는 것이 널리 알려진 조언입니다.",
  },
  target: RECEIVERS,

  check(receiver, report) {
    const options = receiver.ancestor("Cluster")?.effective("channelSendOptions");
    const timeout = receiver.number("selectorTimeout");
    if (options === undefined || timeout === undefined || !receiver.has("selectorTimeout")) return;
    // 0 waits for ever, and less fails, which another rule reports.
    if (((parseSendOptions(options) ?? 0) & SEND.asynchronous) === 0 || timeout >= ADVISED || timeout <= 0) return;
    report({
      at: receiver.spanOf("selectorTimeout"),
      text: {
        en: `selectorTimeout is ${timeout} ms with asynchronous sending (${options}); ${ADVISED} or more is the usual advice.`,
        ko: `비동기 전송(${options})인데 selectorTimeout이 ${timeout}ms입니다. 보통 ${ADVISED} 이상을 권합니다.`,
      },
      fix: {
        title: { en: `Set selectorTimeout to ${ADVISED}`, ko: `selectorTimeout을 ${josa(ADVISED, "으로")} 설정` },
        edits: [receiver.setAttribute("selectorTimeout", `${ADVISED}`)],
      },
    });
  },
};
