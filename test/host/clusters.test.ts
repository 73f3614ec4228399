import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { runCommand } from "./workbench/window.ts";

const WEB = '<web-app version="4.0">';
const NODES = nodeFiles({
  node1: { receiver: "192.168.56.7:4000", members: ["192.168.56.8:4000"] },
  node2: { receiver: "192.168.56.8:4000", members: ["192.168.56.9:4000"] },
});
const FILES = new Map([
  ...NODES,
  // A value Tomcat does not apply, which is mended without asking.
  ["node2/conf/server.xml", (NODES.get("node2/conf/server.xml") ?? "").replace('autoBind="0"', 'autoBind=" 0"')],
  [
    "node1/webapps/shop/WEB-INF/web.xml",
    `${WEB}\n  <distributable/>\n  <session-config><session-timeout>45</session-timeout></session-config>\n</web-app>\n`,
  ],
  ["node2/webapps/shop/WEB-INF/web.xml", `${WEB}\n</web-app>\n`],
]);

const LOOKS = [
  { theme: "Default Dark Modern", css: "vs-dark", locale: "en-US", name: "dark-en", title: "Fix Whole Cluster" },
  { theme: "Default Light Modern", css: "vs", locale: "ko", name: "light-ko", title: "클러스터 전체 수정" },
  { theme: "Default High Contrast", css: "hc-black", locale: "en-US", name: "contrast-en", title: "Fix Whole Cluster" },
] as const;

/** How often the view is asked for, and how long one of them may take, in milliseconds. */
const ASKS = { times: 20, pause: 2_000 } as const;

for (const { theme, css, locale, name: look, title } of LOOKS) {
  describe(`the view of clusters, ${look}`, { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-view-"));
    const workspace = join(folder, "workspace");
    let session: Session;
    let page: Page;

    before(async () => {
      for (const [path, text] of FILES) {
        mkdirSync(dirname(join(workspace, path)), { recursive: true });
        writeFileSync(join(workspace, path), text);
      }
      session = await startSession({
        dataDir: folder,
        settings: { "editor.minimap.enabled": false, "workbench.colorTheme": theme },
        timeout: 60_000,
        locale,
      });
      page = session.page;
      // VS Code takes high contrast from the system.
      if (css === "hc-black") await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
      // As a language pack would: the workbench itself stays English without one.
      if (locale === "ko") await page.context().addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'ko'");
      await open(workspace);
    });

    afterEach(async ({ name }) => {
      await page.screenshot({ path: join(root, "out", "screens-last", `view ${look} ${name.slice(0, 30)}.png`) });
    });

    after(async () => {
      await session?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    async function open(at: string | undefined): Promise<void> {
      await session.open(at);
      await page.locator(`.monaco-workbench.${css}`).waitFor();
      await page.locator('.activitybar [aria-label^="Tomcat Cluster"]').first().click();
    }

    /** Rows by their whole name: the cluster's holds the names of its nodes. */
    const rows = (name: string): Locator =>
      page
        .locator(".sidebar .monaco-list-row")
        .filter({ has: page.locator(".label-name", { hasText: new RegExp(`^${name}$`) }) });
    const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}-${look}.png`) });
    const focused = () => page.locator(".sidebar .monaco-list:focus").first();
    const elsewhere = () => page.locator(".monaco-workbench:not(:has(.sidebar .monaco-list:focus))");

    /** Asks for the view until the keys go there: an empty editor takes them when it is ready, which may be later. */
    async function focusView(): Promise<void> {
      for (let look = 0; look < ASKS.times && (await elsewhere().isVisible()); look++) {
        await runCommand(page, locale === "ko" ? "Focus on 클러스터 View" : "Focus on Clusters View");
        await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
        await focused()
          .waitFor({ timeout: ASKS.pause })
          .catch(() => undefined);
      }
      await focused().waitFor();
    }

    /** Presses a key in the view until what it leads to is there: a key is lost where the focus goes before it. */
    async function pressInView(key: string, reached: Locator): Promise<void> {
      for (let look = 0; look < ASKS.times; look++) {
        await focusView();
        await page.keyboard.press(key);
        await reached.or(elsewhere()).first().waitFor();
        if (await reached.isVisible()) return;
      }
      await reached.waitFor();
    }

    test("is found in the Activity Bar and opened with the keyboard alone", async () => {
      await rows("node2").first().waitFor();
      await pressInView("Home", page.locator('.sidebar .monaco-list-row.focused[data-index="0"]'));
      await pressInView("ArrowDown", rows("node1").and(page.locator(".focused")));
      await pressInView("ArrowRight", rows("/shop").first());
      assert.match((await rows("/shop").first().getAttribute("aria-label")) ?? "", /shop.*JSESSIONID.*45/);
      await pressInView("ArrowDown", rows("/shop").first().and(page.locator(".focused")));
      await pressInView("Enter", page.locator('.editor-instance .monaco-editor[data-uri$="/shop/WEB-INF/web.xml"]'));
      await picture("clusters");
    });

    test("has a menu for each node", async () => {
      await rows("node1").first().click({ button: "right" });
      await page.locator(".monaco-menu .action-label").first().waitFor();
      await picture("clusters-menu");
      await page.keyboard.press("Escape");
    });

    test("fixes what is ticked in the whole cluster", async () => {
      await runCommand(page, `Tomcat Cluster: ${title}`);
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "conf/server.xml:" }).first().waitFor();
      await picture("fix-cluster");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      const file = join(workspace, "node2/conf/server.xml");
      // One changed file is left to its user to save.
      await page.locator('.tab.dirty[aria-label^="server.xml"]').waitFor();
      await runCommand(page, "Save All");
      for (let look = 0; look < 50 && readFileSync(file, "utf8").includes('autoBind=" 0"'); look++) {
        await page.waitForTimeout(100);
      }
      const expected = (FILES.get("node2/conf/server.xml") ?? "").replace('autoBind=" 0"', 'autoBind="0"');
      assert.equal(readFileSync(file, "utf8"), expected);
    });

    test("is offered in the title of an editor and in the Explorer", async () => {
      await rows("node1").first().click();
      const topology = locale === "ko" ? "토폴로지 보기" : "Show Topology";
      await page.locator(`.editor-actions [aria-label*="${topology}"]`).waitFor();
      await page.locator(`.monaco-workbench.${css}`).waitFor();
      await page.locator('.activitybar [aria-label^="Explorer"]').first().click();
      await page.locator(".explorer-folders-view .monaco-list-row.selected").first().click({ button: "right" });
      await page.locator(".monaco-menu .action-label", { hasText: "Tomcat Cluster" }).hover();
      await page.locator(".monaco-menu .action-label", { hasText: topology }).waitFor();
      await picture("explorer-menu");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    });

    test("teaches where there is no folder", async () => {
      await open(undefined);
      await page.locator(".sidebar .welcome-view-content").first().waitFor();
      await picture("clusters-no-folder");
    });
  });
}
