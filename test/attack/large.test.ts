import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AROUND } from "./around.ts";
import { HOSTILE } from "./hostile.ts";

const CLI = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
/** The largest file that is read, in characters. */
const SIZE = 16_000_000;
/** In megabytes. */
const MOST = 500;
/** In seconds of the processor: other programs of the machine do not count. */
const LONGEST = 5;

/** Writes to stderr what the process took, in kilobytes and microseconds. */
const TELL = `process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write("took " + maxRSS + " " + (userCPUTime + systemCPUTime));
})`;

const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-large-"));
after(() => rmSync(folder, { recursive: true }));

/** The inputs that take most, of all in the tables of this folder. */
const MOST_COSTLY = [
  "templates",
  "a line of <",
  "a line of &",
  "Services with Clusters",
  "silencing ranges of other names",
  "a value of placeholders",
  "Clusters on both sides",
  "Members on both sides",
];

describe("a file of 16 MB takes less than 5 s and 500 MB in check", () => {
  for (const name of MOST_COSTLY) {
    test(name, (t) => {
      const at = join(folder, name.replaceAll(/\W/g, "_"));
      for (const [path, text] of Object.entries((HOSTILE[name] ?? AROUND[name])?.(SIZE) ?? assert.fail(name))) {
        mkdirSync(dirname(join(at, path)), { recursive: true });
        writeFileSync(join(at, path), text);
      }
      const words = ["--import", `data:text/javascript,${encodeURIComponent(TELL)}`, CLI, "check", at];
      const { stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
      rmSync(at, { recursive: true });
      const [kilobytes = 0, microseconds = 0] = (/took (\d+) (\d+)$/.exec(stderr) ?? assert.fail(stderr))
        .slice(1)
        .map(Number);
      const [megabytes, seconds] = [Math.round(kilobytes / 1000), microseconds / 1_000_000];
      t.diagnostic(`${megabytes} MB, ${seconds.toFixed(1)} s`);
      assert.ok(megabytes < MOST, `${megabytes} MB`);
      assert.ok(seconds < LONGEST, `${seconds} s`);
    });
  }
});
