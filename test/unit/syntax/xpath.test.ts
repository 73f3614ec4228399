import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "../../../server/src/syntax/parse.ts";
import { selectXPath, XPathError } from "../../../server/src/syntax/xpath.ts";

function select(expression: string, text: string): readonly string[] {
  return selectXPath(expression, parse(text)).map(({ span }) => text.slice(span.start, span.end));
}

describe("XPath", () => {
  test("finds elements and attributes, with the way back to the text", () => {
    const text = '<Server><Host name="a"/><Host name="b&amp;c"/></Server>';
    assert.deepEqual(select('//Host[@name="b&c"]', text), ['<Host name="b&amp;c"/>']);
    assert.deepEqual(select("//Host/@name", text), ['name="a"', 'name="b&amp;c"']);
  });

  test("finds elements under a default namespace", () => {
    const text = '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"><distributable/></web-app>';
    assert.deepEqual(select("/web-app/distributable", text), ["<distributable/>"]);
  });

  test("works in half-typed text", () => {
    assert.deepEqual(select("//Receiver/@port", '<Channel><Receiver port="4000" port="1" <Sender/>'), ['port="4000"']);
  });

  test("says what is wrong with an expression", () => {
    assert.throws(() => select("//Host[", "<a/>"), XPathError);
    assert.throws(() => select("count(//Host)", "<a/>"), XPathError);
  });
});
