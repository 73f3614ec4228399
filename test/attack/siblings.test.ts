import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementFacts } from "../../server/src/schema/model.ts";
import { cases } from "../harness/effort.ts";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { catalogOf } = await import("../../server/src/schema/catalog.ts");
const { findingsOf } = await import("../harness/workspace.ts");

/** Elements of the smaller of two files. */
const COUNT = 150;
/** See hostile.test.ts. */
const LINEAR = 2.3;
const ROUNDS = 3;

/** Each element of a server.xml with each of its classes, once for each of the two: the deepest place has most rules. */
function* kinds(facts: ElementFacts, path: readonly ElementFacts[] = []): Generator<readonly [string, string]> {
  for (const child of facts.children.values()) {
    const around = [...path, facts];
    for (const className of child.takesClassName ? child.classes : [undefined]) {
      const tag = className === undefined ? child.name : `${child.name} className="${className}"`;
      const start = around.map(({ name, defaultClass, classRequired, classes }) => {
        return classRequired || defaultClass === undefined ? `<${name} className="${classes[0] ?? ""}">` : `<${name}>`;
      });
      const ends = around.toReversed().map(({ name }) => `</${name}>`);
      yield [tag, [...start, "$", ...ends].join("")];
    }
    yield* kinds(child, around);
  }
}

const server = catalogOf("9.0").root("Server");
assert.ok(server);
const found = new Map(kinds(server));
assert.ok(found.size > 100, `${found.size} kinds of elements`);

for (const [tag, around] of cases([...found])) {
  test(`so many <${tag}>: twice the number, twice the cost`, async (t) => {
    const [one, two] = [COUNT, 2 * COUNT].map((count) => around.replace("$", `<${tag}/>\n`.repeat(count)));
    let times = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && times > LINEAR; round++) {
      const before = await costOf(() => findingsOf("server.xml", one ?? "", "9.0"));
      const after = await costOf(() => findingsOf("server.xml", two ?? "", "9.0"));
      times = Math.min(times, after / before);
    }
    t.diagnostic(`${times.toFixed(2)} times`);
    assert.ok(times <= LINEAR, `${times} times the cost`);
  });
}
