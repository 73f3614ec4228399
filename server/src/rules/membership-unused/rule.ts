import { MCAST_SERVICE, STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { interceptorsOf, ofClass, startOptionsOf } from "../../config/cluster.ts";
import { START } from "../../config/options.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A multicast Membership beside static members never starts when channelStartOptions leaves it out.
 *
 * Source: ChannelCoordinator.internalStart, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "membership-unused",
  group: "membership",
  severity: "hint",
  summary: {
    en: "A Membership that channelStartOptions leaves out never runs.",
    ko: "channelStartOptions에서 제외된 Membership은 동작하지 않습니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report) {
    const cluster = membership.ancestor("Cluster");
    const options = cluster?.has("channelStartOptions") ? startOptionsOf(cluster) : undefined;
    if (!cluster || options === undefined || options & START.membership) return;
    // Without static members it is a mistake in channelStartOptions, which start-options reports; with a domain it
    // still sets this node's.
    if (membership.has("domain") || ofClass(interceptorsOf(cluster), STATIC_MEMBERSHIP).length === 0) return;
    report({
      at: membership.nameSpan,
      text: {
        en: `With channelStartOptions ${options} this Membership never starts; members come from the static list. Remove it.`,
        ko: `channelStartOptions ${options}에서는 이 Membership이 시작되지 않고 정적 목록의 멤버만 씁니다. 제거하십시오.`,
      },
      tags: ["unnecessary"],
      fix: withoutElement(membership),
    });
  },
};
