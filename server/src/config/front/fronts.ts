import { groupBy } from "../../base/group-by.ts";
import type { Balancer, BalancerMember, FrontFile } from "../../front/model.ts";
import { type ClusterSite, nodeLabel } from "../site.ts";
import { canonicalHost, isLoopback, parseIpv4 } from "../values.ts";
import { connectorAt, connectorsOf } from "./connectors.ts";

/**
 * What tells which node a member is: its host (and, of several nodes on one machine, the port); its route, which is one
 * node's jvmRoute; or that it is the only member left for the only node left.
 */
export type BackendEvidence = "address" | "route" | "rest";

/** A member of a balancer, and the node that answers there. */
export interface Backend {
  readonly member: BalancerMember;
  /** Undefined where nothing tells. */
  readonly site: ClusterSite | undefined;
  readonly evidence: BackendEvidence | undefined;
}

/** A balancer in front of nodes of one cluster: at least one of its members is known to be one of them. */
export interface Front {
  readonly file: FrontFile;
  readonly balancer: Balancer;
  readonly backends: readonly Backend[];
}

/**
 * Clusters, each with the balancers of some files that are in front of its nodes. One that could be in front of
 * several is given to the one it names by address; among those, to the one whose files are nearest; else to none.
 */
export function withFronts<Cluster extends { readonly sites: readonly ClusterSite[] }>(
  clusters: readonly Cluster[],
  files: readonly FrontFile[],
): readonly (Cluster & { readonly fronts: readonly Front[]; readonly mounting: readonly FrontFile[] })[] {
  const found = clusters.map((cluster) => ({ ...cluster, fronts: [] as Front[], mounting: NO_FILES }));
  if (files.length === 0) return found;
  const byName = new Map<string, Set<Candidate>>();
  for (const { sites, fronts } of found) {
    const candidate = { nodes: new Nodes(sites), fronts };
    for (const name of candidate.nodes.names()) addTo(byName, name, candidate);
  }
  for (const file of files) {
    for (const balancer of file.balancers) {
      const candidates = [...namedBy(balancer, byName)].flatMap(({ nodes, fronts }) => {
        const backends = nodes.backendsOf(balancer);
        if (!backends.some(({ site }) => site)) return [];
        return [{ fronts, backends, rank: nodes.rankOf(backends, file) }];
      });
      const best = Math.max(...candidates.map(({ rank }) => rank));
      const chosen = only(candidates.filter(({ rank }) => rank === best));
      if (chosen) chosen.fronts.push({ file, balancer, backends: chosen.backends });
    }
  }
  const mounting = mountingFiles(files);
  for (const cluster of mounting.length > 0 ? found : []) {
    if (cluster.fronts.some(({ file }) => file.workers)) cluster.mounting = mounting;
  }
  return found;
}

/** The nodes of a cluster that a balancer may be in front of, and the balancers that are. */
interface Candidate {
  readonly nodes: Nodes;
  readonly fronts: Front[];
}

const NO_FILES: readonly FrontFile[] = [];

/**
 * The files that say what goes to the workers of the only workers.properties among some files. Where there are several,
 * or workers in httpd's own files, it is not known which are meant.
 */
function mountingFiles(files: readonly FrontFile[]): readonly FrontFile[] {
  const [workers, another] = files.filter(({ product }) => product === "mod_jk");
  if (!workers?.workers || another || files.some(({ mounts }) => mounts?.ownWorkers)) return NO_FILES;
  const name = workers.path.slice(workers.path.lastIndexOf("/") + 1);
  return files.filter(({ mounts }) => mounts && (mounts.from === undefined || mounts.from === name));
}

/** Where more clusters than these match a balancer, none of them is taken for its cluster. */
const MOST_CANDIDATES = 200;

/** The clusters with a node that a member of a balancer may be. */
function namedBy({ members }: Balancer, byName: ReadonlyMap<string, ReadonlySet<Candidate>>): ReadonlySet<Candidate> {
  const named = new Set<Candidate>();
  for (const name of new Set(members.flatMap(namesOf))) {
    for (const candidate of byName.get(name) ?? []) {
      named.add(candidate);
      if (named.size > MOST_CANDIDATES) return NO_CLUSTERS;
    }
  }
  return named;
}

