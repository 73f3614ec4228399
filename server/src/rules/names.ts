import type { Rule } from "./rule.ts";

/** The rule for each name users may write: its id, and those of rules merged into it. */
export type RuleNames = ReadonlyMap<string, Pick<Rule, "id" | "group">>;

export function ruleNames(rules: readonly Pick<Rule, "id" | "group" | "aliases">[]): RuleNames {
  return new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule] as const)));
}
