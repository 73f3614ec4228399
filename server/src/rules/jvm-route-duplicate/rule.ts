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
    const told = new Set<string>();
    for (const site of sites) {
      const { jvmRoute, engine, file } = site;
      if (!jvmRoute || !engine) continue;
      const other = others(jvmRoute, file);
      if (!other?.engine || sharesWritten(site, other)) continue;
      const key = `${file.path} ${jvmRoute}`;
      // Services that start with one file have the same mistake at one place.
      if (site.run && told.has(key)) continue;
      told.add(key);
      report({
        file,
        at: engine.spanOf("jvmRoute"),
        text: {
          en: `${other.label} has the jvmRoute ${jvmRoute} too${site.run ? `, as ${site.label} has` : ""}: the load balancer cannot tell them apart. Use one for each node.`,
          ko: `${other.label}도 ${site.run ? `${site.label}처럼 ` : ""}jvmRoute가 ${jvmRoute}이므로 로드 밸런서가 구별하지 못합니다. 노드마다 다르게 지정하십시오.`,
        },
        related: [placeIn(other, other.engine.spanOf("jvmRoute"))],
        fix: fixesOf(site, cluster),
      });
    }
  },
};

/** True for nodes that have the same value in one file: what server-xml-shared says. */
function sharesWritten({ file, engine, jvmRoute }: ClusterSite, other: ClusterSite): boolean {
  return file.path === other.file.path && engine?.written("jvmRoute") === jvmRoute;
}

function fixesOf(site: ClusterSite, cluster: TomcatCluster): readonly Fix[] {
  const given = ownRoutes(cluster);
  const route = given?.get(site.file);
  if (!given || !site.engine) return [];
  const own = route === undefined ? [] : [setTo(site.engine, "jvmRoute", route)];
  return [...own, ...onEachNode(site, cluster, given)];
}
