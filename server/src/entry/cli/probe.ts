import { randomUUID } from "node:crypto";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Locale, Localized } from "../../base/localized.ts";
import { printable, printableJson } from "../../base/printable.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { exitCodeOf, introduction, memberLine, noTargetText, probeJson, verdictText } from "../../cli/probe-text.ts";
import { memberKey } from "../../tribes/member.ts";
import type { Observations } from "../../tribes/probe.ts";
import { type RunningProbe, runProbe } from "../../tribes/run.ts";
import { type HeartbeatTarget, targetsOf } from "../../tribes/target.ts";
import { checkHost } from "../check-host.ts";
import { interfaces, listen } from "../multicast.ts";
import { locale } from "./common.ts";
import { note } from "./help.ts";

interface ProbeFlags {
  readonly interface?: string;
  readonly seconds: number;
  readonly send: boolean;
  readonly format: string;
  readonly lang?: string;
}

const LONGEST = 3600;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

const NO_CLUSTER: Localized = { en: "there is no Cluster in it", ko: "Cluster가 없습니다" };
const NO_FILE: Localized = {
  en: "no configuration of Tomcat's that can be read",
  ko: "읽을 수 있는 Tomcat 설정 파일이 아닙니다",
};

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > LONGEST) {
    throw new InvalidArgumentError(`Whole seconds from 1 to ${LONGEST}.`);
  }
  return seconds;
}

/** Adds `probe`, which listens to the group of a file's Membership and says who is there. */
export function addProbe(program: Command): void {
  program
    .command("probe")
    .description("test multicast: who sends heartbeats to the group of a file's Membership, and what is in the way")
    .argument("<file>", "a server.xml, or a file with a Cluster")
    .option("--interface <name>", "name or address of the interface; else the Membership's bind")
    .option("--seconds <count>", "how long to listen", secondsOf, 10)
    .option("--send", "send test packets too, which no Tomcat takes for a member", false)
    .addOption(new Option("--format <name>").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      note(
        "Exit code: 0 members or test packets came, 1 nothing did, 2 usage, no multicast in the file, or a refusal of the system.",
      ),
    )
    .action(probe);
}

async function probe(path: string, flags: ProbeFlags): Promise<void> {
  const lang = locale(flags);
  const workspace = workspaceFor(checkHost(), undefined);
  workspace.setRoots([path]);
  const file = await workspace.fileAt(path);
  const all = file ? targetsOf(file, file.kind === "server" ? await workspace.nodeOf(path) : undefined) : [];
  const targets: HeartbeatTarget[] = [];
  for (const each of all) {
    if ("why" in each) process.stderr.write(noTargetText(each, lang));
    else targets.push(each);
  }
  if (all.length === 0) process.stderr.write(`${printable(path)}: ${(file ? NO_CLUSTER : NO_FILE)[lang]}\n`);
  process.exitCode = targets.length === 0 ? 2 : await probeAll(targets, flags, lang);
}

/** One after the other; gives back the worst exit code. */
async function probeAll(targets: readonly HeartbeatTarget[], flags: ProbeFlags, lang: Locale): Promise<number> {
  const json = flags.format === "json";
  const results: object[] = [];
  let worst = 0;
  let stopped = false;
  let running: RunningProbe | undefined;
  // Ctrl-C ends the test, not the report.
  const stop = () => {
    stopped = true;
    running?.stop();
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  for (const target of targets) {
    if (stopped) break;
    if (!json) process.stdout.write(introduction(target, flags.seconds, flags.send, lang));
    running = runProbe(
      { interfaces, listen },
      target,
      { interface: flags.interface, milliseconds: flags.seconds * 1000, send: flags.send, id: randomUUID() },
      json ? () => {} : printer(lang),
    );
    const { observations, verdict } = await running.ended;
    if (json) results.push(probeJson(target, observations, verdict, lang));
    else process.stdout.write(verdictText(verdict, lang));
    worst = Math.max(worst, exitCodeOf(verdict));
  }
  for (const signal of SIGNALS) process.removeListener(signal, stop);
  if (json) process.stdout.write(printableJson({ version: 1, clusters: results }));
  return worst;
}

/** Prints each member once when it comes, and again when it leaves or comes back. */
function printer(lang: Locale): (observations: Observations) => void {
  const shown = new Map<string, string>();
  return ({ members }) => {
    for (const heard of members) {
      const key = memberKey(heard.member);
      if (shown.get(key) === heard.state) continue;
      shown.set(key, heard.state);
      process.stdout.write(memberLine(heard, lang));
    }
  };
}
