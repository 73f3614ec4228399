import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import fc from "fast-check";
import { applyEdits } from "../../../../server/src/base/span.ts";
import { format } from "../../../../server/src/features/format.ts";
import { indentNewLine, layOutTypedTag } from "../../../../server/src/features/format-on-type.ts";
import type { FormatOptions } from "../../../../server/src/features/format-writer.ts";
import { parse } from "../../../../server/src/syntax/parse.ts";
import type { XmlNode } from "../../../../server/src/syntax/tree.ts";
import { runs } from "../../../harness/effort.ts";
import { readFixture } from "../../../harness/fixture.ts";
import { MARKUP } from "../../../harness/random-edits.ts";

const rules = fileURLToPath(new URL("../../../../server/src/rules/", import.meta.url));
const fixtures = readdirSync(rules, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xml"))
  .flatMap((name) => [...readFixture(readFileSync(join(rules, name), "utf8")).files.values()]);

const options: fc.Arbitrary<FormatOptions> = fc.record({
  tabSize: fc.integer({ min: 1, max: 8 }),
  insertSpaces: fc.boolean(),
  printWidth: fc.integer({ min: 1, max: 120 }),
  insertFinalNewline: fc.boolean(),
  trimFinalNewlines: fc.boolean(),
});

const space = fc.constantFrom("", " ", "\n", "\n\n", "\r\n", "\t", "  ", "\n   ", "\r", " \n", "\n\t");
const name = fc.constantFrom("A", "Host", "b-c", "이름");
const attribute = fc
  .tuple(
    fc.constantFrom(" ", "\n  ", "  ", "\r\n\t"),
    space,
    space,
    fc.constantFrom("'1'", '"a b"', "'\n x '", '"&lt;&#10;"'),
  )
  .map(([before, left, right, value]) => [before, `${left}=${right}${value}`] as const);
/** A start tag without its end; attributes are numbered, because none may be there twice. */
const tag = fc
  .tuple(name, fc.array(attribute, { maxLength: 4 }), fc.constantFrom("", "", "", " xml:space='preserve'"), space)
  .map(([start, attributes, keeps, end]) => ({
    start,
    text: `<${start}${attributes.map(([before, rest], index) => `${before}n${index}${rest}`).join("")}${keeps}${end}`,
  }));
const leaf = fc.constantFrom(
  "<!-- a -->",
  "<!--\n  <B/>\n-->",
  "<!--\r\n\tx\r\n\r\n y-->",
  "<?p  q?>",
  "text",
  "&amp; t",
  "<![CDATA[ <x> ]]>",
);
const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
  node: fc.oneof({ depthSize: "small" }, leaf, tie("element")),
  element: fc
    .tuple(tag, fc.array(fc.tuple(space, tie("node")), { maxLength: 4 }), space)
    .map(([{ start, text }, nodes, last]) =>
      nodes.length === 0 && last === "" ? `${text}/>` : `${text}>${nodes.flat().join("")}${last}</${start}>`,
    ),
}));
const prolog = fc.constantFrom(
  "",
  "<?xml version='1.0'?>",
  "<!DOCTYPE A [ <!ENTITY x 'y'>\n ]>",
  "<!-- top -->\n",
  "\ufeff",
);
const wellFormed = fc.tuple(prolog, element, space).map(([before, root, after]) => before + root + after);
const damage = fc.constantFrom(...MARKUP, "<![CDATA[", "]]>", "</A>", "<A", "<?", "{{ x }}", "\u00a0");
const broken = fc
  .tuple(fc.oneof(fc.constantFrom(...fixtures), wellFormed), fc.nat(), fc.nat(12), damage)
  .map(([text, place, cut, put]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + cut);
  });

const withoutSpace = (text: string) => text.replace(/[ \t\r\n]/g, "");

/** A node with all that is in it, the white space between elements left out. */
function sketch(node: XmlNode, text: string, keeps = false): string {
  const own = text.slice(node.span.start, node.span.end);
  if (node.kind === "comment") return own.replace(/(\r\n|\r|\n)[ \t]*/g, "$1");
  if (node.kind !== "element") return node.kind === "text" && !keeps && withoutSpace(own) === "" ? "" : own;
  const values = node.attributes.map(
    (each) => `${each.name}=${each.value && text.slice(each.value.span.start, each.value.span.end)}`,
  );
  const junk = node.junk.map(({ start, end }) => text.slice(start, end));
  const mixed = node.content.some(
    (child) => child.kind === "cdata" || (child.kind === "text" && sketch(child, text) !== ""),
  );
  const inside = node.content.map((child) =>
    sketch(child, text, keeps || mixed || values.includes("xml:space='preserve'")),
  );
  return `[${[node.name, ...values, ...junk, node.startTagClosed, node.selfClosing, node.endTag?.closed].join("|")}]${inside.join("")}`;
}

