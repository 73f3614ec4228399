import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { contains, span } from "../../../server/src/base/span.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { runs } from "../../harness/effort.ts";
import { structuralSpans } from "../../harness/structure.ts";

const example = readFileSync(new URL("../../../examples/node2/conf/server.xml", import.meta.url), "utf8");

/** Reads a text as a server.xml whatever it is, and checks that every answer lies in it. */
function answersFit(text: string, offset: number): void {
  const file = readConfigFile("conf/server.xml", text, { line: "9.0", release: undefined });
  if (!file) return;
  const whole = span(0, text.length);
  for (const [feature, spans] of structuralSpans(file, offset)) {
    for (const each of spans) {
      assert.ok(each.start <= each.end && contains(whole, each), `${feature}: ${each.start} to ${each.end}`);
    }
  }
  const tokens = structuralSpans(file, offset).get("tokens") ?? [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    assert.ok(!next || token.end <= next.start, "tokens follow one another");
    assert.ok(!/[\r\n]/.test(text.slice(token.start, token.end)), "no token spans lines");
  });
}

describe("structural features in any text", () => {
  test("a configuration with one damage, at any cursor", () => {
    const piece = fc.constantFrom(
      "",
      "<",
      ">",
      "</",
      "/>",
      '"',
      "'",
      "<!--",
      "-->",
      "${",
      "}",
      "\r\n",
      "&x;",
      "<![CDATA[",
      "]]>",
      "한",
    );
    const place = fc.nat(example.length);
    fc.assert(
      fc.property(place, fc.nat(30), piece, place, (at, removed, inserted, cursor) => {
        const text = example.slice(0, at) + inserted + example.slice(at + removed);
        answersFit(text, Math.min(cursor, text.length));
      }),
      { numRuns: runs(400) },
    );
  });

  test("a configuration that is typed from its beginning", () => {
    for (let end = 0; end < example.length; end += 11) answersFit(example.slice(0, end), end);
  });

  for (const [what, text] of [
    ["elements nested without end", "<Server>".repeat(20_000)],
    [
      "realms in realms",
      `<Server><Service><Engine>${'<Realm className="org.apache.catalina.realm.LockOutRealm">'.repeat(5_000)}`,
    ],
    [
      "an element of many attributes",
      `<Server ${Array.from({ length: 20_000 }, (_, index) => `a${index}="\${x}"`).join(" ")}>`,
    ],
    ["a value of many placeholders", `<Server port="${"${x:-".repeat(20_000)}">`],
    [
      "entities that grow",
      `<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><Server port="&a;">${"&a;".repeat(20_000)}</Server>`,
    ],
    ["end tags without a start tag", `<Server>${"</a>".repeat(20_000)}`],
    ["regions without an end", `<Server>\n${"<!-- region a -->\n".repeat(20_000)}`],
  ] as const) {
    test(what, () => answersFit(text, text.length - 1));
  }
});
