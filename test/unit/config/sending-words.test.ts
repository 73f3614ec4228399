import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sendingWords } from "../../../server/src/config/options.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

for (const [mask, en, ko] of [
  [6, "synchronous (6)", "동기(6)"],
  [8, "asynchronous (8)", "비동기(8)"],
  [14, "asynchronous (14)", "비동기(14)"],
  [2, "acknowledged (2)", "수신 확인(2)"],
  [4, "unacknowledged (4)", "수신 확인 없음(4)"],
  [40, "asynchronous, by UDP (40)", "비동기, UDP 사용(40)"],
] as const) {
  test(`send options of ${mask}`, () => assert.deepEqual(sendingWords(mask), { en, ko }));
}

/** What was said beside these words. The flags themselves belong to a table of them. */
const OTHERS =
  /synchronized ack|use_ack \+|ynchronously \(\d|ynchronous sending \(\d|동기 수신 확인|비동기 \(\d|동기 \(\d/;

test("no text says it in other words", () => {
  const folders = ["server/src", "client", "snippets"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const texts = files.filter((name) => /\.(ts|md|json)$/.test(name) && !name.includes("/data/"));
  assert.ok(texts.length > 500);
  for (const name of [...texts, "README.md", "README.ko.md", "package.nls.json", "package.nls.ko.json"]) {
    assert.doesNotMatch(readFileSync(join(root, name), "utf8"), OTHERS, name);
  }
});
