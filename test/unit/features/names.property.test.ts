import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import { References } from "../../../server/src/config/references/index.ts";
import { rename } from "../../../server/src/features/rename.ts";
import { runs } from "../../harness/effort.ts";
import { MARKUP } from "../../harness/random-edits.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const NODES = new Map([
  ["node1/conf/server.xml", read("examples/node1/conf/server.xml").replaceAll('"4000"', '"${port}"')],
  ["node1/conf/catalina.properties", "port = 4000\nother: ${port}\n"],
  ["node1/bin/setenv.sh", "CATALINA_OPTS='-Dport=4001 -DjvmRoute=one'\n"],
  ["node2/conf/server.xml", read("examples/node2/conf/server.xml")],
]);
const paths = [...NODES.keys()];

const damage = fc.constantFrom(...MARKUP, "${port}", "${", "}", "-D", "\\");

test("a rename of anything in anything edits each place once, and finds them all again", async () => {
  let renamed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({ path: fc.constantFrom(...paths), place: fc.nat(), cut: fc.nat(8), put: damage, pick: fc.nat() }),
      async ({ path, place, cut, put, pick }) => {
        const text = NODES.get(path) ?? "";
        const at = place % (text.length + 1);
        const files = new Map(NODES).set(path, text.slice(0, at) + put + text.slice(at + cut));
        const known = new References(await workspaceOf(files, "9.0").nameSources(path));
        for (const { at: span, file } of known.all) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= (files.get(file.path)?.length ?? -1));
        }
        const mention = known.all[pick % Math.max(known.all.length, 1)];
        if (!mention) return;
        const { start } = mention.at;
        const to = mention.kind === "port" ? "4999" : "renamed.1";
        const plan = rename(known, mention.file.path, start, to);
        if (!plan || "refusal" in plan) return;
        renamed++;
        for (const { file, edits } of plan.files) files.set(file.path, applyEdits(files.get(file.path) ?? "", edits));
        const again = new References(await workspaceOf(files, "9.0").nameSources(path));
        const places = plan.files.reduce((sum, { edits }) => sum + edits.length, 0);
        const here = known.at(mention.file.path, start);
        const found = again.all.filter(({ kind, text: called }) => kind === here?.kind && called === to);
        assert.ok(found.length >= places, `${here?.kind} ${here?.text}: ${places} edits, ${found.length} found`);
      },
    ),
    { numRuns: runs(200) },
  );
  assert.ok(renamed > runs(200) / 4, `only ${renamed} were renamed`);
});
