import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { foldingRanges } from "../../../server/src/features/fold.ts";

/** Folds as `first-last kind`, lines from 1 as an editor shows them. */
function folds(text: string, limit?: number): readonly string[] {
  const file = readConfigFile("conf/server.xml", text, { line: "9.0", release: undefined });
  assert.ok(file);
  return foldingRanges(file, limit).map(({ startLine, endLine, kind }) =>
    `${startLine + 1}-${endLine + 1} ${kind ?? ""}`.trimEnd(),
  );
}

const WHOLE = `<?xml version="1.0"?>
<!-- One of two nodes,
     the other is tomcat2. -->
<Server port="8005">
  <Service name="Catalina">
    <Connector port="8080"
               protocol="HTTP/1.1"
    />
    <Connector port="8009"
               protocol="AJP/1.3"/>
    <Engine name="Catalina"
            defaultHost="localhost">
      <!-- region Hosts -->
      <Host name="localhost"/>
      <!-- #region Shops -->
      <Host name="shop"></Host>
      <!-- #endregion -->
      <!-- endregion -->
    </Engine>
  </Service>
</Server>
`;

describe("folding", () => {
  test("elements, start tags, comments and regions; the line of the end tag stays in sight", () => {
    assert.deepEqual(folds(WHOLE), [
      "2-3 comment",
      "4-20",
      "5-19",
      // `/>` alone on its line stays in sight, at the end of an attribute's line it does not.
      "6-7",
      "9-10",
      "11-18",
      // From where the start tag ends: its attributes stay in sight.
      "12-18",
      "13-18 region",
      "15-17 region",
    ]);
  });

  test("keeps the largest when the client takes only some", () => {
    assert.deepEqual(folds(WHOLE, 3), ["4-20", "5-19", "11-18"]);
    assert.deepEqual(folds(WHOLE, 0), []);
  });

  for (const [what, text, expected] of [
    ["an element without end tag folds to its last line", "<Server>\n  <Service>\n    <Engine/>\n\n\n", ["1-3", "2-3"]],
    ["a start tag that is still typed folds as far as it goes", '<Server\n  port="8005"\n', ["1-2"]],
    ["an end of a region without a start is a comment", "<Server>\n<!-- endregion -->\n<Service/>\n</Server>", ["1-3"]],
    [
      "a region without an end is a comment",
      "<Server>\n<!-- region of\nthe north -->\n</Server>",
      ["1-3", "2-3 comment"],
    ],
    ["a comment that is still open folds to the end", "<Server>\n<!-- open\n\n</Server>", ["1-4", "2-4 comment"]],
    [
      "a document type with its entities folds",
      "<!DOCTYPE Server [\n<!ENTITY c SYSTEM 'c'>\n]>\n<Server>&c;</Server>",
      ["1-3"],
    ],
    ["lines may end with CR LF", "<Server>\r\n  <Service>\r\n  </Service>\r\n</Server>", ["1-3"]],
    ["one line has nothing to fold", "<Server><Service/></Server>", []],
  ] as const) {
    test(what, () => assert.deepEqual(folds(text), expected));
  }
});
