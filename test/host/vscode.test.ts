import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { findChromium } from "./workbench/browser.ts";
import { RELEASES } from "./workbench/install.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const suite = join(root, "out", "host");
const canRun = process.platform === "linux" && findChromium() !== undefined;

/** What the suite needs, or why it cannot run here. */
const skip = canRun ? false : "the extension in a real VS Code: needs Linux and Chromium (CHROMIUM_PATH)";

describe("the suite in a real VS Code", { concurrency: 1, skip }, () => {
  for (const version of Object.keys(RELEASES)) {
    test(`VS Code ${version}`, async () => {
      await build({
        entryPoints: [join(root, "test/host/suite/*.ts")],
        outdir: suite,
        outExtension: { ".js": ".cjs" },
        bundle: true,
        platform: "node",
        format: "cjs",
        external: ["vscode", "mocha"],
        logLevel: "warning",
      });
      const data = mkdtempSync(join(tmpdir(), "tomcat-cluster-vscode-"));
      try {
        const folder = join(data, "examples");
        cpSync(join(root, "examples"), folder, { recursive: true });
        const code = await runTests({
          vscodeExecutablePath: join(root, "node_modules", ".bin", "tsx"),
          launchArgs: [fileURLToPath(new URL("workbench/launcher.ts", import.meta.url)), folder],
          extensionDevelopmentPath: root,
          extensionTestsPath: join(suite, "index.cjs"),
          extensionTestsEnv: { HOST_VSCODE: version },
        });
        assert.equal(code, 0);
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    });
  }
});
