/** All of the server that the client may import: custom messages and the shape of the settings. */

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

/**
 * Client to server: what Tomcat runs with a document, as XML; null where Tomcat makes no objects of it. Without `marks`
 * there are no comments in it, so that two nodes differ only where Tomcat does.
 */
export const EFFECTIVE_REQUEST = "tomcatCluster/effective";

export interface EffectiveParams {
  readonly uri: string;
  readonly marks: boolean;
}

/** Server to client: what was answered to `EFFECTIVE_REQUEST` may have changed. */
export const EFFECTIVE_CHANGED = "tomcatCluster/effectiveChanged";

/** The name under `experimental` by which a client says that it shows effective configurations. */
export const EFFECTIVE_CAPABILITY = "tomcatClusterEffective";

/** The scheme of documents made of `EFFECTIVE_REQUEST`; they are no configuration themselves. */
export const EFFECTIVE_SCHEME = "tomcat-effective";

/** Client to server: the server.xml of other nodes, those of the same cluster where there is one. */
export const OTHER_NODES_REQUEST = "tomcatCluster/otherNodes";

export interface OtherNodesParams {
  readonly uri: string;
}

export interface OtherNode {
  readonly uri: string;
  readonly label: string;
  /** The name of the cluster both are in; null where they are not known to be in one. */
  readonly cluster: string | null;
}
