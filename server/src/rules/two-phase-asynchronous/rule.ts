import { MESSAGE_DISPATCH, MESSAGE_DISPATCH_15, TWO_PHASE } from "../../config/classes.ts";
import { interceptorsOf, isBefore, ofClass, sendsInOrder, sessionSendOptions } from "../../config/cluster.ts";
import { SEND } from "../../config/options.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * With TwoPhaseCommitInterceptor above the dispatcher, a confirmation can overtake its message.
 *
 * Source: TwoPhaseCommitInterceptor.sendMessage, MessageDispatchInterceptor, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "two-phase-asynchronous",
  group: "options",
  severity: "warning",
  summary: {
    en: "TwoPhaseCommitInterceptor loses messages when they are sent asynchronously.",
    ko: "TwoPhaseCommitInterceptor는 비동기 전송에서 메시지를 잃습니다.",
  },
  target: TWO_PHASE,

  check(interceptor, report) {
    const cluster = interceptor.ancestor("Cluster");
    const mask = cluster && sessionSendOptions(cluster);
    const flag = interceptor.number("optionFlag");
    if (mask === undefined || flag === undefined || !interceptor.parent) return;
    // TwoPhaseCommitInterceptor acts only on messages with all bits of its flag.
    if ((mask & SEND.asynchronous) === 0 || (mask & flag) !== flag) return;
    const chain = interceptorsOf(interceptor.parent);
    const dispatcher = ofClass(chain, MESSAGE_DISPATCH, MESSAGE_DISPATCH_15).at(-1);
    // A single thread keeps the order.
    if (!dispatcher || isBefore(dispatcher, interceptor) || sendsInOrder(dispatcher)) return;
    report({
      at: interceptor.spanOf("className"),
      text: {
        en: "Confirmations overtake the messages they confirm, and sessions are lost. Remove it, or make sending synchronous (6).",
        ko: "커밋 확인이 원래 메시지보다 먼저 도착해 세션이 유실됩니다. 제거하거나 동기(6)로 전송하십시오.",
      },
    });
  },
};
