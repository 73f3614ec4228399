import { session } from "../harness/typed-cluster.ts";
import { Typist } from "../harness/typing.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { serverXml } from "./content.ts";
import { round, table } from "./measure.ts";

const PATH = "conf/server.xml";
/** Sessions that are typed before anything counts: the first ones pay for the compiler. */
const WARM_UP = 1;
const RUNS = 3;

/**
 * What a keystroke costs the server, in milliseconds: reading the text, all rules, and what is offered at the cursor. A
 * cluster is typed key by key into a server.xml, which is empty, or has Hosts of `size` characters behind the cursor.
 */
export async function costOfKeystrokes(sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const times: { check: number; offer: number }[] = [];
    for (let run = -WARM_UP; run < RUNS; run++) {
      const workspace = workspaceOf(new Map([[PATH, ""]]), "9.0");
      const behind =
        size === 0
          ? ""
          : serverXml(size)
              .replace(/^[\s\S]*?<Server[^>]*>/, "")
              .replace(/<\/Server>\s*$/, "");
      const typist: Typist = new Typist(workspace, PATH, async () => {
        const start = performance.now();
        await workspace.snapshot(PATH).then((snapshot) => snapshot?.diagnostics);
        const checked = performance.now();
        await typist.offers();
        if (run >= 0) times.push({ check: checked - start, offer: performance.now() - checked });
      });
      for (const [index, step] of session.entries()) {
        await typist.run([step]);
        // The rest of a large file stands behind the Server that was just accepted.
        if (index === 2 && behind !== "") typist.surround(behind);
      }
    }
    rows.push([
      size === 0 ? "empty" : `${size / 1000} kB`,
      ...[times.map(({ check }) => check), times.map(({ offer }) => offer)].map(figures),
      figures(times.map(({ check, offer }) => check + offer)),
    ]);
  }
  return table(["ms, median / p95 / worst", "findings", "offers", "both"], rows);
}

function figures(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return [at(0.5), at(0.95), at(1)].join(" / ");
}