const NO_CLUSTERS: ReadonlySet<Candidate> = new Set();

/** True where two lists have the same balancers; their backends then differ only where the nodes do. */
export function sameFronts(one: readonly Front[], other: readonly Front[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ file, balancer }, index) => file === other[index]?.file && balancer === other[index]?.balancer)
  );
}

/** All that a member may be known by, as `Nodes.names` writes it. */
function namesOf({ host, port, route }: BalancerMember): readonly string[] {
  const names: string[] = [];
  if (host?.text !== undefined) {
    const name = canonicalHost(host.text).toLowerCase();
    names.push(`host ${name}`, `host ${shortName(name)}`);
    if (isLoopback(name)) names.push(`port ${port?.number}`);
    if (port) names.push(`published ${port.number}`);
  }
  if (route?.text) names.push(`route ${route.text}`);
  return names;
}

/** The first part of a domain name, which is a machine's own name. */
function shortName(host: string): string {
  return parseIpv4(host) ? host : (host.split(".")[0] ?? host);
}

/** Nodes by what a balancer may name them by; those of several Clusters in one Tomcat are one node. */
class Nodes {
  readonly #sites: readonly ClusterSite[];
  readonly #byHost = new Map<string, Set<ClusterSite>>();
  readonly #byPort = new Map<number, Set<ClusterSite>>();
  /** By ports of the machines that containers run on. */
  readonly #byPublished = new Map<number, Set<ClusterSite>>();
  readonly #byRoute: ReadonlyMap<string | undefined, readonly ClusterSite[]>;

  /** All that a node's file is in. */
  #folders: ReadonlySet<string> | undefined;

