/**
 * Stands in for the desktop `code` executable where none can be had: takes the arguments that @vscode/test-electron
 * passes, runs the suite in code-server's extension host, and exits with the suite's own code.
 *
 * HOST_VSCODE names the VS Code version (a key of RELEASES).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BrowserContext } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { installCodeServer, RELEASES, type VsCodeVersion } from "./install.ts";
import { type RunningServer, startServer } from "./server.ts";

/** A suite that takes longer hangs; in milliseconds. */
const LIMIT = 900_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
  },
});
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-host-"));
const output = join(folder, "output.txt");
const result = join(folder, "result.json");
let server: RunningServer | undefined;
let context: BrowserContext | undefined;

async function run(): Promise<number> {
  const extension = text(values["extensionDevelopmentPath"]);
  const suite = text(values["extensionTestsPath"]);
  const version = Object.keys(RELEASES).find((name): name is VsCodeVersion => name === process.env["HOST_VSCODE"]);
  if (!extension || !suite || !version) throw new Error("extension, suite or HOST_VSCODE is missing");

  writeFileSync(output, "");
  server = await startServer(installCodeServer(version), {
    dataDir: folder,
    env: { HOST_SUITE: resolve(suite), HOST_OUTPUT: output, HOST_RESULT: result },
  });
  context = await launchChromium(join(folder, "chromium"));
  const page = context.pages()[0] ?? (await context.newPage());
  const log: string[] = [];
  const ended = new Promise<string>((done) => {
    // The workbench calls these two functions of the window when it runs extension tests.
    void page.exposeFunction("codeAutomationLog", (kind: string, words: unknown[]) => {
      log.push(`${kind} ${words.join(" ")}`.slice(0, 500));
    });
    void page.exposeFunction("codeAutomationExit", (code: number) => done(`the workbench said ${code}`));
    page.on("crash", () => done("the page crashed"));
    page.on("close", () => done("the page was closed"));
    setTimeout(() => done(`no result in ${LIMIT} ms`), LIMIT).unref();
  });
  const opened = positionals.find((path) => existsSync(path) && statSync(path).isDirectory());
  const url = server.url(opened, [
    ["extensionDevelopmentPath", server.remoteUri(extension)],
    ["extensionTestsPath", server.remoteUri(fileURLToPath(new URL("suite-runner.cjs", import.meta.url)))],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ]);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  const why = await ended;
  process.stdout.write(readFileSync(output));
  if (!existsSync(result)) {
    console.error(`the suite did not end: ${why}\n${log.slice(-30).join("\n")}`);
    return 1;
  }
  const { ok, error }: { ok: boolean; error?: string } = JSON.parse(readFileSync(result, "utf8"));
  if (!ok) console.error(error);
  return ok ? 0 : 1;
}

async function close(code: number): Promise<never> {
  await context?.close().catch(() => undefined);
  await server?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void close(130));
run().then(close, (error: unknown) => {
  console.error(error);
  return close(1);
});
