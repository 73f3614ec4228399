// The unit tests as bundles, several files to a process: what they share is read and translated once.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { bundleTests } from "./bundle.mjs";

/** How long a process may take, in milliseconds. */
const LONGEST = 900_000;

/**
 * Runs bundled test files in one process; a failure names the source's line. Gives the exit code, and what was printed
 * where that is asked for.
 */
export function runTogether(addresses, reporter, { env = {}, output = "inherit" } = {}) {
  const imports = addresses.map((address) => `await import(${JSON.stringify(address)});`).join("\n");
  // Thousands of short-lived trees: with more room for what is young, the collector runs less often.
  const flags = ["--enable-source-maps", "--max-semi-space-size=64"];
  const words = [...flags, `--test-reporter=${reporter}`, "--input-type=module", "--eval", imports];
  const stdio = ["inherit", output, "inherit"];
  const child = spawn(process.execPath, words, { stdio, env: { ...process.env, ...env }, timeout: LONGEST });
  const parts = [];
  child.stdout?.on("data", (part) => parts.push(part));
  return new Promise((resolve) =>
    child.on("close", (code) => resolve({ code: code ?? 1, stdout: Buffer.concat(parts).toString() })),
  );
}

/** Runs test files in as many processes as there are processors, four at most; `options` as `runTogether` takes them. */
export async function runShares(files, folder, reporter, options) {
  // Large files first, dealt in turn: every process gets its part of the long ones.
  const sorted = files.toSorted((one, other) => statSync(other).size - statSync(one).size);
  const addresses = await bundleTests(sorted, folder);
  const processes = Math.min(availableParallelism(), 4);
  const shares = Array.from({ length: processes }, (_, share) =>
    addresses.filter((_, index) => index % processes === share),
  );
  return Promise.all(shares.map((share) => runTogether(share, reporter, options)));
}
