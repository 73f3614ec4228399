import type { Range } from "../base/lines.ts";
import type { MembershipKind } from "../config/site-values.ts";
import type { Severity } from "../rules/rule.ts";

/**
 * A cluster as a picture shows it. All of it is plain data in one language, so that it can be sent to an editor or
 * printed; numbers that name nodes are indices into `nodes`.
 */
export interface Topology {
  readonly name: string;
  /** What tells that the nodes belong together. */
  readonly how: string;
  readonly nodes: readonly TopologyNode[];
  /** Nodes that find each other by one means; every node is in exactly one group. */
  readonly groups: readonly TopologyGroup[];
  /** Which node lists which as a static member, and which cannot reach which and why. */
  readonly links: readonly TopologyLink[];
  /** Addresses that are listed, but are those of no node here. */
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
  /** What is wrong with all of it. */
  readonly problems: readonly TopologyProblem[];
}

export interface TopologyMember {
  /** As the balancer names it. */
  readonly name: string;
  /** Undefined where it is not known to be a node. */
  readonly node: number | undefined;
  readonly place: Place;
  /** Why requests, or the sessions of the node, do not arrive there; empty where they do. */
  readonly problems: readonly TopologyProblem[];
}

/** A place in a file. */
export interface Place {
  /** The file, in the form the host uses: a URI in an editor, a path in the shell. */
  readonly path: string;
  readonly range: Range;
}

export interface TopologyNode {
  /** What tells it from the others: `node1`. */
  readonly name: string;
  /** The server.xml. */
  readonly path: string;
  readonly tomcat: string;
  /** Where the others reach it: `192.168.56.7:4000`; `auto` where the file names no address. */
  readonly receiver: string;
  readonly kind: MembershipKind;
  /** How it finds the others, in words: `multicast 228.0.0.4:45564`. */
  readonly membership: string;
  /** The Manager's class without its package; undefined where the file does not tell. */
  readonly manager: string | undefined;
  /** How it sends sessions, in words; undefined where the file does not tell. */
  readonly sends: string | undefined;
  /** The domain it announces or lets in. */
  readonly domain: string | undefined;
  /** Its name for load balancers, at the end of each session id; undefined where the file tells none. */
  readonly jvmRoute: string | undefined;
  /** What is deployed in it, as far as its files tell. */
  readonly applications: readonly TopologyApplication[];
  /** How many findings its server.xml and its applications' web.xml have. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Where its Cluster is written, and where its Receiver is. */
  readonly place: Place;
  readonly receiverPlace: Place;
}

/** A web application of a node, with what matters for its sessions. */
export interface TopologyApplication {
  /** The name of its folder or WAR: `ROOT`. */
  readonly name: string;
  /** True where its sessions are replicated; undefined where its web.xml cannot be read. */
  readonly distributable: boolean | undefined;
  /** Its session cookie's name; undefined where its sessions are not replicated or the name cannot be known. */
  readonly cookie: string | undefined;
  /** After so many idle minutes a session ends; undefined where its files do not tell. */
  readonly timeout: number | undefined;
  /** Its web.xml; undefined where there is none to read. */
  readonly place: Place | undefined;
}

/**
 * - `multicast`: they announce themselves in one group;
 * - `list`: each lists all the others;
 * - `cloud`: they ask the cloud;
 * - `single`: a static member by itself, whose links are drawn one by one;
 * - `apart`: no membership at work, or none the file tells.
 */
export type GroupKind = "multicast" | "list" | "cloud" | "single" | "apart";

export interface TopologyGroup {
  readonly kind: GroupKind;
  readonly title: string;
  readonly members: readonly number[];
}

/** A finding that says why nodes do not reach each other. */
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
  /** Where the Member stands, else where the problem is. */
  readonly place: Place;
  /** Why nothing passes; a link without any is whole. */
  readonly problems: readonly TopologyProblem[];
}

export interface TopologyStranger {
  readonly address: string;
  readonly listedBy: readonly { readonly node: number; readonly place: Place }[];
}

/** A cluster, drawn and in words. */
export interface TopologyPicture {
  readonly topology: Topology;
  /** Without colours of its own: they are variables that `style` uses and the client sets. */
  readonly svg: string;
  /** How many nodes, and how many links are broken, in words. */
  readonly sentence: string;
  /** What most nodes have in common, where the picture leaves it out; often empty. */
  readonly shared: string;
}
