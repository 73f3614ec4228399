import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { CompletionItem, CompletionList, Diagnostic } from "vscode-languageserver-types";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { FULL } from "../harness/completing.ts";

const uri = "file:///nowhere/conf/server.xml";
const text = `<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost">
      <
      <Host name="localhost"/>
    </Engine>
  </Service>
</Server>
`;
/** Behind the lone `<`. */
const behindLessThan = { line: 3, character: 7 };

describe("completion over the wire", () => {
  let server: ServerProcess;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  test("for a client with everything", async () => {
    await server.initialize(FULL.capabilities, [], { suggestCommand: "editor.action.triggerSuggest" });
    await server.open(uri, text);
    const list = await server.ask<CompletionList>("textDocument/completion", uri, behindLessThan);
    assert.equal(list.isIncomplete, false);
    assert.deepEqual(list.itemDefaults?.editRange, { start: behindLessThan, end: behindLessThan });
    const cluster = list.items.find(({ label }) => label === "Cluster");
    assert.match(String(cluster?.textEditText), /^Cluster className="[\w.]+" channelSendOptions="\$\{1\|6,8\|\}"/);
    assert.equal(cluster?.insertTextFormat ?? list.itemDefaults?.insertTextFormat, 2);
    assert.ok(cluster);
    const resolved: CompletionItem = await server.connection.sendRequest("completionItem/resolve", cluster);
    assert.match(JSON.stringify(resolved.documentation), /SimpleTcpCluster/);
    const valve = list.items.find(({ label }) => label === "Valve");
    assert.equal(valve?.command?.command, "editor.action.triggerSuggest");
  });

  test("for a client with nothing", async () => {
    await server.initialize({});
    await server.open(uri, text);
    const list = await server.ask<CompletionList>("textDocument/completion", uri, behindLessThan);
    assert.equal(list.itemDefaults, undefined);
    const cluster = list.items.find(({ label }) => label === "Cluster");
    assert.deepEqual(cluster?.textEdit, {
      range: { start: behindLessThan, end: behindLessThan },
      newText:
        'Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6">\n        \n      </Cluster>',
    });
    assert.ok(!("insertTextFormat" in cluster) && !("command" in cluster));
  });

  test("in an empty file, by its name", async () => {
    await server.initialize(FULL.capabilities);
    const place = { line: 0, character: 1 };
    await server.open(uri, "<");
    // A file with nothing in it is Tomcat's already; one with a bare "<" is not.
    for (const [begun, at] of [
      ["<", place],
      ["\n", { line: 0, character: 0 }],
    ] as const) {
      await server.edit(uri, { line: 0, character: 0 }, { line: 9, character: 0 }, begun);
      const { items } = await server.ask<CompletionList>("textDocument/completion", uri, at);
      assert.deepEqual(
        items.map(({ label }) => label),
        ["Server", "Server", "Server", "Server", "Server", "Server"],
      );
    }
    await server.open("file:///nowhere/pom.xml", "<");
    const other = await server.ask<CompletionList>("textDocument/completion", "file:///nowhere/pom.xml", place);
    assert.deepEqual(other.items, []);
  });

  test("offers nothing at the quote that ends a value", async () => {
    await server.initialize(FULL.capabilities);
    await server.open(uri, text);
    const params = {
      textDocument: { uri },
      position: { line: 0, character: 19 },
      context: { triggerKind: 2, triggerCharacter: '"' },
    };
    const list: CompletionList = await server.connection.sendRequest("textDocument/completion", params);
    assert.deepEqual(list.items, []);
  });
});

describe("the next Member in grey", () => {
  let server: ServerProcess;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  const id = (last: number) => `{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,${last}}`;
  const member = (node: number) =>
    `<Member className="org.apache.catalina.tribes.membership.StaticMember" host="10.0.0.${node}" port="4000" uniqueId="${id(node)}"/>`;
  const members = `<Cluster>
  <Channel>
    <Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
      ${member(2)}
      ${member(3)}

    </Interceptor>
  </Channel>
</Cluster>`;

  test("is offered to a client that shows such text", async () => {
    await server.initialize({ textDocument: { inlineCompletion: {} } });
    await server.open("file:///nowhere/cluster.xml", members);
    const answer: { insertText: string }[] = await server.connection.sendRequest("textDocument/inlineCompletion", {
      textDocument: { uri: "file:///nowhere/cluster.xml" },
      position: { line: 5, character: 0 },
      context: { triggerKind: 2 },
    });
    assert.deepEqual(
      answer.map(({ insertText }) => insertText),
      [`      ${member(4)}`],
    );
  });

  test("is not announced to other clients", async () => {
    const without: { capabilities: object } = await server.initialize({});
    assert.ok(!("inlineCompletionProvider" in without.capabilities));
  });
});

describe("findings on what is being typed", () => {
  const REFRESHING = { ...PULLING, workspace: { diagnostics: { refreshSupport: true } } };
  let server: ServerProcess;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  /** Types `<Wrong` at the lone `<`. */
  const type = () => server.edit(uri, behindLessThan, behindLessThan, "Wrong");
  const mentions = (found: readonly Diagnostic[]) =>
    found.some(({ message }) => JSON.stringify(message).includes("Wrong"));

  test("wait for a pause in typing", async () => {
    await server.initialize(REFRESHING);
    const refreshed = new Promise<void>((resolve) =>
      server.connection.onRequest("workspace/diagnostic/refresh", () => {
        resolve();
        return null;
      }),
    );
    await server.open(uri, text);
    await type();
    assert.ok(!mentions(await server.pull(uri)));
    await refreshed;
    assert.ok(mentions(await server.pull(uri)));
  });

  test("or until the file is saved", async () => {
    await server.initialize(REFRESHING);
    let refreshes = 0;
    server.connection.onRequest("workspace/diagnostic/refresh", () => {
      refreshes++;
      return null;
    });
    await server.open(uri, text);
    await type();
    assert.ok(!mentions(await server.pull(uri)));
    await server.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    assert.ok(mentions(await server.pull(uri)));
    assert.equal(refreshes, 1);
  });

  test("come at once to a client that cannot be told to ask again", async () => {
    await server.initialize(PULLING);
    await server.open(uri, text);
    await type();
    assert.ok(mentions(await server.pull(uri)));
  });

  test("are pushed after a rest to a client that does not ask", async () => {
    await server.initialize({});
    const pushed: boolean[] = [];
    const told = new Promise<void>((resolve) =>
      server.connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => {
        pushed.push(mentions(diagnostics));
        if (pushed.at(-1)) resolve();
      }),
    );
    await server.open(uri, text);
    await type();
    await told;
    assert.equal(pushed.filter((each) => !each).length, 2);
  });
});
