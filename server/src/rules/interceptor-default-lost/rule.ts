import { josa } from "../../base/josa.ts";
import { DELTA_MANAGER, SIMPLE_TCP_CLUSTER, STATIC_MEMBERSHIP, TCP_FAILURE_DETECTOR } from "../../config/classes.ts";
import {
  allKnown,
  interceptorsOf,
  isDispatcher,
  managerClassOf,
  multicastRuns,
  ofClass,
  sendOptions,
} from "../../config/cluster.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { SEND } from "../../config/options.ts";
import { lineFacts } from "../../schema/lines.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * One Interceptor is enough, and Tomcat no longer adds MessageDispatchInterceptor and TcpFailureDetector.
 *
 * Source: SimpleTcpCluster.checkDefaults, 7.0 to 11.0; on 7.0 the dispatcher is MessageDispatch15Interceptor.
 */
export const rule: ComponentRule = {
  id: "interceptor-default-lost",
  group: "interceptors",
  severity: "information",
  summary: {
    en: "With an Interceptor of yours, Tomcat's own two are no longer added.",
    ko: "Interceptor를 직접 쓰면 Tomcat의 기본 인터셉터 두 개가 추가되지 않습니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report, { version }) {
    const chain = interceptorsOf(cluster);
    const [first] = chain;
    const last = chain.at(-1);
    if (!first || !last || !allKnown(chain) || (first.parent && hasLostTag(first.parent))) return;
    // What a BackupManager sends, its own options decide.
    const mask = managerClassOf(cluster) === DELTA_MANAGER ? sendOptions(cluster, "channelSendOptions") : undefined;
    if (mask !== undefined && (mask & SEND.asynchronous) !== 0 && !chain.some(isDispatcher)) {
      const dispatcher = lineFacts(version.line).dispatcher;
      report({
        at: first.spanOf("className"),
        text: {
          en: `channelSendOptions ${mask} is asynchronous, but nothing queues: requests wait for the network. Add MessageDispatchInterceptor.`,
          ko: `channelSendOptions ${josa(mask, "은")} 비동기이지만 큐가 없어 요청이 네트워크를 기다립니다. MessageDispatchInterceptor를 추가하십시오.`,
        },
        fix: {
          title: { en: "Add MessageDispatchInterceptor", ko: "MessageDispatchInterceptor 추가" },
          edits: [first.insertBefore(`<Interceptor className="${dispatcher}"/>`)],
        },
      });
    }
    // Static members have a rule of their own, which knows the order they need; other services ask their members themselves.
    if (ofClass(chain, TCP_FAILURE_DETECTOR, STATIC_MEMBERSHIP).length === 0 && multicastRuns(cluster)) {
      report({
        at: first.spanOf("className"),
        text: {
          en: "TcpFailureDetector is no longer added: members are dropped on missing announcements alone. Add it.",
          ko: "TcpFailureDetector가 추가되지 않아 하트비트가 없다는 이유만으로 멤버가 제거됩니다. 추가하십시오.",
        },
        fix: {
          title: { en: "Add TcpFailureDetector", ko: "TcpFailureDetector 추가" },
          edits: [last.insertBehind(`<Interceptor className="${TCP_FAILURE_DETECTOR}"/>`)],
        },
      });
    }
  },
};
