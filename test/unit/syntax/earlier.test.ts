import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import { originOf } from "../../../server/src/syntax/earlier.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import type { XmlDocument, XmlElement, XmlNode } from "../../../server/src/syntax/tree.ts";
import { walkElements } from "../../../server/src/syntax/walk.ts";
import { cases } from "../../harness/effort.ts";
import { readFixture } from "../../harness/fixture.ts";
import { mulberry32 } from "../../harness/random.ts";
import { edited } from "../../harness/random-edits.ts";

const SEED = Number(process.env["EARLIER_SEED"] ?? 1);
/** Edits of each text, one after the other. */
const EDITS = Number(process.env["EARLIER_EDITS"] ?? 30);
/** Longer texts are not edited any more; in characters. */
const LONGEST = 20_000;

const rules = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));
const texts = readdirSync(rules, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xml"))
  .sort()
  .flatMap((name) => [...readFixture(readFileSync(join(rules, name), "utf8")).files.values()]);

const catalog = catalogOf("9.0");
const grammarOf = (name: string) => catalog.root(name);

/** All that a tree says, with where each element hangs. */
function plain({ content, hasDoctype, cutAt }: XmlDocument): unknown {
  const node = (each: XmlNode): unknown => {
    if (each.kind !== "element") return { ...each };
    const { span, name, nameSpan, startTag, startTagClosed, selfClosing, junk, endTag, parent, parts } = each;
    const attributes = each.attributes.map(({ element, ...attribute }) => {
      assert.equal(element, each);
      return attribute;
    });
    assert.deepEqual(
      each.elements,
      each.content.filter(({ kind }) => kind === "element"),
    );
    const tag = { name, nameSpan, startTag, startTagClosed, selfClosing, junk, endTag, attributes };
    return { span, tag, parts, parent: parent?.span, content: each.content.map(node) };
  };
  return { content: content.map(node), hasDoctype, cutAt };
}

const named = (document: XmlDocument, name: string) => [...walkElements(document)].find((each) => each.name === name);

describe("a text is read with what its last state was read as", () => {
  test("and comes out as read from nothing, whatever is edited", () => {
    const random = mulberry32(SEED);
    for (const first of cases(texts)) {
      let document = parse(first, grammarOf);
      for (let edit = 0; edit < EDITS; edit++) {
        const next = random() < 0.2 ? first : edited(document.text, random);
        if (next.length > LONGEST) continue;
        const before = document.text;
        document = parse(next, grammarOf, document);
        assert.deepEqual(plain(document), plain(parse(next, grammarOf)), `${before}\n---\n${next}`);
      }
    }
  });

  const SERVER = '<Server>\n  <A x="1"><B/>text<!-- c --></A>\n  <C>\n    <D y="2"/>\n  </C>\n  <E/>\n</Server>';
  const typed = (text: string, behind: string, by: string) => {
    const at = text.indexOf(behind) + behind.length;
    return text.slice(0, at) + by + text.slice(at);
  };
  const isTaken = (now: XmlDocument, name: string, last: XmlDocument) => {
    const [one, other] = [named(now, name), named(last, name)] as [XmlElement, XmlElement];
    return originOf(one) === originOf(other);
  };

  test("only what holds the edit is read anew", () => {
    const last = parse(SERVER);
    const now = parse(typed(SERVER, 'y="2', "3"), undefined, last);
    const again = parse(typed(now.text, 'y="23', "4"), undefined, now);
    for (const [one, other] of [
      [now, last],
      [again, now],
      [again, last],
    ] as const)
      assert.deepEqual(
        ["Server", "A", "B", "C", "D", "E"].map((name) => isTaken(one, name, other)),
        [false, true, true, false, false, true],
      );
  });

  for (const [what, text] of Object.entries({
    "with a template": SERVER.replace('"1"', '"{{ x }}"'),
    "that is not closed": SERVER.replace("</A>", ""),
    "with a value without quotes": SERVER.replace('"1"', "1"),
    "with an end tag of another name": SERVER.replace("<B/>", "</B>"),
  }))
    test(`an element ${what} is read anew`, () => {
      const last = parse(text);
      const now = parse(typed(text, "<E", " "), undefined, last);
      assert.equal(isTaken(now, "A", last), false);
      assert.deepEqual(plain(now), plain(parse(now.text)));
    });

  test("after a hundred states everything is read anew", () => {
    let last = parse(SERVER);
    const first = last;
    for (let edit = 0; edit < 100; edit++) last = parse(typed(last.text, 'y="2', "3"), undefined, last);
    assert.ok(isTaken(last, "A", first));
    last = parse(typed(last.text, 'y="2', "3"), undefined, last);
    assert.equal(isTaken(last, "A", first), false);
  });
});
