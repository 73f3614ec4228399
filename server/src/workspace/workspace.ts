import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { groupSites, type PlacedGroup, type SiteGroup, type SiteKey, siteKey } from "../config/grouping.ts";
import { activeClusters, nodeOf, type TomcatNode } from "../config/node.ts";
import { NO_PROPERTIES, type Properties } from "../config/properties.ts";
import type { NameSources } from "../config/references/index.ts";
import { type ClusterSite, sitesOf } from "../config/site.ts";
import { clustersOf } from "../config/tomcat-cluster.ts";
import { NO_SETTINGS } from "../lint/configuration.ts";
import type { LintOptions, Surroundings } from "../lint/lint.ts";
import { namesOf, type RuleNames } from "../rules/names.ts";
import { lineOf } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { Clusters } from "./clusters.ts";
import type { Configuration } from "./configuration.ts";
import { CONFIGURATION_NAME, configurationPlaces } from "./configuration-places.ts";
import { type Files, type FolderEntry, join, parentOf } from "./files.ts";
import { CONFIGURATION, findBelow, SERVER } from "./find.ts";
import { keep } from "./keep.ts";
import { NodeReader } from "./node-reader.ts";
import { nodeTexts } from "./node-texts.ts";
import { baseOf, nameOf } from "./paths.ts";
import { Snapshot, sameItems } from "./snapshot.ts";
import { type DetectedVersion, detectVersion } from "./version.ts";

export interface WorkspaceOptions extends LintOptions {
  /** The line the user chose for a file: `auto`, or one of LINES; anything else counts as `auto`. */
  readonly chosenLine: (path: string) => Promise<string>;
}

/**
 * The only state: the texts of open documents, which beat those on disk, and what was made of each file.
 *
 * What comes from disk is kept until `refresh`: whoever serves a client says when something there changed.
 */
export class Workspace {
  readonly #files: Files;
  readonly #options: WorkspaceOptions;
  readonly #open = new Map<string, string>();
  readonly #read = new Map<string, ConfigFile>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #versions = new Map<string, Promise<DetectedVersion>>();
  readonly #disk = new Map<string, Promise<string | undefined>>();
  readonly #folders = new Map<string, Promise<readonly FolderEntry[] | undefined>>();
  readonly #configuration = new Map<string, Promise<readonly string[] | undefined>>();
  readonly #configurations = new Map<string, Configuration>();
  /** Where the configuration of a folder's files is. */
  readonly #places = new Map<string, Promise<string | undefined>>();
  readonly #ruleNames: RuleNames;
  readonly #nodes: NodeReader;
  #roots: readonly string[] = [];
  #groups: readonly PlacedGroup[] | undefined;
  #clustersFrom: readonly (TomcatNode | Configuration)[] = [];
  #clusters = new Clusters([]);
  /** `clusters` of the present state, by the node outside of the roots they were asked for. */
  readonly #sortedOut = new Map<string, Promise<Clusters>>();

