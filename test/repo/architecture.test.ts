import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where a path of ARCHITECTURE.md may begin. */
const STARTS = ["", "server/src/", "server/src/entry/", "server/src/features/", "server/src/config/", "test/tomcat/"];

test("every file that ARCHITECTURE.md names with its folder is there", () => {
  const named = [...readFileSync(`${ROOT}ARCHITECTURE.md`, "utf8").matchAll(/`([\w.-]+\/[\w./-]+\.\w+)`/g)];
  const paths = named.flatMap(([, path]) => path ?? []).filter((path) => /\.(ts|mjs|sh|md)$/.test(path));
  assert.ok(paths.length > 40, `only ${paths.length} paths seen`);
  assert.deepEqual(
    paths.filter((path) => !STARTS.some((start) => existsSync(`${ROOT}${start}${path}`))),
    [],
  );
});
