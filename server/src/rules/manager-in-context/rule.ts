import { groupBy } from "../../base/group-by.ts";
import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { clusterOfAll, distributableOf, type TomcatNode, type WebApplication } from "../../config/node.ts";
import { withoutElement } from "../fixes.ts";
import { clusterOfTomcat } from "../nodes.ts";
import type { NodeFinding, NodeRule } from "../rule.ts";

/** A context file and the applications it is for, as far as they are known. */
interface ContextFile {
  readonly file: ConfigFile;
  readonly applications: readonly WebApplication[];
}

/**
 * A Manager in conf/context.xml, META-INF/context.xml or conf/Catalina/localhost keeps the Cluster's from being asked
 * for, as one in server.xml does.
 *
 * Source: StandardContext.startInternal, 7.0 to 11.0.
 */
export const rule: NodeRule = {
  id: "manager-in-context",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A Manager in a context.xml replaces the Cluster's.",
    ko: "context.xml의 Manager는 Cluster의 Manager를 대신합니다.",
  },
  scope: "node",

  check(node, report) {
    const cluster = clusterOfAll(node.server);
    if (!cluster) return;
    for (const { file, applications } of contextsOf(node)) {
      // Without a distributable application, nothing is lost.
      if (file.template || (applications.length > 0 && !applications.some(isDistributable))) continue;
      const manager = file.root?.child("Manager");
      const found = manager && finding(manager, file, cluster, node);
      if (found) report(found);
    }
  },
};

function contextsOf({ contextDefaults, contexts, applications }: TomcatNode): readonly ContextFile[] {
  const byName = groupBy(applications, ({ name }) => name);
  const named = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/\.xml$/i, "");
  return [
    ...(contextDefaults ? [{ file: contextDefaults, applications }] : []),
    ...contexts.map((file) => ({ file, applications: byName.get(named(file.path)) ?? [] })),
    ...applications.flatMap((application) =>
      application.context ? [{ file: application.context, applications: [application] }] : [],
    ),
  ];
}

function isDistributable({ descriptor }: WebApplication): boolean {
  return distributableOf(descriptor.document) !== undefined;
}

function finding(manager: Component, file: ConfigFile, cluster: Component, node: TomcatNode): NodeFinding | undefined {
  const { className, type } = manager;
  if (className === undefined || className === DELTA_MANAGER || className === BACKUP_MANAGER) return undefined;
  const name = type?.simpleName ?? className;
  return {
    file,
    at: manager.spanOf("className"),
    ...(type ? {} : { severity: "information" as const }),
    text: type
      ? {
          en: `${name} replaces the manager of this Tomcat's Cluster: these sessions are not replicated. Remove it.`,
          ko: `${name} 클래스가 이 Tomcat의 Cluster Manager를 대신하여 세션이 복제되지 않습니다. 제거하십시오.`,
        }
      : {
          en: `${name} replaces the manager of this Tomcat's Cluster: whether sessions reach other nodes is up to it.`,
          ko: `${name} 클래스가 이 Tomcat의 Cluster Manager를 대신합니다. 세션이 다른 노드에 전달되는지는 이 클래스에 달려 있습니다.`,
        },
    related: [clusterOfTomcat(node.server, cluster)],
    ...(type ? { fix: withoutElement(manager) } : {}),
  };
}
