// `npm run test:unit`: the unit tests alone; `npm run test:rule -- ID`: the fixtures and the page of one rule.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleTests } from "./bundle.mjs";
import { testFiles } from "./setup.mjs";
import { runShares, runTogether } from "./together.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [option, id] = process.argv.slice(2);
if (option === "--rule" && !existsSync(`server/src/rules/${id}/rule.ts`)) {
  console.error(id === undefined ? "usage: npm run test:rule -- ID" : `there is no rule ${id}`);
  process.exit(2);
}

if (option === "--rule") {
  const addresses = await bundleTests(
    ["test/unit/rules/fixtures.test.ts", "test/unit/rules/pages.test.ts"],
    "out/test/rule",
  );
  process.exit((await runTogether(addresses, "spec", { env: { RULE: id } })).code);
}
const results = await runShares(testFiles("test/unit"), "out/test/unit", "dot");
process.exit(Math.max(...results.map(({ code }) => code)));
