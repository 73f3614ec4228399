import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const ROOT = "vscode-vfs://github/o";
const SERVER = `${ROOT}/node1/conf/server.xml`;

/** A client that reads all files, of the other node only once it is let. */
async function slowNeighbour(capabilities: object) {
  const server = new ServerProcess([bundledServer, "--stdio"]);
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const onDisk = (uri: string) => join(EXAMPLES, uri.slice(ROOT.length));
  server.connection.onRequest("tomcatCluster/files/read", async ({ uri }: { uri: string }) => {
    if (uri.includes("node2")) await gate;
    const path = onDisk(uri);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path).toString("base64") : null;
  });
  server.connection.onRequest("tomcatCluster/files/list", ({ uri }: { uri: string }) => {
    const path = onDisk(uri);
    if (!uri.startsWith(ROOT) || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return null;
    return readdirSync(path, { withFileTypes: true }).map((e) => ({ name: e.name, folder: e.isDirectory() }));
  });
  await server.initialize(capabilities, [ROOT], { servesFiles: true });
  await server.open(SERVER, readFileSync(join(EXAMPLES, "node1/conf/server.xml"), "utf8"));
  return { server, letRead: () => open() };
}

const codesOf = async (server: ServerProcess) => (await server.pull(SERVER)).map(({ code }) => code);

test("findings of a file are shown before its neighbours are read, and all of them once they are", async () => {
  const { server, letRead } = await slowNeighbour({
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  try {
    const again = new Promise<void>((resolve) => {
      server.connection.onRequest("workspace/diagnostic/refresh", () => {
        resolve();
        return null;
      });
    });
    const first = await codesOf(server);
    assert.ok(first.includes("deployer-outside-host"), first.join());
    assert.ok(!first.includes("send-options-differ"), first.join());
    for (const method of ["codeLens", "codeAction", "completion"]) {
      const place = { line: 1, character: 0 };
      const params = { position: place, range: { start: place, end: place }, context: { diagnostics: [] } };
      await server.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: SERVER }, ...params });
    }
    letRead();
    await again;
    const whole = await codesOf(server);
    assert.ok(whole.includes("send-options-differ"), whole.join());
  } finally {
    server.kill();
  }
});

test("a client that cannot be told to ask again waits for all of them", async () => {
  const { server, letRead } = await slowNeighbour({ textDocument: { diagnostic: {} } });
  try {
    const first = codesOf(server);
    setTimeout(letRead, 600);
    assert.ok((await first).includes("send-options-differ"));
  } finally {
    server.kill();
  }
});
