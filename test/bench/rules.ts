import { readConfigFile } from "../../server/src/config/file.ts";
import { lint } from "../../server/src/lint/lint.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { serverXml } from "./content.ts";
import { round, spread, table } from "./measure.ts";

const RUNS = 40;

/** What each rule adds to the checking of a server.xml of `size` characters, dearest first. */
export function costOfRules(size: number): string {
  const text = serverXml(size);
  const version = { line: "9.0", release: undefined } as const;
  const cost = (active: readonly Rule[]): number => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const file = readConfigFile("conf/server.xml", text, version);
      if (!file) throw new Error("the bench's own server.xml is not recognised");
      const start = performance.now();
      lint(
        file,
        {},
        {
          rules: active,
          onRuleError: (rule, error) => {
            throw new Error(`${rule.id}: ${String(error)}`);
          },
        },
      );
      times.push(performance.now() - start);
    }
    return spread(times).median;
  };
  cost(rules); // The first runs pay for the compiler.
  const nothing = cost([]);
  const rows = rules
    .map((rule) => ({ id: rule.id, extra: cost([rule]) - nothing }))
    .sort((a, b) => b.extra - a.extra)
    .map(({ id, extra }) => [id, round(Math.max(0, extra))]);
  return table(["ms, median", "cost"], [["XML alone", round(nothing)], ["all rules", round(cost(rules))], ...rows]);
}
