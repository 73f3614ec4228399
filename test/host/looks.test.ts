import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { openFile, runCommand } from "./workbench/window.ts";

/** A link that is broken, and a member that is none of the nodes. */
const FILES = nodeFiles({
  node1: { receiver: "192.168.56.7:4000", members: ["192.168.56.8:4000"] },
  node2: { receiver: "192.168.56.8:4000", members: ["192.168.56.9:4000"] },
});

const EN = {
  locale: "en-US",
  topology: "Show Topology",
  effective: "Show Effective Configuration",
  create: "Create Cluster…",
} as const;
const KO = {
  locale: "ko",
  topology: "토폴로지 보기",
  effective: "유효 설정 보기",
  create: "클러스터 만들기…",
} as const;

const LOOKS = [
  { ...EN, theme: "Default High Contrast", scheme: "dark", css: "hc-black", name: "contrast" },
  { ...EN, theme: "Default High Contrast Light", scheme: "light", css: "hc-light", name: "contrast-light" },
  { ...KO, theme: "Default Light Modern", scheme: "light", css: "vs", name: "light-ko" },
] as const;

for (const { theme, scheme, css, name: look, locale, ...titles } of LOOKS) {
  describe(`pictures and questions, ${look}`, { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-looks-"));
    const workspace = join(folder, "shop");
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
      if (css.startsWith("hc")) await page.emulateMedia({ forcedColors: "active", colorScheme: scheme });
      // As a language pack would: the workbench itself stays English without one.
      if (locale === "ko") await page.context().addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'ko'");
      await session.open(workspace);
      await page.locator(`.monaco-workbench.${css}`).waitFor();
    });
    afterEach(async ({ name }) => {
      await page.screenshot({ path: join(root, "out", "screens-last", `looks ${look} ${name.slice(0, 30)}.png`) });
    });
    after(async () => {
      await session?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}-${look}.png`) });
    const view = () => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

    test("the topology, with a node chosen", async () => {
      await openFile(page, "node1 server.xml");
      await runCommand(page, `Tomcat Cluster: ${titles.topology}`);
      const node = view().locator(".tc-node", { hasText: "node2" });
      await node.waitFor();
      await picture("topology-two");
      await node.focus();
      await view().locator(".details h3", { hasText: "node2" }).waitFor();
      await picture("topology-node");
      for (const part of [node.locator("text").first(), view().locator(".tc-broken .tc-label").first()]) {
        const seen = await contrastOf(part);
        assert.ok(seen >= 4.5, `contrast ${seen}`);
      }
      await runCommand(page, "View: Close Editor");
    });

    test("the effective configuration", async () => {
      await runCommand(page, `Tomcat Cluster: ${titles.effective}`);
      await page.locator('.monaco-editor[data-uri^="tomcat-effective:"] .inline-folded').first().waitFor();
      await picture("effective");
      await runCommand(page, "View: Close All Editors");
    });

    test("the questions for a new cluster", async () => {
      await runCommand(page, `Tomcat Cluster: ${titles.create}`);
      await page.locator(".quick-input-widget .quick-input-list .monaco-list-row").first().waitFor();
      await page.locator(".quick-input-widget", { hasText: /\(1\// }).waitFor();
      // It fades in.
      await page.waitForTimeout(500);
      await picture("create");
      await page.keyboard.press("Escape");
    });

    /** Of a text in the picture and what is behind it, as WCAG counts it. */
    async function contrastOf(text: Locator): Promise<number> {
      const colours = await text.evaluate((element) => [
        getComputedStyle(element).fill,
        getComputedStyle(document.querySelector(".toolbar") ?? document.body).backgroundColor,
      ]);
      const [brighter = 0, darker = 0] = colours.map(luminance).sort((a, b) => b - a);
      return (brighter + 0.05) / (darker + 0.05);
    }
  });
}

/** Of a colour as browsers compute it, `rgb(…)`. */
function luminance(colour: string): number {
  const shares = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => Number(channel) / 255);
  const linear = shares.map((share) => (share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
