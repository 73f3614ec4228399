import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { ServerCapabilities } from "vscode-languageserver-protocol";
import type { Diagnostic } from "vscode-languageserver-types";
import { TOPOLOGY_REQUEST } from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const CREATED = 1;
const DELETED = 3;

const WATCHING = {
  textDocument: { diagnostic: {} },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    fileOperations: { didCreate: true, didRename: true, didDelete: true },
  },
};

/** VS Code reports one event for a folder, and none for what is in it. */
describe("folders that come, go and move", () => {
  let folder: string;
  let server: ServerProcess;
  let registered: readonly { readonly globPattern: string; readonly kind?: number }[];
  let capabilities: ServerCapabilities;
  let refreshed = 0;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-folders-"));
    for (const node of ["노드 1", "노드 2"]) {
      mkdirSync(join(folder, node, "conf"), { recursive: true });
      writeFileSync(join(folder, node, "conf/server.xml"), readFileSync("examples/node1/conf/server.xml"));
    }
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onRequest("client/registerCapability", ({ registrations }) => {
      for (const { method, registerOptions } of registrations) {
        if (method === "workspace/didChangeWatchedFiles") registered = registerOptions.watchers;
      }
      return null;
    });
    server.connection.onRequest("workspace/diagnostic/refresh", () => {
      refreshed++;
      return null;
    });
    ({ capabilities } = await server.initialize(WATCHING, [pathToFileURL(folder).href]));
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  const files = async () => {
    const answer: { items: { uri: string; items: Diagnostic[] }[] } = await server.connection.sendRequest(
      "workspace/diagnostic",
      { previousResultIds: [] },
    );
    return answer.items.map(({ uri }) => decodeURI(uri).slice(decodeURI(pathToFileURL(folder).href).length + 1)).sort();
  };
  const nodes = async () => {
    const { pictures } = await server.connection.sendRequest(TOPOLOGY_REQUEST, { uri: null });
    return pictures.flatMap(({ topology }) => topology.nodes.map(({ name }) => name)).sort();
  };
  const tell = (...changes: readonly { uri: string; type: number }[]) =>
    server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });

  test("a folder copied by another program is there", async () => {
    assert.deepEqual(await files(), ["노드 1/conf/server.xml", "노드 2/conf/server.xml"]);
    cpSync(join(folder, "노드 2"), join(folder, "노드 3"), { recursive: true });
    const before = refreshed;
    await tell({ uri: uriOf("노드 3"), type: CREATED });
    // Whether it is a folder is looked up on disk; then the client is asked to pull again.
    for (let tries = 0; refreshed === before && tries < 500; tries++) await setTimeout(10);
    assert.deepEqual(await files(), ["노드 1/conf/server.xml", "노드 2/conf/server.xml", "노드 3/conf/server.xml"]);
    assert.deepEqual(await nodes(), ["노드 1", "노드 2", "노드 3"]);
  });

  test("a folder with another name has it", async () => {
    renameSync(join(folder, "노드 3"), join(folder, "노드 4"));
    await tell({ uri: uriOf("노드 3"), type: DELETED }, { uri: uriOf("노드 4"), type: CREATED });
    assert.deepEqual(await nodes(), ["노드 1", "노드 2", "노드 4"]);
  });

  test("a deleted folder is gone", async () => {
    rmSync(join(folder, "노드 4"), { recursive: true });
    await tell({ uri: uriOf("노드 4"), type: DELETED });
    assert.deepEqual(await files(), ["노드 1/conf/server.xml", "노드 2/conf/server.xml"]);
    assert.deepEqual(await nodes(), ["노드 1", "노드 2"]);
  });

  test("what a client renames itself is followed, too", async () => {
    const { fileOperations } = capabilities.workspace ?? {};
    for (const asked of [fileOperations?.didCreate, fileOperations?.didRename, fileOperations?.didDelete]) {
      // Files and folders alike.
      assert.deepEqual(asked, { filters: [{ pattern: { glob: "**/*" } }] });
    }
    renameSync(join(folder, "노드 2"), join(folder, "노드 9"));
    await server.connection.sendNotification("workspace/didRenameFiles", {
      files: [{ oldUri: uriOf("노드 2"), newUri: uriOf("노드 9") }],
    });
    assert.deepEqual(await nodes(), ["노드 1", "노드 9"]);
  });

  test("the client is asked to watch folders, and what a build makes asks for nothing anew", async () => {
    assert.ok(registered.some(({ globPattern, kind }) => globPattern === "**/*" && kind === (1 | 4)));
    await files();
    const before = refreshed;
    mkdirSync(join(folder, "target/classes"), { recursive: true });
    writeFileSync(join(folder, "A.class"), "");
    await tell(
      { uri: uriOf("A.class"), type: CREATED },
      { uri: uriOf("B.class"), type: DELETED },
      { uri: uriOf("target/classes"), type: CREATED },
    );
    await files();
    assert.equal(refreshed, before);
    mkdirSync(join(folder, "노드 10"));
    await tell({ uri: uriOf("노드 10"), type: CREATED });
    // The server asks the client on its own, whenever it has looked at the folder.
    for (let tries = 0; refreshed === before && tries < 500; tries++) await setTimeout(10);
    assert.equal(refreshed, before + 1);
  });
});
