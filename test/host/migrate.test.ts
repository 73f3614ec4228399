import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, runCommand } from "./workbench/window.ts";

const NODES = ["node1", "node2"];
const server = (node: string) => `<Server port="8005">
  <Service name="Catalina">
    <!-- ours -->
    <Connector port="8443" SSLEnabled="true" keystoreFile="a.p12"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${node}">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6"/>
      <Host name="localhost"/>
    </Engine>
  </Service>
</Server>
`;

describe("Migrate to Another Tomcat Line… in a real VS Code", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-migrate-"));
  const path = (node: string) => join(folder, "w", node, "conf", "server.xml");
  let session: Session;
  let page: Page;

  before(async () => {
    for (const node of NODES) {
      mkdirSync(join(folder, "w", node, "conf"), { recursive: true });
      writeFileSync(path(node), server(node));
      writeFileSync(join(folder, "w", node, "RELEASE-NOTES"), "Apache Tomcat Version 9.0.95\n");
    }
    session = await startSession({
      dataDir: folder,
      settings: { "files.refactoring.autoSave": true, "workbench.colorTheme": "Default Light Modern" },
      timeout: 30_000,
    });
    page = session.page;
    await session.open(join(folder, "w"));
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `migrate ${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("shows the report first, then the changes of both nodes, and makes what stays ticked", async () => {
    const { choose, input } = await start();
    await input.locator(".monaco-list-row", { hasText: "Preview the changes (2 files)" }).waitFor();
    const report = page.frameLocator("iframe.webview").frameLocator("iframe");
    await report.locator("h1", { hasText: "Tomcat 9.0.95 → 11.0" }).waitFor();
    await report.locator("strong", { hasText: "one by one" }).waitFor();
    for (const node of NODES) assert.equal(readFileSync(path(node), "utf8"), server(node));

    await choose("Preview the changes (2 files)");
    const review = input.filter({ hasText: "node2/conf/server.xml" });
    await review.waitFor();
    assert.equal(await review.locator(".monaco-list-row input:not(:checked)").count(), 0, "all is ticked");
    await page.keyboard.press("Enter");
    await review.waitFor({ state: "hidden" });
    for (const node of NODES) await until(() => readFileSync(path(node), "utf8").includes("<SSLHostConfig>"));
    assert.match(readFileSync(path("node1"), "utf8"), /<!-- ours -->\n {4}<Connector port="8443" SSLEnabled="true">/);
  });

  test("writes old defaults down where that is chosen", async () => {
    const { choose, input } = await start();
    await choose("Preview with old defaults written down");
    const review = input.filter({ hasText: "node2/conf/server.xml" });
    await review.waitFor();
    await page.keyboard.press("Enter");
    await review.waitFor({ state: "hidden" });
    for (const node of NODES) await until(() => readFileSync(path(node), "utf8").includes('maxParameterCount="10000"'));
  });

  /** Opens the first node's file and goes as far as the report of the move of both to 11.0. */
  async function start() {
    const rows = await ask(page, "Control+P", "node1/conf/server.xml");
    await rows.filter({ hasText: "node1" }).filter({ hasText: "server.xml" }).first().click();
    await page.locator(".tab.active", { hasText: "server.xml" }).waitFor();
    await page.locator(".view-line", { hasText: "8443" }).first().waitFor();
    await runCommand(page, "Tomcat Cluster: Migrate to Another Tomcat Line…");
    const input = page.locator(".quick-input-widget:not([style*='display: none'])");
    const choose = async (label: string) => {
      const row = input.locator(".monaco-list-row", { hasText: label });
      await row.first().waitFor();
      await row.first().click();
    };
    await choose("Tomcat 11.0");
    await choose("All 2 nodes of the cluster");
    return { choose, input };
  }
});

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    assert.ok(Date.now() < end, "not written in twenty seconds");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
