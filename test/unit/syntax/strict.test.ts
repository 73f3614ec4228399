import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { parse } from "../../../server/src/syntax/parse.ts";
import { problemsOf } from "../../../server/src/syntax/problems.ts";
import { runs } from "../../harness/effort.ts";

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const texts = ["examples/node1/conf/server.xml", "examples/node2/conf/server.xml", "examples/node1/conf/web.xml"].map(
  read,
);

/** What people and accidents put into an XML file. */
const damage = fc.constantFrom(
  ...["<", "&", ">", '"', "'", "--", "<!--", "-->", "]]>", "<![CDATA[", "&amp", "&#0;", "&#xD800;", "&nbsp;", "\u0001"],
  ...["<?", "?>", "</", "/>", "=", " ", "x", "<1/>", " a='1' a='2'", "<?xml version='1.0'?>", "\ud800", "\ufffe", ""],
);

/** True when a third party's strict parser stops at the text. */
function isRefused(text: string): boolean {
  try {
    new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(text, "text/xml");
    return false;
  } catch {
    return true;
  }
}

describe("no mistake that a strict parser stops at passes", () => {
  for (const text of texts) assert.ok(!isRefused(text));

  test("in files with one damage", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.integer({ min: 0, max: 3 }),
        damage,
        (text, place, cut, put) => {
          const at = place % text.length;
          const damaged = text.slice(0, at) + put + text.slice(at + cut);
          if (!isRefused(damaged)) return;
          refused++;
          assert.notDeepEqual(problemsOf(parse(damaged)), [], damaged.slice(Math.max(0, at - 40), at + 40));
        },
      ),
      { numRuns: runs(1500) },
    );
    assert.ok(refused > runs(300), `only ${refused} were refused`);
  });
});
