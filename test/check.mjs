// `npm run check`: types, style and generated files. Plain JavaScript without packages.
import { fileURLToPath } from "node:url";
import { bin, run } from "./setup.mjs";

/** Options of tsc: a file below `out` remembers what was checked, so that a second run reads only what changed. */
const onlyWhatChanged = (project) => {
  return ["--incremental", "--tsBuildInfoFile", `out/types/${project.replaceAll("/", "-")}.tsbuildinfo`];
};

/** What must hold before a test makes sense: a title, and an act that gives why it failed or undefined. */
export const checks = [
  ...[
    "tsconfig.json",
    "client/tsconfig.json",
    "client/src/browser/tsconfig.json",
    "client/src/topology/view/tsconfig.json",
    "client/src/logs/view/tsconfig.json",
    "client/src/playground/tsconfig.json",
    "server/tsconfig.node.json",
    "server/src/entry/browser/tsconfig.json",
    "test/host/suite/tsconfig.json",
  ].map((project) => [`types of ${project}`, () => run(bin("tsc"), "-p", project, ...onlyWhatChanged(project))]),
  ["style", () => run(bin("biome"), "check", "--error-on-warnings", ".")],
  ["generated files", () => run(bin("tsx"), "server/tools/rule-index.ts", "--check")],
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  for (const [title, act] of checks) {
    console.log(`== ${title}`);
    if (act() !== undefined) process.exit(1);
  }
}
