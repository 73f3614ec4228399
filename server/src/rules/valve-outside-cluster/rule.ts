import { JVM_ROUTE_BINDER_VALVE, REPLICATION_VALVE } from "../../config/classes.ts";
import { allKnown, clusterAround } from "../../config/cluster.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A Cluster adds its valves to the pipeline of its Engine or Host; the same valve beside it runs once more.
 *
 * Source: SimpleTcpCluster.checkDefaults and registerClusterValve, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "valve-outside-cluster",
  group: "valves",
  severity: "information",
  summary: {
    en: "A cluster's valves belong into the Cluster; beside it they run twice.",
    ko: "클러스터의 밸브는 Cluster 안에 두어야 하며, 밖에 두면 두 번 실행됩니다.",
  },
  target: [REPLICATION_VALVE, JVM_ROUTE_BINDER_VALVE],

  *check(valve, file) {
    // In the place of something else the class stops Tomcat, which another rule says.
    if (valve.name !== "Valve" || valve.parent?.name === "Cluster") return;
    const cluster = clusterAround(valve);
    if (!cluster?.type) return;
    const own = cluster.childrenNamed("Valve");
    if (!allKnown(own)) return;
    const { className = "" } = valve;
    if (own.length > 0 && !own.some((each) => each.className === className)) return;
    const name = simpleNameOf(className);
    yield {
      at: valve.spanOf("className"),
      text:
        own.length > 0
          ? {
              en: `The Cluster has ${name} too: it runs twice for each request. Remove this one.`,
              ko: `Cluster에도 ${name}가 있어 요청마다 두 번 실행됩니다. 이것을 지우십시오.`,
            }
          : {
              en: `The Cluster adds ${name} by itself: it runs twice for each request. Remove this one.`,
              ko: `Cluster가 ${name}를 스스로 추가하므로 요청마다 두 번 실행됩니다. 이것을 지우십시오.`,
            },
      related: [{ file, at: cluster.nameSpan, text: { en: "The Cluster.", ko: "Cluster입니다." } }],
      fix: withoutElement(valve),
    };
  },
};
