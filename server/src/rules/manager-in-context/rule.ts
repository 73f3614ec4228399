import { groupBy } from "../../base/group-by.ts";
import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { clusterOfAll, distributableOf, type TomcatNode, type WebApplication } from "../../config/node.ts";
import { decodeURIComponentSafely } from "../../config/site.ts";
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
 * Source: StandardContext.startInternal, StandardHost.getConfigBaseFile, HostConfig.deployApps and deployDirectory,
 * ContextConfig.contextConfig, 7.0 to 11.0.
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
    for (const { file, applications } of contextsOf(node, cluster)) {
      // Without a distributable application, nothing is lost.
      if (file.template || (applications.length > 0 && !applications.some(isDistributable))) continue;
      const manager = file.root?.child("Manager");
      const found = manager && finding(manager, file, cluster, node);
      if (found) report(found);
    }
  },
};

function contextsOf(node: TomcatNode, cluster: Component): readonly ContextFile[] {
  const { contextDefaults, contexts, applications, contextFiles } = node;
  const hosts = hostsBeside(cluster);
  const described = new Set(contextFiles);
  const byName = groupBy(applications, ({ name }) => name);
  const descriptors = contexts.filter((file) => isReadBy(hosts, file));
  const ownOf = ({ name, context }: WebApplication) =>
    described.has(name) ? descriptors.find((file) => nameOf(file) === name) : context;
  // Where one is there Tomcat deploys it, and the application's META-INF/context.xml is not read.
  const withOwn = hosts.every(deploysOwn) ? applications.filter(({ name }) => !described.has(name)) : [];
  return [
    ...(contextDefaults ? defaultsFor(contextDefaults, applications, ownOf) : []),
    ...descriptors.map((file) => ({ file, applications: byName.get(nameOf(file)) ?? [] })),
    ...withOwn.flatMap((application) =>
      application.context ? [{ file: application.context, applications: [application] }] : [],
    ),
  ];
}

/** conf/context.xml and the applications that take a Manager from it; none where each has, or may have, its own. */
function defaultsFor(
  file: ConfigFile,
  applications: readonly WebApplication[],
  ownOf: (application: WebApplication) => ConfigFile | undefined,
): readonly ContextFile[] {
  const taking = applications.filter((application) => {
    const root = ownOf(application)?.root;
    return !root?.child("Manager") && (!root?.has("override") || root.boolean("override") === false);
  });
  return applications.length > 0 && taking.length === 0 ? [] : [{ file, applications: taking }];
}

/** The Hosts whose applications get their managers from a Cluster. */
function hostsBeside({ parent }: Component): readonly Component[] {
  return parent?.name === "Engine" ? parent.childrenNamed("Host") : parent ? [parent] : [];
}

/** True for a file of the folder that one of the Hosts reads: conf/Engine/Host, the Host's name in small letters. */
function isReadBy(hosts: readonly Component[], { path }: ConfigFile): boolean {
  const [, host, engine] = path.split("/").reverse().map(decodeURIComponentSafely);
  return hosts.some(
    (each) => !each.has("xmlBase") && each.text("name")?.toLowerCase() === host && each.parent?.text("name") === engine,
  );
}

/** False where a Host deploys no application that has a META-INF/context.xml, or may not. */
function deploysOwn(host: Component): boolean {
  return !host.has("deployXML") || host.boolean("deployXML") === true;
}

function nameOf({ path }: ConfigFile): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.xml$/i, "");
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
