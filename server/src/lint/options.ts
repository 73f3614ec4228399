import type { TomcatNode } from "../config/node.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { Rule } from "../rules/rule.ts";
import type { RuleMemory } from "./memory.ts";
import type { TimeLimit } from "./time-limit.ts";

export interface LintOptions {
  readonly rules: readonly Rule[];
  /** Called with a rule that threw: its findings are lost, those of the others are not. */
  readonly onRuleError: (rule: Rule, error: unknown) => void;
  /** Texts that are longer, in characters, are checked for mistakes of their XML only. */
  readonly longest?: number;
  /** The time limit of the rules for one file; after it, what they have found is the result. */
  readonly timeLimit?: TimeLimit;
  /** What the rules found in the last state of this file; for files that are linted again and again. */
  readonly memory?: RuleMemory | undefined;
}

/** The node and the clusters that a file belongs to, as far as they are known. */
export interface Surroundings {
  /** The Tomcat it belongs to. */
  readonly node?: TomcatNode | undefined;
  /** The clusters that Tomcat is a node of; `unread` while the files of others are not read: then no rule that asks speaks. */
  readonly clusters?: readonly TomcatCluster[] | "unread";
}
