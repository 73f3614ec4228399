import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile, FileKind } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { FrontFile } from "../front/model.ts";

/** Every severity, the worst first. */
export const SEVERITIES = ["error", "warning", "information", "hint"] as const;

/**
 * By consequence: Tomcat does not start, or the cluster does not work: error; something is silently ignored, lost or
 * unencrypted: warning; it works, but costs or surprises: information; there is a better way: hint.
 */
export type Severity = (typeof SEVERITIES)[number];

export interface FileEdits {
  readonly file: ConfigFile | FrontFile;
  readonly edits: readonly Edit[];
}

export interface Fix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** Edits of other files that belong to it; a fix that has them is applied only after a look. */
  readonly elsewhere?: readonly FileEdits[];
  /** True where the user decides, although the rule's other fixes are automatic. */
  readonly asked?: boolean;
  /** True where it writes a secret that its file does not hold yet: no report shows it. */
  readonly writesSecret?: boolean;
}

export interface RelatedPlace {
  /** A configuration file, or one that sets a property. */
  readonly file: Pick<ConfigFile, "path" | "lines">;
  readonly at: Span;
  readonly text: Localized;
}

export interface Finding {
  readonly at: Span;
  readonly text: Localized;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The better fix first. */
  readonly fix?: Fix | readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
  /** The ids of the security advisories it tells of. */
  readonly advisories?: readonly string[];
}

/** A finding of a rule that looks at several files, in the file it is about; that may be a load balancer's. */
export interface NodeFinding extends Finding {
  readonly file: ConfigFile | FrontFile;
}

/**
 * Takes a finding of the rule that is running. Rules run thousands of times for each keystroke and nearly always find
 * nothing, which costs no generator and no list this way.
 */
export type Report<F extends Finding = Finding> = (finding: F) => void;

/** What a rule is about, in the order of the index page. */
export const GROUPS = {
  structure: { en: "What stands where", ko: "구조와 위치" },
  options: { en: "Send and start options", ko: "전송 옵션과 시작 옵션" },
  interceptors: { en: "Channel and interceptors", ko: "Channel과 인터셉터" },
  membership: { en: "Membership: multicast, static, cloud", ko: "멤버십: 멀티캐스트, 정적, 클라우드" },
  receiver: { en: "Receiver", ko: "Receiver" },
  sessions: { en: "Sessions and applications", ko: "세션과 애플리케이션" },
  valves: { en: "Valves", ko: "Valve" },
  deployer: { en: "Deployer", ko: "Deployer" },
  security: { en: "Security", ko: "보안" },
  placeholders: { en: "Placeholders", ko: "자리 표시자" },
  tomcat: { en: "Tomcat, beyond the cluster", ko: "클러스터 밖의 Tomcat" },
  nodes: { en: "Nodes of one cluster", ko: "한 클러스터의 노드" },
} as const satisfies Readonly<Record<string, Localized>>;
export type Group = keyof typeof GROUPS;

interface RuleBase {
  /** Kebab case, the thing first. Never renamed: users write it into their suppressions. */
  readonly id: string;
  /** Ids of rules that became part of this one; users may still write them. */
  readonly aliases?: readonly string[];
  /** The release of this program that brought it; absent for the first one. */
  readonly since?: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly summary: Localized;
  /**
   * Why no administrator could object to this rule's fixes: fix-all applies those that are not marked `asked`. A rule
   * without a reason only offers its fixes, one by one.
   */
  readonly automatic?: string;
}

/** Looks at every component of some classes. */
export interface ComponentRule extends RuleBase {
  /** Full class names. */
  readonly target: string | readonly string[];
  /** `clusters` are those the file is part of: what a fix has to look at, so that its values suit all nodes. */
  check(component: Component, report: Report, file: ConfigFile, clusters: readonly TomcatCluster[]): void;
}

/** Looks at every element of some names that Tomcat reads; `*` at all of them. */
export interface ElementRule extends RuleBase {
  readonly elements: "*" | readonly string[];
  check(component: Component, report: Report, file: ConfigFile): void;
}

/** Looks at whole files of some kinds. */
export interface FileRule extends RuleBase {
  readonly files: readonly FileKind[];
  check(file: ConfigFile, report: Report): void;
}

/** Looks at all files of one Tomcat together. */
export interface NodeRule extends RuleBase {
  readonly scope: "node";
  check(node: TomcatNode, report: Report<NodeFinding>): void;
}

/**
 * What a finding between nodes means for the link from its node to each of the nodes it names:
 * - `to-other`: nothing of this node arrives at the other;
 * - `from-other`: nothing of the other arrives at this node;
 * - `one-way`: in one direction at least nothing arrives; which one depends on more than whose finding it is;
 * - `both-ways`: nothing arrives in either direction.
 */
export type BrokenLink = "to-other" | "from-other" | "one-way" | "both-ways";

/** Looks at the nodes of one cluster together, several at least. */
export interface ClusterRule extends RuleBase {
  readonly scope: "cluster";
  /** Absent where nodes still reach each other, and the finding tells of a lesser harm. */
  readonly breaksLink?: BrokenLink;
  check(cluster: TomcatCluster, report: Report<NodeFinding>): void;
}

export type Rule = ComponentRule | ElementRule | FileRule | NodeRule | ClusterRule;
