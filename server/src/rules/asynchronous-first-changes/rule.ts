import { BACKUP_MANAGER, DELTA_MANAGER, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { interceptorsOf, isDispatcher, managerClassOf, sendOptions, sendsInOrder } from "../../config/cluster.ts";
import { SEND } from "../../config/options.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** With these options, a message counts as sent when the other node has applied it. */
const APPLIED = SEND.ack | SEND.synchronizedAck;

/**
 * With option 8 the message with a new session's attributes may overtake the one that makes the session; the other
 * node drops it without a word.
 *
 * BackupManager sends with mapSendOptions; without acknowledgements even one thread does not keep the order.
 *
 * Source: MessageDispatchInterceptor (up to ten threads), DeltaManager.handleSESSION_DELTA, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "asynchronous-first-changes",
  group: "options",
  severity: "information",
  summary: {
    en: "With asynchronous sending, what the first request of a session set may be lost.",
    ko: "비동기 전송에서는 세션의 첫 요청에서 저장한 값을 잃을 수 있습니다.",
  },
  target: [SIMPLE_TCP_CLUSTER, BACKUP_MANAGER],

  check(component, report) {
    const ofMap = component.name === "Manager";
    const attribute = ofMap ? "mapSendOptions" : "channelSendOptions";
    const cluster = ofMap ? component.parent : component;
    // Only a written option is a decision; the default is left alone.
    const mask = component.has(attribute) ? sendOptions(component, attribute) : undefined;
    if (!cluster || mask === undefined || (mask & SEND.asynchronous) === 0) return;
    if (!ofMap && managerClassOf(cluster) !== DELTA_MANAGER) return;
    const chain = interceptorsOf(cluster);
    if (chain.length > 0 && !chain.some(isDispatcher)) return;
    const single = chain.some(sendsInOrder);
    // A map's messages keep their order only where each is applied before the next is sent.
    if (single && (!ofMap || (mask & APPLIED) === APPLIED)) return;
    report({
      at: component.spanOf(attribute),
      ...(ofMap && (mask & APPLIED) !== APPLIED ? { severity: "warning" } : {}),
      text: {
        en: `With ${mask} the first change of a new session can overtake its creation and get lost on the other nodes. 6 avoids it.`,
        ko: `${mask}에서는 새 세션의 첫 변경이 생성보다 먼저 도착해 다른 노드에서 유실될 수 있습니다. 6이면 일어나지 않습니다.`,
      },
      fix: setTo(component, attribute, "6"),
    });
  },
};
