import { josa } from "../../base/josa.ts";
import { routeOf, setRoute } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * With stickysession a balancer of httpd's looks for the member that has the route; a member without one is never found.
 *
 * Source: find_route_worker (mod_proxy_balancer.c), 2.4.
 */
export const rule: ClusterRule = {
  id: "balancer-route-missing",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Each member of a sticky balancer needs a route.",
    ko: "세션을 고정하는 로드 밸런서의 멤버에는 모두 route가 필요합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const { file, balancer, backends } of fronts) {
      if (balancer.affinity.kind !== "route") continue;
      // Of one that answers and others that stand by, each request goes to the one.
      if (backends.filter(({ member }) => !member.standby).length < 2) continue;
      for (const backend of backends) {
        const { member, site } = backend;
        if (member.route || member.standby) continue;
        const route = site && routeOf(site);
        const known = route !== undefined && route !== "none";
        const write = known ? `route=${route}` : "route=…";
        report({
          file,
          at: member.at,
          text: {
            en: `This member has no route, so no session sticks to it: each request goes to any node. Write ${write}, the node's jvmRoute.`,
            ko: `이 멤버에는 route가 없어 세션이 고정되지 않고 요청이 아무 노드로나 갑니다. 노드의 jvmRoute를 ${josa(write, "으로")} 쓰십시오.`,
          },
          fix: known ? setRoute(backend, route) : [],
        });
      }
    }
  },
};
