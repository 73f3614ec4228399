import assert from "node:assert/strict";
import { test } from "node:test";
import { runs } from "../../harness/effort.ts";
import { fleet } from "../../harness/fleet.ts";
import { workspaceOf } from "../../harness/workspace.ts";

test("in a fleet all planted faults are found, and nothing else", async () => {
  const { files, planted } = fleet(runs(400), 42);
  const workspace = workspaceOf(files, "9.0");
  const found: string[] = [];
  for (const path of files.keys()) {
    for (const { code } of (await workspace.snapshot(path))?.diagnostics ?? []) found.push(`${path} ${code}`);
  }
  assert.ok(planted.length >= runs(5));
  assert.deepEqual(found.sort(), planted);
});
