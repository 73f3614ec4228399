import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { peakMemory, round, table } from "./measure.ts";

const SMALL = 100_000_000;
const LARGE = 1_000_000_000;
const PART = 1 << 20;
const STAMP = /^\d{2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}:\d{2}\.\d{3}/;
/** The longest pause between two entries that is kept, in milliseconds: the sample has the lives of several Tomcats. */
const LONGEST_PAUSE = 5000;

const sample = (name: string) => readFileSync(new URL(`logs/${name}.out`, import.meta.url), "latin1").split(/(?<=\n)/);
/** What real Tomcats of clusters wrote: starts, members, sessions, faults with their stack traces, stops. */
const CLUSTER = sample("cluster");
/** What a real Tomcat wrote of requests, some of which fail. */
const REQUESTS = sample("requests");
/** Between two lives of a cluster. */
const TIMES_REQUESTS = 100;

/** Lines over and over, with times that go on, until the file has about this many bytes. */
function writeLog(path: string, size: number, sample: readonly string[]): void {
  const lines = sample.map((line) => ({ line, time: STAMP.test(line) ? timeOf(line) : undefined }));
  const file = openSync(path, "w");
  let [written, text] = [0, ""];
  let [now, before] = [Date.UTC(2026, 0, 1), Number.POSITIVE_INFINITY];
  let [second, prefix] = [0, ""];
  const flush = () => {
    writeSync(file, text, null, "latin1");
    written += text.length;
    text = "";
  };
  while (written < size) {
    for (const { line, time } of lines) {
      if (text.length > PART) flush();
      if (time === undefined) {
        text += line;
        continue;
      }
      now += Math.min(LONGEST_PAUSE, Math.max(0, time - before));
      before = time;
      if (Math.floor(now / 1000) !== second) {
        second = Math.floor(now / 1000);
        prefix = stampOf(second * 1000);
      }
      text += `${prefix}${`${now % 1000}`.padStart(3, "0")}${line.slice(24)}`;
    }
  }
  flush();
  closeSync(file);
}

function timeOf(line: string): number {
  return Date.parse(`${line.slice(0, 2)} ${line.slice(3, 6)} ${line.slice(7, 24)}Z`);
}

/** As OneLineFormatter writes it, up to the milliseconds. */
function stampOf(time: number): string {
  const [, day = "", month = "", year = "", clock = ""] =
    /(\d{2}) (\w{3}) (\d{4}) (\S+)/.exec(new Date(time).toUTCString()) ?? [];
  return `${day}-${month}-${year} ${clock}.`;
}

/** Reads a file in parts and looks for headers: the least that any reader of logs does. */
const PLAIN = `
const header = ${STAMP};
let [rest, entries] = ["", 0];
require("fs").createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).on("data", (part) => {
  const text = rest + part.toString("latin1");
  let at = 0;
  for (let end = text.indexOf("\\n"); end >= 0; end = text.indexOf("\\n", at)) {
    if (header.test(text.slice(at, end))) entries++;
    at = end + 1;
  }
  rest = text.slice(at);
}).on("end", () => console.log(entries));`;

/** lnav reads OneLineFormatter's lines by this, with level and class. */
const FORMAT = {
  $schema: "https://lnav.org/schemas/format-v1.schema.json",
  catalina_log: {
    title: "Tomcat",
    description: "OneLineFormatter of Apache Tomcat",
    regex: {
      std: {
        pattern:
          "^(?<timestamp>\\d{2}-[A-Z][a-z]{2}-\\d{4} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}) (?<level>[A-Z]+) \\[(?<thread>.+?)\\] (?<class>[\\w.$]+) (?<body>.*)$",
      },
    },
    "timestamp-format": ["%d-%b-%Y %H:%M:%S.%L"],
    "level-field": "level",
    level: { error: "SEVERE", warning: "WARNING", info: "INFO", debug: "FINE" },
    value: { thread: { kind: "string" }, class: { kind: "string", identifier: true } },
    sample: [{ line: "01-Jan-2026 09:12:33.123 INFO [main] org.apache.catalina.startup.Catalina.start Up" }],
  },
};

interface Cost {
  readonly seconds: number;
  /** The most it had resident, in MB. */
  readonly memory: number | undefined;
}

/** What a program costs; undefined where it is not installed. */
async function costOf(program: string, words: readonly string[]): Promise<Cost | undefined> {
  const begin = performance.now();
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  let memory: number | undefined;
  const look = () => {
    memory = peakMemory(child.pid) ?? memory;
  };
  const watch = setInterval(look, 20);
  const ran = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", () => resolve(true));
  });
  clearInterval(watch);
  return ran ? { seconds: (performance.now() - begin) / 1000, memory } : undefined;
}

/**
 * `npm run bench -- --logs`: what a large log costs, beside lnav, which indexes it and prints what is a warning or
 * worse, and beside a reader that looks for headers only.
 */
export async function costOfLogs(cli: string, folder: string): Promise<string> {
  const formats = join(folder, "lnav", "formats", "catalina");
  mkdirSync(formats, { recursive: true });
  writeFileSync(join(formats, "catalina.json"), JSON.stringify(FORMAT));
  const rows: string[][] = [];
  const node = [...Array.from({ length: TIMES_REQUESTS }, () => REQUESTS).flat(), ...CLUSTER];
  for (const [what, size, lines] of [
    ["a node's", SMALL, node],
    ["a node's", LARGE, node],
    ["of the cluster only", SMALL, CLUSTER],
  ] as const) {
    const path = join(folder, "catalina.out");
    writeLog(path, size, lines);
    const megabytes = statSync(path).size / 1e6;
    const row = (name: string, cost: Cost | undefined) =>
      rows.push([
        `${round(megabytes)}, ${what}`,
        name,
        ...(cost
          ? [round(cost.seconds), round(megabytes / cost.seconds), round(cost.memory)]
          : ["not installed", "–", "–"]),
      ]);
    row("tomcat-cluster logs", await costOf(process.execPath, [cli, "logs", path, "--events", "0"]));
    const lnav = ["-I", join(folder, "lnav"), "-n", "-c", ":set-min-log-level warning", path];
    row("lnav", await costOf("lnav", lnav));
    row("headers only", await costOf(process.execPath, ["-e", PLAIN, path]));
  }
  return table(["MB of log", "reader", "s", "MB/s", "MB of memory"], rows);
}
