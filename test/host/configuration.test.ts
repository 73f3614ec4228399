import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { languageServers } from "./workbench/language-servers.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { openFile, runCommand } from "./workbench/window.ts";

const CONFIGURATION = ".tomcat-cluster.json";

/** A comment, and a mistake of each kind: two of the form, a rule that is not there, and three names of nothing. */
const MISTAKEN = `// How we run it
{
  "tomcat": "9",
  "rules": { "no-such-rule": "off" },
  "clusters": [{ "name": "shop", "nodes": ["west/conf/server.xml"] }],
  "baseline": "gone.json",
  "customRules": [{ "id": "send-options", "select": "//Service", "message": "ours" }]
}
`;

/** Two nodes with one name, which no balancer can tell apart. */
const NODES = new Map(
  [
    ...nodeFiles({
      node1: { receiver: "192.168.56.7:4000", members: ["192.168.56.8:4000"] },
      node2: { receiver: "192.168.56.8:4000", members: ["192.168.56.7:4000"] },
    }),
  ].map(([path, text]) => [path, text.replace(/jvmRoute="[^"]*"/, 'jvmRoute="shop"')]),
);

const SAID = ["no-such-rule", "No server.xml below", "This file is not there", "send-options is a rule"] as const;

describe("a configuration in a real VS Code", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-configuration-"));
  const at = (...names: readonly string[]) => join(folder, ...names);
  let session: Session;
  let page: Page;

  before(async () => {
    mkdirSync(at("alone"));
    writeFileSync(at("alone", CONFIGURATION), MISTAKEN);
    for (const [path, text] of NODES) {
      mkdirSync(dirname(at("shop", path)), { recursive: true });
      writeFileSync(at("shop", path), text);
    }
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false },
      timeout: 60_000,
    });
    page = session.page;
  });
  afterEach(async ({ name }) => {
    await page?.screenshot({ path: join(root, "out", "screens-last", `configuration ${name.slice(0, 30)}.png`) });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const problems = (hasText: string) => page.locator(".markers-panel .monaco-list-row", { hasText });
  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

  test("alone wakes the server, and its mistakes are told before it is opened", async () => {
    await session.open(at("alone"));
    await runCommand(page, "Problems: Focus on Problems View");
    for (const text of SAID) await problems(text).first().waitFor();
    assert.equal(languageServers(folder).length, 1);
  });

  test("that is open says each mistake once and in words, and may have comments", async () => {
    await openFile(page, CONFIGURATION);
    await page.locator(".statusbar-item", { hasText: "JSON with Comments" }).waitFor();
    await problems("Nothing of this file counts").waitFor();
    // VS Code's own check of the form comes by itself; each of ours stands beside it once.
    await problems("Value is not accepted").waitFor();
    for (const text of SAID) assert.equal(await problems(text).count(), 1, text);
    assert.equal(await problems("omment").count(), 0);
    for (const raw of ["Expected", "ValueExpected", "EndOfFile"]) assert.equal(await problems(raw).count(), 0, raw);
    await picture("configuration");
  });

  test("accepts a finding with its first click, and the next ones too", async () => {
    await session.open(at("shop"));
    await openFile(page, "node1 server.xml");
    await runCommand(page, "Problems: Focus on Problems View");
    const findings = problems("tomcat-cluster");
    await findings.nth(3).waitFor();
    await accept("has the jvmRoute");
    await accept("has the jvmRoute");
  });

  test("a fix over several files shows each with everything ticked, and is made with one key", async () => {
    for (const [path, text] of NODES) writeFileSync(at("shop", path), text);
    rmSync(at("shop", CONFIGURATION));
    await problems("has the jvmRoute").nth(1).waitFor();
    await offer("has the jvmRoute", "Give each node its own jvmRoute");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "conf/server.xml" }).first().waitFor();
    assert.equal(await rows.locator("input:not(:checked)").count(), 0, "all is ticked");
    assert.equal(await rows.filter({ hasText: "1 change" }).count(), await rows.count(), "each changes something");
    assert.equal(await rows.count(), 2);
    await picture("fix-over-files");
    await page.keyboard.press("Enter");
    await problems("has the jvmRoute").first().waitFor({ state: "detached" });
    for (const [path, text] of NODES) {
      const expected = text.replace('"shop"', `"${path.slice(0, path.indexOf("/"))}"`);
      const read = () => readFileSync(at("shop", path), "utf8");
      for (let look = 0; look < 50 && read() !== expected; look++) await page.waitForTimeout(100);
      assert.equal(read(), expected);
    }
  });

  /** Takes what is offered at the first problem that says something. */
  async function offer(text: string, action: string): Promise<void> {
    const offered = page.locator(".action-widget .monaco-list-row", { hasText: action }).first();
    // A key that comes before the editor has the file shows nothing.
    for (let look = 1; !(await offered.isVisible()); look++) {
      assert.ok(look <= 10, `${action} is not offered`);
      await page.keyboard.press("Escape");
      await problems(text).first().dblclick();
      await page.locator(".editor-instance .monaco-editor.focused").waitFor();
      await page.keyboard.press("Control+.");
      await offered.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await offered.click();
  }

  async function accept(text: string): Promise<void> {
    const before = await problems(text).count();
    await offer(text, "Accept into the baseline");
    await problems(text)
      .nth(before - 1)
      .waitFor({ state: "detached" });
  }
});