  constructor(sites: readonly ClusterSite[]) {
    this.#sites = [...groupBy(sites, ({ file }) => file)].map(([, [first]]) => first);
    this.#byRoute = groupBy(this.#sites, ({ jvmRoute }) => jvmRoute || undefined);
    for (const site of this.#sites) {
      for (const host of hostsOf(site)) addTo(this.#byHost, host, site);
      for (const { port } of connectorsOf(site)) if (port !== undefined) addTo(this.#byPort, port, site);
      for (const [outside, inside] of site.start?.published ?? []) {
        if (connectorAt(site, inside)) addTo(this.#byPublished, outside, site);
      }
    }
  }

  *names(): Generator<string> {
    for (const host of this.#byHost.keys()) yield `host ${host}`;
    for (const port of this.#byPort.keys()) yield `port ${port}`;
    for (const port of this.#byPublished.keys()) yield `published ${port}`;
    for (const route of this.#byRoute.keys()) if (route !== undefined) yield `route ${route}`;
  }

  backendsOf({ members }: Balancer): readonly Backend[] {
    const onOneMachine = areOnOneMachine(members);
    const backends = members.map((member): Backend => {
      const site = this.#byAddress(member) ?? this.#byPublishedPort(member, onOneMachine);
      if (site) return { member, site, evidence: "address" };
      const [named, another] = this.#byRoute.get(member.route?.text || "-") ?? [];
      return named && !another
        ? { member, site: named, evidence: "route" }
        : { member, site: undefined, evidence: undefined };
    });
    return this.#withRest(backends);
  }

  /** Higher where a node is known by its address, then by how many folders a node's path and the balancer's share. */
  rankOf(backends: readonly Backend[], { path }: FrontFile): number {
    this.#folders ??= new Set(this.#sites.flatMap(({ file }) => foldersOf(file.path)));
    const folders = foldersOf(path);
    const apart = folders.findIndex((folder) => !this.#folders?.has(folder));
    const shared = apart < 0 ? folders.length : apart;
    return (backends.some(({ evidence }) => evidence === "address") ? 1000 : 0) + shared;
  }

  #byAddress({ host, port }: BalancerMember): ClusterSite | undefined {
    if (host?.text === undefined) return undefined;
    const name = canonicalHost(host.text).toLowerCase();
    const there = this.#byHost.get(name) ?? this.#byHost.get(shortName(name)) ?? NOWHERE;
    if (there.size === 1) return onlyOf(there);
    const answering = (port?.number === undefined ? undefined : this.#byPort.get(port.number)) ?? NOWHERE;
    if (there.size > 1) return onlyInBoth(there, answering);
    // On the balancer's own machine the port is all that tells the nodes apart.
    return isLoopback(name) ? onlyOf(answering) : undefined;
  }

  /**
   * A port of the balancer's own machine that only one container publishes; of another machine where all members are
   * such ports.
   */
  #byPublishedPort({ host, port }: BalancerMember, onOneMachine: boolean): ClusterSite | undefined {
    if (host?.text === undefined || port === undefined) return undefined;
    const name = canonicalHost(host.text).toLowerCase();
    const there = isLoopback(name) || DOCKER_HOST.has(name) || onOneMachine;
    return there ? onlyOf(this.#byPublished.get(port.number) ?? NOWHERE) : undefined;
  }

  /** With one member and one node left over, they belong together if that node answers at the member's port. */
  #withRest(backends: readonly Backend[]): readonly Backend[] {
    const taken = new Set(backends.flatMap(({ site }) => site ?? []));
    if (taken.size !== this.#sites.length - 1 || backends.length !== this.#sites.length) return backends;
    const site = this.#sites.find((each) => !taken.has(each));
    const left = backends.filter((each) => !each.site);
    const [{ member } = { member: undefined }] = left;
    if (!site || !member || left.length !== 1) return backends;
    if (!connectorsOf(site).some(({ port }) => port !== undefined && port === member.port?.number)) return backends;
    return backends.map((each) => (each.site ? each : { member: each.member, site, evidence: "rest" }));
  }
}

/** What a container calls the machine it runs on. */
const DOCKER_HOST: ReadonlySet<string> = new Set(["host.docker.internal", "gateway.docker.internal"]);

/** True for several members with one host and a port each. */
function areOnOneMachine(members: readonly BalancerMember[]): boolean {
  const hosts = new Set(members.map(({ host }) => host?.text));
  const ports = new Set(members.map(({ port }) => port?.number));
  return members.length > 1 && hosts.size === 1 && !hosts.has(undefined) && ports.size === members.length;
}

/** `a/`, `a/b/` and the path itself for `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const found: string[] = [];
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1))
    found.push(path.slice(0, slash + 1));
  return [...found, path];
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

const NOWHERE: ReadonlySet<ClusterSite> = new Set();

function onlyOf<Item>(items: ReadonlySet<Item>): Item | undefined {
  const [first] = items;
  return items.size === 1 ? first : undefined;
}

/** The only item two sets share; looks for it in the larger one, and for no third. */
function onlyInBoth<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): Item | undefined {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let found: Item | undefined;
  for (const item of few) {
    if (!many.has(item)) continue;
    if (found !== undefined) return undefined;
    found = item;
  }
  return found;
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Addresses that do not identify a machine. */
const EVERYWHERE = /^(?:|0\.0\.0\.0|::|\[::\])$/;
/** Names of folders that do not name a node. */
const NO_NAMES = new Set(["conf", "tomcat", "base", "src", "config", "localhost"]);

/**
 * The addresses and names a node is known under: those of its Receiver, its Connectors and its service, and its folder's
 * name.
 */
function hostsOf(site: ClusterSite): ReadonlySet<string> {
  const hosts = new Set<string>();
  const add = (host: string | undefined) => {
    if (host !== undefined && !isLoopback(host) && !EVERYWHERE.test(host)) hosts.add(canonicalHost(host).toLowerCase());
  };
  add(site.endpoint.host);
  for (const { component } of connectorsOf(site)) if (component.has("address")) add(component.text("address"));
  for (const host of site.start?.hosts ?? []) add(host);
  if (site.run) return hosts;
  const label = nodeLabel(site.file.path).toLowerCase();
  if (!NO_NAMES.has(label) && !label.includes(".")) add(label);
  return hosts;
}
