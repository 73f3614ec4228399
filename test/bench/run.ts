/**
 * `npm run bench`: the server and the command line beside their peers, on the same content, in the same run.
 * `--servers`, `--nodes` and `--commands` run one of its parts, `--servers --only "300 kB"` the texts of that title.
 * `--rules` shows what each rule costs instead, `--features` what each request costs that structure alone answers,
 * `--typing` what a keystroke costs while a cluster is typed, `--logs` what a large log costs, `--against REV` how this
 * compares with another revision, which is built for it; it fails where this is slower by more than noise.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadedBy } from "../harness/loaded.ts";
import { against } from "./against.ts";
import { serverXml, usualServerXml } from "./content.ts";
import { costOfFeatures } from "./features.ts";
import { fleets } from "./fleet.ts";
import { costOfLogs } from "./logs.ts";
import { round, spread, table } from "./measure.ts";
import { costOfManyNodes } from "./nodes.ts";
import { costOfRules } from "./rules.ts";
import { jsonServerFolder, measure, peers } from "./servers.ts";
import { costOfKeystrokes } from "./typing.ts";

const SIZES = [30_000, 300_000, 3_000_000];
/** Runs of each command. */
const RUNS = 7;

/** Times the other revision's cost: noise makes a tenth, so more than this is a loss of speed. */
const SLOWER = 1.3;

/** A peer whose first answer takes so many times as long as ours is left out of the larger sizes. */
const TOO_SLOW = 4;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-bench-"));

/** A part of a title; other texts are then left out. */
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

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
  const texts = SIZES.map((size): readonly [string, string] => [`server.xml of ${size / 1000} kB`, serverXml(size)]);
  texts.splice(1, 0, ["26 Hosts with Contexts and Resources, one Cluster, 30 kB", usualServerXml()]);
  for (const [title, xml] of texts.filter(([each]) => only === undefined || each.includes(only))) {
    const rows: string[][] = [];
    let own = Number.POSITIVE_INFINITY;
    for (const [index, peer] of peers(bare).entries()) {
      if (slow.has(peer.name)) continue;
      const figures = await measure(peer, xml);
      if (index === 0) own = figures.firstDiagnostics.median;
      if (figures.firstDiagnostics.median > own * TOO_SLOW) slow.add(peer.name);
      const cells = [figures.initialize, figures.firstDiagnostics, figures.edit, figures.completion, figures.hover];
      rows.push([
        peer.name,
        ...cells.map(({ median, p95 }) => `${round(median)} / ${round(p95)}`),
        round(figures.memory),
      ]);
    }
    console.log(`\n### ${title}\n`);
    console.log(
      table(
        ["ms, median / p95", "initialize", "first diagnostics", "edit → diagnostics", "completion", "hover", "MB"],
        rows,
      ),
    );
  }
}

/** What a start reads of each server, in kB. */
function sizes(): string {
  const kB = (files: readonly string[]) =>
    `${(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024).toFixed(0)} kB`;
  const json = existsSync(jsonServerFolder)
    ? readdirSync(jsonServerFolder, { recursive: true, encoding: "utf8" }).filter((name) => /\.js$/.test(name))
    : [];
  const loaded = [...loadedBy(join(root, "dist/server.cjs"), ["--stdio"]).keys()];
  return `dist/server.cjs: ${kB(loaded.map((name) => join(root, "dist", name)))}, VS Code's JSON server: ${kB(json.map((name) => join(jsonServerFolder, name)))}`;
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
  else if (process.argv.includes("--typing")) console.log(await costOfKeystrokes([0, ...SIZES.slice(0, 2)]));
  else if (process.argv.includes("--logs")) console.log(await costOfLogs(join(root, "dist/cli.cjs"), folder));
  else if (process.argv.includes("--against")) {
    const revision = process.argv[process.argv.indexOf("--against") + 1] ?? "HEAD~1";
    const worst = await against(revision, root, folder);
    if (worst !== undefined && worst > SLOWER) {
      console.error(`${round(worst)} times as slow as ${revision}: more than ${SLOWER}`);
      process.exitCode = 1;
    }
  } else if (process.argv.includes("--fleet")) {
    console.log(await fleets(join(root, "dist/cli.cjs"), folder, grammarOfAnything()));
  } else {
    // One of these words alone runs only that part.
    const parts = ["--servers", "--nodes", "--commands"].filter((part) => process.argv.includes(part));
    const runs = (part: string) => parts.length === 0 || parts.includes(part);
    if (runs("--servers")) await servers();
    if (runs("--nodes")) console.log(await costOfManyNodes(folder));
    if (runs("--commands")) {
      console.log(`\n${sizes()}`);
      commands();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
