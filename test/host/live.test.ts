import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { nodeFiles } from "../harness/nodes.ts";
import { root, type Session, skip, startSession } from "./workbench/session.ts";
import { runCommand } from "./workbench/window.ts";

const USER = `Basic ${Buffer.from("looker:not-to-be-seen").toString("base64")}`;
const SERVER_BEAN = "OK - Number of results: 1\n\nName: Catalina:type=Server\nserverNumber: 10.1.60.0\n\n";

describe("running nodes, as a user looks at them", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-live-"));
  const users: (string | undefined)[] = [];
  let manager: Server;
  let address = "";
  let session: Session;
  let page: Page;

  before(async () => {
    for (const [path, text] of nodeFiles({
      node1: { receiver: "127.0.0.1:1", group: "228.0.0.4:45564" },
      node2: { receiver: "127.0.0.1:2", group: "228.0.0.4:45564" },
    })) {
      mkdirSync(dirname(join(folder, "w", path)), { recursive: true });
      writeFileSync(join(folder, "w", path), text);
    }
    manager = createServer(({ headers: { authorization } }, answer) => {
      users.push(authorization);
      answer.writeHead(authorization === USER ? 200 : 401).end(authorization === USER ? SERVER_BEAN : "");
    });
    await new Promise<void>((resolve) => manager.listen(0, "127.0.0.1", resolve));
    const bound = manager.address();
    address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}/manager`;
    session = await startSession({ dataDir: folder, settings: {}, timeout: 30_000 });
    page = session.page;
    await session.open(join(folder, "w"));
  });
  afterEach(() => page.screenshot({ path: join(root, "out", "screens-last", "live.png") }));
  after(async () => {
    await session?.close();
    manager.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const answer = async (prompt: string, text: string | undefined) => {
    await page.locator(".quick-input-widget", { hasText: prompt }).waitFor();
    if (text !== undefined) await page.locator(".quick-input-widget input").fill(text);
    await page.keyboard.press("Enter");
  };
  const shown = () => page.frameLocator("iframe.webview.ready").last().frameLocator("iframe#active-frame");

  test("a password is asked for once, refused is asked for again, and taken is kept", async () => {
    const run = async () => {
      await runCommand(page, "Tomcat Cluster: Look at Running Nodes…");
      await answer("The manager application on each node", address);
    };
    await run();
    await answer("A user with the role manager-jmx", "looker");
    await answer("The password of user looker", "wrong");
    await shown().getByText("it wants a user and a password").waitFor();
    await shown().getByText("node1 127.0.0.1:1: an address of loopback").waitFor();

    await run();
    await answer("A user with the role manager-jmx", "looker");
    await answer("The password of user looker", "not-to-be-seen");
    await shown().getByRole("heading", { name: "Tomcat 10.1.60.0" }).waitFor();

    users.length = 0;
    await runCommand(page, "View: Close All Editors");
    await run();
    await shown().getByRole("heading", { name: "Tomcat 10.1.60.0" }).waitFor();
    assert.deepEqual(users, [USER, USER, USER, USER]);
  });

  test("the picture of the cluster shows what was seen, and when", async () => {
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "Tomcat Cluster: Show Topology");
    const card = shown().locator('.tc-node[data-node="0"]');
    await card.getByText(/^\d.* not reached$/).waitFor();
    await card.getByText("1 wrong in the running node").waitFor();
    await card.focus();
    await shown().locator(".details .live .wrong", { hasText: "an address of loopback" }).waitFor();
  });
});
