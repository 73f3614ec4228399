import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../../server/src/rules/index.ts";
import { checkFixture, fixturesIn } from "../../harness/check-fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));

const only = process.env["RULE"];

for (const rule of rules.filter(({ id }) => only === undefined || id === only)) {
  describe(rule.id, () => {
    const fixtures = join(folder, rule.id, "fixtures");
    const names = fixturesIn(fixtures);
    const fires: boolean[] = [];

    for (const name of names) {
      test(name, async () => {
        const found = await checkFixture(join(fixtures, name), { active: [rule] });
        const findings = [...found.values()].flat();
        fires.push(findings.length > 0);
        // UPDATE_FIXTURES also writes down that nothing is found.
        if (!/^silent/.test(basename(name)))
          assert.ok(findings.length > 0, "nothing is found, and its name is not silent");
        for (const { text } of findings) {
          assert.match(text.ko, /[가-힣]/);
          assert.ok(text.en.length <= 200, `too long: ${text.en}`);
        }
      });
    }

    test("has a fixture that fires, one that stays silent, and a page", () => {
      assert.ok(fires.includes(true), "no fixture fires");
      assert.ok(fires.includes(false), "no fixture stays silent");
      const page = readFileSync(join(folder, rule.id, "README.md"), "utf8");
      for (const heading of ["## What", "## Why", "## What to do", "## When it stays silent"]) {
        assert.ok(page.includes(heading), `${heading} is missing`);
      }
    });
  });
}
