import { groupBy } from "../../base/group-by.ts";
import type { Backend, Front } from "../../config/front/fronts.ts";
import { placeOfMember, routeOf, routePlace, setRoute } from "../fronts.ts";
import type { ClusterRule, NodeFinding } from "../rule.ts";

/**
 * httpd's own balancer takes the first of several members with one route, so the others' sessions go there. mod_jk
 * refuses such a balancer from 1.2.16 on, and httpd does not start; it compares all members, also stopped ones, and a
 * member without a route has its name for one.
 *
 * Source: find_route_worker (mod_proxy_balancer.c, 2.4); validate (jk_lb_worker.c, 1.2.16 to 1.2.50). Run with mod_jk
 * 1.2.48: httpd ends with "Configuration Failed", also where the second member has activation=disabled.
 */
export const rule: ClusterRule = {
  id: "balancer-route-duplicate",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Each member of a balancer needs a route of its own.",
    ko: "로드 밸런서의 멤버마다 route가 달라야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const front of fronts) {
      const refused = front.balancer.product === "mod_jk";
      const { kind } = front.balancer.affinity;
      if (refused ? kind === "unknown" : kind !== "route") continue;
      const compared = front.backends.filter(({ member }) => refused || !member.standby);
      for (const [route, [first, ...others]] of groupBy(compared, ({ member }) => member.route?.text)) {
        if (!route) continue;
        for (const backend of others) {
          if (refused) report(refusedBy(front, first, backend, route));
          // Another rule reports a route that belongs to another node or to two nodes.
          else if (ownRoute(backend) === undefined) report(shadowedBy(front, first, backend, route));
        }
      }
    }
  },
};

/** The jvmRoute of the node that a member's address names. */
function ownRoute({ site, evidence }: Backend): string | undefined {
  return site && evidence !== "route" ? routeOf(site) : undefined;
}

function refusedBy(front: Front, first: Backend, backend: Backend, route: string): NodeFinding {
  const { name } = first.member;
  // The one that has the other's route is mended.
  const wrong = ownRoute(backend) === route ? first : backend;
  const own = ownRoute(wrong);
  return {
    file: front.file,
    at: routePlace(backend),
    severity: "error",
    text: {
      en: `${name} has the route ${route} too: mod_jk refuses a balancer with one route twice, and httpd does not start. Give each member the jvmRoute of its node.`,
      ko: `${name}도 route가 ${route}입니다. mod_jk는 같은 route가 두 번 있는 로드 밸런서를 거부하므로 httpd가 시작하지 않습니다. 멤버마다 그 노드의 jvmRoute를 쓰십시오.`,
    },
    related: [placeOfMember(front, first)],
    fix: own === undefined || own === "none" || own === route ? [] : setRoute(wrong, own),
  };
}

function shadowedBy(front: Front, first: Backend, backend: Backend, route: string): NodeFinding {
  return {
    file: front.file,
    at: routePlace(backend),
    text: {
      en: `${first.member.name} has the route ${route} too, and comes first: sessions of this member go there. Give each the jvmRoute of its node.`,
      ko: `앞에 있는 ${first.member.name}도 route가 ${route}이므로 이 멤버의 세션이 그리로 갑니다. 멤버마다 노드의 jvmRoute를 쓰십시오.`,
    },
    related: [placeOfMember(front, first)],
  };
}
