import type { Rule } from "./rule.ts";

/** The rule behind each name users may write: its id, and those of rules that became part of it. */
export type RuleNames = ReadonlyMap<string, Pick<Rule, "id" | "group">>;

export function ruleNames(rules: readonly Pick<Rule, "id" | "group" | "aliases">[]): RuleNames {
  return new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule] as const)));
}
