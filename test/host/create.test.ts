import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { runCommand } from "./workbench/window.ts";

/** More questions than there are. */
const MOST_STEPS = 15;

describe("Create Cluster… in a real VS Code", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-create-"));
  const empty = join(folder, "shop");
  let session: Session;
  let page: Page;

  before(async () => {
    mkdirSync(empty);
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false, "workbench.colorTheme": "Default Light Modern" },
      timeout: 30_000,
    });
    page = session.page;
    await session.open(empty);
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `create ${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("asks in a folder without any file, shows what it would write, and writes it", async () => {
    await runCommand(page, "Tomcat Cluster: Create Cluster…");
    const input = page.locator(".quick-input-widget:not([style*='display: none'])");
    const review = input.filter({ hasText: "node1/conf/server.xml" });
    const asked = new Set<string>();
    for (let step = 0; step < MOST_STEPS && !(await review.isVisible()); step++) {
      await input.waitFor();
      const title = (await input.textContent()) ?? "";
      if (step === 1) await page.screenshot({ path: join(pictures, "create.png") });
      asked.add(title);
      // What is suggested is taken.
      await page.keyboard.press("Enter");
      await page.waitForFunction((before) => {
        const widget = document.querySelector<HTMLElement>(".quick-input-widget");
        return widget && widget.style.display !== "none" && widget.textContent !== before;
      }, title);
      await page.waitForTimeout(500);
    }
    await review.waitFor();
    await page.screenshot({ path: join(pictures, "create-review.png") });
    assert.equal(await review.locator(".monaco-list-row input:not(:checked)").count(), 0, "all is ticked");
    assert.ok(!existsSync(join(empty, "tomcat-cluster")), "nothing is written before the user agrees");
    await page.keyboard.press("Enter");
    await page.locator(".tab", { hasText: "server.xml" }).first().waitFor();
    const written = join(empty, "tomcat-cluster", "node1", "conf", "server.xml");
    for (let look = 0; look < 50 && !existsSync(written); look++) await page.waitForTimeout(200);
    assert.match(readFileSync(written, "utf8"), /jvmRoute="node1"/);
    assert.ok(existsSync(join(empty, "tomcat-cluster/node2/webapps/ROOT/WEB-INF/web.xml")));
    assert.ok(existsSync(join(empty, "tomcat-cluster/node2/webapps/ROOT/index.jsp")));
    // Everybody on the machine can read what VS Code makes.
    const withKey = join(empty, "tomcat-cluster/node1/conf/catalina.properties");
    assert.equal(statSync(withKey).mode & 0o777, 0o600);
    assert.match(readFileSync(withKey, "utf8"), /^cluster\.key=[0-9a-f]{64}$/m);
    await page.locator(".tab", { hasText: "Welcome" }).waitFor();
    await page.locator(".gettingStartedContainer").getByRole("button", { name: "Look at Running Nodes…" }).waitFor();
    const steps = page.locator(".gettingStartedContainer .getting-started-step");
    const done = steps.filter({ has: page.locator(".codicon-getting-started-step-checked") });
    await done.filter({ hasText: "Create the cluster" }).waitFor();
    await page.screenshot({ path: join(pictures, "create-next.png") });
    await runCommand(page, "Notifications: Show Notifications");
    const next = page.locator(".notifications-center .notification-list-item", { hasText: "Copy each folder" });
    await next.click();
    assert.match((await next.textContent()) ?? "", /mode 600\. Undo does not take it away/);
    // What fits static members, which the suggested answers make.
    for (const name of ["Show Topology", "Look at Running Nodes", "Prove That It Replicates"]) {
      await next.getByRole("button", { name }).waitFor();
    }
    assert.equal(await next.getByRole("button", { name: "Test Multicast" }).count(), 0);
    // The view knows it at once: the editor tells of what it creates, without waiting for a watcher.
    await page.locator('.activitybar [aria-label^="Tomcat Cluster"]').first().click();
    await page.locator(".sidebar .monaco-list-row", { hasText: "node2" }).first().waitFor();
    assert.ok(asked.size >= 5, `${asked.size} questions`);
  });
});
