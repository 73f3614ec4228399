import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type { CodeAction, CompletionItem, Diagnostic, Hover } from "vscode-languageserver-types";

const server = fileURLToPath(new URL("../../dist/server.cjs", import.meta.url));
const multicast = readFileSync(new URL("../fixtures/post/cluster-multicast.xml", import.meta.url), "utf8");
const uri = "file:///nowhere/cluster.xml";

describe("the bundled server over stdio", () => {
  let child: ChildProcess;
  let connection: ReturnType<typeof createMessageConnection>;

  beforeEach(() => {
    child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    assert.ok(child.stdout && child.stdin);
    connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
  });
  afterEach(() => {
    connection.dispose();
    child.kill();
  });

  async function open(text: string, capabilities: object): Promise<void> {
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "xml", version: 1, text },
    });
  }

  const pulling = { textDocument: { diagnostic: {} } };
  const pull = async () => {
    const answer: { items: Diagnostic[] } = await connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
    });
    return answer.items;
  };

  test("finds, explains, completes and fixes, and leaves when told", async () => {
    await open(multicast.replace('port="45564"', 'prot="45564"'), pulling);
    const found = await pull();
    const typo = found.find(({ code }) => code === "attribute-unknown");
    assert.match(String(typo?.message), /Did you mean port\?/);
    assert.ok(typo);

    const actions: CodeAction[] = await connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: typo.range,
      context: { diagnostics: [typo] },
    });
    const edit = actions[0]?.edit?.changes?.[uri]?.[0];
    assert.equal(edit?.newText, "port");
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: edit.range, text: edit.newText }],
    });
    assert.equal(
      (await pull()).some(({ code }) => code === "attribute-unknown"),
      false,
    );

    const position = { line: typo.range.start.line, character: typo.range.start.character + 1 };
    const hover: Hover | null = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    assert.match(JSON.stringify(hover?.contents), /45564/);

    const items: CompletionItem[] = await connection.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position: { line: typo.range.start.line, character: typo.range.start.character - 1 },
    });
    assert.ok(items.some(({ label }) => label === "domain"));

    await connection.sendRequest("shutdown");
    const left = new Promise((resolve) => child.once("exit", resolve));
    await connection.sendNotification("exit");
    assert.equal(await left, 0);
  });

  test("pushes to a client that cannot pull", async () => {
    const pushed = new Promise<Diagnostic[]>((resolve) =>
      connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => resolve(diagnostics)),
    );
    await open("<Cluster><Channel/></Cluster>", {});
    assert.ok((await pushed).some(({ code }) => code === "class-name-missing"));
  });

  test("has nothing to say of other XML", async () => {
    await open("<project><Server/></project>", pulling);
    assert.deepEqual(await pull(), []);
  });
});
