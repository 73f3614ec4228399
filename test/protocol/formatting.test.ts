import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { TextEdit } from "vscode-languageserver-types";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const uri = "file:///nowhere/cluster.xml";
const options = { tabSize: 4, insertSpaces: true };
const FORMATTING = { textDocument: { formatting: {}, rangeFormatting: {}, onTypeFormatting: {} } };
const CLUSTER = '<Cluster>\n<Channel>\n<Receiver port="4000" address="192.168.56.7"/>\n</Channel>\n</Cluster>\n';

describe("formatting over stdio", () => {
  let server: ServerProcess;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  const ask = (method: string, more: object = {}) =>
    server.connection.sendRequest<TextEdit[] | null>(`textDocument/${method}`, {
      textDocument: { uri },
      options,
      ...more,
    });

  /** A client with these settings. */
  async function open(text: string, format: object | undefined): Promise<void> {
    server.connection.onRequest("workspace/configuration", ({ items }: { items: object[] }) =>
      items.map(() => ({ format })),
    );
    server.connection.onRequest("client/registerCapability", () => null);
    await server.initialize({ ...FORMATTING, workspace: { configuration: true } });
    await server.open(uri, text);
  }

  for (const [tabSize, width] of [
    [-1, 4],
    [0, 4],
    [1.5, 4],
    [null, 4],
    [1_000_000, 32],
  ] as const) {
    test(`with tabs of ${tabSize} indents by ${width}`, async () => {
      await open(CLUSTER, undefined);
      const edits = await ask("formatting", { options: { tabSize, insertSpaces: true } });
      assert.equal(edits?.[0]?.newText, " ".repeat(width));
    });
  }

  test("of the document, of lines, and on type", async () => {
    await open(CLUSTER, undefined);
    const edits = await ask("formatting");
    assert.deepEqual(
      edits?.map(({ newText, range }) => [range.start.line, newText]),
      [
        [1, "    "],
        [2, "        "],
        [3, "    "],
      ],
    );
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(
      (await ask("rangeFormatting", { range }))?.map(({ newText }) => newText),
      ["    "],
    );
    const typed = await ask("onTypeFormatting", { position: { line: 1, character: 0 }, ch: "\n" });
    assert.deepEqual(
      typed?.map(({ newText }) => newText),
      ["    "],
    );
    const closed = await ask("onTypeFormatting", { position: { line: 3, character: 10 }, ch: ">" });
    assert.deepEqual(closed, []);
  });

  test("as wide as the settings say", async () => {
    await open(CLUSTER, { printWidth: 40 });
    const edits = await ask("formatting");
    // The blank that is there already becomes the last one of the indent.
    assert.ok(edits?.some(({ newText }) => newText === "\n".padEnd("        <Receiver ".length)));
  });

  test("never where it is switched off, or of other XML", async () => {
    await open(CLUSTER, { enable: false });
    assert.equal(await ask("formatting"), null);
    const other = "file:///nowhere/pom.xml";
    await server.open(other, "<project> <a/></project>");
    assert.equal(await ask("formatting", { textDocument: { uri: other } }), null);
  });
});
