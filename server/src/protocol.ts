/** What server and client say to each other: custom requests and notifications, and the shape of the settings. */

import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { PlannedFix } from "./features/cluster-fixes.ts";
import type { LogTimeline } from "./logs/timeline/timeline.ts";
import type { Topology, TopologyPicture } from "./topology/model.ts";

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
export const EFFECTIVE_REQUEST = new RequestType<EffectiveParams, string | null, void>("tomcatCluster/effective");

export interface EffectiveParams {
  readonly uri: string;
  readonly marks: boolean;
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

/** Client to server: the Clusters of a document whose multicast can be tested; null for files that are not Tomcat's. */
export const PROBE_TARGETS_REQUEST = new RequestType<ProbeTargetsParams, ProbeTargets | null, void>(
  "tomcatCluster/probe/targets",
);

export interface ProbeTargetsParams {
  readonly uri: string;
}

/** A Cluster of a document, with its group or the reason why there is nothing to test. */
export type ProbeTarget = {
  /** `Engine Catalina`. */
  readonly label: string;
  /** Lines of the Cluster's element, from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
} & (
  | {
      /** `228.0.0.4:45564`. */
      readonly group: string;
      /** The Membership's `bind`; null where the system chooses the interface. */
      readonly bind: string | null;
      readonly why: null;
    }
  | {
      readonly group: null;
      readonly bind: null;
      /** In the client's language. */
      readonly why: string;
    }
);

export interface ProbeTargets {
  readonly targets: readonly ProbeTarget[];
  /** Interfaces of the server's machine with an IPv4 address; null where the server cannot use UDP. */
  readonly interfaces:
    | readonly { readonly name: string; readonly address: string; readonly loopback: boolean }[]
    | null;
}

/**
 * Client to server: listens to a document's group until the time is over or the request is cancelled, and answers with
 * what came of it either way. The address is read from the document: a client cannot name another one.
 */
export const PROBE_REQUEST = new RequestType<ProbeParams, ProbeAnswer, void>("tomcatCluster/probe");

export interface ProbeParams {
  readonly uri: string;
  /** Index into the targets. */
  readonly target: number;
  /** Address of an interface; null as the Membership says. */
  readonly interface: string | null;
  /** From 1 to 3600. */
  readonly seconds: number;
  /** True to send test packets too. */
  readonly send: boolean;
  /** Comes back with each list of members. */
  readonly token: string;
}

export interface ProbeAnswer {
  readonly outcome: "works" | "nothing" | "failed";
  /** What came of it, and what to do next, in the client's language. */
  readonly text: string;
  readonly next: readonly string[];
  readonly members: readonly ProbeMember[];
}

export interface ProbeMember {
  readonly host: string;
  readonly port: number;
  readonly domain: string;
  /** 16 bytes in hexadecimal. */
  readonly uniqueId: string;
  /** How long it has been running, in the client's language: `4m 10s`. */
  readonly alive: string;
  /** The address its packets come from. */
  readonly from: string;
  /** True where that is an address of the server's machine. */
  readonly here: boolean;
  readonly state: "alive" | "left" | "silent";
}

/** Server to client: who was heard so far, whenever that changes. */
export const PROBE_MEMBERS_NOTIFICATION = new NotificationType<ProbeMembersParams>("tomcatCluster/probe/members");

export interface ProbeMembersParams {
  readonly token: string;
  readonly members: readonly ProbeMember[];
}

/**
 * Client to server: proves that running nodes replicate, through their test pages. It writes into sessions of its own on
 * the addresses named, so a client asks only where the user has named them. Cancelling ends it, and its sessions.
 */
export const PROVE_REQUEST = new RequestType<ProveParams, ProveAnswer, void>("tomcatCluster/prove");

export interface ProveParams {
  /** The test page on each node, two or more. */
  readonly urls: readonly string[];
  /** The same through the load balancer; null where there is none. */
  readonly balancer: string | null;
  /** True where the user takes any certificate. */
  readonly insecure: boolean;
  /** True to ask for a node to be stopped and started. */
  readonly failover: boolean;
  /** Comes back with each step. */
  readonly token: string;
}

export interface ProveAnswer {
  readonly outcome: "passed" | "failed" | "unknown";
  /** Ids of what was found, the gravest first. */
  readonly verdicts: readonly string[];
  /** Markdown, in the client's language. */
  readonly page: string;
}

/** Server to client: how far a proof is, or what the user is asked to do with a node, in the client's language. */
export const PROVE_STEP_NOTIFICATION = new NotificationType<ProveStepParams>("tomcatCluster/prove/step");

export interface ProveStepParams {
  readonly token: string;
  readonly text: string;
}

/** Client to server: what lines of a log mean, as Markdown in the client's language. */
export const EXPLAIN_LOG_REQUEST = new RequestType<ExplainLogParams, string, void>("tomcatCluster/logs/explain");

export interface ExplainLogParams {
  readonly text: string;
  /** The document they stand in; where it lies tells the node. */
  readonly uri: string;
}

/**
 * Client to server: reads the logs of one node or of several, of any size, from the server's disk, and says what happened
 * on one axis. Cancelling ends it.
 */
export const LOG_TIMELINE_REQUEST = new RequestType<LogTimelineParams, LogTimeline, void>(
  "tomcatCluster/logs/timeline",
);

