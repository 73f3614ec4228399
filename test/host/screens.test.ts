import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, goBehind, runCommand } from "./workbench/window.ts";

describe("what a user sees of the post's first node", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-screens-"));
  const example = readFileSync(join(root, "examples/node1/conf/server.xml"), "utf8");
  let session: Session;
  let page: Page;

  before(async () => {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    session = await startSession({
      dataDir: folder,
      settings: {
        "editor.minimap.enabled": false,
        "editor.hover.delay": 100,
        "workbench.colorTheme": "Default Light Modern",
        "workbench.sideBar.location": "right",
      },
      timeout: 20_000,
    });
    page = session.page;
    await session.open(join(folder, "examples"));
    await page.locator(".explorer-folders-view").waitFor();
    await openFile("node1/conf/server.xml");
    await page.keyboard.press("Control+B");
  });

  afterEach(async ({ name }) => {
    // What was on the screen when a test ended says more than its message.
    await page.screenshot({ path: join(root, "out", "screens-last", `${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `${name}.png`), clip: { x: 0, y: 35, width: 1230, height: 735 } });
  }

  async function openFile(path: string): Promise<void> {
    const name = path.split("/").at(-1) ?? path;
    await (await ask(page, "Control+P", path)).first().waitFor();
    await page.keyboard.press("Enter");
    await page
      .locator(`.editor-instance .monaco-editor[data-uri$="/${path}"] .view-line`, { hasText: "<" })
      .first()
      .waitFor();
    await page.locator(".tabs-container .tab.active", { hasText: name }).waitFor();
  }

  const text = async () =>
    (await page.locator(".editor-instance .view-line").allInnerTexts()).join("\n").replaceAll("\u00a0", " ");

  test("squiggles under the mistakes, and each in the Problems panel", async () => {
    await goBehind(page, "<Deployer", example);
    await page.locator(".editor-instance .squiggly-warning").first().waitFor();
    await page.locator(".editor-instance .squiggly-info").first().waitFor();
    await page.keyboard.press("Control+Shift+M");
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "Deployer" });
    await row.first().waitFor();
    await picture("problems");
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel").waitFor({ state: "hidden" });
  });

  test("a hover that explains the attribute", async () => {
    await goBehind(page, "dropTi", example);
    await runCommand(page, "Show or Focus Hover");
    await page.locator(".monaco-hover:not(.hidden)", { hasText: "dropTime" }).first().waitFor();
    await picture("hover");
    await page.keyboard.press("Escape");
  });

  test("a lightbulb with the repair", async () => {
    await goBehind(page, ".*\\.gif", example);
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget .monaco-list-row");
    await menu.filter({ hasText: "|" }).first().waitFor();
    await picture("quick-fix");
    await menu.filter({ hasText: "|" }).first().click();
    await page.locator(".editor-instance .view-line", { hasText: ".gif|" }).waitFor();
    assert.doesNotMatch(await text(), /\.gif;/);
  });

  test("a completion list with what fits", async () => {
    await goBehind(page, 'frequency="500"', example);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "domain" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    // The same key opens the explanation beside the list.
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-details-container", { hasText: "DomainFilterInterceptor" }).waitFor();
    await picture("completion");
    await page.keyboard.press("Escape");
  });
});
