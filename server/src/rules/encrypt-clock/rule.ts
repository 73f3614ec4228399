import { josa } from "../../base/josa.ts";
import { ENCRYPT } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/** Tomcat's default window, in milliseconds. */
const USUAL = 10_000;

/**
 * A message counts as replayed when its time lies outside of replayWindowTime: the clocks of the nodes may not differ by
 * more.
 *
 * Unit: milliseconds. Source: EncryptInterceptor.messageReceived, from 9.0.119, 10.1.56 and 11.0.23 on.
 */
export const rule: ComponentRule = {
  id: "encrypt-clock",
  group: "security",
  severity: "information",
  summary: {
    en: "A short replayWindowTime drops messages of nodes whose clocks differ.",
    ko: "replayWindowTime이 짧으면 시계가 다른 노드의 메시지가 버려집니다.",
  },
  target: ENCRYPT,

  check(encrypt, report) {
    const window = encrypt.attributeFacts("replayWindowTime") && encrypt.numberWhereWritten("replayWindowTime");
    if (window === undefined || window < 1 || window >= USUAL) return;
    report({
      at: encrypt.spanOf("replayWindowTime"),
      text: {
        en: `Messages of a node whose clock differs by more than ${window} ms are dropped as replayed. Keep the clocks in step, or use ${USUAL}.`,
        ko: `시계가 ${window}ms 넘게 다른 노드의 메시지는 재전송으로 보고 버립니다. 시계를 맞추거나 ${josa(USUAL, "을")} 쓰십시오.`,
      },
    });
  },
};
