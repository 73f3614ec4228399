import type { Localized } from "../../base/localized.ts";
import {
  CLOUD_SERVICE,
  MCAST_SERVICE,
  SIMPLE_TCP_CLUSTER,
  STATIC_MEMBERSHIP,
  STATIC_SERVICE,
} from "../../config/classes.ts";
import { allKnown, interceptorsOf, ofClass, startOptionsOf } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { START } from "../../config/options.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Without the receiver among the started services Tomcat stops, without the membership service no member is found.
 *
 * Range: 1 to 15. Source: ChannelCoordinator.internalStart, 7.0 to 11.0; StaticMembershipProvider.start and
 * CloudMembershipService.start, 9.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "start-options",
  group: "options",
  severity: "warning",
  summary: {
    en: "channelStartOptions must start receiver, sender and some membership.",
    ko: "channelStartOptions는 Receiver, Sender, 멤버십을 시작해야 합니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report) {
    const options = cluster.numberWhereWritten("channelStartOptions");
    // Coordinators start every service, and interceptors of third parties may.
    if (options === undefined || startOptionsOf(cluster) !== options || !allKnown(interceptorsOf(cluster))) return;
    const found = problem(options, cluster);
    if (!found) return;
    const [severity, text] = found;
    report({
      at: cluster.spanOf("channelStartOptions"),
      severity,
      text,
      ...withoutAttribute(cluster, "channelStartOptions"),
    });
  },
};

function problem(options: number, cluster: Component): ["error" | "warning", Localized] | undefined {
  const receives = (options & START.receiver) !== 0;
  const membership = options & START.membership;
  if (!receives) {
    return [
      "error",
      {
        en: `With channelStartOptions ${options} no receiver starts, and neither does Tomcat. Remove it to start all.`,
        ko: `channelStartOptions ${options}에서는 Receiver가 시작되지 않아 Tomcat도 시작되지 않습니다. 제거하면 모두 시작됩니다.`,
      },
    ];
  }
  if ((options & START.sender) === 0) {
    return [
      "warning",
      {
        en: `channelStartOptions ${options} starts no sender, so every send fails. Remove it to start all.`,
        ko: `channelStartOptions ${options}에서는 Sender가 시작되지 않아 모든 전송이 실패합니다. 제거하면 모두 시작됩니다.`,
      },
    ];
  }
  if (membership === START.membership || findsMembers(cluster)) return undefined;
  const service = cluster.child("Channel")?.child("Membership");
  if (membership === 0 || service?.className === STATIC_SERVICE) return ["warning", alone(options, service)];
  // CloudMembershipService starts with the first of the two bits and looks for other members by itself.
  if (service?.className === CLOUD_SERVICE)
    return membership === START.memberReceiver ? undefined : ["warning", alone(options, service)];
  if (service && service.className !== MCAST_SERVICE) return undefined;
  return [
    "warning",
    membership === START.memberReceiver
      ? {
          en: `With channelStartOptions ${options} this node is not announced: the others never see it. Remove it.`,
          ko: `channelStartOptions ${options}에서는 이 노드가 알려지지 않아 다른 노드가 찾지 못합니다. 제거하십시오.`,
        }
      : {
          en: `With channelStartOptions ${options} this node does not hear of the others. Remove it.`,
          ko: `channelStartOptions ${options}에서는 이 노드가 다른 노드의 하트비트를 받지 못합니다. 제거하십시오.`,
        },
  ];
}

function alone(options: number, service: Component | undefined): Localized {
  return service?.className === STATIC_SERVICE || service?.className === CLOUD_SERVICE
    ? {
        en: `With channelStartOptions ${options} this membership service never starts, so no member is found. Remove it.`,
        ko: `channelStartOptions ${options}에서는 이 멤버십 서비스가 시작되지 않아 멤버를 찾지 못합니다. 제거하십시오.`,
      }
    : {
        en: `With channelStartOptions ${options} no membership runs and no static Member is listed: this node stays alone.`,
        ko: `channelStartOptions ${options}이면 멤버십이 동작하지 않고 정적 Member도 없어 이 노드는 혼자 남습니다.`,
      };
}

/** True when members may come without a membership service, as on nodes that list each other. */
function findsMembers(cluster: Component): boolean {
  const channel = cluster.child("Channel");
  if (channel && !channel.type) return true;
  return ofClass(interceptorsOf(cluster), STATIC_MEMBERSHIP).some((each) =>
    each.children.some(({ name }) => name === "Member"),
  );
}