export type {
  LogTimeline,
  TimelineEvent,
  TimelineFinding,
  TimelineNode,
  TimelinePlace,
} from "./logs/timeline/timeline.ts";

export interface LogTimelineParams {
  readonly uris: readonly string[];
  /** Comes back with each progress. */
  readonly token: string;
}

/** Server to client: how far logs are read, from 0 to 1. */
export const LOG_PROGRESS_NOTIFICATION = new NotificationType<LogProgressParams>("tomcatCluster/logs/progress");

export interface LogProgressParams {
  readonly token: string;
  readonly part: number;
}

/**
 * Client to server: looks at running nodes. Each Receiver in the files of the workspace is connected to once, and each
 * manager asked through the client, so a client asks only where the user wants that.
 */
export const LIVE_REQUEST = new RequestType<LiveParams, LiveAnswer, void>("tomcatCluster/live");

export interface LiveParams {
  /** Addresses of manager applications, without user and password. */
  readonly managers: readonly string[];
}

export interface LiveAnswer {
  /** Ids of what is wrong. */
  readonly wrong: readonly string[];
  /** Addresses of managers that refused the user. */
  readonly refused: readonly string[];
  /** Markdown, in the client's language. */
  readonly page: string;
}

/** Server to client: one GET of a manager, with the user the client has for it; a redirection is not followed. */
export const LIVE_ASK_REQUEST = new RequestType<LiveAskParams, LiveAskAnswer, void>("tomcatCluster/live/ask");

export interface LiveAskParams {
  readonly url: string;
}

/** A code of the system where nothing came. */
export type LiveAskAnswer = { readonly status: number; readonly body: string } | { readonly code: string };

/**
 * Client to server: runs `configtest` of a real Tomcat for the node a server.xml configures, as it is saved. That runs
 * programs of the Tomcat's and the node's folders, so a client asks only where the user trusts them. Cancelling ends it.
 */
export const CONFIGTEST_REQUEST = new RequestType<ConfigtestParams, ConfigtestAnswer, void>("tomcatCluster/configtest");

export interface ConfigtestParams {
  readonly uri: string;
  /** CATALINA_HOME, a path of the server's machine; null tries the node's own folder. */
  readonly catalinaHome: string | null;
}

export interface ConfigtestAnswer {
  /**
   * `accepted`: it reads the file; `rejected`: it does not; `failed`: it could not be asked; `unsupported`: no Tomcat can
   * read this file, which is on no machine, or on none that the server runs on.
   */
  readonly outcome: "accepted" | "rejected" | "failed" | "unsupported";
  /** In the client's language. */
  readonly text: string;
  readonly findings: readonly ConfigtestFinding[];
}

export interface ConfigtestFinding {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly severity: "error" | "warning" | "information";
  /** Tomcat's own words, in English. */
  readonly message: string;
}

/** Client to server: what to ask next about a new cluster; null when everything is answered. */
export const CREATE_QUESTION_REQUEST = new RequestType<CreateQuestionParams, CreateQuestion | null, void>(
  "tomcatCluster/create/question",
);

/** What was answered so far, by question. Several choices of one question are joined with line feeds. */
export type CreateAnswers = Readonly<Record<string, string>>;

export interface CreateQuestionParams {
  readonly answers: CreateAnswers;
}

/** A question in the client's language. */
export interface CreateQuestion {
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly kind: "one" | "several" | "text";
  readonly initial: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly detail: string }[];
}

/** Client to server: why a value is no answer; null when it is. */
export const CREATE_CHECK_REQUEST = new RequestType<CreateCheckParams, string | null, void>(
  "tomcatCluster/create/check",
);

export interface CreateCheckParams {
  readonly answers: CreateAnswers;
  readonly id: string;
  readonly value: string;
}

/** Client to server: the files that make the cluster, to be looked at before they are written. */
export const CREATE_FILES_REQUEST = new RequestType<CreateFilesParams, CreateFiles, void>("tomcatCluster/create/files");

export interface CreateFilesParams {
  readonly answers: CreateAnswers;
  /** 64 hexadecimal digits drawn at random by the client. */
  readonly key: string;
}

export interface CreatedFile {
  readonly uri: string;
  /** All that is to stand in it. */
  readonly text: string;
  /** What becomes of what is there: `overwritten` is thrown away, `changed` gets something added. */
  readonly kind: "new" | "changed" | "overwritten";
}

/** The files, or why there are none. */
export type CreateFiles =
  | {
      readonly files: readonly CreatedFile[];
      readonly problem: null;
      /** A file of them to open afterwards. */
      readonly open: string | null;
      /** What is left to do by hand. */
      readonly next: string;
      /** True where the nodes find each other by multicast, which can be tested. */
      readonly multicast: boolean;
    }
  | {
      readonly files: null;
      readonly problem: string;
      readonly open: null;
      readonly next: "";
      readonly multicast: false;
    };

export type { PlannedFix } from "./features/cluster-fixes.ts";
export type {
  Place,
  Topology,
  TopologyApplication,
  TopologyFront,
  TopologyLink,
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
  /** `svg`: a picture with its own colours for light and dark; `mermaid`: a flowchart for documents. */
  readonly format: "svg" | "mermaid";
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
