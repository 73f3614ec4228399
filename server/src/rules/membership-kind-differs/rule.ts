import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/** The names of the kinds of membership in a text. */
const NAMES: Readonly<Record<string, { readonly en: string; readonly ko: string }>> = {
  multicast: { en: "by multicast", ko: "멀티캐스트로" },
  static: { en: "by a static list", ko: "정적 목록으로" },
  "static-service": { en: "by StaticMembershipService", ko: "StaticMembershipService로" },
  cloud: { en: "by asking the cloud", ko: "클라우드에 물어서" },
};

/**
 * Each way to find members speaks its own language: a node that looks by multicast never hears of a static one, which
 * delivers to it all the same where its list names it (run on two JVMs).
 *
 * Source: McastService, StaticMembershipInterceptor, StaticMembershipService, CloudMembershipService, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "membership-kind-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "Nodes of one cluster must find each other in the same way.",
    ko: "한 클러스터의 노드는 같은 방법으로 서로를 찾아야 합니다.",
  },
  scope: "cluster",
  breaksLink: "one-way",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: ({ membershipKind }) => (membershipKind in NAMES ? membershipKind : undefined),
      at: (site) => (site.staticInterceptor ?? site.membership)?.nameSpan ?? channelSpan(site),
      finding: (_, own, { label }, value) => {
        const reach = reachOf(own, value, label);
        return {
          text: {
            en: `This node finds members ${NAMES[own]?.en}, ${label} ${NAMES[value]?.en}: ${reach.en}. Use one kind.`,
            ko: `이 노드는 ${NAMES[own]?.ko}, ${josa(label, "은")} ${NAMES[value]?.ko} 멤버를 찾으므로 ${reach.ko}. 한 가지로 통일하십시오.`,
          },
        };
      },
    });
  },
};

/**
 * Which of the nodes can send to the other: a static list can name a node that uses multicast, which never hears of the
 * one with the list.
 */
function reachOf(own: string, others: string, label: string): Localized {
  if (own === "static" && others === "multicast")
    return {
      en: `it can send to ${label}, never the reverse`,
      ko: `이 노드만 ${label}에 보낼 수 있고 반대로는 보낼 수 없습니다`,
    };
  if (own === "multicast" && others === "static")
    return {
      en: `${label} can send to it, never the reverse`,
      ko: `${label}만 이 노드에 보낼 수 있고 반대로는 보낼 수 없습니다`,
    };
  return { en: "at most one of them learns of the other", ko: "많아야 한쪽만 상대를 알게 됩니다" };
}
