// `npm test`: installs, builds, checks types, style and generated files, and runs every suite that can run here.
// Plain JavaScript without packages, so that it works on a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin, installAndBuild, run } from "./setup.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** A step that must succeed before anything else makes sense. */
function step(title, act) {
  console.log(`\n== ${title}`);
  const failure = act();
  if (failure === undefined) return;
  console.error(`${title} failed: ${failure}`);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}

/** Test files below a folder; Node 20's runner knows no patterns. */
function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`)
    .sort();
}

step("install and build", installAndBuild);
for (const project of [
  "tsconfig.json",
  "client/tsconfig.json",
  "client/src/topology/view/tsconfig.json",
  "server/tsconfig.node.json",
  "test/host/suite/tsconfig.json",
]) {
  step(`types of ${project}`, () => run(bin("tsc"), "-p", project));
}
step("style", () => run(bin("biome"), "check", "--error-on-warnings", "."));
step("generated files", () => run(bin("tsx"), "server/tools/rule-index.ts", "--check"));

/** Runs test files; gives what they printed, and how many passed, failed and were skipped. */
function runTests(files) {
  const { stdout, status } = spawnSync(bin("tsx"), ["--test", "--test-reporter=tap", ...files], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(stdout)?.[1] ?? 0);
  const passed = count("pass");
  let failed = count("fail") + count("cancelled");
  if (failed === 0 && (status !== 0 || passed === 0)) failed = 1;
  return { stdout, passed, failed, skipped: count("skipped") };
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of ["unit", "repo", "protocol", "cli", "editors", "guide", "host", "tomcat"]) {
  console.log(`\n== test/${suite}`);
  const files = testFiles(`test/${suite}`);
  // A real editor on a busy machine loses a key now and then: what fails there is tried a second time, and said so.
  for (const group of suite === "host" ? files.map((file) => [file]) : [files]) {
    let result = runTests(group);
    if (suite === "host" && result.failed > 0) {
      console.log(result.stdout);
      console.log(`SECOND TRY: ${group.join(" ")}`);
      result = runTests(group);
    }
    for (const name of ["passed", "failed", "skipped"]) total[name] += result[name];
    for (const [, reason] of result.stdout.matchAll(/# SKIP (.*)$/gm)) console.log(`SKIPPED: ${reason}`);
    if (result.failed === 0) console.log(`${result.passed} passed`);
    else console.log(result.stdout);
  }
}
if (process.env.CI && total.skipped > 0) {
  console.error("in CI nothing may be skipped");
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
