import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { goBehind, openFile, runCommand, workbench } from "./workbench/window.ts";

/** Two nodes with one name: a finding in each. */
const NODES = new Map(
  [
    ...nodeFiles({
      node1: { receiver: "192.168.56.7:4000", group: "228.0.0.9:45570" },
      node2: { receiver: "192.168.56.8:4000", group: "228.0.0.9:45570" },
    }),
  ].map(([path, text]) => [path, text.replace(/jvmRoute="[^"]*"/, 'jvmRoute="shop"')]),
);
const NODE = "node1/conf/server.xml";

/** More than is checked by rules; its root is not closed. */
const LARGE = `<Server port="8005">\n${"  <!-- nothing but a comment that fills the file up to its size -->\n".repeat(45_000)}`;

describe("documents of all kinds", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-documents-"));
  const at = (...names: readonly string[]) => join(folder, ...names);
  let session: Session;
  let page: Page;

  before(async () => {
    for (const [path, text] of NODES) {
      mkdirSync(dirname(at("shop", path)), { recursive: true });
      writeFileSync(at("shop", path), text);
    }
    mkdirSync(at("large/conf"), { recursive: true });
    writeFileSync(at("large/conf/server.xml"), LARGE);
    mkdirSync(at("alone"));
    writeFileSync(at("alone/server.xml"), NODES.get(NODE)?.replace("channelSendOptions", "channelSendOption") ?? "");
    const git = (...words: readonly string[]) => execFileSync("git", ["-C", at("shop"), ...words]);
    git("init", "--quiet");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Two nodes");
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false, "git.enabled": true, "diffEditor.renderSideBySide": true },
      timeout: 60_000,
    });
    page = session.page;
  });
  afterEach(async ({ name }) => {
    await page?.screenshot({ path: join(root, "out", "screens-last", `documents ${name.slice(0, 30)}.png`) });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const problems = (hasText: string, of = page) => of.locator(".markers-panel .monaco-list-row", { hasText });
  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  /** Rows of findings, without those that say where else to look. */
  const duplicates = (of = page) => problems("cannot tell them apart", of);

  test("what Git remembers of a file has no findings beside those of the file", async () => {
    await session.open(at("shop"));
    await openFile(page, "node1 server.xml");
    await runCommand(page, "Problems: Focus on Problems View");
    await duplicates().nth(1).waitFor();
    writeFileSync(at("shop", NODE), NODES.get(NODE)?.replace('name="Catalina"', 'name="Catalina" nosuch="a"') ?? "");
    await problems("nosuch").first().waitFor();
    await runCommand(page, "Git: Open Changes");
    const marks = (side: string) =>
      page.locator(`.monaco-diff-editor .editor.${side} :is(.squiggly-warning, .squiggly-info, .squiggly-error)`);
    await marks("modified").first().waitFor({ state: "attached" });
    assert.equal(await marks("original").count(), 0);
    assert.equal(await duplicates().count(), 2);
    assert.equal(await problems("nosuch").count(), 1);
    await picture("documents-git");
    await runCommand(page, "View: Close All Editors");
    await page.locator(".monaco-diff-editor").waitFor({ state: "detached" });
    assert.equal(await duplicates().count(), 2);
    writeFileSync(at("shop", NODE), NODES.get(NODE) ?? "");
    await problems("nosuch").waitFor({ state: "detached" });
  });

  test("what one window saves, another one hears of", async () => {
    await session.open(at("shop"));
    await openFile(page, "node1 server.xml");
    await runCommand(page, "Problems: Focus on Problems View");
    await duplicates().nth(1).waitFor();
    const other = await page.context().newPage();
    other.setDefaultTimeout(60_000);
    await workbench(other, page.url());
    await runCommand(other, "Problems: Focus on Problems View");
    await duplicates(other).nth(1).waitFor();
    await openFile(page, "node1 server.xml");
    await goBehind(page, 'jvmRoute="shop', NODES.get(NODE) ?? "");
    await page.keyboard.type("2");
    await duplicates().first().waitFor({ state: "detached" });
    assert.equal(await duplicates(other).count(), 2);
    await page.keyboard.press("Control+S");
    await duplicates(other).first().waitFor({ state: "detached" });
    await other.close();
    writeFileSync(at("shop", NODE), NODES.get(NODE) ?? "");
    await duplicates().nth(1).waitFor();
  });

  test("a folder that is renamed takes its findings along", async () => {
    const row = (path: string) => page.locator(".markers-panel .monaco-list-row", { hasText: path });
    await row("node2/conf").first().waitFor();
    renameSync(at("shop/node2"), at("shop/busan"));
    await row("busan/conf").first().waitFor();
    await row("node2/conf").first().waitFor({ state: "detached" });
    await duplicates().nth(1).waitFor();
  });

  test("a file of 3 MB is read as XML, and the editor says why no rule runs", async () => {
    await session.open(at("large"));
    await openFile(page, "server.xml");
    await runCommand(page, "Problems: Focus on Problems View");
    await problems("Server").first().waitFor();
    await page
      .getByRole("button", { name: /Language Status/i })
      .first()
      .hover();
    await page.locator(".hover-language-status", { hasText: "Tomcat" }).waitFor();
    await picture("documents-large");
    await page.keyboard.press("Escape");
  });

  test("a file without a folder, and one that is nowhere yet, are checked", async () => {
    await session.open(undefined);
    await runCommand(page, "Problems: Focus on Problems View");
    await page.keyboard.press("Control+O");
    // What is typed before the dialog knows where it is would be replaced.
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await page.locator(".quick-input-widget input").fill(at("alone/server.xml"));
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "server.xml" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "server.xml" }).waitFor();
    await problems("channelSendOption").first().waitFor();
    await runCommand(page, "File: New Untitled Text File");
    await page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
    await runCommand(page, "Change Language Mode");
    await page.locator('.quick-input-widget [placeholder="Select Language Mode"]').fill("XML");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: /^XML/ }).first().click();
    await page.locator(".statusbar-item", { hasText: /^XML$/ }).waitFor();
    await page.locator(".editor-instance .monaco-editor.focused").waitFor();
    await page.keyboard.insertText('<Server port="8005"><Service name="Catalina"><nosuch/></Service></Server>');
    await problems("nosuch").first().waitFor();
    await picture("documents-untitled");
  });
});