function sketchOf(text: string): string {
  return parse(text)
    .content.map((node) => sketch(node, text))
    .join("");
}

/** What a third party's strict parser reads, the white space between elements left out; undefined where it stops. */
function strictDom(text: string): string | undefined {
  try {
    const document = new DOMParser({
      // What it only warns of is no XML either, as an attribute without its `=`.
      onError: (_level, message) => {
        throw new Error(message);
      },
    }).parseFromString(text.replace(/^\ufeff/, ""), "text/xml");
    return [...document.childNodes].map((node) => domSketch(node, false)).join("");
  } catch {
    return undefined;
  }
}

function domSketch(node: Node, keeps: boolean): string {
  const own = `${node.nodeType}:${node.nodeName}:${node.nodeValue}`;
  if (node.nodeType === node.COMMENT_NODE) return own.replace(/(\n)[ \t]*/g, "$1");
  if (node.nodeType === node.TEXT_NODE) return keeps || withoutSpace(own) !== "3:#text:" ? own : "";
  if (!isElement(node)) return own;
  const values = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  const children = [...node.childNodes];
  const kept =
    keeps ||
    node.getAttribute("xml:space") === "preserve" ||
    children.some((child) => child.nodeType === node.CDATA_SECTION_NODE || domSketch(child, false).startsWith("3:"));
  return `<${node.nodeName}${values.join("")}>${children.map((child) => domSketch(child, kept)).join("")}</>`;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** Formats, and holds the result against all that may never change. */
function check(text: string, options: FormatOptions): string {
  const edits = format(parse(text), options);
  for (const { span, newText } of edits) {
    assert.equal(withoutSpace(text.slice(span.start, span.end) + newText), "", "only white space is touched");
  }
  const result = applyEdits(text, edits);
  assert.equal(withoutSpace(result), withoutSpace(text));
  assert.equal(sketchOf(result), sketchOf(text));
  assert.deepEqual(format(parse(result), options), [], `not stable: ${JSON.stringify(result)}`);
  return result;
}

describe("formatting never changes what a text says, and is done after once", () => {
  test("of well-formed texts", () => {
    let changed = 0;
    fc.assert(
      fc.property(wellFormed, options, (text, options) => {
        const result = check(text, options);
        if (result !== text) changed++;
        const before = strictDom(text);
        assert.notEqual(before, undefined, "the text is well-formed");
        assert.equal(strictDom(result), before);
      }),
      { numRuns: runs(1000) },
    );
    assert.ok(changed > runs(500), `only ${changed} changed`);
  });

  test("of broken texts", () => {
    let changed = 0;
    fc.assert(
      fc.property(broken, options, (text, options) => {
        if (check(text, options) !== text) changed++;
      }),
      { numRuns: runs(1000) },
    );
    assert.ok(changed > runs(300), `only ${changed} changed`);
  });

  test("of some lines", () => {
    fc.assert(
      fc.property(broken, options, fc.nat(), fc.nat(), (text, options, one, other) => {
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        assert.ok(start !== undefined && end !== undefined);
        const result = applyEdits(text, format(parse(text), options, { start, end }));
        assert.equal(withoutSpace(result), withoutSpace(text));
        assert.equal(sketchOf(result), sketchOf(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  test("of the line that is typed", () => {
    fc.assert(
      fc.property(fc.oneof(wellFormed, broken), options, fc.nat(), (text, options, place) => {
        for (const typed of [indentNewLine, layOutTypedTag]) {
          const result = applyEdits(text, typed(parse(text), place % (text.length + 1), options));
          assert.equal(withoutSpace(result), withoutSpace(text));
          // White space behind a half-typed tag is text to the tree until its `>` is there.
          assert.equal(withoutSpace(sketchOf(result)), withoutSpace(sketchOf(text)));
          const before = strictDom(text);
          if (before !== undefined) assert.equal(strictDom(result), before);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
