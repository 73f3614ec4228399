import { BACKUP_MANAGER, DELTA_MANAGER } from "../config/classes.ts";
import { managerClassOf } from "../config/cluster.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { clusterOfAll, distributableOf, type WebApplication } from "../config/node.ts";
import type { ClusterSite } from "../config/site.ts";

/** The two that replicate; undefined for a class that cannot be known, and for all others. */
export function kindNamed(className: string | undefined): string | undefined {
  return className === DELTA_MANAGER || className === BACKUP_MANAGER
    ? className.slice(className.lastIndexOf(".") + 1)
    : undefined;
}

export interface ManagerOfApplication {
  readonly kind: string;
  /** Undefined where it is the Cluster's. */
  readonly own: { readonly file: ConfigFile; readonly manager: Component } | undefined;
}

/** The kind of Manager an application gets on a node; undefined where it does not replicate, or cannot be known. */
export function managerOfApplication(
  application: WebApplication,
  { node, cluster }: ClusterSite,
): ManagerOfApplication | undefined {
  if (clusterOfAll(node.server) !== cluster || !distributableOf(application.descriptor.document)) return undefined;
  // Its file in conf/Catalina is read in place of the one in META-INF.
  if (node.contextFiles.includes(application.name)) return undefined;
  return firstIn([application.context, node.contextDefaults], cluster);
}

/** The kind of Manager that a node's applications get where they have none of their own. */
export function managerOfAll({ node, cluster }: ClusterSite): ManagerOfApplication | undefined {
  return clusterOfAll(node.server) === cluster ? firstIn([node.contextDefaults], cluster) : undefined;
}

function firstIn(files: readonly (ConfigFile | undefined)[], cluster: Component): ManagerOfApplication | undefined {
  for (const file of files) {
    const manager = file?.root?.child("Manager");
    if (!file || !manager) continue;
    const kind = kindNamed(manager.className);
    return kind === undefined ? undefined : { kind, own: { file, manager } };
  }
  const kind = kindNamed(managerClassOf(cluster));
  return kind === undefined ? undefined : { kind, own: undefined };
}
