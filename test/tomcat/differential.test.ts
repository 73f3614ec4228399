import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Line } from "../../server/src/schema/model.ts";
import { expand, snippetsIn } from "../harness/snippets.ts";
import { findingsOf } from "../harness/workspace.ts";
import { missingTomcat, packagedLines } from "./jars.ts";
import { mutantsOf } from "./mutants/mutate.ts";
import { askTomcat, READING, type ReadVerdict } from "./oracle/oracle.ts";

/** Mutants of each line; the same ones in every run. */
const COUNT = Number(process.env["MUTANTS"] ?? 3000);
const SEED = 20_261_124;

/** Where Tomcat complains and we stay silent, and why: what a mutant holds then. */
const UNKNOWABLE = [
  // A class without a package may be on the user's class path.
  /className="abc"/,
  // Every text but an address is a name, and may resolve where Tomcat runs.
  /host="(-1|abc|12x|1\.5|true|99999999999)"/,
];

const root = fileURLToPath(new URL("../..", import.meta.url));
/** KEEP names a folder where the mutants stay for a look at them. */
const keep = process.env["KEEP"];
const folder = keep ?? mkdtempSync(join(tmpdir(), "tomcat-mutants-"));
after(() => {
  if (keep === undefined) rmSync(folder, { recursive: true });
});

const wrapped = (cluster: string) => `<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Realm className="org.apache.catalina.realm.LockOutRealm"/>
      ${cluster}
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="access" suffix=".txt"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

/** Whole configurations that Tomcat reads without a word. */
const seeds = [
  ...readdirSync(join(root, "test/fixtures/post")).map((name) =>
    wrapped(readFileSync(join(root, "test/fixtures/post", name), "utf8").replace(/<\?xml[^>]*\?>/, "")),
  ),
  ...Object.values(snippetsIn("tomcat-cluster.json"))
    .filter(({ prefix }) => prefix.startsWith("tomcat-cluster-"))
    .map((snippet) => wrapped(expand(snippet))),
];

interface Row {
  mutants: number;
  complains: number;
  missed: string[];
  wrong: string[];
}

for (const line of packagedLines) {
  describe(`${COUNT} mutants on Tomcat ${line}`, { skip: missingTomcat }, () => {
    test("what Tomcat rejects or warns of is reported, and no error about what it reads", async () => {
      const rows = await compare(line);
      console.log(table(line, rows));
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

async function compare(line: (typeof packagedLines)[number]): Promise<ReadonlyMap<string, Row>> {
  const mutants = mutantsOf(seeds, line, COUNT, SEED);
  const list = join(folder, `list-${line}`);
  const paths = mutants.map(({ text }, index) => {
    const path = join(folder, `${line}-${index}.xml`);
    writeFileSync(path, text);
    return path;
  });
  writeFileSync(list, `${paths.join("\n")}\n`);
  const verdicts = askTomcat<ReadVerdict>(line, "--parse", "--no-tree", `@${list}`);
  assert.equal(verdicts.length, mutants.length);

  const rows = new Map<string, Row>();
  for (const [index, { kind, text }] of mutants.entries()) {
    const verdict = verdicts[index];
    const row = rows.get(kind) ?? { mutants: 0, complains: 0, missed: [], wrong: [] };
    rows.set(kind, row);
    row.mutants++;
    if (!verdict) continue;
    await judge(verdict, text, line, row, `${kind}: ${paths[index]}`);
  }
  return rows;
}

async function judge(verdict: ReadVerdict, text: string, line: Line, row: Row, where: string): Promise<void> {
  const stops = !verdict.parsed || Boolean(verdict.exception);
  const warnings = (verdict.logs ?? []).filter(({ level }) => level === "WARNING" || level === "SEVERE");
  const found = (await findingsOf("conf/server.xml", text, line)) ?? [];
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

function table(line: string, rows: ReadonlyMap<string, Row>): string {
  const head = `Tomcat ${line.padEnd(16)} mutants  minded  missed  wrong`;
  const body = [...rows].map(([kind, { mutants, complains, missed, wrong }]) =>
    [kind.padEnd(23), mutants, complains, missed.length, wrong.length].map((cell) => `${cell}`.padStart(7)).join(" "),
  );
  return [head, ...body].join("\n");
}
