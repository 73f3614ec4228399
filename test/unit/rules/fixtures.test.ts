import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../../server/src/rules/index.ts";
import { checkFixture, findingsIn, fixturesIn } from "../../harness/check-fixture.ts";
import { readFixture } from "../../harness/fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));

const only = process.env["RULE"];

for (const rule of rules.filter(({ id }) => only === undefined || id === only)) {
  describe(rule.id, () => {
    const fixtures = join(folder, rule.id, "fixtures");
    const names = fixturesIn(fixtures);

    for (const name of names) {
      test(name, async () => {
        const found = await checkFixture(join(fixtures, name), { active: [rule] });
        for (const { text } of [...found.values()].flat()) {
          assert.match(text.ko, /[가-힣]/);
          assert.ok(text.en.length <= 200, `too long: ${text.en}`);
        }
      });
    }

    test("has a fixture that fires, one that stays silent, and a page", async () => {
      const fires = await Promise.all(
        names.map(async (name) => {
          const { files, tomcat } = readFixture(readFileSync(join(fixtures, name), "utf8"));
          return [...(await findingsIn(files, tomcat, [rule])).values()].some(({ length }) => length > 0);
        }),
      );
      assert.ok(fires.includes(true), "no fixture fires");
      assert.ok(fires.includes(false), "no fixture stays silent");
      const page = readFileSync(join(folder, rule.id, "README.md"), "utf8");
      for (const heading of ["## What", "## Why", "## What to do", "## When it stays silent"]) {
        assert.ok(page.includes(heading), `${heading} is missing`);
      }
    });
  });
}
