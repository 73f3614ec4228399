import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(tool: string, ...words: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", `server/tools/${tool}`, ...words], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, said: stderr.trim() };
}

describe("what a tool refuses is one sentence, and it ends with 2", () => {
  test("an older release than the facts are of", () => {
    const folder = mkdtempSync(join(tmpdir(), "older-"));
    try {
      // The name tells the release; nothing is read of it before.
      writeFileSync(join(folder, "catalina-9.0.1.jar"), "");
      const { status, said } = run("rule-index.ts", "--tomcat", folder);
      assert.match(said, /^the facts are of 9\.0\.\d+ already: hold 9\.0\.1 against them with --check$/);
      assert.equal(status, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [what, tool, words, sentence] of [
    ["an option without its word", "rule-index.ts", ["--tomcat"], "--tomcat wants a word behind it"],
    ["a folder that is not there", "rule-index.ts", ["--tomcat", "gone"], "there is no folder gone"],
    ["a folder without jars", "rule-index.ts", ["--tomcat", "snippets"], "snippets holds no jar of Tomcat"],
    ["no folder of jars", "logs/write.ts", [], "no jars of Tomcat's ha and tribes in these folders"],
    ["a folder of jars that is not there", "logs/write.ts", ["gone"], "there is no folder gone"],
    ["no checkout", "shipped/write.ts", [], "usage: tsx server/tools/shipped/write.ts CHECKOUT"],
  ] as const)
    test(what, () => assert.deepEqual(run(tool, ...words), { status: 2, said: sentence }));
});
