// `npm run test:unit`: the unit tests alone; `npm run test:rule -- ID`: the fixtures and the page of one rule.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin, testFiles } from "./setup.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [option, id] = process.argv.slice(2);
if (option === "--rule" && !existsSync(`server/src/rules/${id}/rule.ts`)) {
  console.error(id === undefined ? "usage: npm run test:rule -- ID" : `there is no rule ${id}`);
  process.exit(2);
}
const { status } = spawnSync(
  bin("tsx"),
  option === "--rule"
    ? ["--test", "test/unit/rules/fixtures.test.ts"]
    : ["--test", "--test-reporter=dot", ...testFiles("test/unit")],
  {
    stdio: "inherit",
    env: { ...process.env, ...(option === "--rule" ? { RULE: id } : {}) },
    shell: process.platform === "win32",
  },
);
process.exit(status ?? 1);
