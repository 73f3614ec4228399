import { Change } from "../schema/change.ts";
import { DOMAIN_FILTER } from "./classes.ts";
import { ofClass } from "./cluster.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import { activeClusters, type TomcatNode } from "./node.ts";
import type { Start } from "./properties.ts";
import { type Endpoint, type MembershipKind, readSite, type SiteMember, type SiteValues } from "./site-values.ts";
import { onlyStart } from "./starts.ts";
import { canonicalHost, isLoopback, parseIpv4 } from "./values.ts";

/**
 * One Cluster as one Tomcat runs it: what the checks over several nodes compare. What is not knowable reads as
 * undefined.
 */
export class ClusterSite {
  readonly node: TomcatNode;
  readonly cluster: Component;
  /** The Engine or Host it stands in. */
  readonly container: Component;
  #kept: SiteValues | undefined;

  constructor(node: TomcatNode, cluster: Component, container: Component) {
    this.node = node;
    this.cluster = cluster;
    this.container = container;
  }

  get file(): ConfigFile {
    return this.node.server;
  }

  /** Worked out once, because each rule over nodes asks each node. */
  get #values(): SiteValues {
    this.#kept ??= readSite(this.cluster, this.container);
    return this.#kept;
  }

  get channel(): Component | undefined {
    return this.#values.channel;
  }

  get membership(): Component | undefined {
    return this.#values.membership;
  }

  get receiver(): Component | undefined {
    return this.#values.receiver;
  }

  get interceptors(): readonly Component[] {
    return this.#values.interceptors;
  }

  /** The first interceptor of one of these classes. */
  interceptor(...classNames: readonly string[]): Component | undefined {
    return ofClass(this.interceptors, ...classNames)[0];
  }

  get engine(): Component | undefined {
    return this.#values.engine;
  }

  /** The Hosts whose sessions this Cluster replicates. */
  get hosts(): readonly Component[] {
    return this.container.name === "Host" ? [this.container] : this.container.childrenNamed("Host");
  }

  /** True when every class of the stack is Tomcat's own, of this release or of another: nothing in it is a guess. */
  get known(): boolean {
    return this.#values.known;
  }

  /** The cluster's name: that of its Engine or Host where none is written (SimpleTcpCluster.getClusterName). */
  get clusterName(): string | undefined {
    const { cluster, container } = this;
    if (cluster.has("clusterName")) return cluster.text("clusterName");
    return container.has("name") ? container.text("name") : undefined;
  }

  get membershipKind(): MembershipKind {
    return this.#values.membershipKind;
  }

  get staticInterceptor(): Component | undefined {
    return this.#values.staticInterceptor;
  }

  /** The element whose Members are the others: the interceptor or the membership service. */
  get memberList(): Component | undefined {
    return this.#values.memberList;
  }

  /** `228.0.0.4:45564`; undefined where it is not multicast or not knowable. */
  get multicastGroup(): string | undefined {
    return this.#values.multicastGroup;
  }

  /** True when it keeps members of another domain out. */
  get filtersDomain(): boolean {
    return this.interceptor(DOMAIN_FILTER) !== undefined;
  }

  get members(): readonly SiteMember[] {
    return this.#values.members;
  }

  get localMember(): Component | undefined {
    return this.memberList?.child("LocalMember");
  }

  get localId(): string | undefined {
    const { localMember } = this;
    return localMember?.has("uniqueId") ? localMember.text("uniqueId") : undefined;
  }

  /** The service that starts it, where a compose file tells of one. */
  get start(): Start | undefined {
    return onlyStart(this.file);
  }

  /** What others reach it by: its Receiver's address, and the names of its service's only container. */
  get reachedBy(): readonly string[] {
    const { host } = this.endpoint;
    const { start } = this;
    const named = start?.containers === 1 ? [...start.hosts].map(canonicalHost) : [];
    return [...new Set([...(host === undefined ? [] : [host]), ...named])];
  }

  /** Where the Receiver listens. `host` only where the file names one address of the machine. */
  get endpoint(): Endpoint {
    const { endpoint } = this.#values;
    return this.#isOfOthers(endpoint.host) ? { ...endpoint, host: undefined } : endpoint;
  }

  /** True for an address that tells nothing of a container: its own loopback, and what stands in a file of several. */
  #isOfOthers(host: string | undefined): boolean {
    const { start } = this;
    if (host === undefined || !start) return false;
    return (
      isLoopback(host) || (this.run !== undefined && ![...start.hosts].some((each) => canonicalHost(each) === host))
    );
  }

  /** How many ports from its own on the Receiver tries. */
  get portTries(): number | undefined {
    return this.#values.portTries;
  }

  /**
   * The suffix of the node's session ids: empty where there is certainly none, undefined where it cannot be known.
   * Where the Engine has no jvmRoute, the system property `jvmRoute` counts up to 10.0.
   */
  get jvmRoute(): string | undefined {
    const { engine } = this;
    return engine && jvmRouteOf(engine, this.file);
  }

  /**
   * What tells this node from its neighbours, for texts: `node1`, the folder that holds conf, or its service where it
   * shares the file.
   */
  get label(): string {
    const { run } = this;
    if (!run) return nodeLabel(this.file.path);
    return run.containers > 1 ? `${run.containers} × ${run.name}` : run.name;
  }

  /** The service that starts this node with a file that others start with too. */
  get run(): Start | undefined {
    return this.file.reading.properties.run;
  }
}

