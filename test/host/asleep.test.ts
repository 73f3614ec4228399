import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { findChromium, launchChromium } from "./workbench/browser.ts";
import { installCodeServer } from "./workbench/install.ts";
import { languageServers } from "./workbench/language-servers.ts";
import { type RunningServer, startServer } from "./workbench/server.ts";
import { ask, workbench } from "./workbench/window.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pictures = process.env["SCREENSHOTS"] ?? join(root, "out", "screens");
const canRun = process.platform === "linux" && findChromium() !== undefined;
const skip = canRun ? false : "the user interface: needs Linux and Chromium (CHROMIUM_PATH)";

describe("a workspace without Tomcat's files", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-asleep-"));
  let server: RunningServer;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    mkdirSync(join(folder, "w"));
    writeFileSync(join(folder, "w", "pom.xml"), "<project>\n  <modelVersion>4.0.0</modelVersion>\n</project>\n");
    writeFileSync(join(folder, "w", "beans.xml"), "<beans/>\n");
    // Not below conf: there it would wake the server before it is opened.
    cpSync(join(root, "examples", "node1", "conf", "server.xml"), join(folder, "w", "server.xml"));
    server = await startServer(installCodeServer("1.139"), { dataDir: folder, settings: {} });
    context = await launchChromium(join(folder, "chromium"));
    page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
    const url = server.url(join(folder, "w"), [
      ["extensionDevelopmentPath", server.remoteUri(root)],
      ["skipWelcome", "true"],
      ["skipReleaseNotes", "true"],
    ]);
    await workbench(page, url);
  });
  after(async () => {
    await context?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(name: string): Promise<void> {
    const rows = await ask(page, "Control+P", name);
    await rows.first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: name }).waitFor();
  }

  test("has no language server, until one of them is opened", async () => {
    await open("pom.xml");
    // The extension is there: the item of its status says so.
    await page
      .getByRole("button", { name: /Language Status/i })
      .first()
      .hover();
    await page.getByText("No Tomcat file").waitFor();
    await page.screenshot({ path: join(pictures, "asleep.png") });
    await page.keyboard.press("Escape");
    await open("beans.xml");
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.deepEqual(languageServers(folder), []);

    await open("server.xml");
    await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").first().waitFor({ state: "attached" });
    assert.equal(languageServers(folder).length, 1);
  });
});
