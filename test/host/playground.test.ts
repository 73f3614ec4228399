import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { toFragment } from "../../client/src/playground/share.ts";
import { packagesIn } from "../../tools/notices.mjs";
import { findChromium, launchChromium } from "./workbench/browser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = join(root, "out", "site");
const skip = findChromium() === undefined ? "the playground: needs Chromium (CHROMIUM_PATH)" : false;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** A host that knows nothing but files, as those that people put sites on. */
function serveStatically(): Promise<Server> {
  const server = createServer(({ url = "/" }, response) => {
    const path = new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    try {
      const bytes = readFileSync(join(site, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(server)));
}

describe("the playground", { skip }, () => {
  const profile = mkdtempSync(join(tmpdir(), "tomcat-cluster-site-"));
  let context: BrowserContext;
  let server: Server;
  let host = "";
  let opened = pathToFileURL(`${site}/`).href;

  before(async () => {
    execFileSync(join(root, "node_modules/.bin/tsx"), ["tools/site/build.ts"], { cwd: root, stdio: "inherit" });
    server = await serveStatically();
    const address = server.address();
    assert.ok(address && typeof address === "object");
    host = `http://127.0.0.1:${address.port}/`;
    context = await launchChromium(profile);
  });
  after(async () => {
    await context?.close();
    server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Opens a page, and fails the test for anything it logs as wrong or asks a network for. */
  async function on(address: string, act: (page: Page) => Promise<void>, width = 1280): Promise<void> {
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(opened)) wrong.push(request.url());
    });
    opened = address.startsWith("file:") ? pathToFileURL(`${site}/`).href : host;
    try {
      await page.setViewportSize({ width, height: 860 });
      await page.goto(address);
      await ready(page);
      await act(page);
      assert.deepEqual(wrong, []);
    } finally {
      await page.close();
    }
  }

  const ready = (page: Page) => page.locator("html[data-ready]").waitFor({ state: "attached", timeout: 60_000 });
  const item = (page: Page, code: string) => page.locator("#findings li", { hasText: code }).first();

  for (const [name, base] of [
    ["opened as a file", () => pathToFileURL(`${site}/`).href],
    ["from a static host", () => host],
  ] as const) {
    test(`finds, explains, completes, mends and draws ${name}`, async () => {
      await on(`${base()}index.html`, async (page) => {
        await item(page, "filter-not-a-regex").waitFor();
        await item(page, "port-taken-by-node").waitFor();
        assert.ok((await page.locator(".cm-lintRange-error").count()) > 0, "errors are underlined");

        await page.locator(".cm-line", { hasText: "dropTime" }).first().locator("text=dropTime").hover();
        await page
          .getByText(/silent|heartbeat/i)
          .first()
          .waitFor();
        await page.mouse.move(5, 5);

        await item(page, "filter-not-a-regex")
          .getByRole("button", { name: /Separate/ })
          .click();
        await item(page, "filter-not-a-regex").waitFor({ state: "detached" });

        await item(page, "element-replaced").locator(".opener").click();
        await page.keyboard.press("End");
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.type(" ");
        await page.keyboard.press("Control+Space");
        await page.locator(".cm-tooltip-autocomplete li", { hasText: "channelSendOptions" }).waitFor();
        await page.keyboard.press("Escape");

        await page.getByRole("tab", { name: "Topology" }).click();
        await page.locator("#topology svg .tc-node").first().waitFor();
        assert.equal(await page.locator("#topology svg .tc-node").count(), 2);
        await page.getByRole("tab", { name: "Effective configuration" }).click();
        await page.locator("#effective .cm-line", { hasText: "StandardServer" }).first().waitFor();
      });
    });
  }

  test("a link holds what was typed, in both languages, and a link that holds nothing is told", async () => {
    const files = { "shop/conf/server.xml": '<Server port="8005" shutdown="SHUTDOWN">\n  <Servise/>\n</Server>\n' };
    const fragment = await toFragment({ tomcat: "10.1", files });
    await on(`${host}ko.html${fragment}`, async (page) => {
      await page.getByText("아무것도 전송하지 않습니다").waitFor();
      await page.locator(".cm-line", { hasText: "Servise" }).waitFor();
      assert.equal(await page.locator("#tomcat").inputValue(), "10.1");
      await page.locator(".cm-line", { hasText: "Servise" }).click();
      await page.keyboard.type("<!-- mine -->");
      await page.getByRole("button", { name: "링크 복사" }).click();
      await page.waitForURL((url) => url.hash !== fragment);
      await page.reload();
      await ready(page);
      await page.locator(".cm-line", { hasText: "mine" }).waitFor();
      await page.getByRole("link", { name: "English" }).waitFor();
    });
    await on(`${host}index.html#p1=AAAA`, async (page) => {
      await page.getByText("This link holds no configuration.").waitFor();
      await item(page, "element-replaced").waitFor();
    });
  });

  test("markup in a shared configuration stays text", async () => {
    const evil = `<img src=x onerror="document.title='taken'">`;
    const files = {
      "conf/server.xml": '<Server port="8005" shutdown="${evil}">\n</Server>\n',
      "conf/catalina.properties": `evil=${evil}\n`,
    };
    const fragment = await toFragment({ tomcat: "9.0", files });
    await on(`${host}index.html${fragment}`, async (page) => {
      await page.locator(".cm-line", { hasText: "Server port" }).locator("text=evil").hover();
      await page.locator(".cm-tooltip-hover", { hasText: "catalina.properties" }).waitFor();
      assert.equal(await page.locator("img").count(), 0);
      assert.notEqual(await page.title(), "taken");
    });
  });

  test("the pages of the rules are searched, and their examples open in the playground", async () => {
    for (const base of [pathToFileURL(`${site}/`).href, host]) {
      opened = base;
      const page = await context.newPage();
      await page.goto(`${base}rules/index.html`);
      await page.getByLabel("Search rules").fill("stick jvmrou");
      await page.locator("#hits a", { hasText: "jvm-route-duplicate" }).click();
      await page.getByRole("heading", { name: "jvm-route-duplicate" }).waitFor();
      await page.getByRole("link", { name: "Open in the playground" }).first().click();
      await ready(page);
      await item(page, "jvm-route-duplicate").waitFor();
      assert.equal(await page.locator(".pane").count(), 2);
      await item(page, "jvm-route-duplicate").getByRole("link").click();
      await page.getByRole("heading", { name: "jvm-route-duplicate" }).waitFor();
      await page.goto(`${base}rules/ko/index.html`);
      await page.getByLabel("규칙 검색").fill("복제");
      await page.locator("#hits li").nth(3).waitFor();
      await page.close();
    }
  });

  test("the licences of all that the pages hold are beside them", () => {
    const names = packagesIn(readFileSync(join(site, "THIRD-PARTY-NOTICES.txt"), "utf8")).join(" ");
    for (const name of [
      "@codemirror/view@",
      "@lezer/xml@",
      "dompurify@",
      "marked@",
      "minisearch@",
      "vscode-languageserver@",
    ])
      assert.ok(names.includes(name), `${name} is not among ${names}`);
  });

  test("no link between the pages leads nowhere", () => {
    const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
    assert.ok(pages.length > 300, `${pages.length} pages`);
    const idsOf = new Map(
      pages.map((name) => {
        const html = readFileSync(join(site, name), "utf8");
        return [name, { html, ids: new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)) }];
      }),
    );
    const lost: string[] = [];
    for (const [name, { html }] of idsOf) {
      for (const [, href = ""] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (href.startsWith("https://")) continue;
        const [path = "", id] = href.split("#");
        const to = path === "" ? name : join(name, "..", path);
        const page = idsOf.get(to);
        const found = page ? id === undefined || id.startsWith("p1=") || page.ids.has(id) : existsSync(join(site, to));
        if (!found) lost.push(`${name}: ${href}`);
      }
    }
    assert.deepEqual(lost, []);
  });

  test("is pictured for the README", async () => {
    const fileOf = (path: string) => readFileSync(join(root, "examples", path), "utf8");
    // The machine that takes the pictures may have no Korean letters.
    const latin = (text: string) => text.replaceAll(/ *<!--(?:(?!-->)[\s\S])*[ㄱ-힣](?:(?!-->)[\s\S])*-->\n/g, "");
    const paths = ["node1/conf/server.xml", "node2/conf/server.xml", "node2/webapps/ROOT/WEB-INF/web.xml"];
    const files = Object.fromEntries(paths.map((path) => [path, latin(fileOf(path))]));
    await on(`${host}index.html${await toFragment({ tomcat: "9.0", files })}`, async (page) => {
      await page.setViewportSize({ width: 1180, height: 700 });
      await page.addStyleTag({ content: ".language { display: none }" });
      await item(page, "filter-not-a-regex").waitFor();
      mkdirSync(join(root, "out/screens"), { recursive: true });
      await page.screenshot({ path: join(root, "out/screens/playground.png") });
    });
  });

  test("works with the keyboard, and at a phone's width", async () => {
    await on(
      `${host}index.html`,
      async (page) => {
        await page.getByRole("tab", { name: /Findings/ }).focus();
        await page.keyboard.press("ArrowRight");
        assert.equal(await page.getByRole("tab", { name: "Topology" }).getAttribute("aria-selected"), "true");
        await page.locator("#topology svg .tc-node").first().focus();
        await page.keyboard.press("Enter");
        await page.locator('.cm-focused .cm-content[aria-label="node1/conf/server.xml"]').waitFor();
        assert.ok(await page.locator('.cm-content[aria-label="node2/conf/server.xml"]').isVisible());
        const [first, second] = await page.locator(".pane").all();
        const [upper, lower] = [await first?.boundingBox(), await second?.boundingBox()];
        assert.ok(upper && lower && upper.height > 200 && lower.y >= upper.y + upper.height, "one below the other");
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        assert.ok(Number(wide) <= 390, `${wide} wide`);
      },
      390,
    );
  });
});
