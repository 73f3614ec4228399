import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { inThread, line, member } from "../harness/log-lines.ts";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { runCommand } from "./workbench/window.ts";

const RESPONDED = "Catalina-utility-1";
const info = (second: number, place: string, message: string, thread = "main") =>
  inThread(thread, line(second, "INFO", place, message));
const bound = (second: number, last: number) =>
  info(second, "tribes.transport.ReceiverBase.bind", `[/192.168.56.${last}:4000]`);
const started = (second: number) => info(second, "startup.Catalina.start", "[4321]");
const added = (second: number, last: number, alive = 1000) =>
  info(second, "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(last, alive)}]`, RESPONDED);
const gone = (second: number, last: number, leaving: boolean) =>
  info(second, "ha.tcp.SimpleTcpCluster.memberDisappeared", `[${member(last, 9000, leaving)}]`, RESPONDED);
const starting = (second: number) => info(second, "core.StandardEngine.startInternal", "[Apache Tomcat/10.1.60]");
const stopping = (second: number) => info(second, "core.StandardService.stopInternal", "[Catalina]");
const timeout = (second: number) =>
  line(second, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [8-Feb-2023] [60,001]");
const begin = (second: number, last: number) => [starting(second - 0.4), bound(second, last)];

/** A node that is killed, one that cannot get sessions in time, and one that is stopped in order. */
const LOGS = {
  "node1/logs/catalina.out": [...begin(1, 7), started(5), added(42, 8), added(96, 9), gone(301, 8, false)],
  "node2/logs/catalina.out": [...begin(40, 8), added(41, 7, 40_000), started(43), added(96.2, 9)],
  "node3/logs/catalina.out": [
    ...begin(95, 9),
    added(95.5, 7, 94_000),
    added(95.6, 8, 55_000),
    timeout(156),
    started(157),
    gone(301.4, 8, false),
    stopping(330),
  ],
};

describe("the timeline of logs", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-logs-"));
  let session: Session;
  let page: Page;
  let view: FrameLocator;

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, "w", path)), { recursive: true });
    writeFileSync(join(folder, "w", path), text);
  };

  before(async () => {
    const sketch = (last: number) => ({ receiver: `192.168.56.${last}:4000`, group: "228.0.0.4:45564" });
    for (const [path, text] of nodeFiles({ node1: sketch(7), node2: sketch(8), node3: sketch(9) })) write(path, text);
    for (const [path, lines] of Object.entries(LOGS)) write(path, `${lines.join("\n")}\n`);
    session = await startSession({
      dataDir: folder,
      settings: {
        "editor.minimap.enabled": false,
        "workbench.sideBar.location": "right",
        "workbench.colorTheme": "Default Light Modern",
      },
      timeout: 30_000,
    });
    page = session.page;
    view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await session.open(join(folder, "w"));
    if (await page.locator(".part.sidebar").isVisible()) await page.keyboard.press("Control+B");
    await runCommand(page, "Tomcat Cluster: Show Log Timeline");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "node3/logs/catalina.out" }).waitFor();
    await page.keyboard.press("Enter");
    await view.locator(".events tbody tr").first().waitFor();
  });
  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `logs ${name.slice(0, 30)}.png`) });
  });
  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const focused = () => view.locator(":focus").getAttribute("aria-label");

  test("shows the nodes on one axis, what is wrong, and every event in its node's column", async () => {
    assert.equal(await view.locator(".overview .life").count(), 3);
    assert.ok((await view.locator(".overview .mark.fault").count()) >= 1);
    await view.locator(".findings", { hasText: "state-timeout" }).waitFor();
    await view.locator(".findings", { hasText: "member-died" }).waitFor();
    assert.equal(await view.locator(".events thead th").count(), 4);
    const label = await view.getByRole("img").getAttribute("aria-label");
    assert.match(label ?? "", /node1, node2, node3/);
    await page.screenshot({ path: join(pictures, "log-timeline.png") });
  });

  test("keys move in time and along a node, and hide what is harmless", async () => {
    await view.locator("[data-event='0']").focus();
    const first = await focused();
    assert.match(first ?? "", /^00:00:00\.600, node1, /);
    await page.keyboard.press("End");
    assert.match((await focused()) ?? "", /node3, .*Tomcat stops/);
    await page.keyboard.press("ArrowLeft");
    assert.match((await focused()) ?? "", /node3, .*192\.168\.56\.8:4000/);
    await page.keyboard.press("Home");
    assert.equal(await focused(), first);
    await view.getByLabel("Hide what is harmless").check();
    assert.equal(await view.locator(".events tbody tr.normal:visible").count(), 0);
    await view.getByRole("status").filter({ hasText: "/" }).waitFor();
    await view.getByLabel("Hide what is harmless").uncheck();
    await view.getByLabel("Search events").fill("56.9");
    assert.ok((await view.locator(".events tbody tr:not(.day):visible").count()) < 6);
    await view.getByLabel("Search events").fill("");
  });

  test("an event, a mark and a finding lead to their lines", async () => {
    const shown = (path: string) => page.locator(`.editor-instance .monaco-editor[data-uri$="/${path}"]`).waitFor();
    const at = (ln: number) => page.locator(".statusbar-item", { hasText: `Ln ${ln},` }).waitFor();
    await view.locator(".event", { hasText: "No sessions came in time" }).click();
    await shown("node3/logs/catalina.out");
    await at(5);
    await view
      .locator(".findings .opener", { hasText: /^node3 .*stateTransferTimeout/ })
      .first()
      .click();
    await shown("node3/conf/server.xml");
    await view.locator(".overview .mark.fault").first().click();
    assert.match((await focused()) ?? "", /problem/);
  });

  test("reads again what was written meanwhile", async () => {
    write("node2/logs/catalina.out", `${[...LOGS["node2/logs/catalina.out"], timeout(400)].join("\n")}\n`);
    await view.getByRole("button", { name: "Read Again" }).click();
    await view.locator(".event[data-node='1']", { hasText: "No sessions came in time" }).waitFor();
  });
});
