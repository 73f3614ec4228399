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
 * By consequence. Error: Tomcat does not start, or the cluster does not work. Warning: something is silently ignored,
 * lost or unencrypted. Information: it works, with a cost or a surprise. Hint: there is a better way.
 */
export type Severity = (typeof SEVERITIES)[number];

export interface FileEdits {
  readonly file: ConfigFile | FrontFile;
  readonly edits: readonly Edit[];
}

export interface Fix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** Edits of other files that belong to the fix, which is then applied only after a review. */
  readonly elsewhere?: readonly FileEdits[];
  /** True where the user has to choose the fix, although the rule's other fixes are automatic. */
  readonly asked?: boolean;
  /** True where it writes a secret that its file does not contain yet; no report shows such a fix. */
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
  /** The severity, where it differs from the rule's. */
  readonly severity?: Severity;
  /** The preferred fix first. */
  readonly fix?: Fix | readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
  /** The ids of the security advisories it is about. */
  readonly advisories?: readonly string[];
}

/** A finding of a rule that looks at several files, in the file it is about; that may be a load balancer's. */
export interface NodeFinding extends Finding {
  readonly file: ConfigFile | FrontFile;
}

/**
 * Receives a finding of the running rule. Rules run thousands of times for each keystroke and nearly always find
 * nothing; a callback costs no generator and no list.
 */
export type Report<F extends Finding = Finding> = (finding: F) => void;

/** The groups of rules by subject, in the order of the index page. */
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
  /** In kebab case, the subject first. Never renamed, because users write it into their suppressions. */
  readonly id: string;
  /** Ids of rules merged into this one, which users may still write. */
  readonly aliases?: readonly string[];
  /** The release of this program that introduced the rule; absent for the first one. */
  readonly since?: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly summary: Localized;
  /**
   * Why no administrator could object to this rule's fixes: fix-all applies those that are not marked `asked`. A rule
   * without a reason only offers its fixes, one by one.
   */
  readonly automatic?: string;
  /**
   * True where each finding is about one literal value and holds whatever a template puts beside its element, also in a
   * condition or a loop.
   */
  readonly ofValue?: true;
}

/** A rule for components of some classes. */
export interface ComponentRule extends RuleBase {
  /** Full class names. */
  readonly target: string | readonly string[];
  /**
   * `clusters` gives those the file is part of, so that a fix can choose values that suit all nodes. Called only where
   * something is found: a rule that has called it runs again at each edit.
   */
  check(component: Component, report: Report, file: ConfigFile, clusters: () => readonly TomcatCluster[]): void;
}

/** A rule for elements of some names that Tomcat reads; `*` stands for all of them. */
export interface ElementRule extends RuleBase {
  readonly elements: "*" | readonly string[];
  /** `node` gives the Tomcat that the file is part of, where one is known; as `clusters` above. */
  check(component: Component, report: Report, file: ConfigFile, node: () => TomcatNode | undefined): void;
}

/** A rule for whole files of some kinds. */
export interface FileRule extends RuleBase {
  readonly files: readonly FileKind[];
  /** `clusters` gives those the file is part of. */
  check(file: ConfigFile, report: Report, clusters: () => readonly TomcatCluster[]): void;
}

/** A rule for all files of one Tomcat together. */
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

/** A rule for the nodes of one cluster together, of which there are at least two. */
export interface ClusterRule extends RuleBase {
  readonly scope: "cluster";
  /** Absent where nodes still reach each other in spite of the finding. */
  readonly breaksLink?: BrokenLink;
  check(cluster: TomcatCluster, report: Report<NodeFinding>): void;
}

export type Rule = ComponentRule | ElementRule | FileRule | NodeRule | ClusterRule;
