import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { encodingLike, isUnknownEncoding } from "../../server/src/syntax/encodings.ts";

const program = fileURLToPath(new URL("Encodings.java", import.meta.url));
const skip = spawnSync("java", ["-version"]).status === 0 ? false : "encodings: need Java";

test("no encoding of this Java is called unknown", { skip }, () => {
  const names = execFileSync("java", [program], { encoding: "utf8" }).trim().split("\n");
  assert.ok(names.length > 500, `${names.length} names`);
  assert.deepEqual(
    names.filter((name) => isUnknownEncoding(name.toUpperCase())),
    [],
  );
  for (const name of ["UFT-8", "UTF_9", "nonsense"]) assert.ok(isUnknownEncoding(name), name);
  assert.equal(encodingLike("UFT-8"), "UTF-8");
});
