import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import picomatch from "picomatch";
import { globCost, globMatcher, globProblem } from "../../../server/src/workspace/glob.ts";
import { runs } from "../../harness/effort.ts";

const TABLE: readonly (readonly [glob: string, path: string, fits: boolean])[] = [
  ["**/server*.xml", "a/conf/server-1.xml", true],
  ["**/server*.xml", "server.xml", true],
  ["*/server.xml", "a/b/server.xml", false],
  ["prod/**", "prod/a/conf/server.xml", true],
  ["prod/**", "test/conf/server.xml", false],
  ["{prod,test}/**/*.xml", "test/conf/server.xml", true],
  ["{a,b{c,d}}.xml", "bd.xml", true],
  ["node[1-3]/**", "node2/conf/server.xml", true],
  ["node[!1-3]/**", "node2/conf/server.xml", false],
  ["node?", "node1", true],
  ["node?", "node", false],
  ["!test/**", "prod/server.xml", true],
  ["!test/**", "test/server.xml", false],
  ["*", ".git", false],
  ["**/*.xml", ".git/a.xml", false],
  [".git/*", ".git/a.xml", true],
  ["a\\*b", "a*b", true],
  ["a\\*b", "axb", false],
];

for (const [glob, path, fits] of TABLE) {
  test(`${glob} ${fits ? "fits" : "does not fit"} ${path}`, () => assert.equal(globMatcher([glob])(path), fits));
}

test("says of random globs what picomatch says", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "."), minLength: 1, maxLength: 4 });
  const part = fc.constantFrom("a", "b", "*", "?", "[ab]", "{a,b}", "**/", "/", ".");
  const glob = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(""));
  // What picomatch says of an empty name between two slashes is of no use: paths have none. It takes away one `./` more.
  const usual = glob.filter(
    (each) => !/\/\/|^\/|\/$|\*\*|\.\.|^!|\.\/\.\//.test(each.replace(/(?:^|\/)\*\*(?=\/)/g, "")),
  );
  fc.assert(
    fc.property(
      usual,
      fc.array(
        name.filter((each) => !/^\.+$/.test(each)),
        { minLength: 1, maxLength: 4 },
      ),
      (each, names) => {
        const path = names.join("/");
        // Its short ways for `*.*` and the like want a character behind the dot; the long one does not.
        const theirs = picomatch([each], { fastpaths: false });
        assert.equal(globMatcher([each])(path), theirs(path), `${each} on ${path}`);
      },
    ),
    { numRuns: runs(5000) },
  );
});

test("stars in any number cost no more than the name is long", () => {
  // With a regular expression this line does not end.
  assert.equal(globMatcher([`${"*a".repeat(100)}b`])("a".repeat(250)), false);
  assert.equal(globMatcher([`${"**/a/".repeat(60)}b`])("a/".repeat(100)), false);
});

test("refuses what would be many globs", () => {
  assert.equal(globProblem("{a,b}".repeat(10)), "braces");
  assert.equal(globProblem("+(a|b)"), "parentheses");
  assert.equal(globProblem("a".repeat(501)), "long");
  assert.equal(globProblem("**/{prod,test}/**/server*.xml"), undefined);
});

test("the cost of a glob is the length of all its alternatives", () => {
  assert.equal(globCost("*a"), 2);
  assert.equal(globCost("{a,bb}c{d,e}"), "acdacebbcdbbce".length);
});
