import { MESSAGE_DISPATCH, MESSAGE_DISPATCH_15 } from "../../config/classes.ts";
import { sessionSendOptions } from "../../config/cluster.ts";
import { SEND } from "../../config/options.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * With alwaysSend="false" a message that does not fit into the queue is lost; with true it is sent in the request's own
 * thread. Only asynchronous messages come into the queue.
 *
 * Unit of maxQueueSize: bytes. Source: MessageDispatchInterceptor.sendMessage, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "dispatcher-drops",
  group: "interceptors",
  severity: "warning",
  summary: {
    en: "With alwaysSend off, messages beyond maxQueueSize are lost.",
    ko: "alwaysSend를 끄면 maxQueueSize를 넘는 메시지를 잃습니다.",
  },
  target: [MESSAGE_DISPATCH, MESSAGE_DISPATCH_15],

  check(dispatcher, report) {
    if (!dispatcher.has("alwaysSend") || dispatcher.boolean("alwaysSend") !== false) return;
    const cluster = dispatcher.ancestor("Cluster");
    const options = cluster && sessionSendOptions(cluster);
    if (options !== undefined && (options & SEND.asynchronous) === 0) return;
    const most = dispatcher.number("maxQueueSize");
    report({
      at: dispatcher.spanOf("alwaysSend"),
      text: {
        en: `A message that would bring the queue above ${most ?? "maxQueueSize"} bytes is lost. With true it is sent in the request's thread.`,
        ko: `큐가 ${most ?? "maxQueueSize"}바이트를 넘게 되는 메시지를 잃습니다. true로 두면 요청 스레드에서 바로 보냅니다.`,
      },
      fix: setTo(dispatcher, "alwaysSend", "true"),
    });
  },
};
