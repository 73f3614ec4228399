import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { classesOf } from "./classes.ts";
import { findingsOn } from "./findings.ts";
import { judge, type ReadVerdict } from "./judge.ts";
import { KNOWN_MISSES, unseen } from "./mutants/explained.ts";
import { type Mutant, mutantsOf, widerMutantsOf } from "./mutants/mutate.ts";
import { COUNT, SEED, seeds, WIDER_COUNT, widerSeeds } from "./mutants/seeds.ts";
import { type Row, rowOf, table } from "./mutants/table.ts";
import { askTomcat } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, type RealTomcat, tomcats } from "./tomcats.ts";

/** KEEP names a folder where the mutants stay for a look at them. */
const keep = process.env["KEEP"];
const folder = keep ?? mkdtempSync(join(tmpdir(), "tomcat-mutants-"));
after(() => {
  if (keep === undefined) rmSync(folder, { recursive: true });
});

for (const tomcat of tomcats) {
  const { release, line } = tomcat;
  describeOn(tomcat, `mutants read by Tomcat ${release}`, { skip: missingTomcat }, (test) => {
    test("what they are made from is read without a word", () => {
      for (const [index, { parsed, logs }] of read(tomcat, widerSeeds, "seed").entries())
        assert.deepEqual([parsed, logs], [true, []], widerSeeds[index]);
    });

    test(`${COUNT} of clusters: what Tomcat minds is said, and what we say of reading is so`, async () => {
      await holds(tomcat, mutantsOf(seeds, line, COUNT, SEED), "cluster");
    });

    test(`${WIDER_COUNT} of all else: what Tomcat minds is said, and what we say of reading is so`, async () => {
      const target = { line, classes: await classesOf(tomcat) };
      await holds(tomcat, widerMutantsOf(widerSeeds, target, WIDER_COUNT, SEED), "mutant");
    });
  });
}

test("what is known to be missed", { skip: missingTomcat }, (context) => {
  for (const { why } of KNOWN_MISSES) context.diagnostic(`missed: ${why}`);
  for (const { why } of unseen(KNOWN_MISSES)) context.diagnostic(`not met in this run, mended?: ${why}`);
});

function read(tomcat: RealTomcat, texts: readonly string[], name: string): readonly ReadVerdict[] {
  const paths = texts.map((text, index) => {
    const path = join(folder, `${tomcat.release}-${name}-${index}.xml`);
    writeFileSync(path, text);
    return path;
  });
  const list = join(folder, `${tomcat.release}-${name}`);
  writeFileSync(list, `${paths.join("\n")}\n`);
  const verdicts = askTomcat<ReadVerdict>(tomcat, "--parse", "--no-tree", `@${list}`);
  assert.equal(verdicts.length, texts.length);
  return verdicts;
}

async function holds(tomcat: RealTomcat, mutants: readonly Mutant[], name: string): Promise<void> {
  const texts = mutants.map(({ text }) => text);
  const verdicts = read(tomcat, texts, name);
  const rows = new Map<string, Row>();
  for (const [index, { kind, text }] of mutants.entries()) {
    const verdict = verdicts[index];
    if (!verdict) continue;
    const judgement = judge(text, verdict, await findingsOn(tomcat, text));
    rowOf(rows, kind).add(judgement, `${kind} ${tomcat.release}-${name}-${index}.xml`);
  }
  console.log(table(tomcat.release.text, rows));
  const all = [...rows.values()];
  assert.ok(all.reduce((sum, { minded }) => sum + minded, 0) > mutants.length / 4, "too few that Tomcat minds");
  assert.deepEqual(
    all.flatMap(({ missed, wrong }) => [...missed, ...wrong]),
    [],
  );
}
