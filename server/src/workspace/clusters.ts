import { groupBy } from "../base/group-by.ts";
import type { ConfigFile } from "../config/file.ts";
import { groupSites, type PathGroup, type SiteGroup, siteKey } from "../config/grouping.ts";
import type { TomcatNode } from "../config/node.ts";
import { type ClusterSite, sitesOf } from "../config/site.ts";
import { isShared } from "../config/starts.ts";
import { clustersOf, type TomcatCluster } from "../config/tomcat-cluster.ts";
import type { FrontFile } from "../front/model.ts";
import type { Configuration } from "./configuration.ts";
import { sameItems } from "./snapshot.ts";

/** One empty array for all, so that snapshots compare equal. */
const NONE: readonly TomcatCluster[] = [];

/** The clusters of a workspace, and which of them a file is part of. */
export class Clusters {
  readonly all: readonly TomcatCluster[];
  #byPath: ReadonlyMap<string, readonly { readonly cluster: TomcatCluster }[]> | undefined;
  #behind: ReadonlyMap<string, readonly TomcatCluster[]> | undefined;
  readonly #known = new Map<string, readonly TomcatCluster[]>();

  constructor(all: readonly TomcatCluster[]) {
    this.all = all;
  }

  /** The clusters that a load balancer's file is in front of. */
  behind(path: string): readonly TomcatCluster[] {
    return this.#behindByPath.get(path) ?? NONE;
  }

  /** Paths of the load balancers' files that are in front of a cluster. */
  get frontPaths(): readonly string[] {
    return [...this.#behindByPath.keys()];
  }

  get #behindByPath(): ReadonlyMap<string, readonly TomcatCluster[]> {
    this.#behind ??= new Map(
      [
        ...groupBy(
          this.all.flatMap((cluster) =>
            [...cluster.fronts.map(({ file }) => file), ...cluster.mounting].map(({ path }) => ({ cluster, path })),
          ),
          ({ path }) => path,
        ),
      ].map(([path, found]) => [path, [...new Set(found.map(({ cluster }) => cluster))]]),
    );
    return this.#behind;
  }

  /** The clusters that the Tomcats of a server.xml are nodes of. */
  of({ path }: Pick<ConfigFile, "path">): readonly TomcatCluster[] {
    this.#byPath ??= groupBy(
      this.all.flatMap((cluster) => cluster.sites.map((site) => ({ cluster, path: site.file.path }))),
      (each) => each.path,
    );
    const known = this.#known.get(path);
    if (known) return known;
    const entries = this.#byPath.get(path);
    const found = entries ? [...new Set(entries.map(({ cluster }) => cluster))] : NONE;
    this.#known.set(path, found);
    return found;
  }
}

/**
 * The input that clusters are formed from: the nodes, the files of load balancers, and the configurations that assign
 * nodes to clusters by name.
 */
export interface Gathered {
  /** Files of load balancers; whether they are in front of these nodes is decided later. */
  readonly frontFiles: readonly FrontFile[];
  readonly nodes: readonly TomcatNode[];
  readonly configurations: readonly Configuration[];
}

export function sameGathered(one: Gathered, other: Gathered): boolean {
  return (
    sameItems(one.nodes, other.nodes) &&
    sameItems(one.configurations, other.configurations) &&
    sameItems(one.frontFiles, other.frontFiles)
  );
}

/** The clusters these nodes form. A cluster that equals one of `before` is the same object. */
export function sortOut({ nodes, configurations, frontFiles }: Gathered, before: Clusters | undefined): Clusters {
  // A workspace with one Tomcat, the usual case, has nothing to compare at a keystroke.
  const sites = nodes.length > 1 || nodes.some(({ server }) => isShared(server)) ? nodes.map(sitesOf) : [];
  const keyed = sites.flatMap((ofNode) => ofNode.map((site, index) => ({ site, key: siteKey(site, index) })));
  const named = configurations.flatMap(({ clusters }) => clusters);
  const groups = groupSites(keyed, ({ key }) => key, named).map((group) => ({
    ...group,
    sites: group.sites.map(({ site }) => site),
  }));
  return new Clusters(clustersOf(groups, before?.all, frontFiles));
}

/** The clusters of groups that a larger run has formed from more files; `nodesAt` gives the nodes of a server.xml. */
export async function clustersOfGroups(
  groups: readonly PathGroup[],
  nodesAt: (path: string) => Promise<readonly TomcatNode[]>,
  before: Clusters | undefined,
  frontFiles: readonly FrontFile[],
): Promise<Clusters> {
  const placed: SiteGroup<ClusterSite>[] = [];
  for (const group of groups) {
    const sites: ClusterSite[] = [];
    for (const { path, index, run } of group.sites) {
      const node = (await nodesAt(path)).find(({ server }) => server.reading.properties.run?.name === run);
      const site = node && sitesOf(node)[index];
      if (site) sites.push(site);
    }
    placed.push({ ...group, sites });
  }
  return new Clusters(clustersOf(placed, before?.all, frontFiles));
}
