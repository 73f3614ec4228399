import { DOMAIN_FILTER, MCAST_SERVICE, STATIC_MEMBERSHIP, STATIC_SERVICE } from "./classes.ts";
import { interceptorsOf, ofClass, startOptionsOf } from "./cluster.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import { activeClusters, type TomcatNode } from "./node.ts";
import { START } from "./options.ts";
import { canonicalHost, parseIpv4 } from "./values.ts";

/** How a node finds the others; `unknown` where the file does not tell. */
export type MembershipKind = "multicast" | "static" | "static-service" | "cloud" | "none" | "unknown";

/** A Receiver's or Member's address: each part undefined where it is not knowable. */
export interface Endpoint {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

export interface SiteMember extends Endpoint {
  readonly component: Component;
  readonly uniqueId: string | undefined;
}

/** Addresses that say nothing of the machine they are on. */
const NOWHERE = /^(auto|0\.0\.0\.0|::|\[::\]|0:0:0:0:0:0:0:0)$/;

/**
 * One Cluster as one Tomcat runs it: what the checks over several nodes compare. What is not knowable reads as
 * undefined.
 */
export class ClusterSite {
  readonly node: TomcatNode;
  readonly cluster: Component;
  /** The Engine or Host it stands in. */
  readonly container: Component;

  constructor(node: TomcatNode, cluster: Component, container: Component) {
    this.node = node;
    this.cluster = cluster;
    this.container = container;
  }

  get file(): ConfigFile {
    return this.node.server;
  }

  get channel(): Component | undefined {
    return this.cluster.child("Channel");
  }

  get membership(): Component | undefined {
    return this.channel?.child("Membership");
  }

  get receiver(): Component | undefined {
    return this.channel?.child("Receiver");
  }

  get interceptors(): readonly Component[] {
    return interceptorsOf(this.cluster);
  }

  /** The first interceptor of one of these classes. */
  interceptor(...classNames: readonly string[]): Component | undefined {
    return ofClass(this.interceptors, ...classNames)[0];
  }

  get engine(): Component | undefined {
    return this.container.name === "Engine" ? this.container : this.container.ancestor("Engine");
  }

  /** The Hosts whose sessions this Cluster replicates. */
  get hosts(): readonly Component[] {
    return this.container.name === "Host" ? [this.container] : this.container.childrenNamed("Host");
  }

  /** True when Tomcat knows every class of the stack, so that nothing in it is a guess. */
  get known(): boolean {
    const { channel } = this;
    if (this.cluster.type === undefined) return false;
    return channel === undefined || [channel, ...channel.children.filter(({ read }) => read)].every(({ type }) => type);
  }

  /** The cluster's name: that of its Engine or Host where none is written (SimpleTcpCluster.getClusterName). */
  get clusterName(): string | undefined {
    const { cluster, container } = this;
    if (cluster.has("clusterName")) return cluster.text("clusterName");
    return container.has("name") ? container.text("name") : undefined;
  }

  get membershipKind(): MembershipKind {
    const options = startOptionsOf(this.cluster);
    if (!this.known || options === undefined) return "unknown";
    const className = this.membership?.className ?? MCAST_SERVICE;
    if (this.staticInterceptor) {
      // Both at once is possible: then the file does not tell how the node finds the others.
      return options & START.membership && className === MCAST_SERVICE ? "unknown" : "static";
    }
    if ((options & START.membership) === 0) return "none";
    if (className === MCAST_SERVICE) return options & START.memberReceiver ? "multicast" : "unknown";
    if (className === STATIC_SERVICE) return "static-service";
    return className.includes(".cloud.") ? "cloud" : "unknown";
  }

  get staticInterceptor(): Component | undefined {
    return ofClass(this.interceptors, STATIC_MEMBERSHIP).at(-1);
  }

  /** The element whose Members are the others: the interceptor or the membership service. */
  get memberList(): Component | undefined {
    return this.staticInterceptor ?? (this.membership?.className === STATIC_SERVICE ? this.membership : undefined);
  }

