import { DOMAIN_FILTER, MCAST_SERVICE, SIMPLE_TCP_CLUSTER, STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { allKnown, interceptorsOf, ofClass, startOptionsOf } from "../../config/cluster.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { START } from "../../config/options.ts";
import type { ComponentRule } from "../rule.ts";

const DEFAULT_ADDRESS = "228.0.0.4";
const DEFAULT_PORT = 45564;

/**
 * Tomcat's default group is shared: all clusters of a network that use it are one.
 *
 * Source: McastService's constructor (228.0.0.4:45564) and GroupChannel's default membership, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "multicast-default-group",
  group: "membership",
  severity: "hint",
  summary: {
    en: "On the default multicast group a cluster meets every other default cluster.",
    ko: "기본 멀티캐스트 그룹에서는 다른 모든 기본 클러스터와 섞입니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report) {
    // A Cluster that another one replaces never runs.
    if (cluster.parent && cluster.parent.child("Cluster") !== cluster) return;
    const options = startOptionsOf(cluster);
    const channel = cluster.child("Channel");
    if (options === undefined || !(options & START.memberSender) || (channel && !channel.type)) return;
    const membership = channel?.child("Membership");
    if (membership && membership.className !== MCAST_SERVICE) return;
    const address = membership ? membership.effective("address") : DEFAULT_ADDRESS;
    const port = membership ? membership.number("port") : DEFAULT_PORT;
    if (address !== DEFAULT_ADDRESS || port !== DEFAULT_PORT) return;
    const interceptors = interceptorsOf(cluster);
    if (!allKnown(interceptors) || ofClass(interceptors, DOMAIN_FILTER, STATIC_MEMBERSHIP).length > 0) return;
    if (
      !membership &&
      (hasLostTag(cluster) || (cluster.parent && hasLostTag(cluster.parent)) || (channel && hasLostTag(channel)))
    )
      return;
    report({
      at: membership ? membership.spanOf("address") : cluster.nameSpan,
      text: {
        en: "228.0.0.4:45564 is Tomcat's default: every default cluster in this network joins. Choose a group of your own.",
        ko: "228.0.0.4:45564는 Tomcat 기본값이라 네트워크의 모든 기본 클러스터가 섞입니다. 별도의 그룹을 정하십시오.",
      },
    });
  },
};
