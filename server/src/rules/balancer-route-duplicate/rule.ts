import { groupBy } from "../../base/group-by.ts";
import { placeOfMember, routeOf } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Of several members with one route a balancer takes the first that answers, so the others' sessions go there.
 *
 * Source: find_route_worker (mod_proxy_balancer.c, 2.4), find_by_session (jk_lb_worker.c, 1.2).
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
      const { balancer, backends } = front;
      if (balancer.affinity.kind !== "route") continue;
      const active = backends.filter(({ member }) => !member.standby);
      for (const [route, [first, ...others]] of groupBy(active, ({ member }) => member.route?.text)) {
        if (!route) continue;
        for (const backend of others) {
          const own = backend.site && backend.evidence !== "route" ? routeOf(backend.site) : undefined;
          // Another rule reports a route that belongs to another node or to two nodes.
          if (own !== undefined || first.member.routeImplied || !backend.member.route) continue;
          report({
            file: front.file,
            at: backend.member.route.at,
            text: {
              en: `${first.member.name} has the route ${route} too, and comes first: sessions of this member go there. Give each the jvmRoute of its node.`,
              ko: `앞에 있는 ${first.member.name}도 route가 ${route}이므로 이 멤버의 세션이 그리로 갑니다. 멤버마다 노드의 jvmRoute를 쓰십시오.`,
            },
            related: [placeOfMember(front, first)],
          });
        }
      }
    }
  },
};
