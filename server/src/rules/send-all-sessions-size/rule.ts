import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { DELTA_MANAGER } from "../../config/classes.ts";
import { Change } from "../../schema/change.ts";
import type { Release } from "../../schema/release.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** From these releases on, the setter throws and the default stays. */
const REFUSED = new Change("9.0.122", "10.1.60", "11.0.26");

/** Tomcat's default. */
const USUAL = 1000;

/**
 * With blocks of 0 sessions the sending node loops for ever, with a negative size it throws. The starting node waits in
 * vain.
 *
 * Source: DeltaManager.handleGET_ALL_SESSIONS and setSendAllSessionsSize.
 */
export const rule: ComponentRule = {
  id: "send-all-sessions-size",
  group: "sessions",
  severity: "error",
  summary: {
    en: "sendAllSessionsSize must be 1 or more.",
    ko: "sendAllSessionsSize는 1 이상이어야 합니다.",
  },
  automatic: "No such size works, and the one written is the default.",
  target: DELTA_MANAGER,

  check(manager, report, { version }) {
    const size = manager.numberWhereWritten("sendAllSessionsSize");
    if (size === undefined || size > 0 || manager.boolean("sendAllSessions") !== false) return;
    const refused = REFUSED.isIn(version);
    report({
      at: manager.spanOf("sendAllSessionsSize"),
      ...(refused === false ? {} : { severity: "warning" }),
      text: refused
        ? refusedText(size)
        : sentText(size, refused === undefined ? REFUSED.firstIn(version.line) : undefined),
      fix: setTo(manager, "sendAllSessionsSize", `${USUAL}`),
    });
  },
};

function refusedText(size: number): Localized {
  return {
    en: `Tomcat refuses ${size} and keeps ${USUAL}: a block has 1 session at least. Write what you mean.`,
    ko: `Tomcat이 ${josa(size, "을")} 거부하고 ${josa(USUAL, "을")} 유지합니다. 한 번에 세션 1개 이상이어야 하니 뜻한 값을 쓰십시오.`,
  };
}

/** With 0 the loop never advances; a negative size is the length of an array, which throws. */
function sentText(size: number, refusedFrom: Release | undefined): Localized {
  const until = refusedFrom
    ? { en: `Before Tomcat ${refusedFrom}, blocks`, ko: `Tomcat ${refusedFrom} 전에는 ` }
    : { en: "Blocks", ko: "" };
  return size === 0
    ? {
        en: `${until.en} of ${size} sessions never end: this node loops while another one starts. Set it to ${USUAL}.`,
        ko: `${until.ko}${size}개 단위로는 전송이 끝나지 않아 다른 노드가 시작할 때 이 노드가 무한 반복합니다. ${josa(USUAL, "으로")} 설정하십시오.`,
      }
    : {
        en: `${until.en} of ${size} sessions fail: this node sends none, and the one that starts waits for them in vain. Set it to ${USUAL}.`,
        ko: `${until.ko}${size}개 단위로는 오류가 나 세션을 하나도 보내지 못하고, 시작하는 노드는 헛되이 기다립니다. ${josa(USUAL, "으로")} 설정하십시오.`,
      };
}
