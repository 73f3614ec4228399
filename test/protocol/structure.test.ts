import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from "vscode-languageserver-types";
import { bundledServer, ServerProcess } from "../harness/client.ts";

interface LinkedEditing {
  readonly ranges: readonly Range[];
  readonly wordPattern: string;
}

const CAPABILITIES = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    diagnostic: {},
    foldingRange: { lineFoldingOnly: true, rangeLimit: 4 },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const SERVER = `<Server port="8005">
  <Service name="Catalina">
    <Connector port="8443" keystoreFile="conf/node one.p12" truststoreFile="conf/missing.p12"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="\${node}"/>
        </Channel>
      </Cluster>
      <Host name="localhost" appBase="webapps">
        <Context path="/shop" docBase="shop##1"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

/** Where a text begins in another. */
function placeOf(wanted: string, text = SERVER): Position {
  const before = text.slice(0, text.indexOf(wanted)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe("what follows from structure, over JSON-RPC", () => {
  let folder: string;
  let server: ServerProcess;
  let uri: string;
  let settings: object = {};
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const request = <T>(method: string, params: object = {}): Promise<T> =>
    server.connection.sendRequest(method, { textDocument: { uri }, ...params });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    mkdirSync(join(folder, "node/conf/Catalina/localhost"), { recursive: true });
    mkdirSync(join(folder, "node/webapps/shop##1"), { recursive: true });
    writeFileSync(join(folder, "node/conf/node one.p12"), "");
    writeFileSync(join(folder, "node/conf/server.xml"), SERVER);
    writeFileSync(join(folder, "node/conf/Catalina/localhost/own.xml"), '<Context docBase="shop##1"/>');
    cpSync("examples", join(folder, "examples"), { recursive: true });
    uri = uriOf("node/conf/server.xml");
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onRequest("workspace/configuration", ({ items }: { items: object[] }) =>
      items.map(() => settings),
    );
    server.connection.onRequest("client/registerCapability", () => null);
    await server.initialize(CAPABILITIES, [pathToFileURL(folder).href]);
    await server.open(uri, SERVER);
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  async function set(changed: object): Promise<void> {
    settings = changed;
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  test("folding, within the limit of the client", async () => {
    const folds = await request<FoldingRange[]>("textDocument/foldingRange");
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 13],
        [1, 12],
        [3, 11],
        [4, 7],
      ],
    );
    assert.ok(
      folds.every(({ startCharacter, endCharacter }) => startCharacter === undefined && endCharacter === undefined),
    );
  });

  test("selection", async () => {
    const positions = [placeOf("8443"), { line: 99_999, character: 99_999 }];
    const [inner, outside] = await request<SelectionRange[]>("textDocument/selectionRange", { positions });
    assert.deepEqual(inner?.range, { start: placeOf("8443"), end: placeOf('" keystoreFile') });
    let depth = 0;
    for (let each: SelectionRange | undefined = inner; each; each = each.parent) depth++;
    assert.ok(depth > 8, `${depth} steps`);
    assert.ok(outside);
  });

  test("the outline", async () => {
    const [root] = await request<DocumentSymbol[]>("textDocument/documentSymbol");
    assert.equal(root?.name, "Server 8005");
    const [connector, engine] = root.children?.[0]?.children ?? [];
    assert.deepEqual([connector?.name, engine?.name], ["Connector 8443", "Engine Catalina"]);
    assert.deepEqual(connector?.selectionRange.start, placeOf("Connector"));
    assert.deepEqual(
      engine?.children?.map(({ name }) => name),
      ["Cluster SimpleTcpCluster", "Host localhost"],
    );
  });

  test("elements of the whole workspace, those of files that are not open included", async () => {
    const find = (query: string) => request<SymbolInformation[]>("workspace/symbol", { query });
    const receivers = await find("cluster rec4000");
    assert.deepEqual(
      receivers.map(({ name, containerName }) => [name, containerName]),
      [
        ["Cluster → Receiver ${node}:4000", "node"],
        ["Cluster → Receiver 192.168.56.7:4000", "node1"],
        ["Cluster → Receiver 192.168.56.7:4000", "node2"],
      ],
    );
    assert.equal(receivers[1]?.location.uri, uriOf("examples/node1/conf/server.xml"));
    assert.deepEqual(await find("no such thing"), []);
    assert.ok((await find("")).length > 20);
  });

  test("a cancelled search answers, and the next one too", async () => {
    const source = new CancellationTokenSource();
    const answer = server.connection.sendRequest("workspace/symbol", { query: "" }, source.token);
    source.cancel();
    await answer.catch(() => undefined);
    assert.ok((await request<SymbolInformation[]>("workspace/symbol", { query: "host" })).length > 0);
  });

  test("both tags of an element", async () => {
    const position = placeOf("Channel");
    const pair = await request<LinkedEditing>("textDocument/linkedEditingRange", { position });
    assert.deepEqual(
      pair.ranges.map(({ start }) => start),
      [position, { line: 7, character: 10 }],
    );
    assert.match("Kanal-1", new RegExp(`^${pair.wordPattern}$`));
    assert.equal(await request("textDocument/linkedEditingRange", { position: placeOf("8443") }), null);
    const shown = await request<DocumentHighlight[]>("textDocument/documentHighlight", { position });
    assert.deepEqual(
      shown.map(({ range }) => range),
      pair.ranges,
    );
  });

  test("links to what is there, below CATALINA_BASE", async () => {
    const targets = (links: DocumentLink[]) => links.map(({ target }) => target);
    assert.deepEqual(targets(await request<DocumentLink[]>("textDocument/documentLink")), [
      uriOf("node/conf/node one.p12"),
      uriOf("node/webapps"),
      uriOf("node/webapps/shop##1"),
    ]);
    const own = { textDocument: { uri: uriOf("node/conf/Catalina/localhost/own.xml") } };
    assert.deepEqual(targets(await request<DocumentLink[]>("textDocument/documentLink", own)), [
      uriOf("node/webapps/shop##1"),
    ]);
  });

  test("a lens on the Cluster", async () => {
    const [lens] = await request<CodeLens[]>("textDocument/codeLens");
    assert.equal(lens?.command?.title, "synchronous (6) · multicast 228.0.0.4:45564");
    assert.deepEqual(lens?.range.start, placeOf("Cluster"));
    const example = { textDocument: { uri: uriOf("examples/node2/conf/server.xml") } };
    const titles = (await request<CodeLens[]>("textDocument/codeLens", example)).map(({ command }) => command?.title);
    assert.deepEqual(titles, ["2 nodes · synchronous (6)"]);
    const fragment = { textDocument: { uri: uriOf("part/cluster.xml") } };
    const part = '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>';
    await server.open(fragment.textDocument.uri, part);
    const [ofFragment] = await request<CodeLens[]>("textDocument/codeLens", fragment);
    assert.equal(ofFragment?.command?.title, "asynchronous (8) · multicast 228.0.0.4:45564");
    await server.open(fragment.textDocument.uri, part.replace("org.apache.catalina.ha.tcp.SimpleTcp", "{{ kind }}"));
    assert.deepEqual(await request<CodeLens[]>("textDocument/codeLens", fragment), []);
  });

  test("hints, of the kinds that are wanted", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const labels = async () =>
      (await request<InlayHint[]>("textDocument/inlayHint", { range })).map(({ label }) => label);
    assert.deepEqual(await labels(), ["synchronous"]);
    await set({ inlayHints: { optionNames: false, defaults: true } });
    assert.deepEqual(await labels(), ['port="4000"', 'autoBind="100"', 'selectorTimeout="5000"']);
    await set({ inlayHints: null });
    assert.deepEqual(await labels(), ["synchronous"]);
  });

  test("tokens: all, a part, and what changed", async () => {
    const all = await request<SemanticTokens>("textDocument/semanticTokens/full");
    assert.equal(all.data.length % 5, 0);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 200 } };
    const part = await request<SemanticTokens>("textDocument/semanticTokens/range", { range });
    // Line 4: the packages, the class, and the sum of options.
    assert.deepEqual(part.data.slice(0, 5), [4, 26, "org.apache.catalina.ha.tcp.".length, 0, 0]);
    assert.equal(part.data.length, 15);

    const at = placeOf('6">');
    await server.edit(uri, at, { ...at, character: at.character + 1 }, "8,8");
    await server.edit(uri, at, { ...at, character: at.character + 3 }, "14");
    const delta = await request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      previousResultId: all.resultId,
    });
    const patched = [...all.data];
    for (const { start, deleteCount, data } of delta.edits) patched.splice(start, deleteCount, ...(data ?? []));
    assert.deepEqual(patched, (await request<SemanticTokens>("textDocument/semanticTokens/full")).data);
    assert.ok(delta.edits.length === 1 && (delta.edits[0]?.data?.length ?? 0) < 6);
    const unknown = { previousResultId: "of another time" };
    assert.ok("data" in (await request<object>("textDocument/semanticTokens/full/delta", unknown)));
    await server.edit(uri, at, { ...at, character: at.character + 2 }, "6");
  });

  test("the end tag, unless it is not wanted or another extension writes it", async () => {
    const fresh = uriOf("node/conf/server-new.xml");
    await server.open(fresh, "<Server>");
    // The harness counts versions over all documents.
    const ask = (version: number) =>
      server.connection.sendRequest<string | null>("tomcatCluster/autoClose", {
        uri: fresh,
        version,
        position: { line: 0, character: 8 },
      });
    const version = server.version;
    assert.equal(await ask(version), "$0</Server>");
    assert.equal(await ask(version - 1), null);
    await set({ autoClosingTags: false });
    assert.equal(await ask(version), null);
    await set({ otherXmlExtension: true });
    assert.equal(await ask(version), null);
    await set({});
  });

  test("nothing of other XML, and nothing at all of a file that is not there", async () => {
    const other = uriOf("node/pom.xml");
    await server.open(other, "<project>\n<a>\n</a>\n</project>");
    for (const each of [other, uriOf("nowhere/server.xml")]) {
      const textDocument = { uri: each };
      const position = { line: 0, character: 1 };
      const range = { start: position, end: position };
      for (const [method, params] of [
        ["foldingRange", {}],
        ["selectionRange", { positions: [position] }],
        ["documentSymbol", {}],
        ["linkedEditingRange", { position }],
        ["documentHighlight", { position }],
        ["documentLink", {}],
        ["codeLens", {}],
        ["inlayHint", { range }],
      ] as const) {
        const answer = await request<unknown[] | null>(`textDocument/${method}`, { textDocument, ...params });
        assert.ok(answer === null || answer.length === 0, method);
      }
      const tokens = await request<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
      assert.deepEqual(tokens.data, []);
    }
  });
});

describe("a client without nested outlines", () => {
  test("gets them flat, each with what it is in", async () => {
    const server = new ServerProcess([bundledServer, "--stdio"]);
    try {
      await server.initialize({});
      await server.open("file:///nowhere/server.xml", SERVER);
      const symbols = await server.connection.sendRequest<SymbolInformation[]>("textDocument/documentSymbol", {
        textDocument: { uri: "file:///nowhere/server.xml" },
      });
      const host = symbols.find(({ name }) => name === "Host localhost");
      assert.equal(host?.containerName, "Engine Catalina");
      assert.equal(host?.location.uri, "file:///nowhere/server.xml");
    } finally {
      server.kill();
    }
  });
});
