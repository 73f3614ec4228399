import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "../../../server/src/syntax/parse.ts";
import { type Lean, pathAt } from "../../../server/src/syntax/path.ts";

/** The names of the elements and the kinds of the other nodes around `|`. */
function path(marked: string, lean: Lean): string {
  const offset = marked.indexOf("|");
  const document = parse(marked.replace("|", ""));
  return pathAt(document, offset, lean)
    .map((node) => (node.kind === "element" ? node.name : node.kind))
    .join(" ");
}

describe("the path to an offset", () => {
  for (const [marked, behind, before, touching, typing] of [
    ["<a><b/>|<c/></a>", "a c", "a b", "a c", "a"],
    ["<a>|<b/></a>", "a b", "a", "a b", "a"],
    ["<a><b/>|</a>", "a", "a b", "a b", "a"],
    ["<a> |<b/></a>", "a b", "a text", "a b", "a"],
    ["<a><b x='1'|/></a>", "a b", "a b", "a b", "a b"],
    ["<a><!-- | --></a>", "a comment", "a comment", "a comment", "a comment"],
    ["<a><!-- |", "", "a comment", "a comment", "a comment"],
    ["<a><b |", "", "a text", "a text", "a b"],
    ["<a></a>|", "", "a", "a", ""],
    ["|", "", "", "", ""],
  ] as const) {
    test(JSON.stringify(marked), () => {
      const found = (["behind", "before", "touching", "typing"] as const).map((lean) => path(marked, lean));
      assert.deepEqual(found, [behind, before, touching, typing]);
    });
  }

  test("does not care how deep it is", () => {
    assert.equal(pathAt(parse("<a>".repeat(100_000)), 300_000, "before").length, 100_000);
  });
});
