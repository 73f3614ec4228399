import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, runCommand } from "./workbench/window.ts";

/** Each would run a program or use the network as the workspace's files say. */
const REFUSED = [
  "Tomcat Cluster: Check with My Tomcat",
  "Tomcat Cluster: Prove That It Replicates…",
  "Tomcat Cluster: Test Multicast…",
];

describe("a workspace that is not trusted", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-untrusted-"));
  const at = (...names: readonly string[]) => join(folder, ...names);
  /** What a program of the workspace writes when it runs. */
  const ran = at("ran");
  let requests = 0;
  let node: Server;
  let session: Session;
  let page: Page;

  before(async () => {
    node = createServer((_, answer) => {
      requests++;
      answer.end();
    });
    await new Promise<void>((listening) => node.listen(0, "127.0.0.1", listening));
    const { port } = node.address() as AddressInfo;
    for (const name of ["w/conf", "w/.vscode", "w/tomcat/bin", "w/tomcat/lib"])
      mkdirSync(at(name), { recursive: true });
    writeFileSync(
      at("w/conf/server.xml"),
      `<Server port="-1"><Service name="Catalina"><Connector port="${port}" address="127.0.0.1"/>
<Engine name="Catalina" defaultHost="localhost" jvmRoute="a"><nosuch/>
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="localhost"/></Engine></Service></Server>`,
    );
    writeFileSync(at("w/tomcat/bin/catalina.sh"), `#!/bin/sh\ntouch '${ran}'\n`);
    writeFileSync(at("w/tomcat/bin/bootstrap.jar"), "");
    writeFileSync(at("w/tomcat/lib/catalina.jar"), "");
    chmodSync(at("w/tomcat/bin/catalina.sh"), 0o755);
    writeFileSync(
      at("w/.vscode/settings.json"),
      JSON.stringify({ "tomcatCluster.catalinaHome": at("w/tomcat"), "tomcatCluster.javaHome": at("w/tomcat") }),
    );
    writeFileSync(
      at("w/.tomcat-cluster.json"),
      JSON.stringify({
        customRules: [{ id: "house-rule", select: "//Service", message: "A rule of the workspace ran" }],
      }),
    );
    session = await startSession({
      dataDir: folder,
      settings: { "security.workspace.trust.startupPrompt": "never" },
      timeout: 60_000,
      asksTrust: true,
    });
    page = session.page;
    await session.open(at("w"));
  });
  afterEach(async () => {
    await page?.screenshot({ path: join(root, "out", "screens-last", "untrusted.png") });
  });
  after(async () => {
    await session?.close();
    node?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The rows of the Problems panel that say something. */
  const problems = (text: string) => page.locator(".markers-panel .monaco-list-row", { hasText: text });

  test("is checked with our rules only, runs nothing, and leads to Manage Trust; then its own rules count", async () => {
    await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    const rows = await ask(page, "Control+P", "server.xml");
    await rows.first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").first().waitFor({ state: "attached" });
    await runCommand(page, "Problems: Focus on Problems View");
    await problems("nosuch").first().waitFor();
    assert.equal(await problems("A rule of the workspace ran").count(), 0);

    // Toasts come and go; the list keeps what they said.
    const told = page.locator(".notifications-center .notification-list-item", {
      hasText: "needs a trusted workspace",
    });
    const manage = told.getByRole("button", { name: "Manage Trust" });
    for (const title of REFUSED) {
      await runCommand(page, title);
      // What was not there when the list opened does not open it.
      for (let look = 1; !(await told.first().isVisible()); look++) {
        assert.ok(look <= 20, `${title} says nothing`);
        await runCommand(page, "Notifications: Show Notifications");
        await told
          .first()
          .waitFor({ timeout: 3_000 })
          .catch(() => page.keyboard.press("Escape"));
      }
      await told.first().click();
      await manage.first().waitFor();
      await page.screenshot({ path: join(pictures, "untrusted.png") });
      if (title === REFUSED.at(-1)) break;
      await runCommand(page, "Notifications: Clear All Notifications");
      await told.first().waitFor({ state: "hidden" });
    }
    assert.deepEqual([existsSync(ran), requests], [false, 0]);

    await manage.first().click();
    await page.locator(".workspace-trust-editor").getByRole("button", { name: "Trust", exact: true }).first().click();
    await problems("A rule of the workspace ran").first().waitFor();
  });
});
