import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { applyEdits } from "../../../server/src/base/span.ts";
import { fixAllEdits } from "../../../server/src/lint/fix-all.ts";
import type { Diagnostic } from "../../../server/src/lint/lint.ts";
import { rules } from "../../../server/src/rules/index.ts";
import type { Rule } from "../../../server/src/rules/rule.ts";
import { readFixture, writeFixture } from "../../harness/fixture.ts";
import { workspaceOf } from "../../harness/workspace.ts";

/** How often a fix-all is asked for until all is mended; two fixes of one place need two. */
const FIX_ROUNDS = 2;

const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));

async function findingsIn(files: ReadonlyMap<string, string>, tomcat: string, active: readonly Rule[]) {
  const workspace = workspaceOf(files, tomcat, active);
  const found = new Map<string, readonly Diagnostic[]>();
  for (const name of files.keys()) found.set(name, (await workspace.snapshot(name))?.diagnostics ?? []);
  return found;
}

for (const rule of rules) {
  describe(rule.id, () => {
    const fixtures = join(folder, rule.id, "fixtures");
    const names = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => name.endsWith(".xml")) : [];
    let fires = false;
    let silent = false;

    for (const name of names) {
      test(name, async () => {
        const path = join(fixtures, name);
        const written = readFileSync(path, "utf8");
        const fixture = readFixture(written);
        const found = await findingsIn(fixture.files, fixture.tomcat, [rule]);
        const all = [...found.values()].flat();
        if (all.length > 0) fires = true;
        else silent = true;
        const expected = writeFixture(fixture, found);
        if (process.env["UPDATE_FIXTURES"]) writeFileSync(path, expected);
        else assert.equal(written, expected);

        for (const { text } of all) {
          assert.match(text.ko, /[가-힣]/);
          assert.ok(text.en.length <= 200, `too long: ${text.en}`);
        }
        // Whatever a fix changes, the same finding must be gone afterwards; fixes of one place take turns.
        const fixable = (diagnostics: readonly Diagnostic[]) =>
          diagnostics.filter((each) => fixAllEdits([each]).length > 0);
        let files: ReadonlyMap<string, string> = fixture.files;
        let left = found;
        for (let round = 0; round < FIX_ROUNDS; round++) {
          const before = left;
          files = new Map(
            [...files].map(([file, text]) => [file, applyEdits(text, fixAllEdits(before.get(file) ?? []))]),
          );
          left = await findingsIn(files, fixture.tomcat, [rule]);
        }
        assert.deepEqual([...left.values()].flatMap(fixable), []);
      });
    }

    test("has a fixture that fires, one that stays silent, and a page", () => {
      assert.ok(fires, "no fixture fires");
      assert.ok(silent, "no fixture stays silent");
      const page = readFileSync(join(folder, rule.id, "README.md"), "utf8");
      for (const heading of ["## What", "## Why", "## What to do", "## When it stays silent"]) {
        assert.ok(page.includes(heading), `${heading} is missing`);
      }
    });
  });
}
