import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeLens } from "vscode-languageserver-types";
import {
  EFFECTIVE_CAPABILITY,
  EFFECTIVE_CHANGED,
  EFFECTIVE_REQUEST,
  EFFECTIVE_SCHEME,
  OTHER_NODES_REQUEST,
} from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

const SHOWING = { ...PULLING, experimental: { [EFFECTIVE_CAPABILITY]: true } };

describe("the effective configuration over JSON-RPC", () => {
  let folder: string;
  let server: ServerProcess;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const ask = (uri: string, marks = true) =>
    server.connection.sendRequest(EFFECTIVE_REQUEST, { uri, marks, view: "all" });
  const effective = async (uri: string, marks = true) => (await ask(uri, marks))?.text;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    cpSync("examples", folder, { recursive: true });
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("follows what is typed, and says when", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    const uri = uriOf("node1/conf/server.xml");
    await server.open(uri, readFileSync(join(folder, "node1/conf/server.xml"), "utf8"));
    assert.match((await effective(uri)) ?? "", /<Receiver [^>]*address="192.168.56.7"\s+autoBind="100"/);
    const changed = new Promise<void>((resolve) => server.connection.onNotification(EFFECTIVE_CHANGED, resolve));
    await server.edit(uri, { line: 0, character: 0 }, { line: 999, character: 0 }, CLUSTER);
    await changed;
    assert.match((await effective(uri)) ?? "", /added: none is written -->\s+<Receiver /);
    assert.doesNotMatch((await effective(uri, false)) ?? "", /<!--/);
  });

  test("says where each element stands in both texts, and what is default", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    const uri = uriOf("node1/conf/server.xml");
    const source = readFileSync(join(folder, "node1/conf/server.xml"), "utf8").split("\n");
    const answer = await ask(uri);
    assert.ok(answer);
    assert.equal(answer.label, "node1");
    const lines = answer.text.split("\n");
    const line = source.findIndex((each) => each.includes("<Receiver"));
    const place = answer.places.find(({ source: { start } }) => start.line === line);
    assert.match(lines[place?.line ?? 0] ?? "", /<Receiver /);
    assert.ok(answer.folds.some(({ first, isDefault }) => isDefault && (lines[first] ?? "").includes('port="4000"')));
    const only = await server.connection.sendRequest(EFFECTIVE_REQUEST, { uri, marks: true, view: "differs" });
    assert.doesNotMatch(only?.text ?? "", /Listener/);
  });

  test("shows what differs from another document, also as that is typed", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    const [uri, against] = [uriOf("node1/conf/server.xml"), uriOf("node2/conf/server.xml")];
    const compared = async () => {
      const words = { uri, marks: false, view: "all", against } as const;
      return (await server.connection.sendRequest(EFFECTIVE_REQUEST, words))?.text ?? "";
    };
    assert.match(await compared(), /channelSendOptions="8"/);
    assert.doesNotMatch(await compared(), /<Manager|<Receiver/);
    const other = readFileSync(join(folder, "node2/conf/server.xml"), "utf8");
    await server.open(against, other.replace('channelSendOptions="6"', 'channelSendOptions="8"'));
    assert.doesNotMatch(await compared(), /channelSendOptions/);
  });

  test("fills in what the node's properties say", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    writeFileSync(join(folder, "node1/conf/catalina.properties"), "shutdown.port=8015\n");
    const path = join(folder, "node1/conf/server.xml");
    writeFileSync(path, readFileSync(path, "utf8").replace('<Server port="8005"', '<Server port="${shutdown.port}"'));
    assert.match((await effective(uriOf("node1/conf/server.xml"))) ?? "", /filled in: port="\$\{shutdown.port\}"/);
  });

  test("names the other nodes, with their cluster where they are in one", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    const nodes = await server.connection.sendRequest(OTHER_NODES_REQUEST, {
      uri: uriOf("node1/conf/server.xml"),
    });
    assert.deepEqual(
      nodes.map(({ uri, label }) => [uri, label]),
      [[uriOf("node2/conf/server.xml"), "node2"]],
    );
  });

  test("is offered above the root and each Cluster, to clients that can show it", async () => {
    const uri = uriOf("node1/conf/server.xml");
    const lensesFor = async (capabilities: object) => {
      await server.initialize(capabilities, [pathToFileURL(folder).href]);
      const params = { textDocument: { uri } };
      const lenses: readonly CodeLens[] = await server.connection.sendRequest("textDocument/codeLens", params);
      return lenses.filter(({ command }) => command?.command === "tomcatCluster.showEffective");
    };
    assert.deepEqual(
      (await lensesFor(SHOWING)).map(({ range, command }) => [range.start.line, command?.arguments]),
      [
        [2, [uri, { line: 2, character: 1 }]],
        [9, [uri, { line: 9, character: 7 }]],
      ],
    );
    server.kill();
    server = new ServerProcess([bundledServer, "--stdio"]);
    assert.deepEqual(await lensesFor(PULLING), []);
  });

  test("is null for what is no configuration, and is not checked itself", async () => {
    await server.initialize(SHOWING, [pathToFileURL(folder).href]);
    assert.equal(await ask(uriOf("node1/webapps/ROOT/WEB-INF/web.xml")), null);
    assert.equal(await ask("file:///nowhere/server.xml"), null);
    const shown = `${EFFECTIVE_SCHEME}:/node1/conf/node1%20(effective)`;
    await server.open(shown, "<Server><Service><Nonsense/></Service></Server>");
    assert.deepEqual(await server.pull(shown), []);
  });
});

const CLUSTER = `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
    </Engine>
  </Service>
</Server>
`;
