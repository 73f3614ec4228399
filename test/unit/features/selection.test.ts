import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contains, touches } from "../../../server/src/base/span.ts";
import { selectionSteps } from "../../../server/src/features/selection.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import { cursor } from "../../harness/cursor.ts";

function steps(marked: string): readonly string[] {
  const { file, offset } = cursor(marked);
  return selectionSteps(file.document, offset).map(({ start, end }) => file.document.text.slice(start, end));
}

describe("expanding the selection", () => {
  test("from a value to the whole text", () => {
    assert.deepEqual(steps('<Server><Service> <Connector port="80$080" scheme="http"/></Service></Server>\n'), [
      "8080",
      '"8080"',
      'port="8080"',
      'port="8080" scheme="http"',
      '<Connector port="8080" scheme="http"/>',
      ' <Connector port="8080" scheme="http"/>',
      '<Service> <Connector port="8080" scheme="http"/></Service>',
      '<Server><Service> <Connector port="8080" scheme="http"/></Service></Server>',
      '<Server><Service> <Connector port="8080" scheme="http"/></Service></Server>\n',
    ]);
  });

  for (const [where, marked, expected] of [
    [
      "in an attribute's name",
      '<Cluster><Channel a="1" na$0me="2"/></Cluster>',
      ["name", 'name="2"', 'a="1" name="2"'],
    ],
    ["in an element's name", '<Cluster><Chan$0nel a="1"></Channel></Cluster>', ["Channel", '<Channel a="1">']],
    ["in an end tag", "<Cluster><Channel></Chan$0nel></Cluster>", ["Channel", "</Channel>", "<Channel></Channel>"]],
    [
      "in a text",
      "<Server><Host><Alias> www$0.a </Alias></Host></Server>",
      ["www.a", " www.a ", "<Alias> www.a </Alias>"],
    ],
    ["in a comment", "<Cluster><!-- no$0te --></Cluster>", ["note", " note ", "<!-- note -->"]],
    ["in the content of an element without end", "<Cluster><Channel>\n  $0", ["\n  ", "<Channel>\n  "]],
    ["in a value without closing quote", '<Cluster><Channel a="x$0\n/></Cluster>', ["x", '"x', 'a="x']],
    ["behind a bare <", "<Cluster><$0</Cluster>", ["<", "<Cluster><</Cluster>"]],
  ] as const) {
    test(where, () => assert.deepEqual(steps(marked).slice(0, expected.length), expected));
  }

  test("each step lies in the next, is smaller and holds the cursor, whatever the text", () => {
    const text = '<?xml?>\n<Server><!-- a --><Host name="a" b= c>x<![CDATA[y]]></Host></Nope></Server>\n&e; <% %>';
    for (let end = 0; end <= text.length; end++) {
      const document = parse(text.slice(0, end));
      for (let offset = 0; offset <= end; offset++) {
        const found = selectionSteps(document, offset);
        found.forEach((step, index) => {
          const outer = found[index + 1];
          assert.ok(touches(step, offset) && (!outer || (contains(outer, step) && !contains(step, outer))));
        });
      }
    }
  });

  test("does not nest without end", () => {
    assert.ok(selectionSteps(parse("<a>".repeat(50_000)), 150_000).length <= 200);
  });
});
