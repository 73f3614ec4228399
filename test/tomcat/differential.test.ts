import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { findingsOn } from "./findings.ts";
import { mutantsOf } from "./mutants/mutate.ts";
import { COUNT, SEED, seeds } from "./mutants/seeds.ts";
import { askTomcat, READING, type ReadVerdict } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, type RealTomcat, tomcats } from "./tomcats.ts";

/** Where Tomcat complains and we stay silent, and why: what a mutant holds then. */
const UNKNOWABLE = [
  // A class without a package may be on the user's class path.
  /className="abc"/,
  // Every text but an address is a name, and may resolve where Tomcat runs.
  /host="(-1|abc|12x|1\.5|true|99999999999)"/,
];

/** KEEP names a folder where the mutants stay for a look at them. */
const keep = process.env["KEEP"];
const folder = keep ?? mkdtempSync(join(tmpdir(), "tomcat-mutants-"));
after(() => {
  if (keep === undefined) rmSync(folder, { recursive: true });
});

interface Row {
  mutants: number;
  complains: number;
  missed: string[];
  wrong: string[];
}

for (const tomcat of tomcats) {
  describeOn(tomcat, `${COUNT} mutants on Tomcat ${tomcat.release}`, { skip: missingTomcat }, (test) => {
    test("what Tomcat rejects or warns of is reported, and no error about what it reads", async () => {
      const rows = await compare(tomcat);
      console.log(table(tomcat.release.text, rows));
      for (const { missed, wrong } of rows.values()) for (const each of [...missed, ...wrong]) console.log(each);
      const all = [...rows.values()];
      assert.ok(all.reduce((sum, row) => sum + row.complains, 0) > COUNT / 4, "too few mutants that Tomcat minds");
      assert.deepEqual(
        all.flatMap(({ missed }) => missed),
        [],
      );
      assert.deepEqual(
        all.flatMap(({ wrong }) => wrong),
        [],
      );
    });
  });
}

async function compare(tomcat: RealTomcat): Promise<ReadonlyMap<string, Row>> {
  const mutants = mutantsOf(seeds, tomcat.line, COUNT, SEED);
  const list = join(folder, `list-${tomcat.release}`);
  const paths = mutants.map(({ text }, index) => {
    const path = join(folder, `${tomcat.release}-${index}.xml`);
    writeFileSync(path, text);
    return path;
  });
  writeFileSync(list, `${paths.join("\n")}\n`);
  const verdicts = askTomcat<ReadVerdict>(tomcat, "--parse", "--no-tree", `@${list}`);
  assert.equal(verdicts.length, mutants.length);

  const rows = new Map<string, Row>();
  for (const [index, { kind, text }] of mutants.entries()) {
    const verdict = verdicts[index];
    const row = rows.get(kind) ?? { mutants: 0, complains: 0, missed: [], wrong: [] };
    rows.set(kind, row);
    row.mutants++;
    if (!verdict) continue;
    await judge(verdict, text, tomcat, row, `${kind}: ${paths[index]}`);
  }
  return rows;
}

async function judge(verdict: ReadVerdict, text: string, tomcat: RealTomcat, row: Row, where: string): Promise<void> {
  const stops = !verdict.parsed || Boolean(verdict.exception);
  const warnings = (verdict.logs ?? []).filter(({ level }) => level === "WARNING" || level === "SEVERE");
  const found = await findingsOn(tomcat, text);
  const errors = found.filter(({ severity }) => severity === "error");
  const speaks = errors.length > 0 || found.some(({ severity }) => severity === "warning");
  if (stops || warnings.length > 0) row.complains++;
  const silent = stops ? errors.length === 0 : warnings.length > 0 && !speaks;
  if (silent && !UNKNOWABLE.some((mark) => mark.test(text))) {
    row.missed.push(`${where} ${warnings.map(({ kind, msg }) => `${kind}: ${msg}`).join("; ")}`.slice(0, 400));
  }
  const untrue = stops ? [] : errors.filter(({ code }) => READING.has(code));
  row.wrong.push(...untrue.map(({ code, text: message }) => `${where} ${code}: ${message.en}`));
}

function table(release: string, rows: ReadonlyMap<string, Row>): string {
  const head = `Tomcat ${release.padEnd(16)} mutants  minded  missed  wrong`;
  const body = [...rows].map(([kind, { mutants, complains, missed, wrong }]) =>
    [kind.padEnd(23), mutants, complains, missed.length, wrong.length].map((cell) => `${cell}`.padStart(7)).join(" "),
  );
  return [head, ...body].join("\n");
}