  constructor(files: Files, options: WorkspaceOptions) {
    this.#files = files;
    this.#options = options;
    this.#ruleNames = namesOf(options.rules);
    this.#nodes = new NodeReader({
      fileAt: (path) => this.fileAt(path),
      textOf: (path) => this.textOf(path),
      list: (path) => this.#list(path),
      readInside: (archive, name) => files.readInside(archive, name),
    });
  }

  /** The folders in which nodes of one cluster are looked for. */
  setRoots(folders: readonly string[]): void {
    this.#sortedOut.clear();
    this.#roots = folders;
  }

  /** Takes the clusters as somebody sorted them out who saw more files: they are not looked for any more. */
  setGroups(groups: readonly PlacedGroup[]): void {
    this.#sortedOut.clear();
    this.#groups = groups;
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** The text of any file, as it is in the editor or else on disk; undefined where it cannot be read. */
  textOf(path: string): Promise<string | undefined> {
    const open = this.#open.get(path);
    if (open !== undefined) return Promise.resolve(open);
    return keep(this.#disk, path, () => this.#files.read(path));
  }

  /** Keeps the text of an open document; undefined when it is closed. */
  setOpen(path: string, text: string | undefined): void {
    this.#sortedOut.clear();
    if (nameOf(path) === CONFIGURATION_NAME) this.#places.clear();
    this.#nodes.changed(path);
    if (text === undefined) {
      this.#open.delete(path);
      this.#read.delete(path);
      this.#snapshots.delete(path);
    } else this.#open.set(path, text);
  }

  /** Forgets what was read from disk, because something there changed. */
  refresh(): void {
    this.#sortedOut.clear();
    this.#versions.clear();
    this.#disk.clear();
    this.#folders.clear();
    this.#nodes.refresh();
    this.#configuration.clear();
    this.#places.clear();
  }

  /** The nearest `.tomcat-cluster.json` above a file, or the file itself. */
  async configurationOf(path: string): Promise<Configuration | undefined> {
    const place = await keep(this.#places, parentOf(path), async () => {
      for (const each of configurationPlaces(path)) if ((await this.textOf(each)) !== undefined) return each;
      return undefined;
    });
    const text = place === undefined ? undefined : await this.textOf(place);
    if (place === undefined || text === undefined) return undefined;
    // Most workspaces have none: what reads one (JSON with comments, globs, XPath) is loaded with the first.
    const { Configuration } = await import("./configuration.ts");
    const known = this.#configurations.get(place);
    if (known?.text === text) return known;
    const configuration = new Configuration(place, text, this.#ruleNames);
    this.#configurations.set(place, configuration);
    return configuration;
  }

  async versionOf(path: string): Promise<DetectedVersion> {
    const written = (await this.configurationOf(path))?.tomcatFor(path);
    const line = lineOf(await this.#options.chosenLine(path)) ?? lineOf(written ?? "");
    if (line) {
      return { version: { line, release: undefined }, source: { en: "chosen in the settings", ko: "설정에서 선택됨" } };
    }
    const base = baseOf(path);
    const known = this.#versions.get(base);
    if (known) return known;
    const detected = detectVersion(base, this.#files);
    this.#versions.set(base, detected);
    return detected;
  }

  /** Undefined for a file that cannot be read, is no configuration of Tomcat's, or is for one the schema does not cover. */
  async fileAt(path: string): Promise<ConfigFile | undefined> {
    const text = await this.textOf(path);
    if (text === undefined) return undefined;
    const { version } = await this.versionOf(path);
    if (!version) return undefined;
    // Only a text with placeholders depends on properties, and a server.xml, for what it leaves to system properties.
    const asks = text.includes("${") || SERVER.test(nameOf(path));
    const properties = asks ? await this.propertiesFor(path) : NO_PROPERTIES;
    const known = this.#read.get(path);
    if (
      known?.document.text === text &&
      known.reading.properties === properties &&
      sameVersion(known.version, version)
    ) {
      return known;
    }
    const file = readConfigFile(path, text, version, properties);
    if (file) this.#read.set(path, file);
    else this.#read.delete(path);
    return file;
  }

  /** The Tomcat a file belongs to: the one whose conf/server.xml stands above it or beside it. */
  async nodeOf(path: string): Promise<TomcatNode | undefined> {
    return this.#nodes.nodeAt(SERVER.test(nameOf(path)) ? path : join(baseOf(path), "conf", "server.xml"));
  }

  /** The server.xml of the nodes in a cluster with this one; where there is none, every other below the roots. */
  async nodesBeside(path: string): Promise<readonly { readonly path: string; readonly cluster: string | null }[]> {
    const file = await this.fileAt(path);
    const clusters = file ? (await this.clusters(path)).of(file) : [];
    const found = new Map<string, string | null>();
    for (const { name, sites } of clusters) for (const site of sites) found.set(site.file.path, name);
    if (clusters.length === 0) {
      for (const each of await this.configurationFiles()) if (SERVER.test(nameOf(each))) found.set(each, null);
    }
    found.delete(path);
    return [...found].map(([each, cluster]) => ({ path: each, cluster }));
  }

  /** What tells which others the Clusters of a server.xml belong to. Its applications are not looked at. */
  async siteKeys(path: string): Promise<readonly SiteKey[]> {
    const server = await this.fileAt(path);
    if (server?.kind !== "server" || activeClusters(server).length === 0) return [];
    return sitesOf(nodeOf(server)).map(siteKey);
  }

  /** What the placeholders of a file stand for, as far as the Tomcat around it tells. */
  propertiesFor(path: string): Promise<Properties> {
    return this.#nodes.propertiesFor(path);
  }

  /**
   * Every cluster of several nodes below the roots, and of the nodes beside a file that is not below one. They are
   * sorted out once for each state of the files.
   */
  clusters(path?: string): Promise<Clusters> {
    const outside =
      !this.#groups && path !== undefined && !this.#roots.some((root) => path === root || path.startsWith(`${root}/`));
    const key = outside ? baseOf(path) : "";
    const known = this.#sortedOut.get(key);
    if (known) return known;
    const sorted = this.#groups ? this.#gather(this.#groups) : this.#sortOut(outside ? path : undefined);
    this.#sortedOut.set(key, sorted);
    return sorted;
  }

  /** The clusters of groups somebody else made. */
  async #gather(groups: readonly PlacedGroup[]): Promise<Clusters> {
    const sites: ClusterSite[] = [];
    const placed: SiteGroup[] = [];
    for (const { sites: places, ...group } of groups) {
      const first = sites.length;
      for (const { path, index } of places) {
        const node = await this.#nodes.nodeAt(path);
        const site = node && sitesOf(node)[index];
        if (site) sites.push(site);
      }
      placed.push({ ...group, indices: sites.slice(first).map((_, index) => first + index) });
    }
    this.#clusters = new Clusters(clustersOf(placed, sites, this.#clusters.all));
    return this.#clusters;
  }

  async #sortOut(outside: string | undefined): Promise<Clusters> {
    const paths = new Set<string>();
    for (const each of await this.configurationFiles()) if (SERVER.test(nameOf(each))) paths.add(each);
    if (outside !== undefined) for (const each of await this.#neighbours(outside)) paths.add(each);
    const nodes: TomcatNode[] = [];
    const configurations = new Set<Configuration>();
    for (const each of [...paths].sort()) {
      const node = await this.#nodes.nodeAt(each);
      if (!node) continue;
      nodes.push(node);
      const configuration = await this.configurationOf(each);
      if (configuration) configurations.add(configuration);
    }
    const from = [...nodes, ...configurations];
    if (!sameItems(from, this.#clustersFrom)) {
      this.#clustersFrom = from;
      // Most often there is one Tomcat, and nothing to compare at a keystroke.
      const sites = nodes.length > 1 ? nodes.map(sitesOf) : [];
      const keys = sites.flatMap((ofNode) => ofNode.map(siteKey));
      const named = [...configurations].flatMap(({ clusters }) => clusters);
      this.#clusters = new Clusters(clustersOf(groupSites(keys, named), sites.flat(), this.#clusters.all));
    }
    return this.#clusters;
  }

  /** Paths of all files below the roots that may be Tomcat's, by their names. */
  async configurationFiles(): Promise<readonly string[]> {
    const below = await Promise.all(this.#roots.map((root) => this.configurationBelow(root)));
    return below.flatMap((paths) => paths ?? []);
  }

  /** The same below one folder; undefined where there is no folder. A folder is walked once. */
  configurationBelow(folder: string): Promise<readonly string[] | undefined> {
    return keep(this.#configuration, folder, () => findBelow(folder, CONFIGURATION, this.#files));
  }

  /** The server.xml of the folders beside a node's, and those beside a file that is no node's own. */
  async #neighbours(path: string): Promise<readonly string[]> {
    const base = baseOf(path);
    if (path !== join(base, "conf", nameOf(path))) {
      const beside = (await this.#list(parentOf(path))) ?? [];
      return beside.filter(({ name }) => SERVER.test(name)).map(({ name }) => join(parentOf(path), name));
    }
    const found = [path];
    for (const { name, folder } of (await this.#list(parentOf(base))) ?? []) {
      if (folder) found.push(join(parentOf(base), name, "conf", "server.xml"));
    }
    return found;
  }

  /** All that names something in the Tomcat a file belongs to, and in the clusters that is a node of. */
  async nameSources(path: string): Promise<NameSources> {
    const texts = await nodeTexts(path, {
      fileAt: (each) => this.fileAt(each),
      textOf: (each) => this.textOf(each),
      list: (each) => this.#list(each),
      propertiesFor: (each) => this.propertiesFor(each),
    });
    const { server } = texts;
    return { ...texts, clusters: server ? (await this.clusters(server.path)).of(server) : [] };
  }

  /** The present state of a file; undefined as for `fileAt`. */
  async snapshot(path: string): Promise<Snapshot | undefined> {
    const file = await this.fileAt(path);
    if (!file) return undefined;
    const around = await this.#around(file);
    const known = this.#snapshots.get(path);
    const settings = (await this.configurationOf(path))?.settingsFor(path) ?? NO_SETTINGS;
    if (known?.isOf(file, around, settings)) return known;
    const snapshot = new Snapshot(file, around, this.#options, settings);
    this.#snapshots.set(path, snapshot);
    return snapshot;
  }

  async #around(file: ConfigFile): Promise<Surroundings> {
    const { kind, path } = file;
    const server = kind === "server" ? file : kind === "cluster" ? undefined : (await this.nodeOf(path))?.server;
    const clustered = server !== undefined && activeClusters(server).length > 0;
    return {
      // What a node's rules say is said of its descriptors.
      ...(kind === "web" ? { node: await this.nodeOf(path) } : {}),
      ...(clustered ? { clusters: (await this.clusters(path)).of(server) } : {}),
    };
  }

  #list(path: string): Promise<readonly FolderEntry[] | undefined> {
    return keep(this.#folders, path, () => this.#files.list(path));
  }
}

function sameVersion(a: TomcatVersion, b: TomcatVersion): boolean {
  return a.line === b.line && a.release?.text === b.release?.text && a.assumed === b.assumed;
}
