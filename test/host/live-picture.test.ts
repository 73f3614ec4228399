import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createListener, type Server as Listener } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { nodeFiles } from "../harness/nodes.ts";
import { pictures, type Session, skip, startSession } from "./workbench/session.ts";
import { runCommand } from "./workbench/window.ts";

/** Nodes by the last number of their address: whom each sees, how it sends, and its sessions. */
const NODES = [
  { own: 7, sees: [8, 9], sends: 6, sessions: 24, received: 1630 },
  { own: 8, sees: [7, 9], sends: 6, sessions: 19, received: 1702 },
  { own: 9, sees: [7, 8], sends: 8, sessions: 0, received: 85 },
];
const GROUP = "228.0.0.4:45564";
const address = (own: number) => `192.168.56.${own}`;
const mine = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((each) => each.address));
const missing = NODES.some(({ own }) => !mine.includes(address(own)))
  ? "the picture's addresses are not of this machine: npm run screenshots gives them to a network of its own"
  : false;

/** What the JMX proxy of a node's manager application prints. */
function answerOf({ own, sees, sends, sessions, received }: (typeof NODES)[number], query: string): string {
  const member = (of: number) => `\n\tMemberImpl[tcp://{192, 168, 56, ${of}}:4000,{192, 168, 56, ${of}},4000, alive=1]`;
  const part = (name: string, ...lines: readonly string[]) =>
    [`Name: ClusterChannel:type=Channel,channel=Catalina-Channel,component=${name}`, ...lines, ""].join("\n");
  const beans: readonly string[] = query.includes("Channel")
    ? [
        part(
          "Receiver",
          `address: ${address(own)}`,
          "port: 4000",
          "listening: true",
          "poolSize: 6",
          `completedTaskCount: ${received}`,
        ),
        part("Sender", "inUsePoolSize: 0", "inPoolSize: 2"),
        part("Channel", `Members: Array[x] of length ${sees.length}${sees.map(member).join("")}`),
      ]
    : query.includes("Cluster")
      ? [`Name: Catalina:type=Cluster\nclusterName: Catalina\nchannelSendOptions: ${sends}\n`]
      : query.includes("Manager")
        ? [
            `Name: Catalina:type=Manager,host=localhost,context=/shop\nclassName: org.apache.catalina.ha.session.DeltaManager\nactiveSessions: ${sessions}\ncounterSend_EVT_SESSION_DELTA: ${received - 12}\ncounterReceive_EVT_SESSION_DELTA: ${received}\n`,
          ]
        : ["Name: Catalina:type=Server\nserverNumber: 10.1.60.0\n"];
  return `OK - Number of results: ${beans.length}\n\n${beans.join("\n")}`;
}

describe("the picture of running nodes", { skip: skip || missing }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-live-"));
  const managers: Server[] = [];
  const receivers: Listener[] = [];
  let session: Session;

  before(async () => {
    const nodes = NODES.map(({ own }, index) => {
      const node = { receiver: `${address(own)}:4000`, group: GROUP, send: 6 };
      return [`node${index + 1}`, node] as const;
    });
    for (const [path, text] of nodeFiles(Object.fromEntries(nodes))) {
      mkdirSync(dirname(join(folder, "w", path)), { recursive: true });
      writeFileSync(join(folder, "w", path), text);
    }
    for (const node of NODES) {
      const manager = createServer(({ url = "" }, answer) => {
        answer.end(answerOf(node, new URL(url, "http://here").searchParams.get("qry") ?? ""));
      });
      await new Promise<void>((resolve) => manager.listen(8080, address(node.own), resolve));
      managers.push(manager);
      const receiver = createListener((socket) => socket.destroy());
      await new Promise<void>((resolve) => receiver.listen(4000, address(node.own), resolve));
      receivers.push(receiver);
    }
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false, "workbench.colorTheme": "Default Light Modern" },
      timeout: 60_000,
    });
    await session.open(join(folder, "w"));
  });
  after(async () => {
    await session?.close();
    for (const server of [...managers, ...receivers]) server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("each node with whom it sees, its sessions, and a value that is not that of its file", async () => {
    const { page } = session;
    const shown = page.frameLocator("iframe.webview.ready").last().frameLocator("iframe#active-frame");
    await runCommand(page, "Tomcat Cluster: Look at Running Nodes…");
    const input = page.locator(".quick-input-widget input");
    await page.locator(".quick-input-widget", { hasText: "The manager application on each node" }).waitFor();
    await input.fill(NODES.map(({ own }) => `http://${address(own)}:8080/manager`).join(" "));
    await page.keyboard.press("Enter");
    for (const { own } of NODES) {
      const asked = page.locator(".quick-input-widget", { hasText: `${address(own)}:8080` });
      await asked.getByText("A user with the role manager-jmx").waitFor();
      await page.keyboard.press("Enter");
    }
    await shown.getByRole("heading", { name: "Tomcat 10.1.60.0" }).first().waitFor();
    await runCommand(page, "View: Close All Editors");
    if (await page.locator(".part.sidebar").isVisible()) await page.keyboard.press("Control+B");
    await runCommand(page, "Tomcat Cluster: Show Topology");
    await shown.locator('.tc-node[data-node="0"]').getByText("sees 2 · 24 sessions").waitFor();
    const odd = shown.locator('.tc-node[data-node="2"]');
    await odd.getByText("1 wrong in the running node").waitFor();
    await odd.focus();
    await shown.locator(".details .live .wrong", { hasText: "channelSendOptions" }).waitFor();
    await page.screenshot({ path: join(pictures, "topology-live.png") });
  });
});
