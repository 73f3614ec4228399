import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { patternProblem } from "../../server/src/config/java-pattern.ts";

const program = fileURLToPath(new URL("Patterns.java", import.meta.url));
const skip = spawnSync("java", ["-version"]).status === 0 ? false : "patterns: need Java";

const COUNT = 20_000;
/** Of those Java refuses, at least this part must be found: the check is to be of use, not only never wrong. */
const LEAST_FOUND = 0.5;

/** What patterns of configuration files are made of, and what goes wrong in them. */
const part = fc.constantFrom(
  ..."ab.*+?()[]|^$\\{}-,0:<>!=&".split(""),
  ...["{2}", "{1,3}", "{2,}", "\\.", "\\d", "\\w", "\\y", "\\Q", "\\E", "\\p{L}", "\\x41", "\\u0041", "\\1", "\\b"],
  ...["(?:", "(?i)", "(?=", "(?!", "(?<n>", "(?<!", "(?x)", "(?s:", "[^", "]]", "&&", "a-z", ".*", "gif", "js"],
);
const pattern = fc.array(part, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(""));

test("a pattern that is said not to compile is one Java refuses", { skip }, () => {
  const patterns = fc.sample(pattern, { numRuns: COUNT, seed: 7 });
  const folder = mkdtempSync(join(tmpdir(), "tomcat-patterns-"));
  try {
    const list = join(folder, "patterns.txt");
    writeFileSync(list, patterns.map((each) => `${Buffer.from(each).toString("base64")}\n`).join(""));
    const verdicts = execFileSync("java", [program, list], { encoding: "utf8" }).trim().split("\n");
    assert.equal(verdicts.length, patterns.length);
    const wrong = patterns.filter((each, index) => patternProblem(each) && verdicts[index] === "compiles");
    assert.deepEqual(wrong, []);
    const refused = patterns.filter((_, index) => verdicts[index] === "refused");
    const found = refused.filter((each) => patternProblem(each));
    assert.ok(found.length / refused.length >= LEAST_FOUND, `${found.length} of ${refused.length}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
