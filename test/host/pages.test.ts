import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, runCommand } from "./workbench/window.ts";

describe("pages about findings, as a user reads them", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-pages-"));
  let session: Session;
  let page: Page;

  before(async () => {
    cpSync(join(root, "examples"), join(folder, "w"), { recursive: true });
    const settings = { "editor.minimap.enabled": false, "workbench.colorTheme": "Default Light Modern" };
    session = await startSession({ dataDir: folder, settings, timeout: 30_000 });
    page = session.page;
    await session.open(join(folder, "w"));
  });
  after(async () => {
    await page?.screenshot({ path: join(root, "out", "screens-last", "pages.png") });
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const shown = (): FrameLocator =>
    page.frameLocator("iframe.webview.ready").last().frameLocator("iframe#active-frame");

  test("the code in the list of problems leads to the rendered page, and its links to other pages and back", async () => {
    await (await ask(page, "Control+P", "node1/conf/server.xml")).first().waitFor();
    await page.keyboard.press("Enter");
    await runCommand(page, "Problems: Focus on Problems View");
    const code = page.locator(".markers-panel a", { hasText: "deployer-outside-host" }).first();
    await code.waitFor();
    await code.click({ modifiers: ["ControlOrMeta"] });
    const view = shown();
    await view.getByRole("heading", { level: 1, name: "deployer-outside-host" }).waitFor();
    assert.ok((await view.locator("pre code .hljs-attr").count()) > 4, "the examples are not coloured");
    await runCommand(page, "View: Toggle Panel Visibility");
    await picture("rule-page");

    await view.getByRole("link", { name: "deployer-folders" }).click();
    await shown().getByRole("heading", { level: 1, name: "deployer-folders" }).waitFor();
    await page.locator(".tab.active", { hasText: "deployer-folders" }).waitFor();
    await runCommand(page, "Go Back");
    await shown().getByRole("heading", { level: 1, name: "deployer-outside-host" }).waitFor();
  });

  test("a rule is found by what it says, without a finding", async () => {
    await runCommand(page, "Tomcat Cluster: Explain Rule…");
    await page.locator(".quick-input-widget input").fill("whole cluster");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "max-active-sessions" }).first().waitFor();
    await picture("rule-pick");
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "max-active-sessions" }).waitFor();
    await shown().getByRole("heading", { level: 1, name: "max-active-sessions" }).waitFor();
  });
});