/** From here on StandardEngine's constructor does not read the system property `jvmRoute`. */
const WITHOUT_ROUTE_PROPERTY = new Change("10.1.0-M17");

/** True where Tomcat takes the system property `jvmRoute` for the route of an Engine that has none. */
export function takesRouteProperty({ version }: ConfigFile): boolean {
  return WITHOUT_ROUTE_PROPERTY.isIn(version) !== true;
}

/** True where an attribute or a system property gives an Engine a route, known or not. */
export function hasJvmRoute(engine: Component, file: ConfigFile): boolean {
  if (engine.has("jvmRoute")) return true;
  return takesRouteProperty(file) && file.reading.properties.system("jvmRoute") !== undefined;
}

/** An Engine's route: empty where there is certainly none, undefined where it cannot be known. */
export function jvmRouteOf(engine: Component, file: ConfigFile): string | undefined {
  if (engine.has("jvmRoute")) return engine.text("jvmRoute");
  if (!takesRouteProperty(file)) return "";
  const { properties } = file.reading;
  if (properties.unread !== undefined) return undefined;
  const property = properties.system("jvmRoute");
  if (property) return property.value;
  return properties.open ? undefined : "";
}

/** `node1` for `…/node1/conf/server.xml`, `server-a.xml` where files of several nodes lie in one folder. */
export function nodeLabel(path: string): string {
  const names = decodeURIComponentSafely(path).split("/");
  // What is saved nowhere yet keeps its scheme, which is of no use to a reader.
  const file = (names.at(-1) ?? path).replace(/^untitled:/, "");
  const folder = names.at(-2) === "conf" ? names.at(-3) : names.at(-2);
  return file.toLowerCase() === "server.xml" && folder ? folder : file;
}

export function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const sites = new WeakMap<TomcatNode, readonly ClusterSite[]>();

/**
 * The Clusters a Tomcat runs, made once. Templates are left out: another tool decides what they say, but for tokens in
 * values (`#ADDRESS#`) of a file that services start with as it is.
 */
export function sitesOf(node: TomcatNode): readonly ClusterSite[] {
  const known = sites.get(node);
  if (known) return known;
  const made = makeSites(node);
  sites.set(node, made);
  return made;
}

function makeSites(node: TomcatNode): readonly ClusterSite[] {
  const { template, document, reading } = node.server;
  // Of what was read in part, what is missing is not known.
  if (document.cutAt !== undefined) return [];
  if (template && (document.signs.templates || !reading.properties.run)) return [];
  return activeClusters(node.server).flatMap((cluster) =>
    cluster.parent ? [new ClusterSite(node, cluster, cluster.parent)] : [],
  );
}

/** True when both texts are plain IPv4 addresses, which can be compared; names resolve in ways no file shows. */
export function comparable(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && parseIpv4(one) !== undefined && parseIpv4(other) !== undefined;
}
