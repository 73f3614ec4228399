import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, goBehind, runCommand } from "./workbench/window.ts";

const SKETCHES = nodeFiles({
  node1: { receiver: "192.168.56.7:4000", members: ["192.168.56.8:4000", "192.168.56.9:4000"] },
  node2: { receiver: "192.168.56.8:4000", members: ["192.168.56.7:4000", "192.168.56.9:4000"] },
});
/** With ids that are counted on in their last byte, as people write them. */
const FILES = new Map([...SKETCHES].map(([path, xml]) => [path, xml.replace(/,(\d+),0\}/g, ",0,$1}")]));
const SERVER = "node1/conf/server.xml";
const text = FILES.get(SERVER) ?? "";

describe("typing and reading in a real VS Code", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-reading-"));
  let session: Session;
  let page: Page;

  before(async () => {
    for (const [path, content] of FILES) {
      mkdirSync(dirname(join(folder, "nodes", path)), { recursive: true });
      writeFileSync(join(folder, "nodes", path), content);
    }
    session = await startSession({
      dataDir: folder,
      settings: {
        "editor.minimap.enabled": false,
        "editor.linkedEditing": true,
        "editor.inlineSuggest.enabled": true,
        "tomcatCluster.inlayHints.defaults": true,
        "workbench.colorTheme": "Default Light Modern",
        "workbench.sideBar.location": "right",
      },
      timeout: 30_000,
    });
    page = session.page;
    await open();
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `reading ${name.slice(0, 30)}.png`) });
    await page.keyboard.press("Escape");
    await runCommand(page, "File: Revert File");
    await page.locator(".tab.active:not(.dirty)").first().waitFor();
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const line = (hasText: string) => page.locator(".editor-instance .view-line", { hasText });

  async function open(): Promise<void> {
    await session.open(join(folder, "nodes"));
    await (await ask(page, "Control+P", SERVER)).first().waitFor();
    await page.keyboard.press("Enter");
    await line("<Server").waitFor();
    await page.keyboard.press("Control+B");
    // The lens shows that the language server has read the file.
    await page.locator(".codelens-decoration", { hasText: "Show effective configuration" }).first().waitFor();
  }

  test("hints say what is not written, lenses what a Cluster is", async () => {
    await page
      .locator(".codelens-decoration", { hasText: /static members|multicast/ })
      .first()
      .waitFor();
    await line("channelSendOptions").filter({ hasText: "asynchronous" }).first().waitFor();
    await picture("hints");
  });

  test("the next member stands in grey, and Tab takes it", async () => {
    await goBehind(page, "/>\n          </Interceptor>", text);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const ghost = page.locator(".ghost-text, .ghost-text-decoration, [class*='ghost-text']", {
      hasText: "192.168.56.10",
    });
    await ghost.first().waitFor();
    await picture("ghost-text");
    await page.keyboard.press("Tab");
    await line('host="192.168.56.10"').waitFor();
  });

  test("both tags of a pair change together", async () => {
    await goBehind(page, "<Service", text);
    // The editor asks for the pair when the cursor comes to rest.
    await page.locator(".linked-editing-decoration").first().waitFor();
    await page.keyboard.type("X");
    await line("</ServiceX>").first().waitFor();
  });

  test("the effective configuration stands beside the file, and follows it", async () => {
    await runCommand(page, "Tomcat Cluster: Show Effective Configuration");
    const effective = page.locator('.monaco-editor[data-uri^="tomcat-effective:"]');
    await effective.locator(".view-line", { hasText: "<Server" }).first().waitFor();
    await page.keyboard.press("Control+1");
    await goBehind(page, 'shutdown="SHUTDOWN', text);
    await page.keyboard.type("X");
    await effective.locator(".view-line", { hasText: "SHUTDOWNX" }).first().waitFor();
    await picture("effective-edited");
    await runCommand(page, "View: Close Editors in Other Groups");
    await effective.waitFor({ state: "detached" });
  });

  test("a rename goes through both nodes, and is shown before it is made", async () => {
    await goBehind(page, 'port="40', text);
    await page.keyboard.press("F2");
    const input = page.locator(".rename-box input");
    await input.waitFor();
    await input.fill("4010");
    await page.keyboard.press("Enter");
    const review = page.locator(".quick-input-widget", { hasText: "node2/conf/server.xml" });
    await review.waitFor();
    assert.equal(await review.locator(".monaco-list-row input:not(:checked)").count(), 0, "all is ticked");
    await picture("rename");
    await page.keyboard.press("Enter");
    await line('port="4010"').first().waitFor();
    // VS Code saves what a rename changed.
    const other = () => readFileSync(join(folder, "nodes/node2/conf/server.xml"), "utf8");
    for (let look = 0; look < 50 && !other().includes('port="4010"'); look++) await page.waitForTimeout(200);
    assert.match(other(), /host="192\.168\.56\.7" port="4010"/);
  });
});
