import { CLUSTER_SESSION_LISTENER, DELTA_MANAGER, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { allKnown, managerClassOf, ofClass } from "../../config/cluster.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * One ClusterListener is enough, and Tomcat no longer adds ClusterSessionListener: a DeltaManager then applies
 * nothing it receives.
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

  *check(cluster) {
    const listeners = cluster.childrenNamed("ClusterListener");
    const [first] = listeners;
    if (!first || !allKnown(listeners) || ofClass(listeners, CLUSTER_SESSION_LISTENER).length > 0) return;
    if (managerClassOf(cluster) !== DELTA_MANAGER) return;
    yield {
      at: first.spanOf("className"),
      text: {
        en: "With a listener of yours Tomcat adds none: without ClusterSessionListener received sessions are dropped.",
        ko: "리스너를 직접 쓰면 Tomcat이 추가하지 않습니다. ClusterSessionListener가 없어 수신한 세션이 버려집니다.",
      },
      fix: {
        title: { en: "Add ClusterSessionListener", ko: "ClusterSessionListener 추가" },
        edits: [first.insertBefore(`<ClusterListener className="${CLUSTER_SESSION_LISTENER}"/>`)],
      },
    };
  },
};
