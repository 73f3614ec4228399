import { type Command, InvalidArgumentError, Option } from "commander";
import type { Locale } from "../../base/localized.ts";
import { printable, printableJson } from "../../base/printable.ts";
import { logsJunit } from "../../cli/logs-junit.ts";
import { logsJson, logsText, problemsIn } from "../../cli/logs-text.ts";
import { phrasesOf } from "../../logs/recognition/phrases.ts";
import type { Phrases } from "../../logs/recognition/recognise.ts";
import { whyFailed } from "../file-error.ts";
import { diagnoseLogs } from "../logs/diagnosis.ts";
import { readResources } from "../logs/resources.ts";
import { totalSize } from "../logs/sizes.ts";
import { startBusy } from "./busy.ts";
import { locale } from "./common.ts";
import { note } from "./help.ts";

interface Flags {
  readonly conf: readonly string[];
  readonly tomcat?: string;
  readonly format: string;
  readonly events: number;
  readonly lang?: string;
}

const SOME_EVENTS = 100;

/** Adds `logs`, which says what the logs of a cluster's nodes mean, together. */
export function addLogs(program: Command): void {
  program
    .command("logs")
    .description(
      "what Tomcat's logs say of a cluster: one timeline of its nodes, what is wrong, and the line that causes it",
    )
    .argument("<files...>", "logs of one node or of several, also rotated and gzipped ones; - is standard input")
    .option(
      "--conf <path>",
      "the nodes' configuration: files or folders",
      (path, before) => [...before, path],
      [] as readonly string[],
    )
    .option("--tomcat <folder>", "this Tomcat's own texts tell apart what its log layout leaves open")
    .addOption(new Option("--format <name>").choices(["pretty", "json", "junit"]).default("pretty"))
    .option("--events <count>", "events of the timeline to show, the last ones", count, SOME_EVENTS)
    .addHelpText("after", note("Exit code: 0 nothing wrong, 1 findings, 2 usage, or a file that cannot be read."))
    .action(run);
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("A whole number from 0 on is expected.");
  return Number(text);
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  const lang = locale(flags);
  const phrases = await phrasesIn(flags.tomcat, lang);
  const progress = await startProgress(files);
  const { report, problems } = await diagnoseLogs(files, {
    conf: flags.conf,
    phrases,
    onBytes: (bytes) => progress.add(bytes),
  });
  progress.stop();
  for (const { path, error } of problems) {
    process.stderr.write(`${printable(`${path}: ${whyFailed(error)[lang]}`)}\n`);
  }
  const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
  process.stdout.write(
    flags.format === "json"
      ? printableJson(logsJson(report, lang))
      : flags.format === "junit"
        ? logsJunit(report, lang)
        : logsText(report, { locale: lang, colour, events: flags.events }),
  );
  process.exitCode = problems.length > 0 ? 2 : problemsIn(report.findings).length > 0 ? 1 : 0;
}

async function phrasesIn(folder: string | undefined, lang: Locale): Promise<Phrases | undefined> {
  if (folder === undefined) return undefined;
  const resources = await readResources(folder);
  if (resources) return phrasesOf(resources);
  const text = { en: "no jars of Tomcat's clustering are here", ko: "Tomcat 클러스터링의 JAR가 없습니다" };
  process.stderr.write(`${printable(folder)}: ${text[lang]}\n`);
  return undefined;
}

/** A bar over the bytes of all files. */
async function startProgress(files: readonly string[]) {
  // One more, so that a share of nothing is a number too.
  const all = 1 + (await totalSize(files));
  const { show, stop } = await startBusy("{bar} {percentage}%");
  let read = 0;
  return {
    add(bytes: number) {
      read += bytes;
      show(read, all);
    },
    stop,
  };
}
