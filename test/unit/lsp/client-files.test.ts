import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "vscode-languageserver";
import { filesOf } from "../../../server/src/lsp/client-files.ts";

const host = { textOf: (bytes: Uint8Array) => new TextDecoder().decode(bytes), uriOf: (path: string) => path };

/** Files of a client that answers with this. */
function servedBy(answer: () => Promise<unknown>) {
  const connection = { sendRequest: answer } as unknown as Pick<Connection, "sendRequest">;
  return filesOf(host, connection, () => true, 20);
}

test("a file that the client never answers for, cannot read or gives as no Base64 reads as absent", async () => {
  for (const answer of [
    () => new Promise(() => undefined),
    () => Promise.reject(new Error("offline")),
    () => Promise.resolve(null),
    () => Promise.resolve("%%%"),
    () => Promise.resolve(7),
  ]) {
    assert.equal(await servedBy(answer).read("vscode-vfs://github/o/conf/server.xml"), undefined);
  }
  assert.equal(await servedBy(() => Promise.resolve(btoa("<Server/>"))).read("vscode-vfs:/a"), "<Server/>");
});

test("a folder that is listed as no list reads as absent", async () => {
  for (const answer of [7, "a", { length: 1 }, [null], [{ name: 7, folder: true }], [{ name: "../a", folder: true }]]) {
    assert.equal(
      await servedBy(() => Promise.resolve(answer)).list("vscode-vfs:/a"),
      undefined,
      JSON.stringify(answer),
    );
  }
  const entries = [{ name: "conf", folder: true }];
  assert.deepEqual(await servedBy(() => Promise.resolve(entries)).list("vscode-vfs:/a"), entries);
});
