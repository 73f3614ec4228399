/**
 * `npm run bench`: the server and the command line beside their peers, on the same content, in the same run.
 * `--rules` shows what each rule costs instead, `--features` what each request costs that structure alone answers,
 * `--typing` what a keystroke costs while a cluster is typed, `--logs` what a large log costs.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serverXml } from "./content.ts";
import { costOfFeatures } from "./features.ts";
import { fleets } from "./fleet.ts";
import { costOfLogs } from "./logs.ts";
import { round, spread, table } from "./measure.ts";
import { costOfRules } from "./rules.ts";
import { measure, peers } from "./servers.ts";
import { costOfKeystrokes } from "./typing.ts";

const SIZES = [30_000, 300_000, 3_000_000];
/** Runs of each command. */
const RUNS = 7;

/** A server that needs longer for its first answer, in milliseconds, is left out of the larger sizes. */
const TOO_SLOW = 500;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-bench-"));

async function servers(): Promise<void> {
  const peerPackages = join(root, "test/bench/peers");
  if (!existsSync(join(peerPackages, "node_modules"))) {
    spawnSync("npm", ["install", "--ignore-scripts", "--no-save", "--no-package-lock"], {
      cwd: peerPackages,
      stdio: "inherit",
    });
  }
  const bare = join(folder, "bare.cjs");
  const entryPoints = [join(root, "test/bench/bare-server.ts")];
  await build({ entryPoints, outfile: bare, bundle: true, minify: true, platform: "node", format: "cjs" });

  const slow = new Set<string>();
  for (const size of SIZES) {
    const rows: string[][] = [];
    for (const peer of peers(bare)) {
      if (slow.has(peer.name)) continue;
      const figures = await measure(peer, size);
      if (figures.firstDiagnostics.median > TOO_SLOW) slow.add(peer.name);
      const cells = [figures.initialize, figures.firstDiagnostics, figures.edit, figures.completion, figures.hover];
      rows.push([
        peer.name,
        ...cells.map(({ median, p95 }) => `${round(median)} / ${round(p95)}`),
        round(figures.memory),
      ]);
    }
    console.log(`\n### server.xml of ${size / 1000} kB\n`);
    console.log(
      table(
        ["ms, median / p95", "initialize", "first diagnostics", "edit → diagnostics", "completion", "hover", "MB"],
        rows,
      ),
    );
  }
}

/** A RELAX NG grammar that every well-formed file fits. */
function grammarOfAnything(): string {
  const anything = join(folder, "anything.rng");
  writeFileSync(
    anything,
    `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>
     <anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>
     </element></define></grammar>`,
  );
  return anything;
}

/** The command line beside parsers that only look whether the XML is well-formed or fits a schema of anything. */
function commands(): void {
  const anything = grammarOfAnything();
  const rows = SIZES.map((size) => {
    const conf = join(folder, `${size}`, "conf");
    mkdirSync(conf, { recursive: true });
    const file = join(conf, "server.xml");
    writeFileSync(file, serverXml(size));
    return [
      `${size / 1000} kB`,
      command(process.execPath, [join(root, "dist/cli.cjs"), "check", file]),
      command("xmllint", ["--noout", file]),
      command("jing", [anything, file]),
    ];
  });
  console.log("\n### Command line, whole run\n");
  console.log(table(["ms, median", "tomcat-cluster check", "xmllint", "jing"], rows));
}

function command(program: string, words: readonly string[]): string {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { error } = spawnSync(program, words, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 256 * 1024 * 1024 });
    if (error) return "–";
    times.push(performance.now() - start);
  }
  return round(spread(times).median);
}

try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  if (process.argv.includes("--rules")) console.log(costOfRules(SIZES[0] ?? 0));
  else if (process.argv.includes("--features")) console.log(costOfFeatures(SIZES[0] ?? 0));
  else if (process.argv.includes("--typing")) console.log(await costOfKeystrokes([0, SIZES[0] ?? 0]));
  else if (process.argv.includes("--logs")) console.log(costOfLogs(join(root, "dist/cli.cjs"), folder));
  else if (process.argv.includes("--fleet")) {
    console.log(await fleets(join(root, "dist/cli.cjs"), folder, grammarOfAnything()));
  } else {
    console.log(`dist/server.cjs: ${(statSync(join(root, "dist/server.cjs")).size / 1024).toFixed(0)} kB`);
    await servers();
    commands();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
