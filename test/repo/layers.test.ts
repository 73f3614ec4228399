import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/**
 * A folder imports only folders further left; `cli` skips `features` and `lsp`. `protocol.ts` with `protocol`, what server and
 * client say to each other, is a layer of its own: the requests speak it, nothing below knows it.
 */
const ORDER = [
  "base",
  "syntax",
  "schema",
  "front",
  "applications",
  "config",
  "logs",
  "live",
  "prove",
  "tribes",
  "configtest",
  "create",
  "rules",
  "lint",
  "workspace",
  "migrate",
  "topology",
  "features",
  "protocol",
  "protocol.ts",
  "lsp",
  "cli",
  "entry",
];
/** Folders of one rank: none of them imports another. */
const PEERS = [
  ["syntax", "schema", "front", "applications"],
  ["create", "tribes", "logs", "live", "prove", "configtest", "rules"],
  ["migrate", "topology"],
  ["cli", "features"],
  ["cli", "lsp"],
  ["cli", "protocol"],
  ["cli", "protocol.ts"],
];
/** What the client may import of the server; all of it is plain data and names. */
const SHARED = ["protocol.ts", "schema/lines.ts"];

/** Each import of a folder's files: the file, the path as written, and the file it leads to, all below the folder. */
function* importsIn(folder: string): Generator<{ readonly name: string; readonly path: string; readonly to: string }> {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    for (const [, path = ""] of readFileSync(join(folder, name), "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
      yield { name, path, to: join(name, "..", path) };
    }
  }
}

const folderOf = (name: string) => name.split("/")[0] ?? "";

test("folders import only what stands to their left", () => {
  let imports = 0;
  for (const { name, path, to } of importsIn(fileURLToPath(new URL("../../server/src/", import.meta.url)))) {
    const [from, other] = [folderOf(name), folderOf(to)];
    // Data belongs to no layer.
    if (other === from || path.endsWith(".json")) continue;
    imports++;
    assert.ok(ORDER.indexOf(other) >= 0 && ORDER.indexOf(other) < ORDER.indexOf(from), `${name} imports ${path}`);
    assert.ok(!PEERS.some((rank) => rank.includes(from) && rank.includes(other)), `${name} imports its peer ${path}`);
    if (other === "entry") assert.fail(`${name} imports a main`);
  }
  assert.ok(imports > 100, `only ${imports} imports seen`);
});

test("the client knows of the server what they say to each other, and the names of lines", () => {
  const client = fileURLToPath(new URL("../../client/src/", import.meta.url));
  const shared = [...importsIn(client)].filter(({ to }) => to.startsWith("../../server/"));
  assert.ok(shared.length > 5, `only ${shared.length} imports seen`);
  for (const { name, path, to } of shared) {
    assert.ok(SHARED.includes(to.replace("../../server/src/", "")), `${name} imports ${path}`);
  }
});
