import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits, type Edit } from "../../../../server/src/base/span.ts";
import { indentNewLine, layOutTypedTag } from "../../../../server/src/features/format-on-type.ts";
import type { FormatOptions } from "../../../../server/src/features/format-writer.ts";
import { parse } from "../../../../server/src/syntax/parse.ts";
import type { XmlDocument } from "../../../../server/src/syntax/tree.ts";

const OPTIONS: FormatOptions = { tabSize: 2, insertSpaces: true, printWidth: 60 };

type Typed = (document: XmlDocument, offset: number, options: FormatOptions) => readonly Edit[];

/** The text after what was typed before `$0`. */
function after(typed: Typed, marked: string, options = OPTIONS): string {
  const offset = marked.indexOf("$0");
  assert.notEqual(offset, -1);
  const text = marked.replace("$0", "");
  return applyEdits(text, typed(parse(text), offset, options));
}

describe("Enter indents", () => {
  const cases: readonly [where: string, before: string, after: string][] = [
    [
      "in an element",
      "<Server>\n    <Service>\n$0\n    </Service>\n</Server>",
      "<Server>\n    <Service>\n      \n    </Service>\n</Server>",
    ],
    ["behind a sibling", "<Server>\n  <Listener/>\n      $0\n</Server>", "<Server>\n  <Listener/>\n  \n</Server>"],
    [
      "before the end tag",
      "<Server>\n  <Service>\n      $0</Service>\n</Server>",
      "<Server>\n  <Service>\n  </Service>\n</Server>",
    ],
    [
      "below the first attribute",
      '<Channel>\n  <Receiver className="x"\n  $0port="4000"/>\n</Channel>',
      '<Channel>\n  <Receiver className="x"\n            port="4000"/>\n</Channel>',
    ],
    [
      "in a tag without its end",
      '<Channel>\n  <Receiver port="4000"\n$0\n  <Sender/>\n</Channel>',
      '<Channel>\n  <Receiver port="4000"\n            \n  <Sender/>\n</Channel>',
    ],
    [
      "in a tag without its end that has an end tag",
      '<Engine name="a"\n$0\n  <Host/>\n</Engine>',
      '<Engine name="a"\n        \n  <Host/>\n</Engine>',
    ],
    [
      "in a tag without attributes",
      "<Channel>\n  <Receiver\n$0\n</Channel>",
      "<Channel>\n  <Receiver\n    \n</Channel>",
    ],
    ["in an element that is not closed yet", "<Server>\n  <Service>\n$0", "<Server>\n  <Service>\n    "],
    ["to the margin beside the root", "<Server/>\n  $0", "<Server/>\n"],
  ];
  for (const [where, before, result] of cases) test(where, () => assert.equal(after(indentNewLine, before), result));

  for (const [where, text] of [
    ["a comment", "<A>\n<!-- x\n$0 y -->\n</A>"],
    ["a value", '<A b="x\n$0 y"/>'],
    ["text", "<A>some\n$0 text</A>"],
    ["what keeps its space", '<A xml:space="preserve">\n$0\n</A>'],
    ["the first line", "  $0<A/>"],
  ] as const) {
    test(`nothing in ${where}`, () => assert.equal(after(indentNewLine, text), text.replace("$0", "")));
  }

  test("with tabs where the client has them", () => {
    const options = { ...OPTIONS, insertSpaces: false };
    assert.equal(after(indentNewLine, '<A>\n\t<B c="1"\n$0/>\n</A>', options), '<A>\n\t<B c="1"\n\t   />\n</A>');
    assert.equal(after(indentNewLine, "<A>\n\t<B>\n$0</B>\n</A>", options), "<A>\n\t<B>\n\t</B>\n</A>");
  });
});

describe("> lays out its tag", () => {
  const cases: readonly [what: string, before: string, after: string][] = [
    [
      "a start tag that is too wide",
      '<Channel>\n  <Receiver className="NioReceiver" address="192.168.56.7" port="4000"/>$0\n</Channel>',
      '<Channel>\n  <Receiver className="NioReceiver"\n            address="192.168.56.7"\n            port="4000"/>\n</Channel>',
    ],
    ["one that is not closed yet", '<Channel  a="1">$0\n  <Sender/>', '<Channel a="1">\n  <Sender/>'],
    ["an end tag below its start", "<A>\n  <B>\n    <C/>\n    </B>$0\n</A>", "<A>\n  <B>\n    <C/>\n  </B>\n</A>"],
  ];
  for (const [what, before, result] of cases) test(what, () => assert.equal(after(layOutTypedTag, before), result));

  for (const [what, text] of [
    ["behind a value", '<A>\n  <B  c="1>$0 2"/>\n</A>'],
    ["of a comment", "<A><!-- x -->$0</A>"],
    ["of an end tag beside others", "<A><B>\n</B></A>$0"],
    ["with marks of a template", "<A  {{ x }}  b='1'>$0</A>"],
    ["in text", "a >$0"],
  ] as const) {
    test(`nothing ${what}`, () => assert.equal(after(layOutTypedTag, text), text.replace("$0", "")));
  }
});
