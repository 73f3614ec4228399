import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { packageExtension } from "./workbench/install.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { ask, runCommand } from "./workbench/window.ts";

/** Each the root of a folder of the workspace; what is in the second name means something in a URI. */
const NODES = ["alpha", "노드 #2 50%"] as const;

const server = (route: string) => `<Server port="8005">
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${route}">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.9" port="45570"/>
        </Channel>
      </Cluster>
      <Host name="localhost"/>
    </Engine>
  </Service>
</Server>
`;

describe("installed from its package, in a workspace of two folders", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-journeys-"));
  const workspace = join(folder, "shop.code-workspace");
  const path = (node: string) => join(folder, node, "conf", "server.xml");
  let session: Session;
  let page: Page;

  before(async () => {
    for (const node of NODES) {
      mkdirSync(dirname(path(node)), { recursive: true });
      writeFileSync(path(node), server("shop"));
    }
    writeFileSync(workspace, JSON.stringify({ folders: NODES.map((node) => ({ path: node })) }));
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false },
      timeout: 60_000,
      vsix: packageExtension(folder),
    });
    page = session.page;
    await session.open(workspace);
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `journey ${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  const problems = (hasText: string) => page.locator(".markers-panel .monaco-list-row", { hasText });

  test("nodes in two folders of the workspace are one cluster, whatever the folders are called", async () => {
    const rows = await ask(page, "Control+P", "alpha server.xml");
    await rows.first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "server.xml" }).waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    await problems("jvmRoute").nth(1).waitFor();
    await problems("노드 #2 50%").first().waitFor();
    await picture("journey-folders");
  });

  test("what changes on disk, and what is deleted there, is checked anew", async () => {
    // The editor's own watcher may begin after the first findings came: what changes before is not told to anyone.
    const change = () => writeFileSync(path(NODES[1]), server("other"));
    change();
    const again = setInterval(change, 5_000);
    try {
      await problems("jvmRoute").first().waitFor({ state: "detached" });
    } finally {
      clearInterval(again);
    }
    writeFileSync(path(NODES[1]), server("shop"));
    await problems("jvmRoute").nth(1).waitFor();
    rmSync(path(NODES[1]));
    await problems("jvmRoute").first().waitFor({ state: "detached" });
  });
});
