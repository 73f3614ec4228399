import { CLUSTER_SSO, JVM_ROUTE_BINDER_VALVE, REPLICATION_VALVE, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { allKnown, ofClass } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { hasJvmRoute } from "../../config/site.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { ComponentRule, Fix } from "../rule.ts";

/**
 * One Valve in the Cluster is enough, and Tomcat no longer adds its own: without ReplicationValve, changes of a
 * session never leave their node.
 *
 * Source: SimpleTcpCluster.checkDefaults, 7.0 to 11.0. Valves that are no ClusterValve are dropped before and do not
 * count.
 */
export const rule: ComponentRule = {
  id: "replication-valve-missing",
  group: "valves",
  severity: "warning",
  summary: {
    en: "A Cluster with Valves of its own needs ReplicationValve among them.",
    ko: "Cluster에 Valve를 직접 쓰면 ReplicationValve도 있어야 합니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report, file) {
    const valves = cluster.childrenNamed("Valve");
    if (!allKnown(valves)) return;
    const [first] = ofClass(valves, JVM_ROUTE_BINDER_VALVE, CLUSTER_SSO);
    if (!first || ofClass(valves, REPLICATION_VALVE).length > 0 || hasLostTag(cluster)) return;
    report({
      at: first.spanOf("className"),
      text: {
        en: "With a Valve of yours Tomcat adds none: without ReplicationValve session changes stay here. Add it.",
        ko: "Valve를 직접 쓰면 Tomcat이 추가하지 않습니다. ReplicationValve가 없어 세션 변경이 이 노드에만 남습니다. 추가하십시오.",
      },
      fix: withDefaults(cluster, first, file),
    });
  },
};

/** The Valves that Tomcat adds by default: JvmRouteBinderValve too, where the Engine has a route. */
function withDefaults(cluster: Component, first: Component, file: ConfigFile): Fix {
  const valves = cluster.childrenNamed("Valve");
  const engine = cluster.ancestor("Engine");
  const routed = engine && hasJvmRoute(engine, file) && ofClass(valves, JVM_ROUTE_BINDER_VALVE).length === 0;
  const classes = routed ? [REPLICATION_VALVE, JVM_ROUTE_BINDER_VALVE] : [REPLICATION_VALVE];
  const names = classes.map(simpleNameOf);
  return {
    title: { en: `Add ${names.join(" and ")}`, ko: `${names.join(", ")} 추가` },
    edits: classes.map((className) => first.insertBefore(`<Valve className="${className}"/>`)),
  };
}
