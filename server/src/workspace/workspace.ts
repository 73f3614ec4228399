import { span } from "../base/span.ts";
import type { Turn } from "../base/turn.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Front } from "../config/front/fronts.ts";
import { type PathGroup, type SiteKey, siteKey } from "../config/grouping.ts";
import { mayBeManifest } from "../config/launch/held-path.ts";
import { hasCluster, serverOnlyNode, type TomcatNode } from "../config/node.ts";
import { NO_PROPERTIES, type Properties } from "../config/properties.ts";
import type { NameSources } from "../config/references/index.ts";
import { sitesOf } from "../config/site.ts";
import { type LintSettings, NO_SETTINGS } from "../lint/configuration.ts";
import { dispatchOf } from "../lint/dispatch.ts";
import { RuleMemory } from "../lint/memory.ts";
import type { LintOptions, Surroundings } from "../lint/options.ts";
import type { TemplateVariables } from "./ansible-names.ts";
import { type Baseline, NOTHING_ACCEPTED, readBaseline } from "./baseline.ts";
import { ClusterFiles, INSIDE, serverOf } from "./cluster-files.ts";
import type { Clusters } from "./clusters.ts";
import type { Configuration } from "./configuration.ts";
import { nearestPlace } from "./configuration-places.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import type { NamedFiles } from "./configuration-problems.ts";
import { Derived, type Read } from "./derived.ts";
import { type Files, join, parentOf } from "./files.ts";
import { SERVER } from "./find.ts";
import { FrontSnapshot } from "./front-snapshot.ts";
import { asksItsContexts } from "./node-reader.ts";
import type { NodeTexts } from "./node-texts.ts";
import { baseOf, nameOf } from "./paths.ts";
import { type Hash, placeBelow } from "./quoted.ts";
import { type Acceptance, Snapshot, type SnapshotParts } from "./snapshot.ts";
import { type ReadingOptions, TomcatFiles } from "./tomcat-files.ts";
import type { DetectedVersion } from "./version.ts";

export interface WorkspaceOptions extends LintOptions, ReadingOptions {
  /**
   * The line or release the user chose for a file: `auto`, one of LINES, or `9.0.122`; anything else counts as `auto`.
   */
  readonly chosenLine: (path: string) => Promise<string>;
  /**
   * Whether the rules of the group `tomcat`, which are not about clusters, run too. True where the function is absent
   * or gives undefined.
   */
  readonly beyondCluster?: (path: string) => Promise<boolean>;
  /** Makes fingerprints. Where it is present, findings that the baseline of a configuration accepts are left out. */
  readonly hash?: Hash;
}

const NOWHERE = span(-1, -1);
/** In characters: the rules over a longer file take too long for an answer that comes first. */
const SOON_CHECKED = 100_000;
const NOBODY_WAITS: Turn = () => undefined;

/** The name sources of a load balancer's file, but for the clusters behind it, and of what cannot be read whole. */
const NO_NAMES: NodeTexts = {
  server: undefined,
  files: [],
  properties: NO_PROPERTIES,
  catalinaProperties: undefined,
  loggingProperties: undefined,
  users: undefined,
};

