import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { fleet } from "../harness/fleet.ts";
import { round, spread, table, timed } from "./measure.ts";
import { inTheMiddle, ours } from "./servers.ts";

const MANY = 60;
const EDITS = 200;

/** What an edit of one node costs where it stands alone, and where a whole cluster is open beside it. */
export async function costOfManyNodes(folder: string): Promise<string> {
  const rows: string[][] = [];
  for (const count of [1, MANY]) {
    const root = join(folder, `open${count}`);
    const files = cluster(count);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const server = new ServerProcess(ours("", bundledServer).words);
    try {
      await server.initialize(PULLING, [pathToFileURL(root).href]);
      const uris = [...files.keys()].map((path) => pathToFileURL(join(root, path)).href);
      const texts = [...files.values()];
      for (const [index, uri] of uris.entries()) await server.open(uri, texts[index] ?? "");
      for (const uri of uris) await server.pull(uri);
      const [edited, text] = [uris[count >> 1] ?? "", texts[count >> 1] ?? ""];
      const place = inTheMiddle(text);
      const end = { ...place, character: place.character + 1 };
      const own: number[] = [];
      const all: number[] = [];
      for (let edit = 0; edit < EDITS; edit++) {
        const start = performance.now();
        await (edit % 2 === 0 ? server.edit(edited, place, place, "9") : server.edit(edited, place, end, ""));
        own.push(await timed(() => server.pull(edited)));
        for (const uri of uris) if (uri !== edited) await server.pull(uri);
        all.push(performance.now() - start);
      }
      const cell = (times: readonly number[]) => `${round(spread(times).median)} / ${round(spread(times).p95)}`;
      rows.push([`${count}`, cell(own), cell(all)]);
    } finally {
      server.kill();
    }
  }
  const head = ["open nodes of one cluster", "edit → diagnostics of that file", "of all files"];
  return `\n### ms, median / p95\n\n${table(head, rows)}`;
}

/** So many nodes of one cluster, by path. */
function cluster(count: number): ReadonlyMap<string, string> {
  const [text = ""] = fleet(1, 1).files.values();
  return new Map(
    Array.from({ length: count }, (_, index) => [
      `node${index + 1}/conf/server.xml`,
      text
        .replace('jvmRoute="node01"', `jvmRoute="node${index + 1}"`)
        .replace(/"10\.0\.0\.\d+"/, `"10.0.1.${index + 1}"`),
    ]),
  );
}
