import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plainCode } from "../../tools/plain-code.mjs";

const exported = (name: string) =>
  `Object.defineProperty(exports,"${name}",{enumerable:!0,get:function(){return ${name}}})`;

describe("what a bundler writes around modules", () => {
  test("a name that never changes is exported as it is, one that does by a getter", () => {
    const names = ["fixed", "counted", "late", "taken"];
    const code = `const fixed=1;let counted=0,taken=1;var late;function go(){counted++;late=2;[taken]=[3]}${names.map(exported).join(",")};exports.go=go`;
    const plain = plainCode(code);
    assert.match(plain, /,?exports\.fixed=fixed/);
    assert.equal(plain.match(/get:function/g)?.length, 3);
    const exports: Record<string, unknown> & { go?: () => void } = {};
    new Function("exports", plain)(exports);
    exports.go?.();
    assert.deepEqual(
      names.map((name) => exports[name]),
      [1, 1, 2, 3],
    );
  });

  test("a module of a package is a function in brackets", () => {
    const code = "var a=/* @__PURE__ */ e.t((e=>{e.x=1})),b=/* @__PURE__ */ e.t(((e,t)=>{t.exports=2}));";
    assert.equal(
      plainCode(code),
      "var a=/* @__PURE__ */ e.t((function(e){e.x=1})),b=/* @__PURE__ */ e.t((function(e,t){t.exports=2}));",
    );
  });
});
