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
