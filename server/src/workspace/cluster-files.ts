import type { Turn } from "../base/turn.ts";
import { type PathGroup, siteKey } from "../config/grouping.ts";
import { hasCluster, type TomcatNode } from "../config/node.ts";
import { sitesOf } from "../config/site.ts";
import { isShared } from "../config/starts.ts";
import type { FrontFile } from "../front/model.ts";
import { type Clusters, clustersOfGroups, type Gathered, sameGathered, sortOut } from "./clusters.ts";
import type { Configuration } from "./configuration.ts";
import { nearestPlace } from "./configuration-places.ts";
import { Derived, type Read } from "./derived.ts";
import { join, parentOf } from "./files.ts";
import { isFront, SERVER } from "./find.ts";
import { baseOf, nameOf } from "./paths.ts";
import type { TomcatFiles } from "./tomcat-files.ts";

/** One array for all, so that results compare equal. */
const NO_FILES: readonly FrontFile[] = [];

/**
 * The key of the clusters of the whole workspace. Other keys are server.xml files outside of the roots, for the
 * clusters beside them.
 */
export const INSIDE = "";

/** The folders of the workspace, and the clusters of the nodes in and around them. */
export class ClusterFiles {
  readonly #tomcats: TomcatFiles;
  readonly #turn: Turn;
  #roots: readonly string[] = [];
  #groups: readonly PathGroup[] | undefined;
  #frontPaths: readonly string[] = [];
  /** The fields above as an input, under the empty key. */
  readonly #given = new Derived(() => ({ roots: this.#roots, groups: this.#groups, frontPaths: this.#frontPaths }));

  constructor(tomcats: TomcatFiles, turn: Turn = () => undefined) {
    this.#tomcats = tomcats;
    this.#turn = turn;
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  setRoots(folders: readonly string[]): void {
    this.#roots = folders;
    this.#given.allChanged();
  }

  setGroups(groups: readonly PathGroup[], frontPaths: readonly string[]): void {
    this.#groups = groups;
    this.#frontPaths = frontPaths;
    this.#given.allChanged();
  }

  forget(path: string): void {
    this.clusters.forget(path);
    this.#gathered.forget(path);
  }

  readonly #gathered = new Derived<Gathered>(async (outside, read) => {
    const paths = new Set((await this.configurationFiles(read)).filter((path) => SERVER.test(nameOf(path))));
    if (outside !== INSIDE) for (const path of await this.#neighbours(outside, read)) paths.add(path);
    const nodes: TomcatNode[] = [];
    const configurations = new Set<Configuration>();
    for (const path of [...paths].sort()) {
      const found = await read(this.#tomcats.nodes, path);
      if (found.length === 0) continue;
      for (const node of found) {
        nodes.push(node);
        // The keys of all nodes at once would be a long wait; a lone one needs none.
        if (nodes.length > 1) sitesOf(node).forEach(siteKey);
      }
      await this.#turn();
      const configuration = await read(this.#tomcats.configuration, nearestPlace(path));
      if (configuration) configurations.add(configuration);
    }
    return { nodes, configurations: [...configurations], frontFiles: await this.#frontFiles(outside, nodes, read) };
  }, sameGathered);

  /** By INSIDE, or a server.xml outside of the roots. */
  readonly clusters = new Derived<Clusters>(async (outside, read, last) => {
    const { groups, frontPaths } = await read(this.#given, "");
    if (groups) {
      const nodesAt = (path: string) => read(this.#tomcats.nodes, path);
      return clustersOfGroups(groups, nodesAt, last, await this.#filesOf(frontPaths, read));
    }
    return sortOut(await read(this.#gathered, outside), last);
  });

  /** Paths of all files below the roots that may be Tomcat's, by their names. */
  async configurationFiles(read: Read): Promise<readonly string[]> {
    const { roots } = await read(this.#given, "");
    const below = await Promise.all(roots.map((root) => read(this.#tomcats.below, root)));
    return below.flatMap((paths) => paths ?? []);
  }

  /** The key in `clusters` for a file: its server.xml where it is outside of the roots, else INSIDE. */
  async outside(path: string, read: Read): Promise<string> {
    const { roots, groups } = await read(this.#given, "");
    // The empty root is the folder that paths are relative to.
    const inside = groups || roots.some((root) => root === "" || path === root || path.startsWith(`${root}/`));
    return inside ? INSIDE : serverOf(path);
  }

  /** The server.xml of the folders beside a node's, and those beside a file that is no node's own. */
  async #neighbours(server: string, read: Read): Promise<readonly string[]> {
    const base = baseOf(server);
    if (server !== join(base, "conf", nameOf(server))) {
      const beside = (await read(this.#tomcats.list, parentOf(server))) ?? [];
      return beside.filter(({ name }) => SERVER.test(name)).map(({ name }) => join(parentOf(server), name));
    }
    const found = [server];
    for (const { name, folder } of (await read(this.#tomcats.list, parentOf(base))) ?? []) {
      if (folder) found.push(join(parentOf(base), name, "conf", "server.xml"));
    }
    return found;
  }

  /** Files that may be in front of some nodes. Nothing is read where there are fewer than two nodes or no Cluster. */
  async #frontFiles(outside: string, nodes: readonly TomcatNode[], read: Read): Promise<readonly FrontFile[]> {
    const several = nodes.length > 1 || nodes.some(({ server }) => isShared(server));
    if (!several || !nodes.some(({ server }) => hasCluster(server))) return NO_FILES;
    const { roots } = await read(this.#given, "");
    const below = await Promise.all(roots.map((root) => read(this.#tomcats.frontsBelow, root)));
    const paths = new Set(below.flatMap((found) => found ?? []));
    if (outside !== INSIDE) for (const path of await this.#frontsAround(outside, read)) paths.add(path);
    return this.#filesOf([...paths].sort(), read);
  }

  async #filesOf(paths: readonly string[], read: Read): Promise<readonly FrontFile[]> {
    const files = await Promise.all(paths.map((path) => read(this.#tomcats.front, path)));
    return files.flatMap((file) => file ?? []);
  }

  /** Beside the folders of the nodes, for a node that is not below the roots. */
  async #frontsAround(server: string, read: Read): Promise<readonly string[]> {
    const folder = parentOf(baseOf(server));
    const entries = (await read(this.#tomcats.list, folder)) ?? [];
    return entries.flatMap((entry) => (!entry.folder && isFront(entry.name, folder) ? [join(folder, entry.name)] : []));
  }
}

/** The server.xml of the Tomcat a file belongs to. */
export function serverOf(path: string): string {
  return SERVER.test(nameOf(path)) ? path : join(baseOf(path), "conf", "server.xml");
}
