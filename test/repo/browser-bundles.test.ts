import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The most that both may have together, in bytes as a browser fetches them. */
const LARGEST = 1_000_000;

const bundle = (name: string) => readFileSync(fileURLToPath(new URL(`../../dist/browser/${name}`, import.meta.url)));

test("a browser fetches less than a megabyte, and nothing in it needs Node", () => {
  const [extension, server] = [bundle("extension.cjs"), bundle("server.js")];
  const size = gzipSync(extension).length + gzipSync(server).length;
  assert.ok(size < LARGEST, `${size} bytes`);
  const required = [extension, server].flatMap((bytes) =>
    [...bytes.toString("utf8").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name),
  );
  assert.deepEqual([...new Set(required)], ["vscode"]);
});
