/** What server and client say to each other: custom requests and notifications, and the shape of the settings. */

import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { EffectiveView } from "./config/effective/view.ts";
import type { PlannedFix } from "./features/cluster-fixes.ts";
import type { EffectiveAnswer } from "./features/effective.ts";
import type { Topology, TopologyPicture } from "./topology/model.ts";

export * from "./protocol/configtest.ts";
export * from "./protocol/create.ts";
export * from "./protocol/live.ts";
export * from "./protocol/logs.ts";
export * from "./protocol/probe.ts";
export * from "./protocol/prove.ts";

/** Section of the settings. */
export const SECTION = "tomcatCluster";

export interface Settings {
  /** `auto`, or one of the LINES of `schema/lines.ts`. */
  readonly tomcatVersion: string;
  /** Mistakes that are not about the cluster are reported too. */
  readonly checkBeyondCluster: boolean;
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
  readonly effective: {
    /** True where the effective configuration shows passwords and keys. */
    readonly showSecrets: boolean;
  };
  /** The address of the folder `rules` of a built site, to which findings lead; empty for the pages that are shipped. */
  readonly rulePages: string;
}

export interface FormatSettings {
  readonly enable: boolean;
  /** Columns; a start tag that is wider gets a line for each attribute. */
  readonly printWidth: number;
}

/** What a client may choose when it connects. */
export interface InitializationOptions {
  /**
   * The client's command that opens its suggestions, for after an accepted name: `editor.action.triggerSuggest` in
   * VS Code. Without it nothing is opened.
   */
  readonly suggestCommand?: string;
  /** Documents at which a server ended or hung before: nothing is read of them. */
  readonly setAside?: readonly string[];
  /** True for a client that wants `BUSY_NOTIFICATION`. */
  readonly reportBusy?: boolean;
  /**
   * False while the user does not trust the workspace: a configuration file's own rules and globs do not count then,
   * until `TRUST_NOTIFICATION`. A client that says nothing trusts it.
   */
  readonly trusted?: boolean;
  /**
   * The client's command that asks for the severity of a rule; its argument is a list of `SeverityChoice`. Without it
   * each severity is an action of its own.
   */
  readonly severityCommand?: string;
  /**
   * The client's command that makes the changes of a finding's acceptance and saves them; its argument is a
   * `WorkspaceEdit`. Without it the action is that edit.
   */
  readonly acceptCommand?: string;
  /** True for a client that checks configurations against our JSON Schema itself: what that says is not said again. */
  readonly validatesJson?: boolean;
  /**
   * True for a client that answers `READ_REQUEST` and `LIST_REQUEST`, of which files are read that are not on the
   * server's machine.
   */
  readonly servesFiles?: boolean;
  /** The URI of the folder that holds `server/src` with the pages, for a server that runs in a browser. */
  readonly pages?: string;
}

/** A severity that a rule may be given, with what writes it down. */
export interface SeverityChoice {
  readonly label: string;
  readonly edit: WorkspaceEdit;
}

/** Client to server: the user trusts the workspace from now on. */
export const TRUST_NOTIFICATION = new NotificationType0("tomcatCluster/trusted");

/**
 * Server to client: the document it begins to read or to check, and null when that is done. What was named last when a
 * server ends or hangs is what brought it down.
 */
export const BUSY_NOTIFICATION = new NotificationType<BusyParams>("tomcatCluster/busy");

export interface BusyParams {
  readonly uri: string | null;
}

/** Server to client: the bytes of a file, in base64; null where it can't be read or is longer than `most` bytes. */
export const READ_REQUEST = new RequestType<ReadParams, string | null, void>("tomcatCluster/files/read");

export interface ReadParams {
  readonly uri: string;
  readonly most: number;
}

/** Server to client: what is in a folder; null where it can't be read. */
export const LIST_REQUEST = new RequestType<ListParams, readonly ListEntry[] | null, void>("tomcatCluster/files/list");

export interface ListParams {
  readonly uri: string;
}

export interface ListEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** Client to server: which Tomcat a document is for; null for files that are not Tomcat's. */
export const STATUS_REQUEST = new RequestType<StatusParams, Status | null, void>("tomcatCluster/status");

export interface StatusParams {
  readonly uri: string;
}

export interface Status {
  readonly line: string;
  readonly release: string | null;
  /** `server` for a server.xml, `web` for a web.xml, and so on. */
  readonly kind: string;
  /** What told it, in the client's language. */
  readonly source: string;
  /**
   * What is left out for a document of this size or in a workspace that is not trusted, in the client's language; null
   * where nothing is.
   */
  readonly leftOut: string | null;
}

/** Client to server: what to insert behind a `>` or `/` just typed, as a snippet; null where nothing is missing. */
export const AUTO_CLOSE_REQUEST = new RequestType<AutoCloseParams, string | null, void>("tomcatCluster/autoClose");

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
export const EFFECTIVE_REQUEST = new RequestType<EffectiveParams, EffectiveAnswer | null, void>(
  "tomcatCluster/effective",
);

export interface EffectiveParams {
  readonly uri: string;
  readonly marks: boolean;
  readonly view: EffectiveView;
  /** The document that it is compared with, where only what differs between both is asked for. */
  readonly against?: string;
}

/** Client to server: how the files of a node, or of all nodes of its cluster, get to another Tomcat; null where there are none. Nothing is written. */
export const MIGRATE_REQUEST = new RequestType<MigrateParams, MigrateAnswer | null, void>("tomcatCluster/migrate");

