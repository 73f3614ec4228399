import { firstElsewhere } from "../../base/first-elsewhere.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { setTo } from "../fixes.ts";
import { placeIn } from "../nodes.ts";
import { onEachNode, ownRoutes } from "../routes.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/**
 * jvmRoute is what a load balancer tells the nodes apart by: with the same on two, sticky sessions do not stick.
 *
 * Source: StandardSessionIdGenerator appends it to each session id; StandardEngine's constructor takes the system property
 * `jvmRoute`, 7.0 to 10.0.
 */
export const rule: ClusterRule = {
  id: "jvm-route-duplicate",
  group: "nodes",
  severity: "warning",
  summary: { en: "Each node needs a jvmRoute of its own.", ko: "노드마다 jvmRoute가 달라야 합니다." },
  scope: "cluster",

  check(cluster, report) {
    const { sites } = cluster;
    const others = firstElsewhere(
      sites,
      ({ jvmRoute }) => jvmRoute,
      ({ file }) => file,
    );
    for (const site of sites) {
      const { jvmRoute, engine } = site;
      if (!jvmRoute || !engine) continue;
      const other = others(jvmRoute, site.file);
      if (!other?.engine) continue;
      report({
        file: site.file,
        at: engine.spanOf("jvmRoute"),
        text: {
          en: `${other.label} has the jvmRoute ${jvmRoute} too: the load balancer cannot tell them apart. Use one for each node.`,
          ko: `${other.label}도 jvmRoute가 ${jvmRoute}이므로 로드 밸런서가 구별하지 못합니다. 노드마다 다르게 지정하십시오.`,
        },
        related: [placeIn(other, other.engine.spanOf("jvmRoute"))],
        fix: fixesOf(site, cluster),
      });
    }
  },
};

function fixesOf(site: ClusterSite, cluster: TomcatCluster): readonly Fix[] {
  const given = ownRoutes(cluster);
  const route = given?.get(site.file);
  if (!given || !site.engine) return [];
  const own = route === undefined ? [] : [setTo(site.engine, "jvmRoute", route)];
  return [...own, ...onEachNode(site, cluster, given)];
}
