import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, goBehind, runCommand } from "./workbench/window.ts";

const SERVER = "node1/conf/server.xml";
const text = readFileSync(join(root, "examples", SERVER), "utf8");

describe("the effective configuration in a real VS Code", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-effective-"));
  let session: Session;
  let page: Page;
  let effective: Locator;

  before(async () => {
    cpSync(join(root, "examples"), join(folder, "nodes"), { recursive: true });
    session = await startSession({
      dataDir: folder,
      settings: {
        "editor.minimap.enabled": false,
        "workbench.sideBar.location": "right",
      },
      timeout: 60_000,
    });
    page = session.page;
    effective = page.locator('.monaco-editor[data-uri^="tomcat-effective:"]');
    await session.open(join(folder, "nodes"));
    await (await ask(page, "Control+P", SERVER)).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".codelens-decoration", { hasText: "Show effective configuration" }).first().waitFor();
    await page.keyboard.press("Control+B");
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `effective ${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const focused = () => page.locator('.monaco-editor.focused[data-uri^="tomcat-effective:"]').waitFor();
  const shows = (hasText: string) => effective.locator(".view-line", { hasText }).first().waitFor();

  test("opens at the element the cursor is in, with what is default folded, and cannot be typed into", async () => {
    await goBehind(page, "<Receiver", text);
    await runCommand(page, "Tomcat Cluster: Show Effective Configuration");
    await page.locator(".tab.active", { hasText: "node1 (effective)" }).waitFor();
    await shows("<Receiver");
    // What is above the text says where the node is in the workspace, and no more.
    const crumbs = page.locator(".editor-group-container.active .monaco-breadcrumb-item");
    assert.equal(((await crumbs.first().textContent()) ?? "").trim(), "node1 (effective)");
    await effective.locator(".inline-folded").first().waitFor();
    await page.locator(".statusbar-item", { hasText: "Spaces: 2" }).waitFor();
    await picture("effective");
    // The port is written; the attributes around it are defaults.
    await shows('port="4000"');
    assert.equal(await effective.locator(".view-line", { hasText: "rxBufSize" }).count(), 0);
    await page.keyboard.type("x");
    await page.locator(".monaco-editor-overlaymessage", { hasText: "Change the file itself" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("follows the cursor of the file, and the file follows its reader", async () => {
    await page.keyboard.press("Control+1");
    await goBehind(page, 'filter="', text);
    await shows("ReplicationValve");
    await picture("effective-follows");
    await page.keyboard.press("Control+2");
    await focused();
    // Over the start of the Valve and the comment above it, to the end of the Channel.
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+1");
    const line = text.slice(0, text.indexOf("<Channel")).split("\n").length;
    await page.locator(".statusbar-item", { hasText: `Ln ${line}, ` }).waitFor();
  });

  test("shows the Cluster only, and only what differs", async () => {
    await page.keyboard.press("Control+2");
    await focused();
    await choose("Cluster only");
    await effective.locator(".view-line", { hasText: "<Connector" }).waitFor({ state: "detached" });
    await shows("<Manager");
    await page.locator(".editor-actions .codicon-filter-filled").waitFor();
    await picture("effective-cluster");
    await choose("Only what differs");
    await effective.locator(".view-line", { hasText: "<Manager" }).waitFor({ state: "detached" });
    await focused();
    await page.keyboard.press("Control+Home");
    await shows("Only what Tomcat adds, drops");
    await picture("effective-differs");
    assert.equal(await page.locator(".tab", { hasText: "node1 (effective)" }).count(), 1);
  });

  test("two nodes are compared by what differs, or by all, and filtered alike", async () => {
    await runCommand(page, "Tomcat Cluster: Compare Effective Configuration With");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "node2" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "node1 ↔ node2 (effective)" }).waitFor();
    await page.locator(".diff-editor, .monaco-diff-editor").first().waitFor();
    await page.locator(".editor-actions .codicon-filter-filled").waitFor();
    // The Managers of both are the same, the options are not.
    await shows('channelSendOptions="6"');
    await effective.locator(".view-line", { hasText: "<Manager" }).first().waitFor({ state: "detached" });
    await picture("effective-compared");
    await choose("Everything");
    await shows("<Manager");
    await page.locator(".editor-actions .codicon-filter").first().waitFor();
    await choose("Cluster only");
    await shows("<Manager");
    await effective.locator(".view-line", { hasText: "<Connector" }).first().waitFor({ state: "detached" });
    assert.equal(await page.locator(".tab", { hasText: "↔" }).count(), 1);
  });

  test("asks for the node where no file of Tomcat's is open", async () => {
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "Tomcat Cluster: Show Effective Configuration");
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: "node2/conf/server.xml" });
    await row.first().click();
    await page.locator(".tab.active", { hasText: "node2 (effective)" }).waitFor();
  });

  async function choose(view: string): Promise<void> {
    await runCommand(page, "Tomcat Cluster: Filter Effective Configuration");
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: view });
    await page.locator(".quick-input-widget input").fill(view);
    await row.waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }
});
