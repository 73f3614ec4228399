/** All of the server that the client may import: custom messages and the shape of the settings. */

import type { Topology } from "./topology/model.ts";

/** Section of the settings. */
export const SECTION = "tomcatCluster";

export interface Settings {
  /** `auto`, or one of the lines 7.0, 8.5, 9.0, 10.1, 11.0. */
  readonly tomcatVersion: string;
}

/** Client to server: which Tomcat a document is for; null for files that are not Tomcat's. */
export const STATUS_REQUEST = "tomcatCluster/status";

export interface StatusParams {
  readonly uri: string;
}

export interface Status {
  readonly line: string;
  readonly release: string | null;
  /** What told it, in the client's language. */
  readonly source: string;
}

export type { Place, Topology, TopologyLink, TopologyNode } from "./topology/model.ts";

/** Client to server: the clusters of the workspace, as pictures and as data. */
export const TOPOLOGY_REQUEST = "tomcatCluster/topology";

export interface TopologyParams {
  /** A file whose neighbours count too, where it is in no folder of the workspace; null for none. */
  readonly uri: string | null;
}

export interface TopologyPicture {
  readonly topology: Topology;
  /** Without colours of its own: they are variables that `style` uses and the client sets. */
  readonly svg: string;
  /** How many nodes, and how many links are broken, in words. */
  readonly sentence: string;
  /** What most nodes have in common, where the picture leaves it out; often empty. */
  readonly shared: string;
}

export interface TopologyAnswer {
  readonly pictures: readonly TopologyPicture[];
  /** CSS of the classes in the pictures. */
  readonly style: string;
}

/** Server to client, once after each answer: something changed, so ask again. */
export const TOPOLOGY_CHANGED = "tomcatCluster/topologyChanged";
