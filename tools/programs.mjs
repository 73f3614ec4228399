// What Node runs, bundled together by rolldown: code that several programs need is in one file, and what is rarely
// needed is in files that a start does not read.
import { readFile, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { rolldown } from "rolldown";
import { withoutKorean } from "./korean.mjs";
import { plainCode } from "./plain-code.mjs";

const SOURCES = resolve("server/src");

const PROGRAMS = {
  extension: "client/src/main.ts",
  server: "server/src/entry/server.ts",
  thread: "server/src/entry/thread.ts",
  cli: "server/src/entry/cli.ts",
  library: "server/src/entry/library/library.ts",
  mcp: "server/src/entry/mcp/main.ts",
};

/**
 * Modules of functions whose file is read when one of them is first called: explanations, data and readers that a start
 * does not need, and that are called by code that cannot wait for an `import()`.
 */
const CALLED_LATE = [
  "base/wide-text.ts",
  "cli/reporters/lines.ts",
  "cli/reporters/print-xml.ts",
  "cli/reporters/sarif.ts",
  "config/java-pattern.ts",
  "config/property-entries.ts",
  "configtest/place.ts",
  "configtest/output.ts",
  "entry/cli/errors-ko.ts",
  "entry/cli/help-ko.ts",
  "entry/hash.ts",
  "entry/multicast.ts",
  "entry/node-hash.ts",
  "entry/start-thread.ts",
  "entry/write/in-place.ts",
  "entry/write/whole.ts",
  "features/decide.ts",
  "features/hover-placeholder.ts",
  "features/inlay-hints.ts",
  "front/comments.ts",
  "front/read.ts",
  "rules/health-check-sessions/page-for.ts",
  "schema/prose/index.ts",
  "tribes/run.ts",
  "tribes/target.ts",
  "tribes/verdict.ts",
].map((path) => resolve(SOURCES, path));

/** Modules of one function that parses a text of JSON: that text is a file, which V8 reads much faster than a script. */
const DATA = ["schema/data/classes.ts", "schema/data/tomcat.ts"].map((path) => resolve(SOURCES, path));
const DATA_MODULE = /export const (\w+) = [^`]*JSON\.parse\(String\.raw`([^`]*)`\);\s*$/;

/** Stands before the path of a module in the name of the one that calls it late. */
const CALLER = "\0calls:";

/** Puts functions that load a module, and call the same in it, where that module is imported. */
const callLate = {
  name: "call-late",
  async resolveId(source, importer, options) {
    if (importer?.startsWith(CALLER)) return { id: source, external: true };
    if (importer === undefined || !source.startsWith(".") || options.kind === "dynamic-import") return undefined;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && [...CALLED_LATE, ...DATA].includes(found.id)
      ? { id: CALLER + found.id, moduleSideEffects: false }
      : undefined;
  },
  async load(id) {
    if (!id.startsWith(CALLER)) return undefined;
    const path = id.slice(CALLER.length);
    if (DATA.includes(path)) {
      const [, name, json] = DATA_MODULE.exec(await readFile(path, "utf8")) ?? [];
      const fileName = `${nameOf(path)}.json`;
      this.emitFile({ type: "asset", fileName, source: JSON.stringify(JSON.parse(json)) });
      return { code: `export const ${name} = () => require("./${fileName}");`, moduleType: "js" };
    }
    const fileName = `${nameOf(path)}.cjs`;
    this.emitFile({ type: "chunk", id: path, fileName, preserveSignature: "strict" });
    const { exports } = await this.load({ id: path });
    const lines = [
      "let loaded;",
      `const load = () => (loaded ??= require("./${fileName}"));`,
      ...exports.map((name) => `export const ${name} = (...given) => load().${name}(...given);`),
    ];
    return { code: lines.join("\n"), moduleType: "js" };
  },
};

/** A module of a package, whose name it takes out. */
const PACKAGE = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?!.*[\\/]node_modules[\\/])/;

/** `logs-index` for a module of ours, `clack-prompts` for one of a package. */
function nameOf(path) {
  const [, name] = PACKAGE.exec(path) ?? [];
  return (name?.replace("@", "") ?? relative(SOURCES, path).replace(/\.ts$/, "")).replaceAll(/[\\/]/g, "-");
}

/** The modules that one needs before it can run; with `late`, also those that it may load later. */
function neededBy(entry, graph, late = false) {
  const found = new Set([entry]);
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const other of late ? [...importedIds, ...dynamicallyImportedIds] : importedIds) found.add(other);
  }
  return found;
}

