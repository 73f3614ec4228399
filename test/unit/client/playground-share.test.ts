import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { fromFragment, toFragment } from "../../../client/src/playground/share.ts";

/** A fragment of these bytes. */
const fragmentOf = (bytes: Uint8Array) => `#p1=${Buffer.from(deflateRawSync(bytes)).toString("base64url")}`;
const fragmentWith = (data: unknown) => fragmentOf(Buffer.from(JSON.stringify(data)));
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, ""]));

/** Fragments that hold no project, from a link that anyone may have made. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  nothing: () => "",
  "another name": () => "#p2=eJw",
  "no base64": () => "#p1=%%%\u0000é",
  "nothing packed": () => "#p1=",
  "bytes that are not packed": () => `#p1=${Buffer.from("{}").toString("base64url")}`,
  "the beginning of a project": () => fragmentWith({ files: { a: "x".repeat(10_000) } }).slice(0, -8),
  "a gigabyte of zeros": () => {
    // A stream of blocks, each of which stands for a megabyte.
    const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: 2 });
    return `#p1=${Buffer.concat(Array.from({ length: 1000 }, () => block)).toString("base64url")}`;
  },
  "bytes of no text": () => fragmentOf(Buffer.from([0xff, 0xfe, 0, 1])),
  "no JSON": () => fragmentOf(Buffer.from("{files:")),
  "JSON of any depth": () => fragmentOf(Buffer.from("[".repeat(1_500_000))),
  "a number": () => fragmentWith(7),
  null: () => fragmentWith(null),
  "no files": () => fragmentWith({ files: {} }),
  "a list of files": () => fragmentWith({ files: ["a"] }),
  "files that are no texts": () => fragmentWith({ files: { a: { toString: "b" } } }),
  "too many files": () => fragmentWith({ files: many(41) }),
  "a path out of the project": () => fragmentWith({ files: { "a/../../b": "" } }),
  "a path from the root": () => fragmentWith({ files: { "/etc/passwd": "" } }),
  "a path of another scheme": () => fragmentWith({ files: { "javascript:alert(1)": "" } }),
  "a path of markup": () => fragmentWith({ files: { "<img src=x>": "" } }),
  "a path that has control characters": () => fragmentWith({ files: { "a\u0000b\u202e": "" } }),
  "a path without end": () => fragmentWith({ files: { ["a".repeat(100_000)]: "" } }),
  "a path of the end of a line": () => fragmentWith({ files: { "a\n": "" } }),
};

describe("a link that holds no project gives none", () => {
  for (const [what, make] of Object.entries(HOSTILE)) {
    test(what, async () => {
      assert.equal(await fromFragment(make()), undefined);
    });
  }
});

test("a link of a project gives it whole, whatever its texts and names are", async () => {
  const files = JSON.parse('{"__proto__":"a","constructor":"b","conf/server.xml":"</script>\\ud83d\\ude00${a}"}');
  const project = { tomcat: "9.0", files };
  const back = await fromFragment(await toFragment(project));
  assert.deepEqual(Object.entries(back?.files ?? {}), Object.entries(files));
  const odd = await fromFragment(fragmentWith({ tomcat: { toString: 1 }, files: { a: "" }, evil: 1 }));
  assert.deepEqual(odd, { tomcat: "auto", files: { a: "" } });
});
