import { NON_BLOCKING_COORDINATOR } from "../../config/classes.ts";
import { START } from "../../config/options.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * NonBlockingCoordinator starts everything, whatever channelStartOptions says: multicast runs although it was left out.
 *
 * Source: NonBlockingCoordinator.start and heartbeat, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "coordinator-starts-all",
  group: "interceptors",
  severity: "warning",
  summary: {
    en: "NonBlockingCoordinator starts multicast although channelStartOptions leaves it out.",
    ko: "NonBlockingCoordinator는 channelStartOptions에서 뺀 멀티캐스트도 시작합니다.",
  },
  target: NON_BLOCKING_COORDINATOR,

  *check(coordinator) {
    const options = coordinator.ancestor("Cluster")?.number("channelStartOptions");
    if (options === undefined || (options & START.membership) !== 0) return;
    yield {
      at: coordinator.spanOf("className"),
      text: {
        en: `It starts multicast although channelStartOptions is ${options}. Remove it: Tomcat's cluster needs no coordinator.`,
        ko: `channelStartOptions가 ${options}인데도 멀티캐스트를 시작합니다. Tomcat 클러스터에는 코디네이터가 필요 없으니 제거하십시오.`,
      },
    };
  },
};