/**
 * Files of modules that several programs read when they start, in the order in which they take them: what the extension
 * and all others need, what it and the server say to each other, how configurations are read and checked, the files of
 * this machine, what agents and threads have in common with the command line, and two programs without their entries.
 */
const STARTS = ["common", "protocol", "core", "machine", "check", "language-server", "command"];

/** The names of those files by the paths of the modules in them. Each is read as a whole by all that need it. */
function sharedFiles(graph) {
  const startOf = (path) => neededBy(resolve(path), graph);
  const wholeOf = (path) => neededBy(resolve(path), graph, true);
  const { extension, server, library, cli, mcp, thread } = PROGRAMS;
  const [serverStart, libraryStart] = [startOf(server), startOf(library)];
  const check = startOf("server/src/entry/cli/check.ts");
  const entries = new Set(Object.values(PROGRAMS).map((path) => resolve(path)));
  const files = new Map();
  const put = (name, ids) => {
    for (const id of ids) if (!files.has(id) && !entries.has(id)) files.set(id, name);
  };
  put("common", inOneOf(startOf(extension), libraryStart));
  put("protocol", inOneOf(startOf(extension), serverStart));
  put("core", libraryStart);
  for (const id of [...serverStart, ...startOf(cli), ...check])
    if (MODEL.test(relative(SOURCES, id))) put("core", [id]);
  for (const id of serverStart) if (id.startsWith(CALLER)) put("core", [id]);
  put("machine", inOneOf(check, serverStart));
  put("check", inOneOf(check, wholeOf(mcp), wholeOf(thread), wholeOf(server)));
  // The server's late files need parts of it, and none of them may start another server.
  put("language-server", serverStart);
  put("command", [...startOf(cli), ...check]);
  return files;
}

function inOneOf(ids, ...others) {
  return [...ids].filter((id) => others.some((each) => each.has(id)));
}

/** Folders of the sources that know no program. */
const MODEL = /^(?:base|syntax|schema|front|config|tribes|workspace)[\\/]/;

/** Parts of the sources that come as a whole or not at all. */
const FEATURES = /^(?:(?:config|cli)[\\/])?(create|effective|live|logs|migrate|prove|topology)[\\/.]/;

/**
 * Writes the programs into dist/, side by side, as CommonJS: what VS Code and every Node we support start fastest. Gives
 * the paths of the modules that got in.
 */
export async function buildPrograms({ dev }) {
  const bundle = await rolldown({
    input: PROGRAMS,
    platform: "node",
    external: ["vscode"],
    // jsonc-parser's main file hides its parts from bundlers; its module does not.
    resolve: { mainFields: ["module", "main"] },
    transform: { target: "es2022" },
    moduleTypes: { ".bash": "text", ".zsh": "text", ".fish": "text", ".ps1": "text" },
    plugins: [callLate],
  });
  let shared;
  const { output } = await bundle.write({
    dir: "dist",
    format: "cjs",
    minify: !dev,
    sourcemap: dev,
    entryFileNames: "[name].cjs",
    chunkFileNames: ({ name, facadeModuleId, moduleIds }) => {
      const named =
        facadeModuleId ?? moduleIds.find((id) => PACKAGE.test(id) && moduleIds.every((each) => PACKAGE.test(each)));
      return `${named ? nameOf(named) : name}.cjs`;
    },
    codeSplitting: {
      groups: [
        ...STARTS.map((file, index) => ({
          debugName: file,
          name: (id, graph) => {
            shared ??= sharedFiles(graph);
            return shared.get(id) === file ? file : null;
          },
          priority: STARTS.length - index,
        })),
        {
          debugName: "features",
          name: (id) => FEATURES.exec(relative(SOURCES, id))?.[1] ?? null,
          minShareCount: 2,
          priority: 0,
        },
      ],
    },
  });
  await bundle.close();
  if (!dev) await Promise.all(output.map(finish));
  return output.flatMap(({ moduleIds }) => moduleIds ?? []);
}

/** Writes a file again as it starts fastest; Korean texts of what programs read at a start get a file of their own. */
async function finish({ fileName, type }) {
  if (type !== "chunk") return;
  const path = resolve("dist", fileName);
  const name = fileName.replace(/\.cjs$/, "");
  const plain = plainCode(await readFile(path, "utf8"));
  const { code, korean } = STARTS.includes(name) ? withoutKorean(plain, name) : { code: plain };
  await writeFile(path, code);
  if (korean !== undefined) await writeFile(resolve("dist", `${name}.ko.cjs`), korean);
}
