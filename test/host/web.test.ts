import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { build, type Plugin } from "esbuild";
import { freePort } from "../harness/free-port.ts";
import { findChromium, launchChromium } from "./workbench/browser.ts";
import { installWeb } from "./workbench/install.ts";

/** A suite that takes longer hangs; in milliseconds. */
const LIMIT = 900_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const suite = join(root, "out", "host", "browser", "index.cjs");
const skip = findChromium() === undefined ? "VS Code for the Web: needs Chromium (CHROMIUM_PATH)" : false;

/** The part of `@vscode/test-web` that is used; it is not among the project's packages. */
interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

/** Brings two packages into a form that a browser runs. */
const forBrowsers: Plugin = {
  name: "for-browsers",
  setup({ onResolve, onLoad }) {
    // Node's assert is a package too; its strict half is a property of the other there.
    onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: "assert", namespace: "strict" }));
    onLoad({ filter: /^/, namespace: "strict" }, () => ({
      contents: 'module.exports = require("assert/").strict;',
      resolveDir: root,
    }));
    // Mocha's file for browsers is a script that writes into `module.exports`, in a package of modules.
    const mocha = createRequire(import.meta.url).resolve("mocha/mocha.js");
    onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({ path: mocha, namespace: "script" }));
    onLoad({ filter: /^/, namespace: "script" }, () => ({ contents: readFileSync(mocha, "utf8") }));
  },
};

async function buildSuite(): Promise<void> {
  await build({
    entryPoints: [join(root, "test/host/suite/browser/index.ts")],
    outfile: suite,
    bundle: true,
    platform: "browser",
    format: "cjs",
    plugins: [forBrowsers],
    // The packages ask for a process. A global one would hide that the extension does, too.
    define: { process: "noProcess", global: "globalThis" },
    banner: { js: "const noProcess = { env: {} };" },
    external: ["vscode"],
    logLevel: "warning",
  });
}

test("the extension runs in VS Code for the Web", { skip }, async () => {
  await buildSuite();
  const { build: built, server } = installWeb();
  const { open } = createRequire(import.meta.url)(server) as TestWeb;
  const data = mkdtempSync(join(tmpdir(), "tomcat-cluster-web-"));
  // Where @vscode/test-web looks for the build of a commit: any 40 hexadecimal digits.
  const commit = "0".repeat(40);
  const staged = join(data, `vscode-web-stable-${commit}`);
  mkdirSync(staged);
  for (const name of readdirSync(built)) symlinkSync(join(built, name), join(staged, name));
  writeFileSync(join(staged, "version"), "from npm");
  const folderPath = join(data, "examples");
  cpSync(join(root, "examples"), folderPath, { recursive: true });

  const port = await freePort();
  const served = await open({
    ...{ browserType: "none", quality: "stable", commit, testRunnerDataDir: data, host: "localhost", port },
    ...{ extensionDevelopmentPath: root, extensionTestsPath: suite, folderPath },
  });
  const context = await launchChromium(join(data, "chromium"));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const log: string[] = [];
    const ended = new Promise<string>((done) => {
      void page.exposeFunction("codeAutomationLog", (_: string, words: unknown[]) => {
        const line = format(...words);
        log.push(line);
        if (process.env["VERBOSE"]) console.log(line);
      });
      void page.exposeFunction("codeAutomationExit", (code: number) => done(`the workbench said ${code}`));
      if (process.env["VERBOSE"]) page.on("console", (message) => console.log(message.type(), message.text()));
      page.on("crash", () => done("the page crashed"));
      setTimeout(() => done(`no result in ${LIMIT} ms`), LIMIT).unref();
    });
    await page.goto(`http://localhost:${port}`);
    const why = await ended;
    const result = log.find((line) => line.startsWith("SUITE "));
    assert.match(result ?? `${why}\n${log.slice(-60).join("\n")}`, /^SUITE \d{2,} passed, 0 failed$/, log.join("\n"));
  } finally {
    await context.close();
    served.dispose();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
});
