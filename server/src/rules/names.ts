import type { Rule } from "./rule.ts";

/** The id of the rule behind each name users may write: its id, and those of rules that became part of it. */
export type RuleNames = ReadonlyMap<string, string>;

export function namesOf(rules: readonly Pick<Rule, "id" | "aliases">[]): RuleNames {
  return new Map(rules.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)));
}
