import type { Range } from "../base/lines.ts";
import type { MembershipKind } from "../config/site-values.ts";
import type { Severity } from "../rules/rule.ts";

/**
 * A cluster as a picture shows it: plain data in one language, which can be sent to an editor or printed. Numbers that
 * name nodes are indices into `nodes`.
 */
export interface Topology {
  readonly name: string;
  /** Why the nodes belong together. */
  readonly how: string;
  readonly nodes: readonly TopologyNode[];
  /** Nodes that find each other by one kind of membership; every node is in exactly one group. */
  readonly groups: readonly TopologyGroup[];
  /** The links between nodes: which node lists which as a static member, and which cannot reach which and why. */
  readonly links: readonly TopologyLink[];
  /** Listed addresses that belong to no node here. */
  readonly strangers: readonly TopologyStranger[];
  /** The load balancers in front of the nodes. */
  readonly fronts: readonly TopologyFront[];
}

/** A balancer, and the way from it to each of its members. */
export interface TopologyFront {
  /** The balancer's own name. */
  readonly name: string;
  /** `Apache httpd`, `mod_jk`, `nginx` or `HAProxy`. */
  readonly product: string;
  readonly place: Place;
  readonly members: readonly TopologyMember[];
  /** Problems of the whole balancer. */
  readonly problems: readonly TopologyProblem[];
}

export interface TopologyMember {
  /** The member's name in the balancer's file. */
  readonly name: string;
  /** Undefined where it is not known to be a node. */
  readonly node: number | undefined;
  readonly place: Place;
  /** Why requests, or sessions, do not reach the node; empty where they do. */
  readonly problems: readonly TopologyProblem[];
}

/** A place in a file. */
export interface Place {
  /** The file: a URI in an editor, a path in the shell. */
  readonly path: string;
  readonly range: Range;
}

export interface TopologyNode {
  /** A unique name: `node1`. */
  readonly name: string;
  /** The server.xml. */
  readonly path: string;
  readonly tomcat: string;
  /** The address at which others reach it: `192.168.56.7:4000`; `auto` where the file names none. */
  readonly receiver: string;
  readonly kind: MembershipKind;
  /** Its membership, in words: `multicast 228.0.0.4:45564`. */
  readonly membership: string;
  /** The Manager's class without its package; undefined where the file does not determine it. */
  readonly manager: string | undefined;
  /** How it sends sessions, in words; undefined where the file does not determine it. */
  readonly sends: string | undefined;
  /** The domain it announces or accepts. */
  readonly domain: string | undefined;
  /** Its name for load balancers, at the end of each session id; undefined where the file has none. */
  readonly jvmRoute: string | undefined;
  /** Its applications, as far as its files show them. */
  readonly applications: readonly TopologyApplication[];
  /** How many findings its server.xml and its applications' web.xml have. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** The places of its Cluster and its Receiver. */
  readonly place: Place;
  readonly receiverPlace: Place;
  /** The running node; undefined where nothing of it was seen. */
  readonly live: TopologyLive | undefined;
}

/** A running node as it was when it was looked at last. */
export interface TopologyLive {
  /** When that was, as the user writes dates and times, and the time alone. */
  readonly time: string;
  readonly clock: string;
  /** In a few words: `sees 2 · 14 sessions`. */
  readonly summary: string;
  /** Whom it sees, its sessions and counters, and what is not as its file says. */
  readonly lines: readonly { readonly wrong: boolean; readonly text: string }[];
}

/** A web application of a node, with what matters for its sessions. */
export interface TopologyApplication {
  /** The name of its folder or WAR: `ROOT`. */
  readonly name: string;
  /** True where its sessions are replicated; undefined where its web.xml cannot be read. */
  readonly distributable: boolean | undefined;
  /** Its session cookie's name; undefined where its sessions are not replicated or the name cannot be known. */
  readonly cookie: string | undefined;
  /** The session timeout in minutes; undefined where its files do not determine it. */
  readonly timeout: number | undefined;
  /** Its web.xml; undefined where there is none to read. */
  readonly place: Place | undefined;
}

/**
 * - `multicast`: the nodes announce themselves in one group;
 * - `list`: each lists all the others;
 * - `cloud`: they ask the cloud;
 * - `single`: a single static member, whose links are drawn one by one;
 * - `apart`: no working membership, or none that the file determines.
 */
export type GroupKind = "multicast" | "list" | "cloud" | "single" | "apart";

export interface TopologyGroup {
  readonly kind: GroupKind;
  readonly title: string;
  readonly members: readonly number[];
}

/** A finding that explains why nodes do not reach each other. */
export interface TopologyProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  readonly place: Place;
}

export interface TopologyLink {
  readonly from: number;
  readonly to: number;
  /** True where a broken link has no direction: neither node reaches the other, or at least one of them does not. */
  readonly mutual: boolean;
  /** True where one of the two may still reach the other; the texts of the problems say more. */
  readonly atLeastOneWay?: true;
  /** The place of the Member, or else of the problem. */
  readonly place: Place;
  /** Why the link is broken; empty for a working link. */
  readonly problems: readonly TopologyProblem[];
}

export interface TopologyStranger {
  readonly address: string;
  readonly listedBy: readonly { readonly node: number; readonly place: Place }[];
}

/** A cluster, drawn and in words. */
export interface TopologyPicture {
  readonly topology: Topology;
  /** The drawing. Its colours are variables that `style` uses and the client sets. */
  readonly svg: string;
  /** How many nodes, and how many links are broken, in words. */
  readonly sentence: string;
  /** The facts most nodes share, where their cards leave them out; often empty. */
  readonly shared: string;
}
