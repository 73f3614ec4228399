// Bundles the extension, the language server, the command line and the library into dist/.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { foldersOf, noticesOf } from "./tools/notices.mjs";
import { buildPrograms } from "./tools/programs.mjs";

const dev = process.argv.includes("--dev");
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  charset: "utf8",
  target: "es2022",
  logLevel: "warning",
  metafile: true,
};

/** For a browser: nothing is late, because a Worker cannot require; packages ask for an environment that is empty there. */
const browser = { ...common, platform: "browser", define: { "process.env": "{}", "process.platform": '"web"' } };

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const [programs, ...pages] = await Promise.all([
  buildPrograms({ dev }),
  // VS Code takes a `.js` of this package for a module, which an extension in a browser cannot be.
  build({
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/browser/main.ts"],
    outfile: "dist/browser/extension.cjs",
    external: ["vscode"],
  }),
  build({
    ...browser,
    format: "iife",
    entryPoints: ["server/src/entry/browser/server.ts"],
    outfile: "dist/browser/server.js",
  }),
  build({
    ...common,
    entryPoints: {
      "topology-view": "client/src/topology/view/view.ts",
      "timeline-view": "client/src/logs/view/view.ts",
      "page-view": "client/src/pages/page-view.css",
    },
    outdir: "dist",
    platform: "browser",
    format: "iife",
  }),
]);
writeFileSync("dist/tomcat-cluster.1", execFileSync(process.execPath, ["dist/cli.cjs", "man", "--lang", "en"]));
const modules = [...programs, ...pages.flatMap(({ metafile }) => Object.keys(metafile.inputs))];
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", noticesOf(foldersOf(modules)));
for (const name of readdirSync("dist", { recursive: true }).sort()) {
  if (/\.(?:c?js|json)$/.test(name))
    console.log(`dist/${name}  ${(statSync(`dist/${name}`).size / 1024).toFixed(0)} kB`);
}
