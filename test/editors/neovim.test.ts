import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundledServer } from "../harness/client.ts";

const skip = spawnSync("nvim", ["--version"]).status === 0 ? false : "Neovim's own client: needs nvim";
const example = readFileSync(new URL("../../examples/node1/conf/server.xml", import.meta.url), "utf8");

interface Result {
  readonly failure?: string;
  readonly found: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  readonly labels: readonly string[];
  readonly text: string;
}

test("Neovim finds, completes and fixes over stdio", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-nvim-"));
  try {
    const file = join(folder, "conf", "server.xml");
    mkdirSync(join(folder, "conf"));
    writeFileSync(file, example.replace('frequency="500"', 'frequency="500" '));
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
      },
    });
    assert.equal(error, undefined);
    const result: Result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    assert.equal(result.failure, undefined);
    const filter = result.found.find(({ code }) => code === "filter-not-a-regex");
    assert.equal(filter?.line, example.slice(0, example.indexOf("filter=")).split("\n").length);
    assert.ok(result.labels.includes("domain") && !result.labels.includes("dropTime"), result.labels.join());
    assert.match(result.text, /filter="\.\*\\\.gif\|\.\*\\\.js\|\.\*\\\.css"/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
