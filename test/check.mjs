// `npm run check`: types, style and generated files, side by side. Plain JavaScript without packages.
import { fileURLToPath } from "node:url";
import { bin, start } from "./setup.mjs";

/** Each file of ours is in one of these; the first is built for the others, which read its declarations. */
const projects = [
  "tsconfig.json",
  "client/tsconfig.json",
  "client/src/browser/tsconfig.json",
  "client/src/topology/view/tsconfig.json",
  "client/src/logs/view/tsconfig.json",
  "client/src/playground/tsconfig.json",
  "server/tsconfig.node.json",
  "server/src/entry/browser/tsconfig.json",
  "test/host/suite/tsconfig.json",
];

// A pipe takes colours away, and in a terminal they are wanted.
const [pretty, colors] = process.stdout.isTTY ? [["--pretty"], ["--colors=force"]] : [[], []];

/** What must hold before a test makes sense: a title and a command. */
const checks = [
  ["types", bin("tsc"), "-b", ...projects, ...pretty],
  ["style", bin("biome"), "check", "--error-on-warnings", ...colors, "."],
  ["generated files", bin("tsx"), "server/tools/rule-index.ts", "--check"],
];

/** Runs all checks and prints what each says in this order; gives the titles of those that failed. */
export async function runChecks() {
  const running = checks.map(([title, ...words]) => [title, start(...words)]);
  const failed = [];
  for (const [title, result] of running) {
    const { output, failure } = await result;
    console.log(`== ${title}`);
    process.stdout.write(output);
    if (failure === undefined) continue;
    console.error(`${title} failed: ${failure}`);
    failed.push(title);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  process.exitCode = (await runChecks()).length > 0 ? 1 : 0;
}
