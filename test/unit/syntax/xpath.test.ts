import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "../../../server/src/syntax/parse.ts";
import { OutOfSteps, selectXPath, XPathError } from "../../../server/src/syntax/xpath.ts";

function select(expression: string, text: string): readonly string[] {
  return selectXPath(expression, parse(text), { left: 10_000 }).map(({ span }) => text.slice(span.start, span.end));
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

describe("an expression that costs too much", () => {
  const text = `<Server>${"<a b='1'/>".repeat(300)}</Server>`;

  for (const expression of [
    "//*[count(//*[count(//*) > 0]) > 0]",
    "//*[preceding::*[following::*[preceding::a]]]",
    "//a[. = //a[. = //a]]",
    "//*/following::*/preceding::*/following::*",
  ]) {
    test(`${expression} is stopped`, () => {
      const steps = { left: 100_000 };
      assert.throws(() => selectXPath(expression, parse(text), steps), OutOfSteps);
      assert.ok(steps.left < 0);
    });
  }

  test("is refused where its length shows it", () => {
    assert.throws(() => selectXPath(`//a${"[1]".repeat(21)}`, parse(text), { left: 100_000 }), XPathError);
    assert.throws(() => selectXPath(`//a[@b="${"x".repeat(1000)}"]`, parse(text), { left: 100_000 }), XPathError);
  });
});

test("elements of any depth are no matter", () => {
  const deep = `${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}`;
  assert.equal(selectXPath("//a", parse(deep), { left: 1_000_000 }).length, 1000);
});
