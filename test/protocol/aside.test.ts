import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BUSY_NOTIFICATION, EFFECTIVE_REQUEST, STATUS_REQUEST, TRUST_NOTIFICATION } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

const uri = "file:///w/%EB%85%B8%EB%93%9C%201/conf/server.xml";
const FLAWED = '<Server port="8005"><Service name="Catalina"><Enginee name="Catalina"/></Service></Server>';

async function serverWith(options: object): Promise<ServerProcess> {
  const server = new ServerProcess([bundledServer, "--stdio"]);
  after(() => server.kill());
  await server.initialize(PULLING, [], options);
  return server;
}

test("a client that wants to know hears what the server is busy with, and when that is over", async () => {
  const server = await serverWith({ reportBusy: true });
  const heard: (string | null)[] = [];
  server.connection.onNotification(BUSY_NOTIFICATION, (params) => {
    heard.push(params.uri);
  });
  await server.open(uri, FLAWED);
  assert.ok((await server.pull(uri)).length > 0);
  assert.ok(heard.includes(uri));
  assert.equal(heard.at(-1), null);
});

test("of a document that is set aside nothing is read", async () => {
  const server = await serverWith({ setAside: [uri] });
  await server.open(uri, FLAWED);
  assert.deepEqual(await server.pull(uri), []);
  assert.equal(await server.ask("textDocument/hover", uri, { line: 0, character: 2 }), null);
  assert.equal(await server.connection.sendRequest(STATUS_REQUEST, { uri }), null);
  const other = uri.replace("1", "2");
  await server.open(other, FLAWED);
  assert.ok((await server.pull(other)).length > 0);
});

test("of a document that is too long only the mistakes of its XML are told, and the status says so", async () => {
  const server = await serverWith({});
  const text = `${FLAWED.replace("</Service>", `<!--${" ".repeat(1_000_000)}--></Service>`)}<`;
  await server.open(uri, text);
  const found = await server.pull(uri);
  assert.ok(found.length > 0);
  assert.ok(found.every(({ severity }) => severity === 1));
  assert.deepEqual(await server.ask("textDocument/completion", uri, { line: 0, character: 1 }), {
    isIncomplete: false,
    items: [],
  });
  const status = await server.connection.sendRequest(STATUS_REQUEST, { uri });
  assert.match(status?.leftOut ?? "", /1,000,000/);
  const effective = await server.connection.sendRequest(EFFECTIVE_REQUEST, { uri, marks: true, view: "all" });
  assert.match(effective?.text ?? "", /^<\?xml .*\n<!-- longer than 1,000,000 characters.* -->\n$/);
  assert.deepEqual(await server.connection.sendRequest("workspace/symbol", { query: "" }), []);
  assert.deepEqual(await server.ask("textDocument/definition", uri, { line: 0, character: 20 }), []);
});

test("a document that is much too long is not read, and a finding and the status say so", async () => {
  const server = await serverWith({});
  await server.open(uri, FLAWED.replace("</Service>", `<!--${" ".repeat(4_000_000)}--></Service>`));
  const found = await server.pull(uri);
  assert.deepEqual(
    found.map(({ code, severity }) => [code, severity]),
    [["read-in-part", 3]],
  );
  const status = await server.connection.sendRequest(STATUS_REQUEST, { uri });
  assert.match(status?.leftOut ?? "", /4,000,000/);
  assert.equal(await server.ask("textDocument/hover", uri, { line: 0, character: 2 }), null);
});

test("a configuration's own rules and globs wait until the workspace is trusted; the status says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-trust-"));
  after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "conf"));
  const path = join(folder, "conf", "server.xml");
  writeFileSync(path, '<Server port="-1"><Service name="Catalina"><nosuch/></Service></Server>');
  const configuration = {
    customRules: [{ id: "house-rule", select: "//Service", message: "Ours" }],
    overrides: [{ files: ["**"], rules: { "element-ignored": "off" } }],
  };
  writeFileSync(join(folder, ".tomcat-cluster.json"), JSON.stringify(configuration));
  const document = pathToFileURL(path).href;
  const server = new ServerProcess([bundledServer, "--stdio"]);
  after(() => server.kill());
  await server.initialize(PULLING, [pathToFileURL(folder).href], { trusted: false });
  const codes = async () => (await server.pull(document)).map(({ code }) => code).sort();
  const leftOut = async () => (await server.connection.sendRequest(STATUS_REQUEST, { uri: document }))?.leftOut;

  assert.deepEqual(await codes(), ["element-ignored"]);
  assert.match((await leftOut()) ?? "", /not trusted: customRules, overrides and clusters/);
  await server.connection.sendNotification(TRUST_NOTIFICATION);
  assert.deepEqual(await codes(), ["house-rule"]);
  assert.equal(await leftOut(), null);
});
