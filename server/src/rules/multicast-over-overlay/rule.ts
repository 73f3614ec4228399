import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { DOMAIN_FILTER, MCAST_SERVICE, STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { allKnown, interceptorsOf, ofClass, startOptionsOf } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { activeClusters } from "../../config/node.ts";
import { START } from "../../config/options.ts";
import { nodesStartedBy, startsWith } from "../../config/starts.ts";
import { Change } from "../../schema/change.ts";
import type { FileRule } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/** From here on CloudMembershipService knows `dns`. */
const HAS_DNS = new Change("9.0.32");

/**
 * Docker's overlay networks carry no multicast, and most pod networks of Kubernetes do not either: nodes that announce
 * themselves there never meet.
 *
 * Source: moby/libnetwork#552, open since 2015, and flannel-io/flannel#179; McastServiceImpl.setupSocket, 7.0 to 11.0. DNSMembershipProvider asks for
 * the addresses of a name, 9.0.32 and later.
 */
export const rule: FileRule = {
  id: "multicast-over-overlay",
  group: "membership",
  severity: "warning",
  summary: {
    en: "Multicast does not cross the overlay networks of Docker.",
    ko: "멀티캐스트는 Docker의 오버레이 네트워크를 지나지 못합니다.",
  },
  files: ["server"],

  check(file, report) {
    const starts = startsWith(file);
    const [first] = starts;
    const pods = starts.every(({ pod }) => pod && !pod.hostNetwork) && nodesStartedBy(starts) > 1;
    if (!first || !(pods || starts.every(({ overlay }) => overlay))) return;
    for (const cluster of activeClusters(file)) {
      const place = multicastOf(cluster);
      if (!place) continue;
      const name = first.name;
      const remedy = remedyOf(HAS_DNS.isIn(file.version), nodesStartedBy(starts) === starts.length);
      report({
        at: place,
        ...(pods ? { severity: "information" as const } : {}),
        text: pods
          ? inPods(name)
          : {
              en: `Multicast does not cross an overlay network, and ${name} is in no other: nodes never meet. ${remedy.en}.`,
              ko: `멀티캐스트는 오버레이 네트워크를 지나지 못하는데 ${josa(name, "은")} 다른 네트워크에 없어 노드가 서로 찾지 못합니다. ${remedy.ko}.`,
            },
        related: placesOfStarts(starts),
      });
    }
  },
};

/** A list can name only the one container of a service; `dns` is undefined where the release is not known. */
function remedyOf(dns: boolean | undefined, eachAlone: boolean): Localized {
  if (dns === false) {
    return eachAlone
      ? { en: "List all in a StaticMembershipInterceptor", ko: "StaticMembershipInterceptor에 모두 나열하십시오" }
      : {
          en: "Make each a service and list all in a StaticMembershipInterceptor",
          ko: "노드마다 서비스를 만들고 StaticMembershipInterceptor에 모두 나열하십시오",
        };
  }
  const since = dns ? { en: "", ko: "" } : { en: " (from 9.0.32 on)", ko: "(9.0.32부터)" };
  return eachAlone
    ? {
        en: `Use CloudMembershipService with dns${since.en}, or list all in a StaticMembershipInterceptor`,
        ko: `CloudMembershipService와 dns를 쓰거나${since.ko} StaticMembershipInterceptor에 모두 나열하십시오`,
      }
    : {
        en: `Use CloudMembershipService with dns${since.en}`,
        ko: `CloudMembershipService와 dns를 쓰십시오${since.ko}`,
      };
}

/** Some pod networks do carry multicast, so it is said softly. */
function inPods(name: string): Localized {
  return {
    en: `Many pod networks of Kubernetes carry no multicast: the pods of ${name} then never meet. CloudMembershipService asks the API or DNS instead.`,
    ko: `멀티캐스트를 전달하지 않는 Kubernetes 파드 네트워크가 많으며, 그러면 ${name}의 파드가 서로 찾지 못합니다. CloudMembershipService는 대신 API나 DNS로 찾습니다.`,
  };
}

/** Where a Cluster says that it finds its members by multicast alone; undefined where it does not, or may not. */
function multicastOf(cluster: Component) {
  const options = startOptionsOf(cluster);
  const channel = cluster.child("Channel");
  if (options === undefined || !(options & START.memberSender) || (channel && !channel.type)) return undefined;
  const membership = channel?.child("Membership");
  if (membership && membership.className !== MCAST_SERVICE) return undefined;
  const interceptors = interceptorsOf(cluster);
  if (!allKnown(interceptors) || ofClass(interceptors, DOMAIN_FILTER, STATIC_MEMBERSHIP).length > 0) return undefined;
  return membership ? membership.spanOf("className") : cluster.nameSpan;
}
