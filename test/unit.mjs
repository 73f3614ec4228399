// `npm run test:unit`: the unit tests alone; `npm run test:rule -- ID`: the fixtures and the page of one rule.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { bundleTests } from "./bundle.mjs";
import { testFiles } from "./setup.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [option, id] = process.argv.slice(2);
if (option === "--rule" && !existsSync(`server/src/rules/${id}/rule.ts`)) {
  console.error(id === undefined ? "usage: npm run test:rule -- ID" : `there is no rule ${id}`);
  process.exit(2);
}

/** Runs bundled test files in one process, which reads what they share once. A failure names the source's line. */
function runTogether(addresses, reporter, env = {}) {
  const imports = addresses.map((address) => `await import(${JSON.stringify(address)});`).join("\n");
  // Thousands of short-lived trees: with more room for what is young, the collector runs less often.
  const flags = ["--enable-source-maps", "--max-semi-space-size=64"];
  const words = [...flags, `--test-reporter=${reporter}`, "--input-type=module", "--eval", imports];
  const child = spawn(process.execPath, words, { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

if (option === "--rule") {
  const addresses = await bundleTests(
    ["test/unit/rules/fixtures.test.ts", "test/unit/rules/pages.test.ts"],
    "out/test/rule",
  );
  process.exit(await runTogether(addresses, "spec", { RULE: id }));
}
// Large files first, dealt in turn: every process gets its part of the long ones.
const files = testFiles("test/unit").sort((one, other) => statSync(other).size - statSync(one).size);
const addresses = await bundleTests(files, "out/test/unit");
const processes = Math.min(availableParallelism(), 4);
const shares = Array.from({ length: processes }, (_, share) =>
  addresses.filter((_, index) => index % processes === share),
);
const codes = await Promise.all(shares.map((share) => runTogether(share, "dot")));
process.exit(Math.max(...codes));
