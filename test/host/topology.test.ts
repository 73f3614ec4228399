import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { type NodeSketch, nodeFiles } from "../harness/nodes.ts";
import { pictures, root, type Session, skip, startSession } from "./workbench/session.ts";
import { goBehind, openFile, runCommand } from "./workbench/window.ts";

const GROUP = "239.1.1.1:45564";
const many = (count: number, odd: Readonly<Record<number, Partial<NodeSketch>>>) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `node${String(index + 1).padStart(2, "0")}`,
      { receiver: `10.20.30.${index + 1}:4000`, group: GROUP, ...odd[index + 1] },
    ]),
  );

/** A workspace for each picture. */
const WORKSPACES = {
  two: nodeFiles({
    node1: { receiver: "192.168.56.7:4000", members: ["192.168.56.8:4000"] },
    node2: { receiver: "192.168.56.8:4000", members: ["192.168.56.9:4000"] },
  }),
  eight: nodeFiles(many(8, { 3: { manager: "BackupManager" }, 5: { group: "239.1.1.2:45564" } })),
  sixty: nodeFiles(many(60, { 17: { group: "239.1.1.2:45564" }, 33: { send: 6 }, 42: { manager: "BackupManager" } })),
  fronted: new Map([
    ...nodeFiles(many(2, {})),
    [
      "httpd.conf",
      `<Proxy balancer://shop>
  BalancerMember http://10.20.30.1:8080 route=node01
  BalancerMember http://10.20.30.2:8080 route=tc2
</Proxy>
ProxyPass / balancer://shop/ stickysession=JSESSIONID|jsessionid
`,
    ],
  ]),
  clusters: new Map([
    ...nodeFiles(many(20, {})),
    ...[...nodeFiles(many(20, {}))].map(
      ([path, text]) =>
        [`west/${path}`, text.replaceAll("10.20.30.", "10.20.40.").replaceAll(GROUP.slice(0, 9), "239.1.1.7")] as const,
    ),
  ]),
  none: new Map([["conf/server.xml", "<Server><Service/></Server>\n"]]),
} satisfies Record<string, ReadonlyMap<string, string>>;

const THEMES = { light: "Default Light Modern", dark: "Default Dark Modern" } as const;

/** True for the colour of letters on a dark page; undefined for none. */
function isLight(colour: string): boolean | undefined {
  const red = /\d+/.exec(colour)?.[0];
  return red === undefined ? undefined : Number(red) > 128;
}

