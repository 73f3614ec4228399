import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { languageServers } from "./workbench/language-servers.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, runCommand } from "./workbench/window.ts";

describe("a language server that stays off", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-off-"));
  let session: Session;
  let page: Page;

  before(async () => {
    cpSync(join(root, "examples"), join(folder, "w"), { recursive: true });
    session = await startSession({ dataDir: folder, settings: {}, timeout: 60_000 });
    page = session.page;
    await session.open(join(folder, "w"));
  });
  afterEach(async () => {
    await page.screenshot({ path: join(root, "out", "screens-last", "server-off.png") });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("says so with Restart and Open Log, in the topology too, and comes back", async () => {
    const rows = await ask(page, "Control+P", "node1/conf/server.xml");
    await rows.first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").first().waitFor({ state: "attached" });
    // Servers are found by the folder in their environment or words; the editor is the only one of this test.
    const killed = new Set<number>();
    for (const end = Date.now() + 120_000; killed.size < 5; ) {
      assert.ok(Date.now() < end, `${killed.size} servers came`);
      for (const id of languageServers(folder)) {
        if (killed.has(id)) continue;
        // Killed at a file, it would be the file that is blamed.
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        process.kill(id, "SIGKILL");
        killed.add(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // Toasts come and go; the list keeps what they said.
    await runCommand(page, "Notifications: Show Notifications");
    const message = page.locator(".notifications-center .notification-list-item", {
      hasText: "5 times in three minutes",
    });
    await message.waitFor();
    await message.click();
    for (const name of ["Restart", "Open Log"]) await message.getByRole("button", { name }).waitFor();
    await runCommand(page, "Tomcat Cluster: Show Topology");
    const view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await view.getByRole("alert").waitFor();
    await page.screenshot({ path: join(pictures, "server-off.png") });
    await view.getByRole("link", { name: "Restart" }).click();
    await view.locator("svg").first().waitFor();
    await page.screenshot({ path: join(pictures, "server-on.png") });
  });
});
