import { type AtLeastOne, groupBy } from "../base/group-by.ts";
import type { Localized } from "../base/localized.ts";
import { DOMAIN_FILTER } from "./classes.ts";
import type { ClusterSite } from "./site.ts";
import { DEFAULT_GROUP, type Endpoint, type MembershipKind } from "./site-values.ts";

/** What grouping needs of one Cluster of one Tomcat, as plain data that may cross from one thread to another. */
export interface SiteKey {
  /** The server.xml. */
  readonly path: string;
  /** Which of the Clusters in that file, from 0. */
  readonly index: number;
  /** The service that starts this node, where several nodes start with the file. */
  readonly run: string | undefined;
  /** How many containers are made of it. */
  readonly containers: number;
  /** The networks of a compose file that it is in, as keys to compare. */
  readonly networks: readonly string[];
  readonly kind: MembershipKind;
  readonly multicastGroup: string | undefined;
  /** Written clusterName, and the domain a filter lets in: sites that share a group but not these are kept apart. */
  readonly apart: string;
  readonly endpoint: Endpoint;
  /** What others reach it by. */
  readonly hosts: readonly string[];
  readonly members: readonly Endpoint[];
  /** `Engine`, or `Host` with its name: which Clusters of sibling folders belong together. */
  readonly place: string;
}

/** Sites that belong together, and what tells so. */
export interface SiteGroup<Site> {
  readonly name: string;
  readonly how: Localized;
  /** True when a configuration file names it. */
  readonly configured: boolean;
  readonly sites: readonly Site[];
}

/** A group by the places of its Clusters, as plain data that stands for itself. */
export type PathGroup = SiteGroup<Pick<SiteKey, "path" | "index" | "run">>;

/** A cluster that a configuration file names: its name, and whether a server.xml is one of its nodes. */
export interface NamedCluster {
  readonly name: string;
  readonly has: (path: string) => boolean;
}

const keys = new WeakMap<ClusterSite, SiteKey>();

/** The key of one of a node's Clusters, made once. */
export function siteKey(site: ClusterSite, index: number): SiteKey {
  const known = keys.get(site);
  if (known) return known;
  const made = makeKey(site, index);
  keys.set(site, made);
  return made;
}

function makeKey(site: ClusterSite, index: number): SiteKey {
  const { cluster, container } = site;
  const filter = site.interceptor(DOMAIN_FILTER);
  const name = cluster.has("clusterName") ? cluster.effective("clusterName") : "";
  const domain = filter ? (filter.effective("domain") ?? "?") : "";
  return {
    path: site.file.path,
    index,
    kind: site.membershipKind,
    multicastGroup: site.multicastGroup,
    apart: `${name ?? "?"} ${domain}`,
    endpoint: site.endpoint,
    hosts: site.reachedBy,
    run: site.run?.name,
    containers: site.start?.containers ?? 1,
    networks: [...(site.start?.networks ?? [])],
    members: site.members.map(({ host, port }) => ({ host, port })),
    place: container.name === "Engine" ? "Engine" : `Host ${container.effective("name") ?? "?"}`,
  };
}

/** A node's only server.xml. */
const OWN_FOLDER = /(^|\/)server\.xml$/i;

const GROUPING = {
  configured: { en: "named in .tomcat-cluster.json", ko: ".tomcat-cluster.json에 적혀 있음" },
  group: { en: "same multicast group", ko: "같은 멀티캐스트 그룹" },
  members: { en: "static members name each other", ko: "정적 멤버로 서로를 가리킴" },
  services: { en: "services of one compose file", ko: "한 compose 파일의 서비스" },
  folders: { en: "neighbouring folders", ko: "나란한 폴더" },
} satisfies Record<string, Localized>;
type Reason = keyof typeof GROUPING;

/**
 * Sorts Clusters into those that belong together: first as a configuration file says; then by a multicast group of
 * their own, by static members that name each other, by services of one compose file that hear each other, by sibling
 * folders (`node1/conf`, `node2/conf`). The Clusters of one Tomcat are no group.
 */
