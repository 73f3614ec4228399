import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const ROOT = "vscode-vfs://github/o/%EB%85%B8%EB%93%9C";
const SERVER = `${ROOT}/node1/conf/server.xml`;

/** A server whose client alone reads the files, as those of a repository on the web. */
async function serverOf(options: object): Promise<ServerProcess & { readonly asked: string[] }> {
  const asked: string[] = [];
  const server = Object.assign(new ServerProcess([bundledServer, "--stdio"]), { asked });
  const onDisk = (uri: string) => join(EXAMPLES, decodeURIComponent(uri).slice(decodeURIComponent(ROOT).length));
  server.connection.onRequest("tomcatCluster/files/read", ({ uri, most }: { uri: string; most: number }) => {
    asked.push(uri);
    assert.equal(most, 16 * 1024 * 1024);
    const path = onDisk(uri);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path).toString("base64") : null;
  });
  server.connection.onRequest("tomcatCluster/files/list", ({ uri }: { uri: string }) => {
    asked.push(uri);
    const path = onDisk(uri);
    if (!uri.startsWith(ROOT) || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return null;
    return readdirSync(path, { withFileTypes: true }).map((e) => ({ name: e.name, folder: e.isDirectory() }));
  });
  const capabilities = { textDocument: { diagnostic: {} }, experimental: { tomcatClusterEffective: true } };
  await server.initialize(capabilities, [ROOT], options);
  await server.open(SERVER, readFileSync(join(EXAMPLES, "node1/conf/server.xml"), "utf8"));
  return server;
}

test("a repository on the web is read through the client: its nodes are compared, drawn and made effective", async () => {
  const server = await serverOf({ servesFiles: true });
  try {
    const codes = (await server.pull(SERVER)).map(({ code }) => code);
    assert.ok(codes.includes("deployer-outside-host"), codes.join());
    const lenses: readonly { command: { title: string } }[] = await server.connection.sendRequest(
      "textDocument/codeLens",
      { textDocument: { uri: SERVER } },
    );
    assert.match(lenses.map(({ command }) => command.title).join("\n"), /asynchronous \(8\) · multicast/);
    const { pictures }: { pictures: readonly { topology: { nodes: readonly object[] } }[] } =
      await server.connection.sendRequest("tomcatCluster/topology", { uri: null });
    assert.deepEqual(
      pictures.map(({ topology }) => topology.nodes.length),
      [2],
    );
  } finally {
    server.kill();
  }
});

test("a client that does not say that it reads files is asked for none", async () => {
  const server = await serverOf({});
  try {
    assert.ok((await server.pull(SERVER)).length > 0);
    assert.deepEqual(server.asked, []);
  } finally {
    server.kill();
  }
});
