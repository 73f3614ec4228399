import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { DELTA_MANAGER } from "../../config/classes.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** To Tomcat, no limit. */
const FOR_EVER = -1;

/** In seconds nearly three hours: a value from here on is meant in milliseconds. */
const LIKE_MILLISECONDS = 10_000;

/**
 * Before it starts, an application waits for the sessions of another node: so many seconds, with -1 without limit, with
 * any other number that is not positive not at all.
 *
 * Source: DeltaManager.waitForSendAllSessions, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "state-transfer-timeout",
  group: "sessions",
  severity: "information",
  summary: {
    en: "stateTransferTimeout is in seconds; with -1 an application waits for ever at start, with 0 not at all.",
    ko: "stateTransferTimeout은 초 단위입니다. 애플리케이션이 시작할 때 -1이면 끝없이 기다리고 0이면 기다리지 않습니다.",
  },
  target: DELTA_MANAGER,

  check(manager, report) {
    const seconds = manager.numberWhereWritten("stateTransferTimeout");
    if (seconds !== undefined && seconds >= LIKE_MILLISECONDS) {
      const hours = Math.round(seconds / 360) / 10;
      report({
        at: manager.spanOf("stateTransferTimeout"),
        text: {
          en: `stateTransferTimeout is in seconds: ${seconds} are ${hours} hours. Write 60 if a minute is meant.`,
          ko: `stateTransferTimeout은 초 단위이므로 ${josa(seconds, "은")} ${hours}시간입니다. 1분을 뜻했다면 60으로 쓰십시오.`,
        },
      });
    }
    if (seconds === undefined || seconds > 0) return;
    report({
      at: manager.spanOf("stateTransferTimeout"),
      text: seconds === FOR_EVER ? WITHOUT_END : withoutWaiting(seconds),
      ...withoutAttribute(manager, "stateTransferTimeout"),
    });
  },
};

const WITHOUT_END: Localized = {
  en: "With -1 an application that finds another node starts only when that one answers, and never if it does not. Set seconds, 60 is the default.",
  ko: "-1이면 다른 노드를 찾은 애플리케이션은 그 노드가 응답해야만 시작하고, 응답이 없으면 시작하지 않습니다. 초 단위로 쓰십시오. 기본값은 60입니다.",
};

function withoutWaiting(seconds: number): Localized {
  return {
    en: `With ${seconds} an application does not wait at start for the sessions of the other nodes: a request that comes before them finds none. Leave it out: 60.`,
    ko: `${josa(seconds, "으로")} 두면 애플리케이션이 시작할 때 다른 노드의 세션을 기다리지 않으므로, 먼저 온 요청은 세션을 찾지 못합니다. 빼십시오. 기본값은 60입니다.`,
  };
}
