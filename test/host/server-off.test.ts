import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
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

  /** The message that says this, with both remedies. */
  async function messageWith(hasText: string): Promise<Locator> {
    // Toasts come and go; the list keeps what they said.
    await runCommand(page, "Notifications: Show Notifications");
    const message = page.locator(".notifications-center .notification-list-item", { hasText }).first();
    await message.waitFor();
    await message.click();
    for (const name of ["Restart", "Open Log"]) await message.getByRole("button", { name }).waitFor();
    return message;
  }

  test("that hangs says so with Restart and Open Log, and Restart replaces it", async () => {
    const rows = await ask(page, "Control+P", "node1/conf/server.xml");
    await rows.first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").first().waitFor({ state: "attached" });
    const [stopped] = languageServers(folder);
    assert.ok(stopped !== undefined);
    process.kill(stopped, "SIGSTOP");
    // The list opens where there is something in it: a server is asked every five seconds, and has fifteen to answer.
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    const message = await messageWith("has not answered for 15 seconds");
    await page.screenshot({ path: join(pictures, "server-hangs.png") });
    await message.getByRole("button", { name: "Restart" }).click();
    for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const [now, ...others] = languageServers(folder);
      if (now !== undefined && now !== stopped && others.length === 0) break;
      assert.ok(Date.now() < end, `${[stopped, now, ...others]}`);
    }
    await runCommand(page, "Notifications: Clear All Notifications");
  });

  test("says so with Restart and Open Log, in the topology and Create Cluster too, and comes back", async () => {
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
    await messageWith("5 times in three minutes");
    await runCommand(page, "Notifications: Clear All Notifications");
    await runCommand(page, "Tomcat Cluster: Create Cluster…");
    await messageWith("The Tomcat Cluster language server does not run.");
    await runCommand(page, "Tomcat Cluster: Show Topology");
    const view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await view.getByRole("alert").waitFor();
    await page.screenshot({ path: join(pictures, "server-off.png") });
    await view.getByRole("link", { name: "Restart" }).click();
    await view.locator("svg").first().waitFor();
    await page.screenshot({ path: join(pictures, "server-on.png") });
  });
});
