import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { check } = await import("../../server/src/cli/check.ts");
const { rules } = await import("../../server/src/rules/index.ts");
const { memoryFiles } = await import("../../server/src/workspace/memory-files.ts");
const { HOSTILE } = await import("./hostile.ts");
const { AROUND } = await import("./around.ts");
const { APPLICATIONS } = await import("./applications.ts");
const { FRONTS } = await import("./fronts.ts");

/** Of the smaller of two workspaces; in characters. */
const SIZE = 30_000;
/**
 * Twice the size costs twice as much; what is more than this grows faster. The square would be 4 times. V8 forgets some
 * counts of the smaller one, most where it is small: that makes 2.25 of what is linear.
 */
const LINEAR = 2.3;
const ROUNDS = 3;

/** What `check` says of a folder, with the texts in memory. */
function checkFolder(texts: Readonly<Record<string, string>>) {
  const files = memoryFiles(new Map(Object.entries(texts).map(([path, text]) => [`/w/${path}`, text])));
  const host = {
    files,
    rules,
    hash: (text: string) => `${text.length}`,
    recover: () => Promise.resolve({}),
    edit: () => assert.fail("nothing is written"),
    put: () => assert.fail("nothing is written"),
    isBelow: () => Promise.resolve(true),
    whyUnreadable: () => Promise.resolve(undefined),
    complain: (line: string) => assert.fail(line),
  };
  return check(["/w"], host, {
    locale: "en",
    line: undefined,
    fix: "leave",
    baseline: undefined,
    updateBaseline: false,
    allowEmpty: false,
    failOn: "hint",
  });
}

// What is made once, such as the catalogue of a line, is made before anything is counted.
await checkFolder({ "conf/server.xml": "<Server><Service/></Server>" });

for (const [name, make] of Object.entries({ ...HOSTILE, ...AROUND, ...APPLICATIONS, ...FRONTS })) {
  test(`${name}: twice the size, twice the cost`, async (t) => {
    const [one, two] = [make(SIZE), make(2 * SIZE)];
    let times = Number.POSITIVE_INFINITY;
    // V8 forgets the counts of code that it throws away meanwhile, which makes the smaller one look smaller. What really
    // grows faster does so each time.
    for (let round = 0; round < ROUNDS && times > LINEAR; round++) {
      const before = await costOf(() => checkFolder(one));
      const start = performance.now();
      const after = await costOf(() => checkFolder(two));
      const milliseconds = Math.round(performance.now() - start);
      const megabytes = Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
      t.diagnostic(`${Math.round(after)} steps, ${milliseconds} ms, heap ${megabytes} MB`);
      times = Math.min(times, after / before);
    }
    assert.ok(times <= LINEAR, `${times} times the cost`);
  });
}
