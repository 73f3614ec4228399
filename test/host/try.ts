/** Opens the example cluster with the extension in an embedded VS Code, on loopback, until Ctrl-C. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installCodeServer } from "./workbench/install.ts";
import { startServer } from "./workbench/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BROWSERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  linux: ["xdg-open"],
  win32: ["cmd", "/c", "start", ""],
};

const dataDir = mkdtempSync(join(tmpdir(), "tomcat-cluster-try-"));
const server = await startServer(installCodeServer("1.100"), { dataDir });
const url = server.url(join(root, "examples"), [
  ["extensionDevelopmentPath", server.remoteUri(root)],
  ["openFile", server.remoteUri(join(root, "examples", "node1", "conf", "server.xml"))],
  ["skipWelcome", "true"],
]);
console.log(`\nVS Code with the example cluster (Ctrl-C ends it):\n\n  ${url}\n`);

const [browser, ...words] = BROWSERS[process.platform] ?? ["xdg-open"];
spawn(browser, [...words, url], { stdio: "ignore" }).on("error", () => console.log("Open that address in a browser."));

const stopped = new Promise<void>((done) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
});
await stopped;
await server.stop();
rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