  /** `228.0.0.4:45564`; undefined where it is not multicast or not knowable. */
  get multicastGroup(): string | undefined {
    if (this.membershipKind !== "multicast") return undefined;
    const { membership } = this;
    if (!membership) return DEFAULT_GROUP;
    const address = membership.effective("address") ?? (membership.has("address") ? undefined : "228.0.0.4");
    const port = membership.number("port") ?? (membership.has("port") ? undefined : 45564);
    return address === undefined || port === undefined ? undefined : `${address}:${port}`;
  }

  /** True when it keeps members of another domain out. */
  get filtersDomain(): boolean {
    return this.interceptor(DOMAIN_FILTER) !== undefined;
  }

  get members(): readonly SiteMember[] {
    const list = this.memberList;
    return (list?.childrenNamed("Member") ?? []).map((component) => ({
      component,
      host: memberHost(component),
      port: component.number("port"),
      uniqueId: component.effective("uniqueId"),
    }));
  }

  get localMember(): Component | undefined {
    return this.memberList?.child("LocalMember");
  }

  get localId(): string | undefined {
    const { localMember } = this;
    return localMember?.has("uniqueId") ? localMember.text("uniqueId") : undefined;
  }

  /** Where the Receiver listens. `host` only where the file names one address of the machine. */
  get endpoint(): Endpoint {
    const { receiver } = this;
    if (!receiver) return { host: undefined, port: this.known ? 4000 : undefined };
    const address = receiver.has("address") ? receiver.text("address") : undefined;
    return {
      host: address === undefined || NOWHERE.test(address) ? undefined : canonicalHost(address),
      port: receiver.number("port"),
    };
  }

  /** How many ports from its own on the Receiver tries. */
  get portTries(): number | undefined {
    const { receiver } = this;
    return receiver ? receiver.number("autoBind") : 100;
  }

  /**
   * What the node's session ids end in: empty where it surely has none, undefined where it cannot be known. Where the
   * Engine says nothing, the system property `jvmRoute` counts (StandardEngine's constructor, all lines).
   */
  get jvmRoute(): string | undefined {
    const { engine } = this;
    return engine && jvmRouteOf(engine, this.file);
  }

  /** What tells this node from its neighbours, for texts: `node1`, the folder that holds conf. */
  get label(): string {
    return nodeLabel(this.file.path);
  }
}

/** True where something gives an Engine a route, known or not. */
export function hasJvmRoute(engine: Component, { reading }: ConfigFile): boolean {
  return engine.has("jvmRoute") || reading.properties.system("jvmRoute") !== undefined;
}

/** The route an Engine has: empty where it surely has none, undefined where it cannot be known. */
export function jvmRouteOf(engine: Component, { reading: { properties } }: ConfigFile): string | undefined {
  if (engine.has("jvmRoute")) return engine.text("jvmRoute");
  if (properties.unread !== undefined) return undefined;
  const property = properties.system("jvmRoute");
  return property ? property.value : "";
}

function memberHost(member: Component): string | undefined {
  const host = member.effective("host");
  return host === undefined ? undefined : canonicalHost(host);
}

/** Where McastService meets others when nothing is written. */
export const DEFAULT_GROUP = "228.0.0.4:45564";

/** `node1` for `…/node1/conf/server.xml`, `server-a.xml` where files of several nodes lie in one folder. */
export function nodeLabel(path: string): string {
  const names = decodeURIComponentSafely(path).split("/");
  const file = names.at(-1) ?? path;
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

/** The Clusters a Tomcat runs, made once. Templates are left out: another tool decides what they say. */
export function sitesOf(node: TomcatNode): readonly ClusterSite[] {
  const known = sites.get(node);
  if (known) return known;
  const made = makeSites(node);
  sites.set(node, made);
  return made;
}

function makeSites(node: TomcatNode): readonly ClusterSite[] {
  if (node.server.template) return [];
  return activeClusters(node.server).flatMap((cluster) =>
    cluster.parent ? [new ClusterSite(node, cluster, cluster.parent)] : [],
  );
}

/** True when both texts are plain IPv4 addresses, which can be compared; names resolve in ways no file shows. */
export function comparable(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && parseIpv4(one) !== undefined && parseIpv4(other) !== undefined;
}
