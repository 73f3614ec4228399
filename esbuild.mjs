// Bundles the extension, the language server and the command line into dist/.
import { mkdirSync, statSync } from "node:fs";
import { build } from "esbuild";

const dev = process.argv.includes("--dev");
const common = { bundle: true, minify: !dev, sourcemap: dev, charset: "utf8", target: "es2022", logLevel: "warning" };
// jsonc-parser's main file hides its parts from bundlers; its module does not.
const node = { ...common, platform: "node", format: "cjs", mainFields: ["module", "main"] };

mkdirSync("dist", { recursive: true });
await Promise.all([
  build({ ...node, entryPoints: ["client/src/node.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
  build({ ...node, entryPoints: ["server/src/entry/node.ts"], outfile: "dist/server.cjs" }),
  build({ ...node, entryPoints: ["server/src/entry/cli.ts"], outfile: "dist/cli.cjs" }),
  build({ ...node, entryPoints: ["server/src/entry/check-worker.ts"], outfile: "dist/check-worker.cjs" }),
  build({
    ...common,
    entryPoints: { "topology-view": "client/src/topology/view/view.ts" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
  }),
]);
for (const name of ["extension", "server", "cli", "check-worker"]) {
  console.log(`dist/${name}.cjs  ${(statSync(`dist/${name}.cjs`).size / 1024).toFixed(0)} kB`);
}
