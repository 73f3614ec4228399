import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LogFinding } from "../../../../server/src/logs/findings/finding.ts";
import type { RealTomcat } from "../../tomcats.ts";
import { diagnosisOf, loggingOptions, withTexts } from "../logged.ts";
import type { Network } from "../network.ts";
import { Browser, Tomcat, writeBase } from "../tomcat.ts";
import { AWHILE, filesOf, type Parts, type Scene, sleep, type Told } from "./scene.ts";

/** Where a scene is played. */
export interface Stage {
  readonly tomcat: RealTomcat;
  readonly network: Network;
  readonly language: string;
  readonly layout: string;
  readonly folder: string;
}

/** What shifts a process's clock, in the folder of libraries of this machine's kind. */
const FAKETIME = "faketime/libfaketimeMT.so.1";
export const NO_CLOCK = "needs libfaketime";

export function canShiftClocks(): boolean {
  return readdirSync("/usr/lib").some((name) => {
    try {
      return readdirSync(join("/usr/lib", name, "faketime")).length > 0;
    } catch {
      return false;
    }
  });
}

/** Starts both nodes, does to them what the scene says, ends them, and gives back their logs. */
export async function play(scene: Scene, stage: Stage): Promise<{ readonly logs: readonly string[] }> {
  const { network } = stage;
  const tomcats: Tomcat[] = [];
  try {
    scene.before?.(network);
    const one = start(scene, stage, 0);
    tomcats.push(one);
    await one.answers();
    await scene.between?.(network);
    const two = start(scene, stage, 1);
    tomcats.push(two);
    if (scene.fails) await two.ended();
    else await two.answers();
    const browser = new Browser(network.places[0]);
    const visit = (which: 0 | 1, entry?: string) => browser.visit(network.places[which].address, entry);
    // Nodes that never met are told by what they do not say for a while.
    await sleep(scene.wait === AWHILE ? AWHILE : 2500);
    await scene.act?.({ network, tomcats: [one, two], visit, base: (index) => baseOf(stage, index) });
    await sleep(scene.wait === AWHILE ? 0 : (scene.wait ?? 1500));
    return { logs: tomcats.map(({ log }) => log) };
  } finally {
    await Promise.all(tomcats.map((each) => each.kill()));
    network.remove();
  }
}

const baseOf = ({ folder }: Stage, index: 0 | 1) => join(folder, `node${index + 1}`);

function start(scene: Scene, stage: Stage, index: 0 | 1): Tomcat {
  const { tomcat, network, language, layout } = stage;
  const parts = scene.node(index, tomcat);
  const base = baseOf(stage, index);
  const place = network.places[index];
  const real = parts.real ?? tomcat;
  writeBase(base, filesOf({ line: real.line, place, index, layout }, parts));
  compile(base, parts);
  if (index === 1 && scene.ahead !== undefined) {
    const clock = [`export LD_PRELOAD='/usr/$LIB/${FAKETIME}'`, "export DONT_FAKE_MONOTONIC=1"];
    mkdirSync(join(base, "bin"), { recursive: true });
    writeFileSync(join(base, "bin/setenv.sh"), `${clock.join("\n")}\nexport FAKETIME=${signed(scene.ahead)}s\n`);
  }
  return new Tomcat({
    ...{ real: withTexts(real, language), place, base },
    options: [...loggingOptions(base, language), ...(parts.options ?? [])],
  });
}

const signed = (seconds: number) => `${seconds < 0 ? "" : "+"}${seconds}`;

/** Compiles the classes of an application, with the JDK's compiler. */
function compile(base: string, { classes, app = "ROOT" }: Parts): void {
  if (!classes) return;
  const target = join(base, "webapps", app, "WEB-INF/classes");
  mkdirSync(target, { recursive: true });
  const sources = [...classes].map(([name, text]) => {
    const path = join(base, `${name}.java`);
    writeFileSync(path, text);
    return path;
  });
  execFileSync("javac", ["-d", target, ...sources]);
}

/** What was done and is not named, and what is told besides without a reason to. */
export function unnamed({ faults, besides = [] }: Scene, logs: readonly string[]) {
  const { findings } = diagnosisOf(logs);
  const missing = faults.filter((told) => !findings.some((finding) => tells(finding, told)));
  const others = findings.filter(
    (finding) => !besides.includes(finding.id) && !faults.some((told) => tells(finding, told)),
  );
  return { missing, others: others.map(({ id, text }) => `${id}: ${text.en}`) };
}

function tells({ id, text }: LogFinding, told: Told): boolean {
  if (typeof told === "string") return id === told;
  return id === told[0] && told[1].test(text.en);
}