/**
 * The only state: the texts of open documents, which take precedence over those on disk, and the values derived from
 * each file.
 *
 * Inputs come from outside: `setOpen`, `setRoots`, `setGroups` and `refresh` report their changes. All else is derived
 * from them and is made anew when a source has changed (`derived.ts`).
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #tomcats: TomcatFiles;
  /** Settings with the group `tomcat` off, by the settings they were made from. */
  readonly #ofClusters = new WeakMap<LintSettings, LintSettings>();
  readonly #clusterFiles: ClusterFiles;
  /** By the paths of open documents only: a file on disk is seldom checked twice. */
  readonly #memories = new Map<string, RuleMemory>();

  constructor(files: Files, options: WorkspaceOptions) {
    this.#options = options;
    this.#tomcats = new TomcatFiles(files, options.chosenLine, dispatchOf(options.rules).names, options);
    this.#clusterFiles = new ClusterFiles(this.#tomcats, options.turn);
  }

  /** To be awaited between the steps of what takes long. */
  get turn(): Turn {
    return this.#options.turn ?? NOBODY_WAITS;
  }

  readonly #beyondCluster = new Derived((path) => this.#options.beyondCluster?.(path) ?? true);

  readonly #frontSnapshot = new Derived<FrontSnapshot | undefined>(async (path, read, last) => {
    const file = await read(this.#tomcats.front, path);
    if (!file) return undefined;
    const clusters = (await read(this.#clusterFiles.clusters, INSIDE)).behind(path);
    if (clusters.length === 0) return undefined;
    const settings = (await read(this.#tomcats.configuration, nearestPlace(path)))?.settingsFor(path) ?? NO_SETTINGS;
    return last?.isOf(file, clusters, settings) ? last : new FrontSnapshot(file, clusters, this.#options, settings);
  });

  readonly #snapshot = new Derived<Snapshot | undefined>(async (path, read, last) => {
    const file = await read(this.#tomcats.file, path);
    if (!file) return undefined;
    const parts = { file, around: await this.#around(file, read), ...(await this.#settingsOf(path, read)) };
    const { onBusy } = this.#options;
    const memory = this.#memories.get(path);
    return last?.isOf(parts) ? last : new Snapshot(parts, { options: this.#options, onBusy, memory });
  });

  /** What a configuration and the user say of a file's findings. */
  async #settingsOf(path: string, read: Read): Promise<Pick<SnapshotParts, "settings" | "acceptance">> {
    const configuration = await read(this.#tomcats.configuration, nearestPlace(path));
    const written = configuration?.settingsFor(path) ?? NO_SETTINGS;
    const settings = (await read(this.#beyondCluster, path)) ? written : this.#clusterOnly(written);
    return { settings, acceptance: await this.#acceptance(path, configuration, read) };
  }

  /** By the baseline's path. */
  readonly #baseline = new Derived<Baseline | undefined>(async (path, read) => {
    const text = await read(this.#tomcats.text, path);
    return text === undefined ? undefined : readBaseline(text);
  });

  async #acceptance(
    path: string,
    configuration: Configuration | undefined,
    read: Read,
  ): Promise<Acceptance | undefined> {
    const { hash } = this.#options;
    if (!hash) return undefined;
    const named = configuration?.baseline;
    const baseline = named === undefined ? undefined : await read(this.#baseline, named);
    const place = placeBelow(configuration && parentOf(configuration.path), path);
    return { accepted: baseline?.accepted ?? NOTHING_ACCEPTED, hash, place };
  }

  /** The folders in which nodes of one cluster are looked for. */
  setRoots(folders: readonly string[]): void {
    this.#clusterFiles.setRoots(folders);
  }

  /**
   * Sets the clusters that a larger run has formed from more files, and the paths of files that may be in front of
   * them. The workspace then looks for neither.
   */
  setGroups(groups: readonly PathGroup[], frontPaths: readonly string[] = []): void {
    this.#clusterFiles.setGroups(groups, frontPaths);
  }

  /** Keeps the text of an open document; undefined when it is closed. */
  setOpen(path: string, text: string | undefined): void {
    this.#tomcats.setOpen(path, text);
    if (text !== undefined) {
      if (!this.#memories.has(path)) this.#memories.set(path, new RuleMemory());
      return;
    }
    this.#memories.delete(path);
    for (const kind of [this.#snapshot, this.#frontSnapshot, this.#clusterFiles]) kind.forget(path);
    this.#tomcats.forget(path);
  }

  /** True where there was a folder when its parent was last looked into. */
  hadFolder(path: string): boolean {
    const known = this.#tomcats.list.known(parentOf(path));
    return known?.some(({ name, folder }) => folder && name === nameOf(path)) === true;
  }

  /** Files that count as unreadable, because a server ended or hung while it read them. */
  setAside(paths: readonly string[]): void {
    this.#tomcats.setAside(paths);
  }

  /** Whether the rules and globs of configuration files are applied. True until this is called. */
  setTrusted(trusted: boolean): void {
    this.#tomcats.setTrusted(trusted);
  }

  /** True for a document that an editor has open. */
  isOpen(path: string): boolean {
    return this.#tomcats.isOpen(path);
  }

  /** What comes from disk or from the settings may have changed. */
  refresh(): void {
    this.#tomcats.refresh();
    this.#beyondCluster.allChanged();
  }

  /**
   * The settings with the group `tomcat` off, except for rules that the settings name; the same object for the same
   * settings.
   */
  #clusterOnly(settings: LintSettings): LintSettings {
    const known = this.#ofClusters.get(settings);
    if (known) return known;
    const off = this.#options.rules.filter(({ group }) => group === "tomcat").map(({ id }) => [id, "off"] as const);
    const made = { ...settings, severities: new Map([...off, ...settings.severities]) };
    this.#ofClusters.set(settings, made);
    return made;
  }

  get roots(): readonly string[] {
    return this.#clusterFiles.roots;
  }

  /** True for a file that was read as the baseline of a configuration, or looked for. */
  isBaseline(path: string): boolean {
    return this.#baseline.has(path);
  }

  /** The text of any file, as it is in the editor or else on disk; undefined where it cannot be read. */
  textOf(path: string): Promise<string | undefined> {
    return this.#tomcats.text.get(path);
  }

  /** The nearest `.tomcat-cluster.json` above a file, or the file itself. */
  configurationOf(path: string): Promise<Configuration | undefined> {
    return this.#tomcats.configuration.get(nearestPlace(path));
  }

  /** Paths of the configurations of this program below the roots. */
  async ownConfigurations(): Promise<readonly string[]> {
    const below = await Promise.all(this.roots.map((root) => this.#tomcats.ownBelow.get(root)));
    return below.flatMap((paths) => paths ?? []);
  }

  /** The mistakes of the nearest configuration, and its references to files that do not exist. */
  async configurationProblems(path: string): Promise<readonly ConfigurationProblem[]> {
    const configuration = await this.configurationOf(path);
    if (!configuration) return [];
    const { surroundingProblems } = await import("./configuration-problems.ts");
    const { named, problems, text } = configuration;
    const folder = parentOf(configuration.path);
    const inside = this.roots.some((root) => folder === root || folder.startsWith(`${root}/`));
    const servers = (await this.configurationFiles()).filter((each) => SERVER.test(nameOf(each)));
    const files: NamedFiles = {
      baseline: named.baseline === undefined ? undefined : await this.#baselineState(join(folder, named.baseline)),
      servers: inside ? servers.flatMap((each) => pathBelow(folder, each) ?? []) : undefined,
    };
    return [...problems, ...surroundingProblems(text, named, files)];
  }

  async #baselineState(path: string): Promise<"good" | "missing" | "none of ours"> {
    if (await this.#baseline.get(path)) return "good";
    return (await this.textOf(path)) === undefined ? "missing" : "none of ours";
  }

  versionOf(path: string): Promise<DetectedVersion> {
    return this.#tomcats.version.get(path);
  }

  /**
   * The file as Tomcat reads it. Undefined where it cannot be read, is no configuration of Tomcat's, or is for a
   * version the schema does not cover.
   */
  fileAt(path: string): Promise<ConfigFile | undefined> {
    return this.#tomcats.file.get(path);
  }

  /** The Tomcat a file belongs to: the one whose conf/server.xml is above it or beside it. */
  nodeOf(path: string): Promise<TomcatNode | undefined> {
    return this.#tomcats.node.get(serverOf(path));
  }

  /** The Tomcats that start with a server.xml: several where services of a compose file share it. */
  nodesOf(path: string): Promise<readonly TomcatNode[]> {
    return this.#tomcats.nodes.get(serverOf(path));
  }

  /**
   * The server.xml of the other nodes in this one's clusters; of a node without a cluster, every other server.xml below
   * the roots.
   */
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

  /** The keys by which the Clusters of a server.xml are grouped with others. Its applications are not read. */
  async siteKeys(path: string): Promise<readonly SiteKey[]> {
    const server = await this.fileAt(path);
    if (server?.kind !== "server" || !hasCluster(server)) return [];
    const runs = await this.#tomcats.runs.get(path);
    return (runs.length > 0 ? runs : [server]).flatMap((each) => sitesOf(serverOnlyNode(each)).map(siteKey));
  }

  /** The properties that fill in the placeholders of a file. */
  propertiesFor(path: string): Promise<Properties> {
    return this.#tomcats.properties.get(baseOf(path));
  }

  /** The variables that files around a template set, where Ansible may fill it in. */
  variablesFor(path: string): Promise<TemplateVariables> {
    return this.#tomcats.variables.get(path);
  }

  /** Every cluster of several nodes below the roots, and of the nodes beside a file that is not below one. */
  async clusters(path?: string): Promise<Clusters> {
    return this.#clusterFiles.clusters.get(path === undefined ? INSIDE : await this.#clusterFiles.outside(path, ask));
  }

  /** Paths of all files below the roots that may be Tomcat's, by their names. */
  configurationFiles(): Promise<readonly string[]> {
    return this.#clusterFiles.configurationFiles(ask);
  }

  /** The same below one folder, or in one manifest; undefined where neither is there. */
  async configurationBelow(folder: string): Promise<readonly string[] | undefined> {
    const held = await this.heldIn(folder);
    return held.length > 0 ? held : this.#tomcats.below.get(folder);
  }

  /** All files in which names of a file's Tomcat, and of its clusters, may occur. */
  async nameSources(path: string): Promise<NameSources> {
    const behind = (await this.clusters()).behind(path);
    if (behind.length > 0) return { ...NO_NAMES, clusters: behind };
    const { longest = Number.POSITIVE_INFINITY } = this.#options;
    const { nodeTexts } = await import("./node-texts.ts");
    const texts = await nodeTexts(path, this.#tomcats.through(ask), longest);
    if (!texts) return { ...NO_NAMES, clusters: [] };
    const { server } = texts;
    return { ...texts, clusters: server ? (await this.clusters(server.path)).of(server) : [] };
  }

  /** Paths of the load balancers' files below the roots that are in front of a cluster. */
  async frontPaths(): Promise<readonly string[]> {
    return (await this.clusters()).frontPaths;
  }

  /** Paths of what may be a load balancer's file, by its name, below some folders. */
  async possibleFronts(folders: readonly string[]): Promise<readonly string[]> {
    const below = await Promise.all(folders.map((folder) => this.#tomcats.frontsBelow.get(folder)));
    return below.flatMap((paths) => paths ?? []);
  }

  /** The balancers of a file that are in front of a cluster. */
  async frontsIn(path: string): Promise<readonly Front[]> {
    const behind = (await this.clusters()).behind(path);
    return behind.flatMap(({ fronts }) => fronts.filter(({ file }) => file.path === path));
  }

  /**
   * The present state of a load balancer's file; undefined for any other, and where it is in front of no cluster here.
   */
  frontSnapshot(path: string): Promise<FrontSnapshot | undefined> {
    return this.#frontSnapshot.get(path);
  }

  /** The snapshot of a file of either kind. */
  async checked(path: string): Promise<Snapshot | FrontSnapshot | undefined> {
    const found = (await this.snapshot(path)) ?? (await this.frontSnapshot(path));
    await found?.prepare(this.turn);
    await this.turn();
    return found;
  }

  /** The snapshots of all that is checked in a file on disk: several where it is a manifest. */
  async checkedIn(path: string): Promise<readonly (Snapshot | FrontSnapshot)[]> {
    const found = await Promise.all((await this.#filesIn(path)).map((each) => this.checked(each)));
    return found.flatMap((each) => each ?? []);
  }

  /** The same as long as the files of other nodes are not read, with what is known without them. */
  async checkedAloneIn(path: string): Promise<readonly Snapshot[]> {
    const found = await Promise.all((await this.#filesIn(path)).map((each) => this.#checkedAlone(each)));
    return found.flatMap((each) => each ?? []);
  }

  async #checkedAlone(path: string): Promise<Snapshot | undefined> {
    const file = await this.fileAt(path);
    if (!file) return undefined;
    const parts = { file, around: { clusters: "unread" }, ...(await this.#settingsOf(path, ask)) } as const;
    const options = { ...this.#options, longest: SOON_CHECKED };
    return new Snapshot(parts, { options, onBusy: options.onBusy, memory: undefined });
  }

  async #filesIn(path: string): Promise<readonly string[]> {
    return mayBeManifest(path) ? this.heldIn(path) : [path];
  }

  /** The paths of the configurations that a manifest holds; none for any other file. */
  async heldIn(path: string): Promise<readonly string[]> {
    return mayBeManifest(path) ? this.#tomcats.heldIn.get(path) : [];
  }

  /** The path of what stands at an offset of a file: in a manifest that of the configuration there. */
  async pathAt(path: string, offset: number): Promise<string> {
    for (const each of await this.heldIn(path)) {
      const { start, end } = (await this.#tomcats.blockOf(each)) ?? NOWHERE;
      if (start <= offset && offset <= end) return each;
    }
    return path;
  }

  /** The present state of a file; undefined as for `fileAt`. */
  snapshot(path: string): Promise<Snapshot | undefined> {
    return this.#snapshot.get(path);
  }

  /** A Tomcat that a launch gives a file of its folder for its conf/context.xml. */
  async #nodeGivenTo(path: string, read: Read): Promise<TomcatNode | undefined> {
    const given = await read(this.#tomcats.given, baseOf(path));
    const [server] = given?.context === path ? given.servers : [];
    return server === undefined ? undefined : read(this.#tomcats.node, server);
  }

  async #around(file: ConfigFile, read: Read): Promise<Surroundings> {
    const { kind, path } = file;
    const alone = kind === "cluster" || kind === "container" || (kind === "server" && !asksItsContexts(file));
    const node = alone
      ? undefined
      : ((await read(this.#tomcats.node, serverOf(path))) ?? (await this.#nodeGivenTo(path, read)));
    const server = kind === "server" ? file : node?.server;
    const clustered = server !== undefined && hasCluster(server);
    return {
      // The rules over a node also report findings in its descriptors and contexts.
      ...((kind === "web" || kind === "context" || server === file) && node ? { node } : {}),
      ...(clustered
        ? {
            clusters: (await read(this.#clusterFiles.clusters, await this.#clusterFiles.outside(path, read))).of(
              server,
            ),
          }
        : {}),
    };
  }
}

/** A path relative to a folder; undefined for one that is not below it. */
function pathBelow(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The reader for requests from outside: no derived value depends on what they read. */
const ask: Read = (from, key) => from.get(key);
