import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { changeBetween, unfinishedAfter } from "../../../server/src/lint/typing.ts";
import { cursor } from "../../harness/cursor.ts";
import { findingsOf } from "../../harness/workspace.ts";

/** Codes of the findings that are shown after the last key was struck at `$0`. */
async function shown(marked: string): Promise<readonly string[]> {
  const { file, offset } = cursor(marked);
  const found = await findingsOf(file.path, file.document.text, "9.0");
  const unfinished = unfinishedAfter(file.document, { start: offset - 1, end: offset });
  return (found ?? []).filter((each) => !unfinished(each)).map(({ code }) => code);
}

const engine = (inner: string) =>
  `<Server><Service><Connector port="8080" prot="1"/><Engine name="a" defaultHost="a">${inner}<Host name="a"/></Engine></Service></Server>`;

describe("while typing", () => {
  for (const [where, inner] of [
    ["a name", "<Rea$0"],
    ["an attribute's name", '<Host name="b" app$0></Host>'],
    ["an attribute without quotes", '<Host name="b" appBase=$0></Host>'],
    ["an empty value", '<Host name="b" appBase="$0"></Host>'],
    ["a value without its end", '<Host name="b" appBase="$0'],
    ["an end tag", '<Host name="b"></$0'],
    ["the name of an end tag", '<Host name="b"></Ho$0'],
    ["the beginning of one", "<!$0"],
    ["a lone <", "<$0"],
  ] as const) {
    test(`${where}, what is wrong elsewhere stays and nothing else is said`, async () => {
      const found = await shown(engine(inner));
      assert.deepEqual([...new Set(found)], ["attribute-unknown"]);
      assert.equal(found.length, 1);
    });
  }

  test("a comment that hides the rest of the file, nothing is said of what is left", async () => {
    assert.deepEqual(await shown(engine("<!-- a$0")), []);
  });

  test("a mistake of the XML stays, though the element around it has no end yet", async () => {
    assert.deepEqual(await shown('<Server><Service><Connector port="1" port="2"/><Engine>\n$0'), [
      "duplicate-attribute",
    ]);
  });

  test("what is wrong with a sibling stays while a whole element is changed", async () => {
    const found = await shown(engine('<Realm/><Valve className="org.apache.catalina.valves.RemoteIpValve$0"/>'));
    assert.ok(found.includes("class-name-missing"), found.join());
  });
});

describe("a change between two texts", () => {
  for (const [before, after, change] of [
    ["", "a", [0, 1]],
    ["ac", "abc", [1, 2]],
    ["aa", "aaa", [2, 3]],
    ["abc", "ac", [1, 1]],
    ["abc", "abc", [3, 3]],
    ["<a/>", "<b></b>", [1, 6]],
  ] as const) {
    test(`"${before}" to "${after}"`, () => {
      const { start, end } = changeBetween(before, after);
      assert.deepEqual([start, end], change);
    });
  }
});
