import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Line } from "../../../server/src/schema/lines.ts";
import { type Attribute, lineFile } from "../../../server/tools/facts/facts.ts";
import { historyOf, type Walk } from "../../../server/tools/facts/history.ts";
import { withRelease } from "../../../server/tools/facts/release-history.ts";

const NAME = "org.example.Valve";

/** The facts of a release with one class, or with none. */
const facts = (release: string, attributes: Readonly<Record<string, Attribute>> | undefined) =>
  lineFile(release, "a test", "none", {
    elements: {},
    classes: attributes ? { [NAME]: { attributes } } : {},
    protocols: {},
    web: [],
  });

const text = (value: string | null): Attribute => ({ type: "string", default: value });

/** Three releases: the class from the first, `late` from the second, `gone` until the second, `port` with two defaults. */
const walked = (defaults: readonly (readonly [string, string])[]): ReadonlyMap<Line, Walk> =>
  new Map([
    [
      "9.0",
      {
        tags: ["9.0.1", "9.0.2", "9.0.3"],
        seen: {
          [NAME]: {
            tags: [["0", "2"]],
            attributes: {
              late: { type: "int", tags: [["1", "2"]] },
              gone: { type: "string", tags: [["0", "1"]] },
              port: { type: "string", tags: [["0", "2"]], defaults },
            },
          },
        },
      },
    ],
  ]);
const now = facts("9.0.3", { late: { type: "int" }, port: text("b") });
const files = new Map<Line, typeof now>([["9.0", now]]);

describe("the history of classes and attributes", () => {
  test("dates what is not in the whole line", () => {
    const { classes, walked: newest } = historyOf(walked([]), files, undefined);
    assert.equal(newest["9.0"], "9.0.3");
    assert.equal(classes[NAME]?.in["9.0"], "whole");
    assert.deepEqual(classes[NAME]?.attributes, {
      gone: { type: "string", in: { "9.0": [[null, "9.0.2"]] } },
      late: { type: "int", in: { "9.0": [["9.0.2", null]] } },
    });
  });

  test("tells a default before a change only where the source comes to what the release answers", () => {
    const changes = (defaults: Parameters<typeof walked>[0]) =>
      historyOf(walked(defaults), files, undefined).classes[NAME]?.defaults?.["port"]?.["9.0"];
    assert.deepEqual(
      changes([
        ["0", "a"],
        ["1", "b"],
      ]),
      [["a", "9.0.2"]],
    );
    assert.deepEqual(
      changes([
        ["0", "null"],
        ["2", "b"],
      ]),
      [[null, "9.0.3"]],
    );
    // What can no longer be read is what the release answers.
    assert.deepEqual(
      changes([
        ["0", "a"],
        ["2", "?"],
      ]),
      [["a", "9.0.3"]],
    );
    assert.equal(
      changes([
        ["0", "b"],
        ["2", "?"],
      ]),
      undefined,
    );
    // The source says something else than the release: nothing of it is believed.
    assert.equal(
      changes([
        ["0", "a"],
        ["1", "c"],
      ]),
      undefined,
    );
  });

  test("takes in a release after the tags, and keeps it when the tags are walked again", () => {
    const later = facts("9.0.4", { port: text("c"), fresh: { type: "boolean" } });
    const history = withRelease(historyOf(walked([]), files, undefined), {
      line: "9.0",
      release: "9.0.4",
      facts: later,
      before: now,
    });
    const { attributes, defaults } = history.classes[NAME] ?? assert.fail();
    assert.deepEqual(attributes?.["fresh"]?.in["9.0"], [["9.0.4", null]]);
    assert.deepEqual(attributes?.["late"]?.in["9.0"], [["9.0.2", "9.0.3"]]);
    assert.deepEqual(defaults?.["port"]?.["9.0"], [["b", "9.0.4"]]);
    const again = historyOf(walked([]), new Map([["9.0", later]]), history);
    assert.deepEqual(again.classes[NAME]?.attributes?.["fresh"]?.in["9.0"], [["9.0.4", null]]);
    assert.deepEqual(again.classes[NAME]?.attributes?.["late"]?.in["9.0"], [["9.0.2", "9.0.3"]]);
    assert.deepEqual(again.classes[NAME]?.defaults?.["port"]?.["9.0"], [["b", "9.0.4"]]);
  });

  test("ends a class that a release has no more", () => {
    const history = withRelease(historyOf(walked([]), files, undefined), {
      line: "9.0",
      release: "9.0.4",
      facts: facts("9.0.4", undefined),
      before: now,
    });
    assert.deepEqual(history.classes[NAME]?.in["9.0"], [[null, "9.0.3"]]);
  });

  test("a line with milestones only has what the newest of them has, and dates nothing", () => {
    const OTHER = "org.example.Other";
    const before = { walked: {}, classes: { [OTHER]: { in: { "12.0": "whole" as const } }, [NAME]: { in: {} } } };
    const { classes } = withRelease(before, {
      line: "12.0",
      release: "12.0.0-M2",
      facts: facts("12.0.0-M2", { late: { type: "int" } }),
      before: undefined,
    });
    assert.deepEqual(classes, { [NAME]: { in: { "12.0": "whole" } } });
  });
});