export function groupSites<Site>(
  sites: readonly Site[],
  keyOf: (site: Site) => SiteKey,
  named: readonly NamedCluster[] = [],
): readonly SiteGroup<Site>[] {
  const nodes = sites.map((site, index) => {
    const key = keyOf(site);
    return new Placed(
      site,
      key,
      index,
      named.find(({ has }) => has(key.path)),
    );
  });
  const unite = ([first, ...others]: AtLeastOne<Placed<Site>>, reason: Reason) => {
    // One service may be several nodes.
    for (const other of others.length > 0 ? others : [first]) first.unite(other, reason);
  };
  const free = nodes.filter(({ owner }) => owner === undefined);
  for (const together of buckets(nodes, ({ owner }) => owner)) unite(together, "configured");
  for (const together of buckets(free, ({ key }) => groupOf(key))) unite(together, "group");
  uniteByMembers(free);
  uniteServices(free, unite);
  const several = new Set(nodes.flatMap(({ key }) => (key.index > 0 ? [key.path] : [])));
  for (const together of buckets(free, ({ key }) => folderFamily(key, several.has(key.path)))) {
    if (believable(together.map(({ key }) => key.path))) unite(together, "folders");
  }
  return [...groupBy(nodes, (node) => node.root)].flatMap(([{ key, owner, reasons }, members]) => {
    if (!owner && nodesIn(members.map((each) => each.key)) < 2) return [];
    return [
      {
        name: owner?.name ?? nameOf(key, members.at(-1)?.key ?? key),
        how: describe(owner ? new Set<Reason>(["configured"]) : reasons),
        configured: owner !== undefined,
        sites: members.map(({ site }) => site),
      },
    ];
  });
}

/** A site in the set of those it belongs with (union-find): the first of a set is its root and knows the reasons. */
class Placed<Site> {
  readonly site: Site;
  readonly key: SiteKey;
  readonly owner: NamedCluster | undefined;
  /** Why the set belongs together; kept at the root. */
  reasons: ReadonlySet<Reason> = new Set();
  readonly #index: number;
  /** An earlier site of the same set; none of the root. */
  #before: Placed<Site> | undefined;

  constructor(site: Site, key: SiteKey, index: number, owner: NamedCluster | undefined) {
    this.site = site;
    this.key = key;
    this.#index = index;
    this.owner = owner;
  }

  get root(): Placed<Site> {
    let root: Placed<Site> = this;
    while (root.#before) root = root.#before;
    // Each site on the way is attached to the root, so that a long chain is walked only once.
    for (let each: Placed<Site> = this; each.#before; ) {
      const before: Placed<Site> = each.#before;
      each.#before = root;
      each = before;
    }
    return root;
  }

  unite(other: Placed<Site>, reason: Reason): void {
    const [here, there] = [this.root, other.root];
    const [first, second] = here.#index <= there.#index ? [here, there] : [there, here];
    first.reasons = new Set([...here.reasons, reason, ...there.reasons]);
    if (second !== first) second.#before = first;
  }
}

/** How many nodes some Clusters are in. */
function nodesIn(keys: readonly SiteKey[]): number {
  const byNode = new Map(keys.map(({ path, run = "", containers }) => [`${path} ${run}`, containers]));
  return [...byNode.values()].reduce((sum, containers) => sum + containers, 0);
}

function describe(reasons: ReadonlySet<Reason>): Localized {
  const texts = [...reasons].map((reason) => GROUPING[reason]);
  return { en: texts.map(({ en }) => en).join(", "), ko: texts.map(({ ko }) => ko).join(", ") };
}

/** Words of machines, which tell no cluster from another. */
const MACHINE = /^(?:vm|vps|box|host|machine|instance|node|server|srv|tomcat|ip|.)$/i;

/** A name that is written, else the multicast group, else what the folders share; of machines the first and the last. */
function nameOf(key: SiteKey, last: SiteKey): string {
  const clusterName = key.apart.split(" ")[0];
  if (clusterName && clusterName !== "?") return clusterName;
  if (key.multicastGroup !== undefined) return key.multicastGroup;
  const folder = key.run ?? folderOf(key.path);
  const stem = family(folder)?.stem.split("/").at(-1);
  if (stem === undefined || !MACHINE.test(stem)) return stem ?? folder;
  return [folder, last.run ?? folderOf(last.path)].map((each) => each.slice(each.lastIndexOf("/") + 1)).join("–");
}

/** Items under one key, several at least; items without a key are left out. */
function buckets<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): readonly AtLeastOne<Item>[] {
  return [...groupBy(items, keyOf)].flatMap(([key, bucket]) =>
    key === undefined || bucket.length < 2 ? [] : [bucket],
  );
}

