import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundledServer } from "../harness/client.ts";
import { example, twoNodes } from "./settings.ts";

const skip = spawnSync("nvim", ["--version"]).status === 0 ? false : "Neovim's own client: needs nvim";

interface Result {
  readonly failure?: string;
  readonly found: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  readonly labels: readonly string[];
  readonly text: string;
  readonly hover: string;
  readonly effective: Shown;
  /** The same command once more, with everything. */
  readonly again: Shown;
  readonly topology: Shown;
  readonly windows: number;
}

interface Shown {
  readonly text: string;
  /** The line of the cursor. */
  readonly line: string;
  readonly modifiable: boolean;
}

test("Neovim finds, completes, explains and fixes over stdio, and shows what Tomcat makes of it", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-nvim-"));
  try {
    const [file = ""] = twoNodes(folder);
    const script = fileURLToPath(new URL("neovim.lua", import.meta.url));
    const { error } = spawnSync("nvim", ["--headless", "--clean", "-n", "-c", `luafile ${script}`], {
      encoding: "utf8",
      timeout: 60_000,
      env: {
        ...process.env,
        FILE: file,
        SERVER: JSON.stringify([process.execPath, bundledServer, "--stdio"]),
        RESULT: join(folder, "result.json"),
        BEHIND: 'frequency="500" ',
        FIX: "filter-not-a-regex",
        NODE: "node1",
        COMMANDS: fileURLToPath(new URL("../../editors/neovim/plugin/tomcat_cluster.lua", import.meta.url)),
      },
    });
    assert.equal(error, undefined);
    const result: Result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    assert.equal(result.failure, undefined);
    const filter = result.found.find(({ code }) => code === "filter-not-a-regex");
    assert.equal(filter?.line, example.slice(0, example.indexOf("filter=")).split("\n").length);
    assert.ok(result.labels.includes("domain") && !result.labels.includes("dropTime"), result.labels.join());
    assert.match(result.text, /filter="\.\*\\\.gif\|\.\*\\\.js\|\.\*\\\.css"/);
    assert.match(result.hover, /frequency.*milliseconds/s);
    const { effective, again, topology, windows } = result;
    assert.match(effective.text, /<Membership/);
    assert.match(effective.line, /frequency="500"/, "the cursor is where it was");
    assert.ok(again.text.length > effective.text.length && again.text.includes("<Server"), again.text);
    assert.match(topology.text, /node1 {2}192\.168\.56\.7:4000.*\n {2}node2 {2}10\.0\.0\.2:4000/);
    assert.deepEqual([effective.modifiable, again.modifiable, topology.modifiable, windows], [false, false, false, 3]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
