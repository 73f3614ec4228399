import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { multicastRuns } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { START } from "../../config/options.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { addLocalMember, ownMembers, startsListed } from "../local-member.ts";
import type { ComponentRule, Fix } from "../rule.ts";

/** Starts receiver and sender, but no membership service. */
const WITHOUT_MEMBERSHIP = START.receiver | START.sender;

/**
 * With StaticMembershipInterceptor beside a running multicast membership, Tomcat does not start if there is a
 * LocalMember. Without one, members of both kinds join, which is documented and may be wanted.
 *
 * Source: ChannelCoordinator.internalStart, 7.0 to 11.0: `McastService: Required property [tcpListenPort] is missing`.
 */
export const rule: ComponentRule = {
  id: "static-start-options",
  group: "membership",
  severity: "information",
  summary: {
    en: "Static members beside multicast: both join, and with a LocalMember Tomcat does not start.",
    ko: "정적 멤버와 멀티캐스트를 함께 쓰면 양쪽 멤버가 모두 참여하고, LocalMember가 있으면 Tomcat이 시작되지 않습니다.",
  },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report, file, clusters) {
    const cluster = interceptor.ancestor("Cluster");
    const options = cluster?.number("channelStartOptions");
    if (!cluster || options === undefined || (options & START.membership) === 0) return;
    // A third party's membership service may be started on purpose.
    const membership = interceptor.ancestor("Channel")?.child("Membership");
    if (membership && !membership.type) return;
    const fatal = interceptor.child("LocalMember") !== undefined;
    // Other services bring in no member that announces itself.
    if (!fatal && multicastRuns(cluster) !== true) return;
    // Nodes with one list of all of them need one list each first: `server-xml-shared` says so.
    if (!fatal && startsListed(interceptor, file).length > 1) return;
    report({
      at: cluster.has("channelStartOptions") ? cluster.spanOf("channelStartOptions") : interceptor.spanOf("className"),
      severity: fatal ? "error" : "information",
      text: fatal
        ? {
            en: `With channelStartOptions ${options} and a LocalMember Tomcat does not start. Set channelStartOptions to 3.`,
            ko: `LocalMember가 있는데 channelStartOptions가 ${options}이면 Tomcat이 시작되지 않습니다. 3으로 설정하십시오.`,
          }
        : {
            en: `Multicast runs beside the static members (channelStartOptions ${options}): nodes of the group join as well. Set 3 where only the listed ones may.`,
            ko: `정적 멤버와 함께 멀티캐스트도 동작하여(channelStartOptions ${options}) 그룹의 노드도 참여합니다. 나열한 멤버만 허용하려면 3으로 설정하십시오.`,
          },
      fix: fixOf(interceptor, cluster, file, clusters()),
    });
  },
};

/**
 * Where the list alone counts, the others know this node by its LocalMember only: one comes with it, unless
 * `member-is-self` makes it of a Member.
 */
function fixOf(interceptor: Component, cluster: Component, file: ConfigFile, clusters: readonly TomcatCluster[]): Fix {
  const alone = cluster.setAttribute("channelStartOptions", `${WITHOUT_MEMBERSHIP}`);
  const has = interceptor.child("LocalMember") || interceptor.facts?.children.has("LocalMember") === false;
  const listed = ownMembers(interceptor, file).members.length > 0;
  const added = has || listed ? undefined : addLocalMember(interceptor, clusters);
  if (!added) {
    return {
      title: { en: "Set channelStartOptions to 3", ko: "channelStartOptions를 3으로 설정" },
      edits: [alone],
    };
  }
  return {
    title: {
      en: "Set channelStartOptions to 3 and add LocalMember",
      ko: "channelStartOptions를 3으로 설정하고 LocalMember 추가",
    },
    edits: [alone, added],
  };
}
