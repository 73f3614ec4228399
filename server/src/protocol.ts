/** All of the server that the client may import: custom messages and the shape of the settings. */

/** Section of the settings. */
export const SECTION = "tomcatCluster";

export interface Settings {
  /** `auto`, or one of the lines 7.0, 8.5, 9.0, 10.1, 11.0. */
  readonly tomcatVersion: string;
  /** The end tag is written with the start tag's `>`. */
  readonly autoClosingTags: boolean;
  readonly inlayHints: {
    /** What sums of options mean. */
    readonly optionNames: boolean;
    /** Defaults that take effect where nothing is written. */
    readonly defaults: boolean;
  };
  /**
   * True where another extension closes tags and formats XML already: ours stands back. No setting of the user's: the
   * client adds it.
   */
  readonly otherXmlExtension: boolean;
  readonly format: FormatSettings;
}

export interface FormatSettings {
  readonly enable: boolean;
  /** Columns; a start tag that is wider gets a line for each attribute. */
  readonly printWidth: number;
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

/** Client to server: what to insert behind a `>` or `/` just typed, as a snippet; null where nothing is missing. */
export const AUTO_CLOSE_REQUEST = "tomcatCluster/autoClose";

export interface AutoCloseParams {
  readonly uri: string;
  /** The document's, so that nothing is answered for a text that has changed since. */
  readonly version: number;
  /** Behind what was typed; both numbers from 0, in UTF-16 code units. */
  readonly position: { readonly line: number; readonly character: number };
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
