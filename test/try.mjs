// `npm run try`: installs, builds, checks the example cluster in the terminal, and opens it in VS Code.
// With --no-open it ends after the check.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bin, installAndBuild, run } from "./setup.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const failure = installAndBuild();
if (failure) {
  console.error(`could not build: ${failure}`);
  process.exit(1);
}

console.log("\n$ tomcat-cluster check examples\n");
const { status } = spawnSync(process.execPath, ["dist/cli.cjs", "check", "examples"], { stdio: "inherit" });
// The examples have mistakes, so 1 is what a working check says.
if (status !== 1) {
  console.error("the check of the examples did not run");
  process.exit(1);
}
if (process.argv.includes("--no-open")) process.exit(0);

const words = [`--extensionDevelopmentPath=${root}`, "--new-window", "examples", "examples/node1/conf/server.xml"];
const desktop = spawnSync("code", words, { stdio: "inherit", shell: process.platform === "win32" });
if (desktop.status === 0) {
  console.log("\nThe example cluster is open in VS Code, with the extension.");
} else {
  console.log("\nNo `code` command here: an embedded VS Code opens in the browser instead (about 300 MB, once).");
  process.exitCode = run(bin("tsx"), "test/host/try.ts") ? 1 : 0;
}
