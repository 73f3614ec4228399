import type { Line } from "../schema/lines.ts";

/** How the nodes find each other; `kubernetes` and `dns` ask the Kubernetes API or its DNS. */
export const MEMBERSHIPS = ["multicast", "static", "kubernetes", "dns"] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

/** `sync`: a request waits until the other nodes have its changes; `async`: it does not. */
export const SENDINGS = ["sync", "async"] as const;
export type Sending = (typeof SENDINGS)[number];

/** `delta` keeps each session on all nodes, `backup` on two. */
export const MANAGERS = ["delta", "backup"] as const;
export type ManagerKind = (typeof MANAGERS)[number];

/** The load balancers for which a configuration can be written. */
export const BALANCERS = ["httpd", "mod_jk", "nginx", "haproxy"] as const;
export type BalancerKind = (typeof BALANCERS)[number];

/** The TCP ports one node listens on. */
export interface Ports {
  readonly shutdown: number;
  readonly http: number;
  readonly receiver: number;
  /** Opened where mod_jk is in front. */
  readonly ajp: number;
}

export interface NodePlan {
  /** Also its jvmRoute and the name of its folder. */
  readonly name: string;
  /** The IPv4 address, or a name for it, at which the other nodes reach it. */
  readonly host: string;
  readonly ports: Ports;
}

/** A cluster as the user wants it. */
export interface ClusterPlan {
  readonly line: Line;
  /** In Kubernetes a single one, which stands for all pods. */
  readonly nodes: readonly NodePlan[];
  readonly membership: Membership;
  readonly sending: Sending;
  readonly manager: ManagerKind;
  /** A random key of 256 bits as 64 hexadecimal digits; undefined for a cluster without encryption. */
  readonly encryptionKey: string | undefined;
  /** The headless Service whose name the DNS provider looks up; the other memberships have none. */
  readonly service: string | undefined;
  /** The load balancer to write a configuration for. */
  readonly balancer?: BalancerKind | undefined;
  /** What mod_jk tells each node with its requests; only where it is in front. */
  readonly ajpSecret?: string;
}

/** True where Kubernetes supplies the members, so that no node has an address yet. */
export function isCloud({ membership }: { readonly membership: Membership }): boolean {
  return membership === "kubernetes" || membership === "dns";
}

/** The distance between the ports of two nodes on one machine; larger than that between any two ports of one node. */
const NEXT_ON_HOST = 100;
/** Tomcat's default ports. */
const FIRST: Ports = { shutdown: 8005, http: 8080, receiver: 4000, ajp: 8009 };

/** Nodes at these addresses, with Tomcat's default ports; further nodes on one machine get other ports. */
export function nodesAt(hosts: readonly string[]): readonly NodePlan[] {
  return hosts.map((host, index) => {
    const before = hosts.slice(0, index).filter((other) => other === host).length;
    const shift = before * NEXT_ON_HOST;
    const { shutdown, http, receiver, ajp } = FIRST;
    return {
      name: `node${index + 1}`,
      host,
      ports: { shutdown: shutdown + shift, http: http + shift, receiver: receiver + shift, ajp: ajp + shift },
    };
  });
}

/** The property that holds the key; server.xml refers to it as `${cluster.key}`. */
export const KEY_PROPERTY = "cluster.key";
/** The property that holds what mod_jk has to tell; the AJP Connector refers to it. */
export const AJP_SECRET_PROPERTY = "ajp.secret";

export interface MulticastGroup {
  readonly address: string;
  readonly port: number;
}

/**
 * A multicast group derived from the nodes' addresses, so that two clusters are unlikely to share it, in the range for
 * one site (239.255.0.0/16, RFC 2365). All Tomcats with the default group join each other.
 */
export function multicastGroup(nodes: readonly NodePlan[]): MulticastGroup {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const letter of nodes.map(({ host, ports }) => `${host}:${ports.receiver}`).join()) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }
  const host = ((hash >>> 8) % 254) + 1;
  return { address: `239.255.${hash & 0xff}.${host}`, port: 45564 };
}

/** The id of a static member: 16 bytes, of which the last counts the nodes from 1. */
export function uniqueIdOf(index: number): string {
  return `{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,${index + 1}}`;
}

/** The highest number of nodes that the last byte of an id can count. */
export const MOST_NODES = 100;
