import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** A folder imports only folders further left; `cli` skips `features` and `lsp`. */
const ORDER = [
  "base",
  "syntax",
  "schema",
  "config",
  "tribes",
  "configtest",
  "create",
  "rules",
  "lint",
  "workspace",
  "topology",
  "features",
  "lsp",
  "cli",
  "entry",
];
const PEERS = [
  ["syntax", "schema"],
  ["tribes", "configtest"],
  ["create", "rules"],
  ["cli", "features"],
  ["cli", "lsp"],
];

test("folders import only what stands to their left", () => {
  const source = fileURLToPath(new URL("../../server/src/", import.meta.url));
  let imports = 0;
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || !name.includes("/")) continue;
    const from = name.split("/")[0] ?? "";
    for (const [, path] of readFileSync(join(source, name), "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
      const to = join(name, "..", path ?? "").split("/")[0] ?? "";
      // Data belongs to no layer.
      if (to === "protocol.ts" || to === from || path?.endsWith(".json")) continue;
      imports++;
      assert.ok(ORDER.indexOf(to) >= 0 && ORDER.indexOf(to) < ORDER.indexOf(from), `${name} imports ${path}`);
      assert.ok(!PEERS.some((pair) => pair.includes(from) && pair.includes(to)), `${name} imports its peer ${path}`);
      if (to === "entry") assert.fail(`${name} imports a main`);
    }
  }
  assert.ok(imports > 100, `only ${imports} imports seen`);
});
