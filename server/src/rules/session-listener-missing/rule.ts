import {
  CLUSTER_SESSION_LISTENER,
  DELTA_MANAGER,
  JVM_ROUTE_BINDER_VALVE,
  JVM_ROUTE_SESSION_ID_LISTENER,
  SIMPLE_TCP_CLUSTER,
} from "../../config/classes.ts";
import { allKnown, managerClassOf, ofClass } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { hasJvmRoute } from "../../config/site.ts";
import type { ComponentRule, Report } from "../rule.ts";

/**
 * Tomcat adds ClusterSessionListener only to a Cluster without any ClusterListener; without it a DeltaManager applies
 * nothing it receives. 7.0 adds a second listener in the same way, for session ids that a failover changed.
 *
 * Source: SimpleTcpCluster.checkDefaults, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "session-listener-missing",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A Cluster with ClusterListeners of its own needs ClusterSessionListener among them.",
    ko: "Cluster에 ClusterListener를 직접 쓰면 ClusterSessionListener도 있어야 합니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  check(cluster, report, file) {
    const listeners = cluster.childrenNamed("ClusterListener");
    const [first] = listeners;
    if (!first || !allKnown(listeners) || hasLostTag(cluster)) return;
    const lacks = (className: string) => ofClass(listeners, className).length === 0;
    if (file.catalog.classNamed(JVM_ROUTE_SESSION_ID_LISTENER) && lacks(JVM_ROUTE_SESSION_ID_LISTENER)) {
      withoutChangedIds(cluster, report, first, file);
    }
    if (!lacks(CLUSTER_SESSION_LISTENER) || managerClassOf(cluster) !== DELTA_MANAGER) return;
    report({
      at: first.spanOf("className"),
      text: {
        en: "With a listener of yours Tomcat adds none: without ClusterSessionListener received sessions are dropped.",
        ko: "리스너를 직접 쓰면 Tomcat이 추가하지 않습니다. ClusterSessionListener가 없어 수신한 세션이 버려집니다.",
      },
      fix: {
        title: { en: "Add ClusterSessionListener", ko: "ClusterSessionListener 추가" },
        edits: [first.insertBefore(`<ClusterListener className="${CLUSTER_SESSION_LISTENER}"/>`)],
      },
    });
  },
};

function withoutChangedIds(cluster: Component, report: Report, first: Component, file: ConfigFile): void {
  const engine = cluster.ancestor("Engine");
  if (!engine || !hasJvmRoute(engine, file)) return;
  // Only this valve changes ids; a Cluster without a Valve gets one.
  const valves = cluster.childrenNamed("Valve");
  if (valves.length > 0 && ofClass(valves, JVM_ROUTE_BINDER_VALVE).length === 0) return;
  report({
    at: first.spanOf("className"),
    // 8.0, which its classes do not tell from 7.0, has no such listener.
    ...(file.version.assumed ? { severity: "information" } : {}),
    text: {
      en: "With a listener of yours Tomcat adds none: without JvmRouteSessionIDBinderListener other nodes keep the old session id after a failover.",
      ko: "리스너를 직접 쓰면 Tomcat이 추가하지 않습니다. JvmRouteSessionIDBinderListener가 없으면 장애 조치 뒤에도 다른 노드에 예전 세션 ID가 남습니다.",
    },
  });
}
