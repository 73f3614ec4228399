// What `npm test` and `npm run try` do first on a fresh clone. Plain JavaScript without packages.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const windows = process.platform === "win32";

/** Path of a program that a package brings. */
export const bin = (name) => `node_modules/.bin/${name}`;

/** Runs a program in the terminal; undefined when it succeeded, else why it did not. */
export function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { stdio: "inherit", shell: windows });
  return status === 0 ? undefined : (error?.message ?? `exit code ${status}`);
}

/** Runs a program beside others; gives what it printed, and why it failed or undefined. */
export function start(command, ...words) {
  const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"], shell: windows });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
  return new Promise((resolve) => {
    const end = (failure) => resolve({ output: Buffer.concat(parts).toString(), failure });
    child.on("error", (error) => end(error.message));
    child.on("close", (code) => end(code === 0 ? undefined : `exit code ${code}`));
  });
}

/** Installs what is missing and builds; undefined when it succeeded, else why it did not. */
export function installAndBuild() {
  // `npm ci` refuses a lock file without the optional packages of other platforms; this takes its versions all the same.
  const installed = existsSync("node_modules/.package-lock.json");
  return (
    (installed ? undefined : run(windows ? "npm.cmd" : "npm", "install", "--no-save", "--ignore-scripts")) ??
    run(process.execPath, "esbuild.mjs")
  );
}

/** Test files below a folder; Node 20's runner knows no patterns. */
export function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`)
    .sort();
}
