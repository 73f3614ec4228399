import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { contains, type Span } from "../../../server/src/base/span.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import { problemsOf } from "../../../server/src/syntax/problems.ts";
import type { XmlDocument, XmlNode } from "../../../server/src/syntax/tree.ts";
import { walkNodes } from "../../../server/src/syntax/walk.ts";
import { cases } from "../../harness/effort.ts";
import { readFixture } from "../../harness/fixture.ts";

const rules = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));
const fixtures = readdirSync(rules, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xml"))
  .flatMap((name) => [...readFixture(readFileSync(join(rules, name), "utf8")).files.values()]);

/** A node in short: `<R port=4000 x!>` has a tag without `>` and a value without its quote. */
function sketch(node: XmlNode): string {
  if (node.kind !== "element") return node.kind === "text" ? "" : node.kind;
  const attributes = node.attributes.map(
    ({ name, value }) => ` ${name}=${value?.raw}${value?.closed === false ? "!" : ""}`,
  );
  const junk = node.junk.length > 0 ? " junk" : "";
  const end = node.selfClosing ? "/" : "";
  const close = node.endTag ? `</${node.name}>` : "";
  return `<${node.name}${attributes.join("")}${junk}${node.startTagClosed ? "" : "?"}${end}>${node.content.map(sketch).join("")}${close}`;
}

describe("half-typed text keeps as much structure as it can", () => {
  const cases: readonly [text: string, tree: string, ...codes: string[]][] = [
    ['<A x="1"\n  <B/>\n</A>', "<A x=1?><B/></A>", "tag-not-closed"],
    ['<A><R x="1" <S/></A>', "<A><R x=1?><S/></A>", "tag-not-closed"],
    ['<A x="1>\n<B y="2"/></A>', "<A x=1!><B y=2/></A>", "value-not-closed"],
    ['<A x="a\n  y="4" z="1"/>', "<A x=a! y=4 z=1/>", "value-not-closed"],
    ['<A x="a|\n  b" y="4"/>', "<A x=a|\n  b y=4/>"],
    ["<A x=b/>", "<A x=b/>", "value-not-quoted"],
    ['<A x= y="1"/>', "<A x=undefined y=1/>", "missing-value"],
    ['<A x="1"y="2"/>', "<A x=1 y=2/>", "missing-space"],
    ['<A x="1" x="2"/>', "<A x=1 x=2/>", "duplicate-attribute"],
    ['<A <!-- c --> x="1"/>', "<A x=1 junk/>", "comment-inside-tag"],
    ["<A><B></A>", "<A><B></A>", "missing-end-tag"],
    ["<A></B></A>", "<A>stray</A>", "mismatched-end-tag"],
    ["<A><B></C></A>", "<A><B>stray</A>", "mismatched-end-tag"],
    ["<A><!-- x --!></A>", "<A>comment</A>", "comment-closed-wrong"],
    [
      "<A><!-- x --!><!-- y --><!-- z --!></A>",
      "<A>commentcommentcomment</A>",
      "comment-closed-wrong",
      "comment-closed-wrong",
    ],
    ["<A>a & b</A>", "<A></A>", "bare-ampersand"],
    ["<A>&host;</A>", "<A></A>", "unknown-entity"],
    ["<A/><B/>", "<A/><B/>", "several-roots"],
    ["<A></A><B/><C/></D></A>", "<A></A><B/><C/>straystray", "several-roots"],
  ];
  for (const [text, tree, ...codes] of cases) {
    test(JSON.stringify(text), () => {
      const document = parse(text);
      assert.equal(document.content.map(sketch).join(""), tree);
      assert.deepEqual(
        problemsOf(document).map(({ code }) => code),
        codes,
      );
    });
  }
});

describe("any text has a tree", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "/",
    "</",
    "<A",
    "<B x=",
    '"',
    "'",
    "=",
    " y",
    "&",
    "<!--",
    "-->",
    "<?",
    "]]>",
    "\n",
    "</A>",
    "{{",
    "<!DOCTYPE a [",
    "é",
  );

  test("spans nest and follow one another", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => checkSpans(parse(pieces.join("")))));
  });

  test("every prefix and every single deletion of the fixtures", () => {
    for (const text of cases(fixtures)) {
      const positions = Array.from({ length: Math.floor(text.length / 3) + 1 }, (_, index) => 3 * index);
      for (const index of cases(positions)) {
        checkSpans(parse(text.slice(0, index)));
        checkSpans(parse(text.slice(0, index) + text.slice(index + 1)));
      }
    }
  });

  test("whatever is broken, judging it never throws", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        problemsOf(parse(pieces.join("")));
      }),
    );
  });

  test("a hundred thousand elements inside one another", () => {
    const depth = 100_000;
    assert.equal([...walkNodes(parse("<A>".repeat(depth) + "</A>".repeat(depth)))].length, depth);
  });

  test("a billion laughs are not laughed", () => {
    const text = `<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "${"&l;".repeat(1000)}"><!ENTITY n "${"&m;".repeat(1000)}">]><a>&n;</a>`;
    assert.deepEqual(problemsOf(parse(text)), []);
  });
});

function checkSpans(document: XmlDocument): void {
  const siblings = (nodes: readonly XmlNode[], whole: Span) => {
    let end = whole.start;
    for (const { span } of nodes) {
      assert.ok(span.start >= end && contains(whole, span), `${span.start}-${span.end} in ${whole.start}-${whole.end}`);
      end = span.end;
    }
  };
  siblings(document.content, { start: 0, end: document.text.length });
  for (const node of walkNodes(document)) {
    if (node.kind !== "element") continue;
    siblings(node.content, node.span);
    let end = node.nameSpan.end;
    for (const { span } of node.attributes) {
      assert.ok(span.start >= end && contains(node.startTag, span));
      end = span.end;
    }
  }
}
