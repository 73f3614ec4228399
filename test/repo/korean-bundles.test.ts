import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { showOnly } from "../../server/src/base/localized.ts";
import { withoutKorean } from "../../tools/korean.mjs";

/** More Korean than a file keeps. */
const PADDING = `exports.padding = { en: "", ko: "${"가".repeat(2000)}" };`;

/** Texts at the top and in functions, with names that mean something else inside. */
const CODE = `
const name = "Receiver";
exports.top = { en: \`\${name}\`, ko: \`\${name} 없음\` };
exports.said = (e, { a: n }) => ({ en: e, ko: \`\${e.map((e) => e + n.e).join()} 노드\` });
exports.nested = (ok) => ({ en: { ko: "안", en: "in" }.en, ko: ok ? "예" : "아니요" });
exports.own = function () { return { en: "", ko: \`\${this.word} 말\` }; };
exports.table = { en: { one: "in" }, ko: { one: "안" } };
exports.other = { en: "…", ko: "same" };
`;

interface Program {
  readonly top: { readonly ko: string };
  readonly said: (e: readonly string[], n: { readonly a: { readonly e: number } }) => { readonly ko: string };
  readonly nested: (ok: boolean) => { readonly en: string; readonly ko: string };
  readonly own: () => { readonly ko: string };
  readonly table: { readonly ko: { readonly one: string } };
  readonly other: { readonly en: string; readonly ko: string };
}

/** What a file exports, and how often it read the file of its Korean texts. */
function run({ code, korean }: { readonly code: string; readonly korean?: string }) {
  const counted = { reads: 0 };
  const evaluate = (text: string): unknown => {
    const module = { exports: {} };
    const require = (path: string) => {
      assert.equal(path, "./file.ko.cjs");
      counted.reads++;
      return evaluate(korean ?? "");
    };
    new Function("module", "exports", "require", text)(module, module.exports, require);
    return module.exports;
  };
  // The code above exports what the interface says.
  return { program: evaluate(code) as Program, counted };
}

describe("Korean texts in a file of their own", () => {
  test("are the same, and are read when the first is asked for", () => {
    const { program, counted } = run(withoutKorean(CODE + PADDING, "file"));
    assert.equal(counted.reads, 0);
    assert.equal(program.top.ko, "Receiver 없음");
    assert.equal(program.said(["a", "b"], { a: { e: 1 } }).ko, "a1,b1 노드");
    assert.deepEqual(
      [true, false].map((each) => program.nested(each).ko),
      ["예", "아니요"],
    );
    assert.equal(program.nested(true).en, "in");
    assert.equal(program.own.call({ word: "큰" }).ko, "큰 말");
    assert.equal(program.table.ko.one, "안");
    assert.deepEqual(program.other, { en: "…", ko: "same" });
    assert.equal(counted.reads, 1);
  });

  test("are not made for what shows English only, but at the top they stay right", () => {
    const { program, counted } = run(withoutKorean(CODE + PADDING, "file"));
    showOnly("en");
    try {
      assert.equal(program.said(["a"], { a: { e: 1 } }).ko, "");
      assert.equal(counted.reads, 0);
      assert.equal(program.top.ko, "Receiver 없음");
    } finally {
      showOnly("ko");
    }
  });

  test("stay where they are few; nothing is left that takes two bytes", () => {
    const kept = withoutKorean(CODE, "file");
    assert.equal(kept.korean, undefined);
    assert.match(kept.code, /^[\0-\x7f]*$/);
    assert.equal(run(kept).program.top.ko, "Receiver 없음");
    assert.match(withoutKorean(CODE + PADDING, "file").code, /^[\0-\x7f]*$/);
  });
});
