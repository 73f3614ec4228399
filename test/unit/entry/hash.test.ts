import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hash } from "../../../server/src/entry/hash.ts";
import { hash as nodeHash } from "../../../server/src/entry/node-hash.ts";

test("Node and a browser make the same fingerprint of any text", () => {
  assert.equal(nodeHash("abc"), "ba7816bf8f01cfea414140de5dae2223");
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
      assert.equal(nodeHash(text), hash(text));
    }),
  );
});
