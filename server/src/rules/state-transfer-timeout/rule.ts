import { DELTA_MANAGER } from "../../config/classes.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Tomcat's word for no limit. */
const FOR_EVER = -1;

/**
 * An application waits for the sessions of another node before it starts; -1 sets no limit to that.
 *
 * Source: DeltaManager.waitForSendAllSessions, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "state-transfer-timeout",
  group: "sessions",
  severity: "information",
  summary: {
    en: "stateTransferTimeout of -1 lets an application wait for ever at start.",
    ko: "stateTransferTimeout이 -1이면 애플리케이션이 시작할 때 끝없이 기다립니다.",
  },
  target: DELTA_MANAGER,

  *check(manager) {
    if (manager.number("stateTransferTimeout") !== FOR_EVER) return;
    yield {
      at: manager.spanOf("stateTransferTimeout"),
      text: {
        en: "With -1 the application starts only when another node answers, and never if it does not. Set seconds, 60 is the default.",
        ko: "-1이면 다른 노드가 응답해야만 시작하고, 응답이 없으면 시작하지 않습니다. 초 단위로 쓰십시오. 기본값은 60입니다.",
      },
      ...withoutAttribute(manager, "stateTransferTimeout"),
    };
  },
};
