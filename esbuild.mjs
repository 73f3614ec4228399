// Bundles the extension, the language server and the command line into dist/.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { build } from "esbuild";
import { foldersOf, noticesOf } from "./tools/notices.mjs";

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

/**
 * Modules of functions whose file is read when one of them is first called: explanations, data and readers that a start
 * does not need. They share no state with other modules, because each has its own copy of what it imports.
 */
const CALLED_LATE = [
  "server/src/cli/reporters/xml.ts",
  "server/src/config/property-entries.ts",
  "server/src/configtest/output.ts",
  "server/src/entry/hash.ts",
  "server/src/entry/multicast.ts",
  "server/src/features/decide.ts",
  "server/src/front/read.ts",
  "server/src/schema/data/classes.ts",
  "server/src/schema/data/tomcat.ts",
  "server/src/schema/prose/index.ts",
  "server/src/tribes/run.ts",
  "server/src/tribes/verdict.ts",
].map((path) => resolve(path));

/** What is loaded when it is first needed: each is a file of its own, which a start does not read. */
const late = new Map();
const loadLate = {
  name: "load-late",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^/ }, ({ kind, path, importer, resolveDir }) => {
      if (kind === "require-call" && CALLED_LATE.includes(importer)) return { path, external: true };
      if (kind !== "dynamic-import" || path.startsWith("node:")) return undefined;
      const entry = path.startsWith(".") ? resolve(resolveDir, path) : path;
      return { path: lateFile(path, entry), external: true };
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!CALLED_LATE.includes(path)) return undefined;
      return { contents: await callingLate(path), loader: "js", resolveDir: dirname(path) };
    });
  },
};

/** Takes an entry in, and says from where the bundles load it. */
function lateFile(path, entry) {
  const name = path
    .replace(/^[./@]+/, "")
    .replaceAll("/", "-")
    .replace(/\.ts$/, "");
  late.set(name, entry);
  return `./lib/${name}.cjs`;
}

/** A module with the functions of another, each of which loads that one when it is called. */
async function callingLate(path) {
  const { metafile } = await build({ entryPoints: [path], bundle: false, write: false, format: "esm", metafile: true });
  const file = JSON.stringify(lateFile(relative("server/src", path), path));
  const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
  return [
    "let loaded;",
    `const load = () => (loaded ??= require(${file}));`,
    ...names.map((name) => `export const ${name} = (...given) => load().${name}(...given);`),
  ].join("\n");
}

const node = {
  ...common,
  platform: "node",
  format: "cjs",
  // jsonc-parser's main file hides its parts from bundlers; its module does not.
  mainFields: ["module", "main"],
  loader: { ".bash": "text", ".zsh": "text", ".fish": "text", ".ps1": "text" },
  // `import()` becomes a late `require`, which gives a package's names whatever form it has.
  supported: { "dynamic-import": false },
};
const program = { ...node, plugins: [loadLate] };

/** For a browser: nothing is late, because a Worker cannot require; packages ask for an environment that is empty there. */
const browser = { ...common, platform: "browser", define: { "process.env": "{}", "process.platform": '"web"' } };

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const bundles = await Promise.all([
  build({ ...program, entryPoints: ["client/src/main.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
  build({ ...program, entryPoints: ["server/src/entry/server.ts"], outfile: "dist/server.cjs" }),
  build({ ...program, entryPoints: ["server/src/entry/cli.ts"], outfile: "dist/cli.cjs" }),
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
  build({ ...program, entryPoints: ["server/src/entry/library/library.ts"], outfile: "dist/library.cjs" }),
  build({ ...program, entryPoints: ["server/src/entry/mcp/main.ts"], outfile: "dist/mcp.cjs" }),
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
const lateBundles = await Promise.all(
  [...late].map(([name, entry]) => build({ ...node, entryPoints: [entry], outfile: `dist/lib/${name}.cjs` })),
);
writeFileSync("dist/tomcat-cluster.1", execFileSync(process.execPath, ["dist/cli.cjs", "man", "--lang", "en"]));
const metafiles = [...bundles, ...lateBundles].map(({ metafile }) => metafile);
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", noticesOf(foldersOf(metafiles)));
for (const name of readdirSync("dist", { recursive: true }).sort()) {
  if (/\.c?js$/.test(name)) console.log(`dist/${name}  ${(statSync(`dist/${name}`).size / 1024).toFixed(0)} kB`);
}
