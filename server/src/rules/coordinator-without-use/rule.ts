import { NON_BLOCKING_COORDINATOR, SIMPLE_COORDINATOR } from "../../config/classes.ts";
import { START } from "../../config/options.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * SimpleCoordinator works out a view of the members for subclasses, and sleeps at least ten times 250 ms for it.
 * NonBlockingCoordinator starts everything, whatever channelStartOptions says.
 *
 * Source: SimpleCoordinator.installViewWhenStable and the empty viewChange, NonBlockingCoordinator.start, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "coordinator-without-use",
  group: "interceptors",
  severity: "hint",
  summary: {
    en: "A coordinator only delays, or starts multicast that was left out: Tomcat's cluster needs none.",
    ko: "코디네이터는 지연을 일으키거나 꺼 둔 멀티캐스트를 시작할 뿐이며 Tomcat 클러스터에는 필요 없습니다.",
  },
  aliases: ["coordinator-starts-all"],
  target: [SIMPLE_COORDINATOR, NON_BLOCKING_COORDINATOR],

  check(coordinator, report) {
    const at = coordinator.spanOf("className");
    if (coordinator.className === SIMPLE_COORDINATOR) {
      report({
        at,
        text: {
          en: "It does nothing by itself, and holds up each start and each membership change by 2.5 s. Remove it.",
          ko: "스스로 하는 일은 없고 시작과 멤버 변경 때마다 2.5초를 지연시킵니다. 제거하십시오.",
        },
        fix: withoutElement(coordinator),
      });
      return;
    }
    const options = coordinator.ancestor("Cluster")?.number("channelStartOptions");
    if (options === undefined || (options & START.membership) !== 0) return;
    report({
      at,
      severity: "warning",
      text: {
        en: `It starts multicast although channelStartOptions is ${options}. Remove it: Tomcat's cluster needs no coordinator.`,
        ko: `channelStartOptions가 ${options}인데도 멀티캐스트를 시작합니다. Tomcat 클러스터에는 코디네이터가 필요 없으니 제거하십시오.`,
      },
    });
  },
};