describe("the topology view", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-topology-"));
  let session: Session;
  let page: Page;
  let view: FrameLocator;

  before(async () => {
    for (const [name, files] of Object.entries(WORKSPACES)) {
      for (const [path, text] of files) {
        const file = join(folder, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      mkdirSync(join(folder, name, ".vscode"), { recursive: true });
    }
    session = await startSession({
      dataDir: folder,
      settings: { "editor.minimap.enabled": false, "workbench.sideBar.location": "right" },
      timeout: 30_000,
    });
    page = session.page;
    view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  });

  afterEach(async ({ name }) => {
    await page.screenshot({ path: join(root, "out", "screens-last", `topology ${name.slice(0, 30)}.png`) });
  });

  after(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function show(workspace: keyof typeof WORKSPACES, theme: keyof typeof THEMES): Promise<void> {
    const settings = join(folder, workspace, ".vscode", "settings.json");
    writeFileSync(settings, JSON.stringify({ "workbench.colorTheme": THEMES[theme] }));
    await session.open(join(folder, workspace));
    // A folder that was open before has it closed already, and its picture back.
    if (await page.locator(".part.sidebar").isVisible()) await page.keyboard.press("Control+B");
    await runCommand(page, "Tomcat Cluster: Show Topology");
  }

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  for (const theme of ["light", "dark"] as const) {
    for (const [workspace, node] of [
      ["two", "node1"],
      ["eight", "node08"],
      ["sixty", "node60"],
    ] as const) {
      test(`shows ${workspace} nodes in the ${theme} theme`, async () => {
        await show(workspace, theme);
        await view.locator(".tc-node", { hasText: node }).waitFor();
        // The theme of the folder comes a moment after the page.
        let colour = "";
        for (let look = 0; look < 100 && isLight(colour) !== (theme === "dark"); look++) {
          colour = await view.locator("body").evaluate((body) => getComputedStyle(body).color);
          await page.waitForTimeout(100);
        }
        assert.equal(isLight(colour), theme === "dark", `text is ${colour}`);
        await picture(`topology-${workspace}-${theme}`);
      });
    }
  }

  test("a node, a broken link and a row of the table lead to their lines", async () => {
    await show("two", "light");
    await view.locator(".tc-node", { hasText: "node2" }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="/node2/conf/server.xml"]').waitFor();
    const lines = (WORKSPACES.two.get("node2/conf/server.xml") ?? "").split("\n");
    const lineOf = (needle: string) => lines.findIndex((line) => line.includes(needle)) + 1;
    await page.locator(".statusbar-item", { hasText: `Ln ${lineOf("<Cluster")},` }).waitFor();

    await view.locator(".tc-broken .tc-label").click();
    await page.locator(".statusbar-item", { hasText: `Ln ${lineOf("StaticMembershipInterceptor")},` }).waitFor();

    await view.locator("tbody tr", { hasText: "node2" }).getByRole("button", { name: "192.168.56.8:4000" }).click();
    await page.locator(".statusbar-item", { hasText: `Ln ${lineOf("<Receiver")},` }).waitFor();
    await picture("topology-beside");
  });

  test("the way of a request begins at the load balancer, and leads to the lines of its file", async () => {
    await show("fronted", "dark");
    const inHttpd = (line: number) => page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
    await view.locator(".tc-front", { hasText: "shop" }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="/httpd.conf"]').waitFor();
    await inHttpd(1);
    await view.locator(".tc-broken .tc-label", { hasText: "balancer-route-differs" }).click();
    await inHttpd(3);
    await view.locator("li", { hasText: "Apache httpd" }).getByRole("button", { name: "node01" }).click();
    await inHttpd(2);
    await view.locator(".broken").getByRole("button", { name: "shop ↛ node02" }).click();
    await inHttpd(3);
    await picture("topology-fronted-dark");
  });

  test("keys move between nodes and open them", async () => {
    await show("two", "light");
    const [first, second] = [view.locator(".tc-node").nth(0), view.locator(".tc-node").nth(1)];
    await first.focus();
    await page.keyboard.press("ArrowRight");
    const link = view.locator(".tc-broken");
    assert.equal(await link.evaluate((edge) => edge === document.activeElement), true);
    await page.keyboard.press("ArrowRight");
    assert.equal(await second.evaluate((node) => node === document.activeElement), true);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await first.evaluate((node) => node === document.activeElement), true);
    assert.match(
      (await first.getAttribute("aria-label")) ?? "",
      /^node1: Tomcat 9\.0, receives at 192\.168\.56\.7:4000/,
    );
    await page.keyboard.press("Enter");
    await page.locator('.editor-instance .monaco-editor[data-uri$="/node1/conf/server.xml"]').waitFor();
  });

  test("tells all of the chosen node, finds nodes, and remembers the zoom", async () => {
    await show("sixty", "dark");
    await view.locator(".toolbar input").fill("10.20.30.42:");
    await view.locator(".toolbar .count", { hasText: "1 / 60" }).waitFor();
    assert.equal(await view.locator(".tc-node.out").count(), 59);
    await page.keyboard.press("Enter");
    await view.locator(".details h3", { hasText: "node42" }).waitFor();
    await view.locator(".details dd", { hasText: "BackupManager" }).waitFor();
    await picture("topology-search-dark");
    await page.keyboard.press("Escape");
    await view.locator(".details").waitFor({ state: "detached" });
    await view.getByRole("button", { name: "Zoom In" }).click();
    const size = await view.getByRole("button", { name: "Zoom to Fit" }).textContent();
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "Tomcat Cluster: Show Topology");
    await view.locator(".tc-node").first().waitFor();
    assert.equal(await view.getByRole("button", { name: "Zoom to Fit" }).textContent(), size);
    await view.getByRole("button", { name: "Zoom to Fit" }).click();
  });

  for (const theme of ["light", "dark"] as const) {
    test(`beside an editor, the details of a node hide nothing of the table, ${theme}`, async () => {
      await show("two", theme);
      await view.locator(".tc-node", { hasText: "node2" }).click();
      await page.locator('.editor-instance .monaco-editor[data-uri$="/node2/conf/server.xml"]').waitFor();
      const details = view.locator(".details");
      await details.locator("h3", { hasText: "node2" }).waitFor();
      await picture(`topology-half-${theme}`);
      const last = view.locator("tbody tr:last-child td:not(:empty)").last();
      await last.evaluate((cell) => cell.scrollIntoView());
      const [cell, card] = [await last.boundingBox(), await details.boundingBox()];
      assert.ok(cell && card && card.width < 760, JSON.stringify({ cell, card }));
      assert.ok(
        cell.y + cell.height <= card.y,
        `the details begin at ${card.y}, the last cell ends at ${cell.y + cell.height}`,
      );
      await picture(`topology-half-end-${theme}`);
    });
  }

  test("goes to the cluster of the file it is asked for, also where it is open", async () => {
    await show("clusters", "light");
    const heading = (index: number) => view.locator("h2").nth(index);
    const inSight = async (index: number) => {
      const top = await heading(index).evaluate((element) => element.getBoundingClientRect().top);
      return top >= 0 && top < 200;
    };
    const comes = async (index: number) => {
      for (let look = 0; look < 100 && !(await inSight(index)); look++) await page.waitForTimeout(100);
      assert.ok(await inSight(index), `cluster ${index} is not at the top`);
    };
    await heading(1).waitFor();
    assert.ok(!(await inSight(1)));
    await openFile(page, "west node20 server.xml");
    await runCommand(page, "Tomcat Cluster: Show Topology");
    await comes(1);
    // Beside the picture, which stays as it is.
    await view.locator(".tc-node").last().click();
    await page.locator('.editor-instance .monaco-editor[data-uri*="/west/"]').waitFor();
    await heading(0).evaluate(() => window.scrollTo(0, 0));
    assert.ok(!(await inSight(1)));
    await runCommand(page, "Tomcat Cluster: Show Topology");
    await comes(1);
    await picture("topology-goal");
  });

  test("is exported as a file", async () => {
    await show("two", "light");
    for (const [label, name] of [
      ["PNG", "topology.png"],
      ["Mermaid", "topology.mmd"],
    ] as const) {
      await view.getByRole("button", { name: "Export…" }).click();
      await page.locator(".quick-input-list .monaco-list-row", { hasText: label }).click();
      await page.locator(".quick-input-widget", { hasText: "Show Local" }).waitFor();
      await page.keyboard.press("Enter");
      const file = join(folder, "two", name);
      for (let look = 0; look < 100 && !existsSync(file); look++) await page.waitForTimeout(100);
      const start = readFileSync(file).subarray(0, 9).toString("latin1");
      assert.ok(start.includes("PNG") || start.startsWith("flowchart"), start);
    }
  });

  test("follows an edit", async () => {
    await show("two", "light");
    await view.locator(".tc-broken").waitFor();
    await view.locator(".tc-node", { hasText: "node2" }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="/node2/conf/server.xml"]').waitFor();
    // The keys are still the picture's.
    const shown = page.locator('.editor-instance .monaco-editor[data-uri$="/node2/conf/server.xml"] .view-line');
    await shown.filter({ hasText: "StaticMembershipInterceptor" }).first().click();
    await goBehind(page, "192.168.56.9", WORKSPACES.two.get("node2/conf/server.xml") ?? "");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("7");
    await view.locator(".tc-broken").waitFor({ state: "detached" });
    assert.match((await view.locator(".about").textContent()) ?? "", /2 nodes, no broken links/);
    await runCommand(page, "File: Revert File");
  });

  test("is there again after a reload", async () => {
    await show("eight", "dark");
    await view.locator(".tc-node").first().waitFor();
    await page.reload({ waitUntil: "domcontentloaded" });
    await view.locator(".tc-node", { hasText: "node08" }).waitFor();
  });

  test("says how clusters are recognised where there is none", async () => {
    await show("none", "light");
    await view.getByText("No cluster of several nodes was found here.").waitFor();
    await view.getByText(/name the same multicast group/).waitFor();
    await picture("topology-none");
  });
});
