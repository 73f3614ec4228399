import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { languageServers } from "./workbench/language-servers.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask } from "./workbench/window.ts";

describe("a workspace without Tomcat's files", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-asleep-"));
  let session: Session;
  let page: Page;

  before(async () => {
    mkdirSync(join(folder, "w"));
    writeFileSync(join(folder, "w", "pom.xml"), "<project>\n  <modelVersion>4.0.0</modelVersion>\n</project>\n");
    writeFileSync(join(folder, "w", "beans.xml"), "<beans/>\n");
    // Not below conf: there it would wake the server before it is opened.
    cpSync(join(root, "examples", "node1", "conf", "server.xml"), join(folder, "w", "server.xml"));
    session = await startSession({ dataDir: folder, settings: {}, timeout: 60_000 });
    page = session.page;
    await session.open(join(folder, "w"));
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(name: string): Promise<void> {
    const rows = await ask(page, "Control+P", name);
    await rows.filter({ hasText: name }).first().click();
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
