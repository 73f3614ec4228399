import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { classesOf } from "./classes.ts";
import { findingsOn } from "./findings.ts";
import { judgeStart, type StartVerdict } from "./judge.ts";
import { startableMutantsOf } from "./mutants/mutate.ts";
import { SEED, STARTS, startSeeds } from "./mutants/seeds.ts";
import { type Row, rowOf, table } from "./mutants/table.ts";
import { askTomcatBeside } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, type RealTomcat, started } from "./tomcats.ts";

const keep = process.env["KEEP"];
const folder = keep ?? mkdtempSync(join(tmpdir(), "tomcat-starts-"));
after(() => {
  if (keep === undefined) rmSync(folder, { recursive: true });
});

describe("mutants started", { concurrency: started.length }, () => {
  for (const tomcat of started) {
    describeOn(tomcat, `${STARTS} by Tomcat ${tomcat.release}`, { skip: missingTomcat }, (test) => {
      test("a start that fails is an error, and what is said to stop it does", async () => {
        const rows = await compare(tomcat);
        console.log(table(`${tomcat.release}, started`, rows));
        const all = [...rows.values()].flatMap(({ missed, wrong }) => [...missed, ...wrong]);
        assert.deepEqual(all, []);
      });
    });
  }
});

async function compare(tomcat: RealTomcat): Promise<ReadonlyMap<string, Row>> {
  const target = { line: tomcat.line, classes: await classesOf(tomcat) };
  const mutants = startableMutantsOf(startSeeds, target, STARTS, SEED);
  const paths = mutants.map(({ text }, index) => {
    const path = join(folder, `${tomcat.release}-start-${index}.xml`);
    writeFileSync(path, text);
    return path;
  });
  const list = join(folder, `${tomcat.release}-starts`);
  writeFileSync(list, `${paths.join("\n")}\n`);
  const verdicts = await askTomcatBeside<StartVerdict>(tomcat, "--start", "--no-tree", "--timeout=60", `@${list}`);
  assert.equal(verdicts.length, mutants.length);
  const rows = new Map<string, Row>();
  for (const [index, { kind, text }] of mutants.entries()) {
    const verdict = verdicts[index];
    if (!verdict) continue;
    const judgement = judgeStart(text, verdict, await findingsOn(tomcat, text));
    rowOf(rows, kind).add(judgement, `${kind} ${tomcat.release}-start-${index}.xml`);
  }
  return rows;
}
