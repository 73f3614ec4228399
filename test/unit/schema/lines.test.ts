import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import { Change } from "../../../server/src/schema/change.ts";
import {
  isAfterFacts,
  LINES,
  lineFacts,
  lineOf,
  lineOfServlet,
  nearestLine,
} from "../../../server/src/schema/lines.ts";
import { Release } from "../../../server/src/schema/release.ts";

const release = (text: string) => Release.parse(text) ?? assert.fail(text);

describe("a Tomcat line", () => {
  for (const line of LINES) {
    const facts = lineFacts(line);

    test(`${line} has facts of the release it names`, () => {
      const catalog = catalogOf(line);
      assert.equal(catalog.release.text, facts.newest.text);
      assert.ok(catalog.classNamed(facts.dispatcher), facts.dispatcher);
      assert.equal(facts.newest.line, line);
      assert.ok(facts.milestone || facts.newest.compare(release(facts.first)) > 0);
    });

    test(`${line} is what its Servlet version tells`, () => {
      assert.equal(lineOfServlet(facts.servlet)?.line, line);
      assert.equal(facts.namespace.includes("jakarta"), facts.packages === "jakarta");
    });
  }

  test("is named by a release", () => {
    assert.equal(lineOf("8.5.100"), "8.5");
    assert.equal(lineOf("8.50"), undefined);
    assert.equal(nearestLine(release("8.0.53")), "8.5");
    assert.equal(nearestLine(release("10.0.27")), "10.1");
    assert.equal(nearestLine(release("6.0.53")), undefined);
    assert.equal(nearestLine(release("99.0.1")), LINES.at(-1));
  });

  test("is named in one place: nothing else lists or compares lines", () => {
    const folders = ["server/src", "client/src"].map((name) => new URL(`../../../${name}/`, import.meta.url));
    const found: string[] = [];
    let files = 0;
    for (const folder of folders) {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".ts") || /^schema.(lines\.ts|data)/.test(name)) continue;
        files++;
        const text = readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
        for (const [literal] of text.matchAll(/"(?:7\.0|8\.[05]|9\.0|1\d\.[01])"/g)) found.push(`${name}: ${literal}`);
      }
    }
    assert.ok(files > 300, `${files} files`);
    assert.deepEqual(found, []);
  });
});

describe("what is beyond the facts", () => {
  test("is a release after the newest one they were read off", () => {
    for (const line of LINES) {
      const { newest } = lineFacts(line);
      assert.equal(isAfterFacts({ line, release: newest }), false);
      assert.equal(isAfterFacts({ line, release: release(`${line}.999`) }), true);
      assert.equal(isAfterFacts({ line, release: undefined }), false);
    }
  });
});

describe("a change of Tomcat", () => {
  test("is in all lines after the newest that it names, and in none before the oldest", () => {
    const change = new Change("9.0.117", "10.1.54");
    assert.equal(change.isIn({ line: "8.5", release: release("8.5.100") }), false);
    assert.equal(change.isIn({ line: "9.0", release: release("9.0.116") }), false);
    assert.equal(change.isIn({ line: "9.0", release: release("9.0.117") }), true);
    assert.equal(change.isIn({ line: "9.0", release: undefined }), undefined);
    assert.equal(change.isIn({ line: "10.1", release: release("10.1.54") }), true);
    for (const line of LINES.slice(LINES.indexOf("10.1") + 1))
      assert.equal(change.isIn({ line, release: undefined }), true);
  });

  test("that a line began with is in it whatever the release", () => {
    assert.equal(new Change("9.0.0").isIn({ line: "9.0", release: undefined }), true);
    assert.equal(new Change("8.0.0").isIn({ line: "8.5", release: undefined }), true);
    assert.equal(new Change("8.0.0").isIn({ line: "7.0", release: undefined }), false);
  });

  test("names every line between its oldest and its newest", () => {
    assert.throws(() => new Change("7.0.104", "9.0.35"), /8\.5/);
  });
});
