import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pathOfUri, uriOfPath } from "../../../server/src/entry/uris.ts";

test("a file has one path, however its URI is encoded", () => {
  const path = "file:///w/노드 1 (copy)/50%/a#b?c/server.xml";
  for (const uri of [
    "file:///w/%EB%85%B8%EB%93%9C%201%20%28copy%29/50%25/a%23b%3Fc/server.xml",
    "file:///w/%eb%85%b8%eb%93%9c%201%20(copy)/50%25/a%23b%3fc/server.xml",
  ]) {
    assert.equal(pathOfUri(uri), path);
  }
  assert.equal(uriOfPath(path), "file:///w/%EB%85%B8%EB%93%9C%201%20%28copy%29/50%25/a%23b%3Fc/server.xml");
  assert.equal(pathOfUri("file:///C:/w/server.xml"), pathOfUri("file:///c%3A/w/server.xml"));
});

test("a URI with a query ends with the file's name, and comes back as it was", () => {
  const uri = "git:/w/conf/server.xml?%7B%22path%22%3A%22%2Fw%2Fconf%2Fserver.xml%22%2C%22ref%22%3A%22~%22%7D";
  assert.ok(pathOfUri(uri).endsWith("/w/conf/server.xml"));
  assert.equal(uriOfPath(pathOfUri(uri)), uri);
  for (const same of [
    "untitled:Untitled-1",
    "vscode-vfs://github%2B7b/o/r/conf/server.xml",
    "vscode-vfs://github/o/%EB%85%B8%EB%93%9C%201/server.xml",
    "review://x/y.xml?a/b?c",
  ]) {
    assert.equal(uriOfPath(pathOfUri(same)), same);
  }
});

test("whatever names there are, the way to a URI and back leads to the same path", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: "grapheme" })), (names) => {
      const path = `file:///w/${names.map((name) => name.replaceAll("/", "_")).join("/")}`;
      assert.equal(pathOfUri(uriOfPath(path)), path);
    }),
  );
});
