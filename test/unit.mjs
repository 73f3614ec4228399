// `npm run test:unit`: the unit tests alone; `npm run test:rule -- ID`: the fixtures and the page of one rule.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { testFiles } from "./setup.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [option, id] = process.argv.slice(2);
if (option === "--rule" && !existsSync(`server/src/rules/${id}/rule.ts`)) {
  console.error(id === undefined ? "usage: npm run test:rule -- ID" : `there is no rule ${id}`);
  process.exit(2);
}

/**
 * Runs test files in one process, which reads the sources once; `npm test` gives each file a process of its own, and
 * half of its time goes there.
 */
function runTogether(files, reporter, env = {}) {
  const imports = files.map((file) => `await import("./${file}");`).join("\n");
  const words = ["--import", "tsx", `--test-reporter=${reporter}`, "--input-type=module", "--eval", imports];
  const child = spawn(process.execPath, words, { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

if (option === "--rule")
  process.exit(
    await runTogether(["test/unit/rules/fixtures.test.ts", "test/unit/rules/pages.test.ts"], "spec", { RULE: id }),
  );
// Large files first, dealt in turn: every process gets its part of the long ones.
const files = testFiles("test/unit").sort((one, other) => statSync(other).size - statSync(one).size);
const processes = Math.min(availableParallelism(), 4);
const shares = Array.from({ length: processes }, (_, share) => files.filter((_, index) => index % processes === share));
const codes = await Promise.all(shares.map((share) => runTogether(share, "dot")));
process.exit(Math.max(...codes));
