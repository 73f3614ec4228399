import { type Command, InvalidArgumentError, Option } from "commander";
import type { Locale } from "../../base/localized.ts";
import { printable, printableJson } from "../../base/printable.ts";
import { check } from "../../cli/check.ts";
import type { LogReport } from "../../cli/logs-text.ts";
import { proofJson, proofJunit } from "../../cli/prove-formats.ts";
import { configured, logged } from "../../cli/prove-suspects.ts";
import { EXIT_CODES, type ProofReport, proofText } from "../../cli/prove-text.ts";
import type { ReportedFile } from "../../cli/report.ts";
import { TEST_PAGE } from "../../create/test-page.ts";
import { causesOf } from "../../prove/causes.ts";
import type { ProofTarget, ProveHost, ProveTrust } from "../../prove/port.ts";
import { prove } from "../../prove/prove.ts";
import { outcomeOf } from "../../prove/verdict.ts";
import { verdictsOf } from "../../prove/verdicts.ts";
import { askText } from "../../prove/words.ts";
import { checkHost } from "../check-host.ts";
import { whyFailed } from "../file-error.ts";
import { diagnoseLogs } from "../logs/diagnosis.ts";
import { proveMachine } from "../prove-machine.ts";
import { authorityIn, locale } from "./common.ts";
import { note } from "./help.ts";

interface Flags {
  readonly balancer?: string;
  readonly rounds: number;
  readonly patience: number;
  readonly failover?: boolean;
  readonly conf: readonly string[];
  readonly logs: readonly string[];
  readonly ca?: string;
  readonly insecure: boolean;
  readonly page: boolean;
  readonly format: string;
  readonly lang?: string;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const ROUNDS = 50;
const MOST_ROUNDS = 1000;
const PATIENCE = 10;
const LONGEST_PATIENCE = 300;

/** Adds `prove`, which finds out whether running nodes replicate. */
export function addProve(program: Command): void {
  program
    .command("prove")
    .description("prove that running nodes replicate: write on one, read on the others, stop one, start it again")
    .argument("[urls...]", "the test page on each node, at the node's own address")
    .option("--balancer <url>", "the test page as users reach it, through the load balancer")
    .option("--rounds <count>", "how often something is written", whole(1, MOST_ROUNDS), ROUNDS)
    .option("--patience <seconds>", "how long it may take until it is seen", whole(1, LONGEST_PATIENCE), PATIENCE)
    .option("--failover", "ask to stop a node and to start it again; on a terminal it does unless told otherwise")
    .option("--no-failover", "leave it out")
    .option("--conf <path>", "the nodes' configuration, which may say why it fails", collect, [])
    .option("--logs <path>", "the nodes' logs, which may say why it fails", collect, [])
    .option("--ca <file>", "trust this authority's certificate too (PEM)")
    .option("--insecure", "take any certificate", false)
    .option("--page", "print the test page, to be put into the application", false)
    .addOption(new Option("--format <name>").choices(["pretty", "json", "junit"]).default("pretty"))
    .addHelpText(
      "after",
      note(
        "Every session it begins is ended, also after Ctrl-C. Exit code: 0 it replicates, 1 it does not or not wholly, 2 usage, or it cannot be told.",
      ),
    )
    .action(run);
}

const collect = (path: string, before: readonly string[]) => [...before, path];

function whole(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`A whole number from ${least} to ${most} is expected.`);
    }
    return number;
  };
}

async function run(urls: readonly string[], flags: Flags): Promise<void> {
  if (flags.page) {
    process.stdout.write(TEST_PAGE);
    return;
  }
  const lang = locale(flags);
  const complain = (text: string) => {
    process.stderr.write(`${printable(text)}\n`);
    process.exitCode = 2;
  };
  const targets = proveMachine.targets(urls);
  const [balancer] = proveMachine.targets(flags.balancer === undefined ? [] : [flags.balancer]);
  const wrong = [...targets, balancer].find((target) => typeof target === "string");
  if (typeof wrong === "string" || typeof balancer === "string") {
    complain({ en: `no address of a page: ${wrong}`, ko: `페이지의 주소가 아닙니다: ${wrong}` }[lang]);
    return;
  }
  const nodes = targets.filter((target) => typeof target !== "string");
  if (nodes.length < 2) {
    complain({ en: "name at least two nodes", ko: "노드를 두 개 이상 지정하십시오" }[lang]);
    return;
  }
  const authority = authorityIn(flags.ca, lang);
  if ("fault" in authority) {
    complain(authority.fault);
    return;
  }
  const { ca } = authority;
  const asks = flags.failover ?? (process.stdin.isTTY === true && process.stderr.isTTY === true);
  const report = await proofOf(
    { targets: nodes, balancer, rounds: flags.rounds, patience: flags.patience * 1000 },
    { ca, insecure: flags.insecure },
    { asks, lang, flags },
  );
  process.stdout.write(textOf(report, flags.format, lang));
  process.exitCode = EXIT_CODES[outcomeOf(report.verdicts)];
}

function textOf(report: ProofReport, format: string, lang: Locale): string {
  if (format === "json") return printableJson(proofJson(report, lang));
  if (format === "junit") return proofJunit(report, lang);
  const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
  return proofText(report, { locale: lang, colour });
}

async function proofOf(
  options: Parameters<typeof prove>[0],
  trust: ProveTrust,
  { asks, lang, flags }: { readonly asks: boolean; readonly lang: Locale; readonly flags: Flags },
): Promise<ProofReport> {
  const { host: machine, stop: stopProof } = proveMachine.begin(trust);
  // The first signal ends the proof and its sessions, a second one this program.
  const stop = () => {
    stopProof();
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const progress = process.stderr.isTTY === true;
  const host: ProveHost = {
    ...machine,
    onRound: (done, all) => {
      if (progress) process.stderr.write(`\r${done}/${all}${done === all ? "\n" : ""}`);
    },
    ...(asks && {
      ask: (what: "stop" | "start", node: ProofTarget) => process.stderr.write(asking(what, node, lang)),
    }),
  };
  const facts = await prove(options, host);
  for (const signal of SIGNALS) process.removeListener(signal, stop);
  const verdicts = verdictsOf(facts);
  const files = await findingsIn(flags.conf, lang);
  const logs = await diagnosed(flags, lang);
  return { facts, verdicts, causes: causesOf(verdicts, [...configured(files), ...logged(logs)]) };
}

function asking(what: "stop" | "start", node: ProofTarget, lang: Locale): string {
  const leave = { en: "Ctrl-C leaves it out.", ko: "Ctrl-C를 누르면 건너뜁니다." };
  return `${printable(`${askText(what, node)[lang]} ${leave[lang]}`)}\n`;
}

async function findingsIn(paths: readonly string[], lang: Locale): Promise<readonly ReportedFile[]> {
  if (paths.length === 0) return [];
  const options = {
    ...({ line: undefined, fix: "leave", failOn: "error" } as const),
    ...{ locale: lang, allowEmpty: true },
    ...{ baseline: undefined, updateBaseline: false },
  };
  const { report, problems } = await check(paths, checkHost(), options);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return report.files;
}

async function diagnosed({ logs, conf }: Flags, lang: Locale): Promise<LogReport | undefined> {
  if (logs.length === 0) return undefined;
  const { report, problems } = await diagnoseLogs(logs, { conf });
  for (const { path, error } of problems) process.stderr.write(`${printable(`${path}: ${whyFailed(error)[lang]}`)}\n`);
  return report;
}
