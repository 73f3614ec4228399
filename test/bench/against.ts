import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PULLING, ServerProcess } from "../harness/client.ts";
import { serverXml, usualServerXml } from "./content.ts";
import { round, spread, table, timed } from "./measure.ts";
import { inTheMiddle, ours } from "./servers.ts";

const STARTS = 11;
const EDITS = 200;
const WARM_UP = 50;
/** A ratio that looks like a loss is measured so many times in all, and the least counts: noise only adds. */
const TRIES = 3;
const LOOKS_SLOWER = 1.2;

/** A way to measure one build, in milliseconds. */
type Measure = (dist: string) => Promise<number>;

/**
 * Measures this build and one of another revision by turns, so that noise strikes both, prints the ratio of the medians,
 * and gives the worst of them; undefined where that revision cannot be built here.
 */
export async function against(revision: string, root: string, folder: string): Promise<number | undefined> {
  const other = join(folder, "against");
  const git = (...words: readonly string[]) => run("git", words, root);
  git("worktree", "add", "--detach", other, revision);
  try {
    try {
      buildIn(other, root);
    } catch (error) {
      console.log(`${revision} cannot be built here: nothing to compare with. ${String(error)}`);
      return undefined;
    }
    return await compare(join(root, "dist"), join(other, "dist"), revision, folder);
  } finally {
    git("worktree", "remove", "--force", other);
  }
}

/** Where both revisions want the same packages, one installation serves both. */
function buildIn(other: string, root: string): void {
  const lock = (tree: string) => readFileSync(join(tree, "package-lock.json"), "utf8");
  if (lock(root) === lock(other)) symlinkSync(join(root, "node_modules"), join(other, "node_modules"));
  else run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], other);
  run(process.execPath, ["esbuild.mjs"], other);
}

async function compare(now: string, before: string, revision: string, folder: string): Promise<number> {
  const rows: string[][] = [];
  let worst = 0;
  for (const [title, times, open] of whatIsCompared(folder)) {
    let best: readonly [number, number, number] | undefined;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const [one, two] = [await open(now), await open(before)];
      const [ours, theirs]: [number[], number[]] = [[], []];
      try {
        for (let time = -one.warmUp; time < times; time++) {
          const [a, b] = [await one.measure(), await two.measure()];
          if (time < 0) continue;
          ours.push(a);
          theirs.push(b);
        }
      } finally {
        one.end();
        two.end();
      }
      const [a, b] = [spread(ours).median, spread(theirs).median];
      if (!best || a / b < best[0]) best = [a / b, a, b];
      if (best[0] < LOOKS_SLOWER) break;
    }
    const [ratio = 0, a, b] = best ?? [];
    rows.push([title, round(a), round(b), round(ratio)]);
    worst = Math.max(worst, ratio);
  }
  console.log(table(["ms, median", "now", revision, "ratio"], rows));
  return worst;
}

interface Measured {
  readonly warmUp: number;
  readonly measure: () => Promise<number>;
  readonly end: () => void;
}

/** What is measured, how often, and what measures it for the build in a folder. */
function whatIsCompared(
  folder: string,
): readonly (readonly [title: string, times: number, open: (dist: string) => Promise<Measured>])[] {
  const text = serverXml(30_000);
  const file = join(folder, "compared", "conf", "server.xml");
  mkdirSync(join(folder, "compared", "conf"), { recursive: true });
  writeFileSync(file, text);
  const each =
    (measure: Measure) =>
    async (dist: string): Promise<Measured> => ({ warmUp: 1, measure: () => measure(dist), end: () => undefined });
  return [
    ["first diagnostics, 30 kB", STARTS, each((dist) => firstDiagnostics(dist, text))],
    ["edit → diagnostics, 30 kB", EDITS, (dist) => edits(dist, text)],
    ["edit → diagnostics, 26 Hosts", EDITS, (dist) => edits(dist, usualServerXml())],
    ["check, 30 kB", STARTS, each(async (dist) => timed(async () => checked(dist, file)))],
  ];
}

const URI = "file:///nowhere/conf/server.xml";

function serverOf(dist: string): ServerProcess {
  return new ServerProcess(ours("", join(dist, "server.cjs")).words);
}

function firstDiagnostics(dist: string, text: string): Promise<number> {
  return timed(async () => {
    const server = serverOf(dist);
    try {
      await server.initialize(PULLING);
      await server.open(URI, text);
      await server.pull(URI);
    } finally {
      server.kill();
    }
  });
}

async function edits(dist: string, text: string): Promise<Measured> {
  const server = serverOf(dist);
  await server.initialize(PULLING);
  await server.open(URI, text);
  await server.pull(URI);
  const place = inTheMiddle(text);
  const end = { ...place, character: place.character + 1 };
  let isTyped = false;
  return {
    warmUp: WARM_UP,
    measure: () =>
      timed(async () => {
        await (isTyped ? server.edit(URI, place, end, "") : server.edit(URI, place, place, "9"));
        isTyped = !isTyped;
        await server.pull(URI);
      }),
    end: () => server.kill(),
  };
}

function checked(dist: string, file: string): void {
  const { error } = spawnSync(process.execPath, [join(dist, "cli.cjs"), "check", file], { stdio: "ignore" });
  if (error) throw error;
}

function run(program: string, words: readonly string[], cwd: string): void {
  const { status, stderr, stdout } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}\n${stdout}${stderr}`);
}
