import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import { type ElementFacts, LINES } from "../../../server/src/schema/model.ts";
import { proseOf } from "../../../server/src/schema/prose/index.ts";

/** The classes that fit somewhere below an element. */
function classesBelow(element: ElementFacts): readonly string[] {
  const own = element.defaultClass === undefined ? element.classes : [...element.classes, element.defaultClass];
  return [...own, ...[...element.children.values()].flatMap(classesBelow)];
}

/** The classes of the cluster itself on all lines; general Valves and Listeners may stand in a Cluster too. */
const clusterClasses = new Set(
  LINES.flatMap((line) => catalogOf(line).placesOf("Cluster").flatMap(classesBelow)).filter((name) =>
    /^org\.apache\.catalina\.(ha|tribes)\./.test(name),
  ),
);

test("every class of the cluster is explained", () => {
  assert.ok(clusterClasses.size >= 39);
  assert.deepEqual(
    [...clusterClasses].filter((name) => !proseOf(name)),
    [],
  );
});

test("every documented attribute of the cluster is explained", () => {
  const missing = new Set<string>();
  let seen = 0;
  for (const line of LINES) {
    for (const name of clusterClasses) {
      for (const attribute of catalogOf(line).classNamed(name)?.attributes.values() ?? []) {
        if (!attribute.documented) continue;
        seen++;
        if (!proseOf(name)?.attributes[attribute.name]) missing.add(`${name}#${attribute.name}`);
      }
    }
  }
  assert.ok(seen > 1000);
  assert.deepEqual([...missing], []);
});

test("only what exists is explained, in both languages, and a default lies in its range", () => {
  for (const name of clusterClasses) {
    const prose = proseOf(name);
    assert.ok(prose);
    for (const [attribute, { text, range }] of Object.entries(prose.attributes)) {
      const where = `${name}#${attribute}`;
      const known = LINES.flatMap((line) => catalogOf(line).classNamed(name)?.attributes.get(attribute) ?? []);
      assert.ok(known.length > 0, `${where} is no attribute on any line`);
      assert.match(text.en, /\.$/, where);
      assert.match(text.ko, /[가-힣].*\.$/, where);
      for (const { default: fallback } of known) {
        if (!range || fallback === null || fallback === undefined) continue;
        assert.ok(Number(fallback) >= (range.min ?? -Infinity), `${where}: ${fallback}`);
        assert.ok(Number(fallback) <= (range.max ?? Infinity), `${where}: ${fallback}`);
      }
    }
  }
});