/**
 * The multicast group, where it is not the default one, which a file without any has. Files beside each other
 * in a folder, `server-simple.xml` and `server-backup.xml`, are more often versions of one node than nodes. Services that
 * share a file hear each other where they share a network.
 */
function groupOf({ path, multicastGroup, apart, run }: SiteKey): string | undefined {
  if (run !== undefined) return undefined;
  if (multicastGroup === undefined || multicastGroup === DEFAULT_GROUP || !OWN_FOLDER.test(path)) return undefined;
  return `${multicastGroup} ${apart}`;
}

/** One lists the other with host and port. */
function uniteByMembers<Site>(nodes: readonly Placed<Site>[]): void {
  const reached = nodes
    .filter(({ key }) => key.kind !== "multicast")
    .flatMap((node) => node.key.hosts.map((host) => ({ node, host })));
  const byAddress = groupBy(reached, ({ node, host }) => addressOf({ host, port: node.key.endpoint.port }));
  for (const node of nodes) {
    for (const member of node.key.members) {
      const address = addressOf(member);
      const [there, another] = (address !== undefined && byAddress.get(address)) || [];
      // Two networks may use the same private address, and no file tells which one is meant.
      if (there && !another && there.node !== node) node.unite(there.node, "members");
    }
  }
}

/**
 * Services in one network of a compose file: those that start with one file, and those that announce themselves in one
 * multicast group, the default one too.
 */
function uniteServices<Site>(
  nodes: readonly Placed<Site>[],
  unite: (together: AtLeastOne<Placed<Site>>, reason: Reason) => void,
): void {
  const entries = nodes.flatMap((node) =>
    node.key.networks.flatMap((network) => servicesKeys(node.key).map((key) => ({ node, key: `${network} ${key}` }))),
  );
  for (const together of groupBy(entries, ({ key }) => key).values()) {
    const [{ node: first }, ...others] = together;
    if (others.length > 0 || first.key.containers > 1) unite([first, ...others.map(({ node }) => node)], "services");
  }
}

function servicesKeys({ path, index, kind, multicastGroup, apart, run }: SiteKey): readonly string[] {
  const group = multicastGroup === undefined ? [] : [`${multicastGroup} ${apart}`];
  return run === undefined ? group : [...group, `${path} ${index} ${kind} ${multicastGroup} ${apart}`];
}

/** Undefined where the host or the port is not known. */
function addressOf({ host, port }: Endpoint): string | undefined {
  return host === undefined || port === undefined ? undefined : `${host}:${port}`;
}

/** The folder a node is, or its file's path without `.xml` where several nodes lie in one folder. */
function folderOf(path: string): string {
  if (!OWN_FOLDER.test(path)) return path.replace(/\.xml$/i, "");
  return path.replace(/(\/conf)?\/[^/]*$/, "");
}

/** `…/node` and `2` for `…/node-2`: what siblings share, and what tells them apart. */
function family(folder: string): { readonly stem: string; readonly mark: string } | undefined {
  const match = /^(.*[^/\d])(\d{1,4})$/.exec(folder) ?? /^(.*[-_.])([a-z])$/i.exec(folder);
  return match ? { stem: (match[1] ?? "").replace(/[-_.]$/, ""), mark: match[2] ?? "" } : undefined;
}

/** A node with several Clusters has one in each of several clusters: there the place tells which. */
function folderFamily(key: SiteKey, several: boolean): string | undefined {
  const found = key.run === undefined ? family(folderOf(key.path)) : undefined;
  return found && `${found.stem} ${several ? key.place : ""}`;
}

/** Numbers that Tomcat's own lines bear are versions more often than nodes: tomcat9, tomcat10. */
function believable(paths: readonly string[]): boolean {
  const found = paths.map((path) => family(folderOf(path)));
  const versions = found.every(
    (each) => each && /(tomcat|tc|catalina)$/i.test(each.stem) && /^([5-9]|1[01]|[78]5)$/.test(each.mark),
  );
  return !versions;
}
