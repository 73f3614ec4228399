import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { lint } from "../../../server/src/lint/lint.ts";
import type { LintOptions } from "../../../server/src/lint/options.ts";
import { rules } from "../../../server/src/rules/index.ts";
import type { Rule } from "../../../server/src/rules/rule.ts";

const file = readConfigFile("server.xml", '<Server><Bogus/><Service name="a"><Nonsense/></Service></Server>', {
  line: "9.0",
  release: undefined,
});
assert.ok(file);

test("when the time is over the other rules do not run, what was found stays, and the dear rule is named", () => {
  let clock = 0;
  const over: (readonly [string, string])[] = [];
  const slow = rules.map((rule): Rule => {
    if (rule.id !== "element-ignored") return rule;
    // Cannot be written for each kind of rule alone: what a rule looks at tells what it is given.
    const check = rule.check as (...given: unknown[]) => void;
    return {
      ...rule,
      check(...given: unknown[]) {
        clock += 400;
        check.call(rule, ...given);
      },
    } as Rule;
  });
  const options = (milliseconds: number): LintOptions => ({
    rules: slow,
    onRuleError: (rule, error) => assert.fail(`${rule.id}: ${String(error)}`),
    timeLimit: {
      milliseconds,
      now: () => clock,
      onOver: (path, costs) => over.push([path, costs[0]?.[0] ?? ""]),
    },
  });
  const all = lint(file, {}, options(10_000)).diagnostics;
  assert.deepEqual(over, []);
  const part = lint(file, {}, options(300)).diagnostics;
  assert.deepEqual(over, [["server.xml", "element-ignored"]]);
  assert.ok(part.length < all.length);
});

test("of a text that is too long only the mistakes of its XML are told", () => {
  const codes = (longest: number) =>
    lint(file, {}, { rules, onRuleError: () => assert.fail(), longest }).diagnostics.map(({ code }) => code);
  assert.ok(codes(10_000).includes("element-ignored"));
  assert.deepEqual(codes(10), []);
});
