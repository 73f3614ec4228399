import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc";
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
} from "vscode-languageserver-types";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

const multicast = readFileSync(new URL("../fixtures/post/cluster-multicast.xml", import.meta.url), "utf8");
/** The post's cluster with one typing mistake. */
const flawed = multicast.replace('port="45564"', 'prot="45564"');
const uri = "file:///nowhere/cluster.xml";

describe("the bundled server over stdio", () => {
  let server: ServerProcess;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  async function open(text: string, capabilities: object): Promise<void> {
    await server.initialize(capabilities);
    await server.open(uri, text);
  }

  test("says how old its knowledge is beside a Tomcat that is newer", async () => {
    const base = mkdtempSync(join(tmpdir(), "later-"));
    mkdirSync(join(base, "conf"));
    writeFileSync(join(base, "RELEASE-NOTES"), "Apache Tomcat Version 11.0.999\n");
    const file = join(base, "conf/server.xml");
    writeFileSync(file, '<Server colour="red"><Service name="Catalina"/></Server>');
    await server.initialize(PULLING);
    const uri = pathToFileURL(file).href;
    await server.open(uri, readFileSync(file, "utf8"));
    const status = await server.connection.sendRequest("tomcatCluster/status", { uri });
    assert.match(JSON.stringify(status), /"release":"11\.0\.999".*RELEASE-NOTES; only 11\.0\.\d+ and older are known/);
    const [unknown] = await server.pull(uri);
    assert.equal(unknown?.severity, DiagnosticSeverity.Hint);
    rmSync(base, { recursive: true });
  });

  test("calls a Tomcat between two lines what it is, also for a template", async () => {
    const base = mkdtempSync(join(tmpdir(), "between-"));
    writeFileSync(join(base, "Dockerfile"), "FROM tomcat:8.0.53-jre8\nCOPY server.xml.j2 /\n");
    const file = join(base, "server.xml.j2");
    writeFileSync(file, '<Server port="{{ port }}"><Service name="Catalina"/></Server>');
    await server.initialize(PULLING);
    const uri = pathToFileURL(file).href;
    await server.open(uri, readFileSync(file, "utf8"));
    const status = JSON.stringify(await server.connection.sendRequest("tomcatCluster/status", { uri }));
    assert.match(status, /"release":"8\.0\.53".*tomcat:8\.0\.53-jre8 in Dockerfile; .* is read as 8\.5/);
    rmSync(base, { recursive: true });
  });

  test("finds, explains, completes and fixes, and leaves when told", async () => {
    await open(flawed, PULLING);
    const typo = (await server.pull(uri)).find(({ code }) => code === "attribute-unknown");
    assert.match(String(typo?.message), /Did you mean port\?/);
    assert.ok(typo);

    const actions: CodeAction[] = await server.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: typo.range,
      context: { diagnostics: [typo] },
    });
    const edit = actions[0]?.edit?.changes?.[uri]?.[0];
    assert.equal(edit?.newText, "port");
    await server.edit(uri, edit.range.start, edit.range.end, edit.newText);
    const left = await server.pull(uri);
    assert.ok(!left.some(({ code }) => code === "attribute-unknown"));

    const { line, character } = typo.range.start;
    const hover = await server.ask<Hover | null>("textDocument/hover", uri, { line, character: character + 1 });
    assert.match(JSON.stringify(hover?.contents), /45564/);

    const { items } = await server.ask<CompletionList>("textDocument/completion", uri, {
      line,
      character: character - 1,
    });
    const domain = items.find(({ label }) => label === "domain");
    assert.ok(domain);
    assert.equal(domain.documentation, undefined);
    const resolved: CompletionItem = await server.connection.sendRequest("completionItem/resolve", domain);
    assert.match(JSON.stringify(resolved.documentation), /DomainFilterInterceptor/);

    await server.connection.sendRequest("shutdown");
    await server.connection.sendNotification("exit");
    assert.equal(await server.ended, 0);
  });

  test("pushes to a client that cannot pull", async () => {
    const pushed = new Promise<Diagnostic[]>((resolve) =>
      server.connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => resolve(diagnostics)),
    );
    await open("<Cluster><Channel/></Cluster>", {});
    assert.ok((await pushed).some(({ code }) => code === "class-name-missing"));
  });

  test("has nothing to say of other XML", async () => {
    await open("<project><Server/></project>", PULLING);
    assert.deepEqual(await server.pull(uri), []);
  });

  test("reads the line from the settings of each document", async () => {
    const asked: string[] = [];
    server.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => {
        asked.push(scopeUri);
        return { tomcatVersion: "11.0" };
      }),
    );
    server.connection.onRequest("client/registerCapability", () => null);
    const bio = multicast.replace("nio.NioReceiver", "bio.BioReceiver");
    await open(bio, {
      ...PULLING,
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    });
    assert.ok((await server.pull(uri)).some(({ code, severity }) => code === "class-not-found" && severity === 1));
    assert.deepEqual([...new Set(asked)], [uri]);
  });

  test("leads to the pages of a site that the user names", async () => {
    server.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => ({ rulePages: "https://intranet.example/tomcat/rules" })),
    );
    await open(`${flawed}<`, { ...PULLING, workspace: { configuration: true } });
    const found = await server.pull(uri);
    const addressOf = (wanted: string) => found.find(({ code }) => code === wanted)?.codeDescription?.href;
    const folder = "https://intranet.example/tomcat/rules/";
    assert.equal(addressOf("attribute-unknown"), `${folder}attribute-unknown.html`);
    const mistake = found.find(({ codeDescription }) => codeDescription?.href.startsWith(`${folder}mistakes.html`));
    assert.equal(mistake?.codeDescription?.href, `${folder}mistakes.html#${mistake?.code}`);
  });

  test("goes on after a request is cancelled", async () => {
    await open(flawed, PULLING);
    const source = new CancellationTokenSource();
    const answer = server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
    source.cancel();
    // Whether it was cancelled in time or answered, the server must be there for the next one.
    await answer.catch(() => undefined);
    assert.ok((await server.pull(uri)).length > 0);
  });

  test("answers garbage with errors, and goes on", async () => {
    await open(flawed, PULLING);
    await assert.rejects(server.connection.sendRequest("textDocument/noSuchThing", {}));
    await assert.rejects(server.connection.sendRequest("textDocument/hover", { nothing: true }));
    await assert.rejects(server.connection.sendRequest("textDocument/codeAction", null));
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///never/opened.xml", version: 2 },
      contentChanges: [{ text: "<Cluster/>" }],
    });
    assert.deepEqual(await server.pull("file:///never/opened.xml"), []);
    assert.ok((await server.pull(uri)).length > 0);
  });

  test("answers for places outside of the text", async () => {
    await open(flawed, PULLING);
    const nowhere = { line: 99_999, character: 99_999 };
    assert.equal(await server.ask("textDocument/hover", uri, nowhere), null);
    assert.deepEqual(await server.ask("textDocument/completion", uri, nowhere), { isIncomplete: false, items: [] });
  });

  test("ends when its client closes the pipe", async () => {
    await open(flawed, PULLING);
    server.child.stdin?.end();
    assert.equal(await server.ended, 1);
  });
});
