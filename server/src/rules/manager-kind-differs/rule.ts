import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import { managerClassOf } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ClusterSite } from "../../config/site.ts";
import { kindNamed, managerOfApplication } from "../application-managers.ts";
import { differing } from "../nodes.ts";
import type { ClusterRule, NodeFinding, Report } from "../rule.ts";

/**
 * DeltaManager and BackupManager do not understand each other: nothing is replicated. The Manager of an application's own
 * Context takes the place of the Cluster's.
 *
 * Source: DeltaManager.messageDataReceived, LazyReplicatedMap, StandardContext.startInternal,
 * ContextConfig.contextConfig (conf/context.xml first, the application's own file over it), 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "manager-kind-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "All nodes of a cluster need the same kind of Manager.",
    ko: "한 클러스터의 모든 노드는 같은 종류의 Manager를 써야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: ({ cluster }) => kindNamed(managerClassOf(cluster)),
      at: (site) => site.cluster.child("Manager")?.spanOf("className") ?? site.cluster.nameSpan,
      finding: (_, own, other, value) => ({
        text: {
          en: `This node uses ${own}, ${other.label} ${value}: no session is replicated between them. Use one kind.`,
          ko: `이 노드는 ${own}, ${josa(other.label, "은")} ${josa(value, "을")} 써서 서로 세션이 복제되지 않습니다. 하나로 통일하십시오.`,
        },
      }),
    });
    ofApplications(sites, report);
  },
};

/** Applications that replicate, where at least one node gives them a Manager of their own. */
function ofApplications(sites: readonly ClusterSite[], report: Report<NodeFinding>): void {
  const deployed = sites.flatMap((site) =>
    site.node.applications.flatMap((application) => {
      const manager = managerOfApplication(application, site);
      return manager ? [{ site, name: application.name, ...manager }] : [];
    }),
  );
  const told = new Set<Component>();
  for (const [name, ofName] of groupBy(deployed, (each) => each.name)) {
    const otherwise = firstElsewhere(
      ofName,
      () => name,
      ({ kind }) => kind,
    );
    for (const { kind, own } of ofName) {
      const other = own && otherwise(name, kind);
      // What conf/context.xml says is said once, not for each application.
      if (!other || told.has(own.manager)) continue;
      told.add(own.manager);
      const { label } = other.site;
      report({
        file: own.file,
        at: own.manager.spanOf("className"),
        text: {
          en: `${name} uses ${kind} here, ${other.kind} on ${label}: none of its sessions is replicated between them. Use one kind.`,
          ko: `${josa(name, "은")} 여기서 ${kind}, ${label}에서 ${josa(other.kind, "을")} 써서 서로 세션이 복제되지 않습니다. 하나로 통일하십시오.`,
        },
        related: [
          {
            ...(other.own
              ? { file: other.own.file, at: other.own.manager.spanOf("className") }
              : { file: other.site.file, at: other.site.cluster.nameSpan }),
            text: { en: `The node ${label}.`, ko: `노드 ${label}입니다.` },
          },
        ],
      });
    }
  }
}
