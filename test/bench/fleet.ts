import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fleet } from "../harness/fleet.ts";
import { peakMemory, round, spread, table } from "./measure.ts";

/** Nodes; twenty make a cluster. */
const SIZES = [100, 1_000, 3_000, 10_000];
/** Files of the comparison with the peers. */
const SIDE_BY_SIDE = 500;
const RUNS = 3;
const SEED = 42;

interface JsonReport {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}

/**
 * A whole fleet in one run of the command line: how long it takes, what it needs, and whether every planted fault was
 * found and nothing else; then 500 files beside peers that look at one file each.
 */
export async function fleets(program: string, folder: string, grammar: string): Promise<string> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const { files, planted } = fleet(size, SEED);
    const root = writeAll(join(folder, `fleet${size}`), files);
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await check(program, root));
    const report: JsonReport = JSON.parse(runs[0]?.output ?? "{}");
    const found = report.files.flatMap(({ path, findings }) =>
      findings.map(({ rule }) => `${path.slice(root.length + 1)} ${rule}`),
    );
    const wanted = new Set(planted);
    const right = found.filter((each) => wanted.has(each)).length;
    const seconds = spread(runs.map((each) => each.seconds)).median;
    rows.push([
      `${size}`,
      round(seconds),
      round((seconds * 1000) / size),
      round(Math.max(...runs.map(({ megabytes }) => megabytes))),
      `${planted.length}`,
      `${right}`,
      `${found.length - right}`,
    ]);
  }
  const head = ["nodes", "s", "ms a node", "MB", "faults planted", "found", "anything else"];
  return `\n### A fleet in one run\n\n${table(head, rows)}\n${await sideBySide(program, folder, grammar)}`;
}

/** The peers get all files in one call, as we do. */
async function sideBySide(program: string, folder: string, grammar: string): Promise<string> {
  const { files } = fleet(SIDE_BY_SIDE, SEED);
  const root = writeAll(join(folder, "side-by-side"), files);
  const paths = [...files.keys()].map((path) => join(root, path));
  const ours: number[] = [];
  for (let run = 0; run < RUNS; run++) ours.push((await check(program, root)).seconds);
  const peer = (command: string, words: readonly string[]) => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      if (spawnSync(command, [...words, ...paths], { stdio: "ignore" }).error) return "–";
      times.push((performance.now() - start) / 1000);
    }
    return round(spread(times).median);
  };
  const row = [
    "s, median",
    round(spread(ours).median),
    peer("xmllint", ["--noout", "--relaxng", grammar]),
    peer("jing", [grammar]),
  ];
  return `\n### ${SIDE_BY_SIDE} files in one run\n\n${table(["", "tomcat-cluster check", "xmllint", "jing"], [row])}`;
}

interface Run {
  readonly output: string;
  readonly seconds: number;
  readonly megabytes: number;
}

function check(program: string, folder: string): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, "check", folder, "--format", "json"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const chunks: Buffer[] = [];
  let megabytes = 0;
  // The peak is the system's own; it only has to be asked for while the process lives.
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakMemory(child.pid) ?? 0);
  }, 20);
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once("close", () => {
      clearInterval(watch);
      const seconds = (performance.now() - start) / 1000;
      resolve({ output: Buffer.concat(chunks).toString("utf8"), seconds, megabytes });
    });
  });
}

function writeAll(root: string, files: ReadonlyMap<string, string>): string {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