export interface MigrateParams {
  /** A file of the node. */
  readonly uri: string;
  /** A line, which stands for its newest release, or a release. */
  readonly to: string;
  readonly wholeCluster: boolean;
  /** True to write down old defaults where the new Tomcat has others. */
  readonly keepDefaults: boolean;
}

export interface MigrateAnswer {
  /** The report as Markdown, in the client's language. */
  readonly report: string;
  /** How many old defaults could be written down, and are not. */
  readonly keepable: number;
  /** Files that change, each with its edits. */
  readonly files: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
}

/** Client to server: what an agent of the client asks for; the tools are those of `tomcat-cluster mcp`. */
export const TOOL_REQUEST = new RequestType<ToolParams, ToolAnswer, void>("tomcatCluster/tool");

export interface ToolParams {
  readonly name: string;
  /** As the tool's schema describes it; paths are absolute, URIs, or relative to a folder of the workspace. */
  readonly input: unknown;
}

export interface ToolAnswer {
  /** What the agent reads, a part each; where it failed, why. */
  readonly parts: readonly string[];
  readonly failed: boolean;
}

/** Server to client: what was answered to `EFFECTIVE_REQUEST` may have changed. */
export const EFFECTIVE_CHANGED = new NotificationType0("tomcatCluster/effectiveChanged");

/** The name under `experimental` by which a client says that it shows effective configurations. */
export const EFFECTIVE_CAPABILITY = "tomcatClusterEffective";

/** The scheme of documents made of `EFFECTIVE_REQUEST`; they are no configuration themselves. */
export const EFFECTIVE_SCHEME = "tomcat-effective";

/** Client to server: the page about a finding's code as Markdown, in the client's language; null where there is none. */
export const PAGE_REQUEST = new RequestType<PageParams, string | null, void>("tomcatCluster/page");

export interface PageParams {
  readonly code: string;
}

/** Client to server: all rules by their ids, each with a sentence in the client's language. */
export const RULES_REQUEST = new RequestType0<readonly RuleInShort[], void>("tomcatCluster/rules");

export interface RuleInShort {
  readonly id: string;
  readonly summary: string;
}

/** The name under `experimental` by which a client says that it shows pages and has the command that explains. */
export const PAGE_CAPABILITY = "tomcatClusterPages";

/** The scheme of the addresses of pages: `tomcat-cluster-page:/CODE`. */
export const PAGE_SCHEME = "tomcat-cluster-page";

/** The command of the client that shows a page; its argument is the code. */
export const EXPLAIN_COMMAND = "tomcatCluster.explain";

/** Client to server: the server.xml of other nodes, those of the same cluster where there is one. */
export const OTHER_NODES_REQUEST = new RequestType<OtherNodesParams, readonly OtherNode[], void>(
  "tomcatCluster/otherNodes",
);

export interface OtherNodesParams {
  readonly uri: string;
}

export interface OtherNode {
  readonly uri: string;
  readonly label: string;
  /** The name of the cluster both are in; null where they are not known to be in one. */
  readonly cluster: string | null;
}

export type { EffectiveView } from "./config/effective/view.ts";
export type { PlannedFix } from "./features/cluster-fixes.ts";
export type { EffectiveAnswer, EffectiveFold, EffectivePlace } from "./features/effective.ts";
export type {
  Place,
  Topology,
  TopologyApplication,
  TopologyFront,
  TopologyLink,
  TopologyLive,
  TopologyMember,
  TopologyNode,
  TopologyPicture,
  TopologyProblem,
} from "./topology/model.ts";

/** Client to server: the clusters of the workspace, as pictures and as data. */
export const TOPOLOGY_REQUEST = new RequestType<TopologyParams, TopologyAnswer, void>("tomcatCluster/topology");

export interface TopologyParams {
  /** A file whose neighbours count too, where it is in no folder of the workspace; null for none. */
  readonly uri: string | null;
}

export interface TopologyAnswer {
  readonly pictures: readonly TopologyPicture[];
  /** CSS of the classes in the pictures. */
  readonly style: string;
}

/** Client to server: the clusters of the workspace as a file to keep. */
export const TOPOLOGY_FILE_REQUEST = new RequestType<TopologyFileParams, string, void>("tomcatCluster/topology/file");

export interface TopologyFileParams extends TopologyParams {
  /**
   * `svg`: a picture with its own colours for light and dark; `mermaid`: a flowchart for documents; `text`: a line for
   * each node and each broken link, with `path:line`, for editors that show nothing but text.
   */
  readonly format: "svg" | "mermaid" | "text";
}

/** Server to client, once after each answer: something changed, so ask again. */
export const TOPOLOGY_CHANGED = new NotificationType0("tomcatCluster/topologyChanged");

/** Client to server: the clusters of the workspace as data alone; `TOPOLOGY_CHANGED` says when to ask again. */
export const CLUSTERS_REQUEST = new RequestType0<ClustersAnswer, void>("tomcatCluster/clusters");

export interface ClustersAnswer {
  readonly clusters: readonly Topology[];
  /** URIs of every server.xml below the workspace's folders, in a cluster or not. */
  readonly servers: readonly string[];
}

/** Client to server: every fix for what is found in the files of clusters. */
export const CLUSTER_FIXES_REQUEST = new RequestType<ClusterFixesParams, readonly ClusterFixes[], void>(
  "tomcatCluster/clusterFixes",
);

export interface ClusterFixesParams {
  /** A file of a node: only the clusters it is in count, or the node alone where it is in none. Null for all clusters. */
  readonly uri: string | null;
}

/** The fixes of one cluster, the rule with the worst consequence first. */
export interface ClusterFixes {
  readonly cluster: string;
  readonly fixes: readonly PlannedFix[];
}
