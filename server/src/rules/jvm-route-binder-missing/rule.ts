import { JVM_ROUTE_BINDER_VALVE, REPLICATION_VALVE, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { allKnown, ofClass } from "../../config/cluster.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { hasJvmRoute } from "../../config/site.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A Cluster with its own Valves gets no JvmRouteBinderValve: after a failover the id keeps the dead node's route.
 *
 * Source: SimpleTcpCluster.checkDefaults, JvmRouteBinderValve.handlePossibleTurnover, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "jvm-route-binder-missing",
  group: "valves",
  severity: "hint",
  summary: {
    en: "Without JvmRouteBinderValve a session id keeps the route of the node that died.",
    ko: "JvmRouteBinderValve가 없으면 세션 ID에 죽은 노드의 route가 남습니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report, file) {
    const engine = cluster.ancestor("Engine");
    const valves = cluster.childrenNamed("Valve");
    const [replication] = ofClass(valves, REPLICATION_VALVE);
    if (!engine || !hasJvmRoute(engine, file) || !replication || !allKnown(valves)) return;
    if (ofClass(valves, JVM_ROUTE_BINDER_VALVE).length > 0 || hasLostTag(cluster)) return;
    report({
      at: replication.spanOf("className"),
      text: {
        en: "After a failover session ids keep the dead node's route, as this Cluster has no JvmRouteBinderValve. Add it.",
        ko: "이 Cluster에 JvmRouteBinderValve가 없어 장애 조치 후에도 세션 ID에 죽은 노드의 route가 남습니다. 추가하십시오.",
      },
      fix: {
        title: { en: "Add JvmRouteBinderValve", ko: "JvmRouteBinderValve 추가" },
        edits: [replication.insertBehind(`<Valve className="${JVM_ROUTE_BINDER_VALVE}"/>`)],
      },
    });
  },
};
