import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Locale, Localized } from "../../base/localized.ts";
import { printable, printableLines } from "../../base/printable.ts";
import { maskSecrets } from "../../base/secrets.ts";
import { type NodeChoices, openQuestions, planOf } from "../../create/answers.ts";
import { type DraftedFiles, draft, nextSteps } from "../../create/draft.ts";
import { insertions, newFiles, type PlannedFile } from "../../create/files.ts";
import { hostsIn } from "../../create/hosts.ts";
import { BALANCERS, type ClusterPlan, isCloud, MANAGERS, MEMBERSHIPS, SENDINGS } from "../../create/plan.ts";
import type { Answers } from "../../create/questions.ts";
import { openToAll } from "../../create/secret.ts";
import { LINES } from "../../schema/lines.ts";
import { findFile } from "../cli-files.ts";
import { whyFailed } from "../file-error.ts";
import { editFile } from "../write/in-place.ts";
import { secretFiles } from "../write/secret.ts";
import { createFile } from "../write/whole.ts";
import { locale } from "./common.ts";
import { note } from "./help.ts";
import { agrees, askOpen } from "./prompts.ts";

/** In bytes: AES with 256 bits. */
const KEY_LENGTH = 32;
const secrets = secretFiles();

interface NewFlags {
  readonly tomcatVersion?: string;
  readonly nodes?: number;
  readonly host: readonly string[];
  readonly name: readonly string[];
  readonly httpPort: readonly number[];
  readonly shutdownPort: readonly number[];
  readonly receiverPort: readonly number[];
  readonly ajpPort: readonly number[];
  readonly membership?: string;
  readonly service?: string;
  readonly send?: string;
  readonly manager?: string;
  readonly encrypt?: boolean;
  readonly balancer?: string;
  readonly into: readonly string[];
  readonly distributable: readonly string[];
  readonly replace: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly lang?: string;
}

/** What it was asked that it cannot do. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Adds `new` to the program. */
export function addNew(program: Command): void {
  program
    .command("new")
    .description("write the files of a new cluster, or put one into Tomcats that are there")
    .argument("[dir]", "the folder that gets a folder for each node")
    .addOption(new Option("--tomcat-version <line>", "the Tomcat it is for").choices([...LINES]))
    .option("--nodes <count>", "how many nodes; several share the machine of a single --host", number)
    .option("--host <address>", "address of a node; once for each", several, [])
    .option("--name <name>", "name of a node, also its jvmRoute; once for each", several, [])
    .option("--http-port <port>", "once for each node", severalNumbers, [])
    .option("--shutdown-port <port>", "once for each node", severalNumbers, [])
    .option("--receiver-port <port>", "once for each node", severalNumbers, [])
    .option("--ajp-port <port>", "once for each node, for --balancer mod_jk", severalNumbers, [])
    .addOption(new Option("--membership <kind>", "how nodes find each other").choices([...MEMBERSHIPS]))
    .option("--service <name>", "the headless Service, for --membership dns")
    .addOption(new Option("--send <how>", "whether requests wait for the other nodes").choices([...SENDINGS]))
    .addOption(new Option("--manager <kind>", "sessions on all nodes, or on two").choices([...MANAGERS]))
    .option("--encrypt", "encrypt with a new random key")
    .option("--no-encrypt", "send in clear text")
    .addOption(
      new Option("--balancer <product>", "also write the file of a load balancer").choices(["none", ...BALANCERS]),
    )
    .option("--into <server.xml>", "put the cluster into this file; once for each node", several, [])
    .option("--distributable <web.xml>", "add <distributable/> to this file; may be repeated", several, [])
    .option("--replace", "take out a Cluster that is there", false)
    .option("--force", "overwrite files that are there", false)
    .option("--dry-run", "print what would be written", false)
    .addHelpText("after", note("What no flag says is asked for on a terminal."))
    .action((folder: string | undefined, flags: NewFlags) => run(folder, flags, locale(flags)));
}

async function run(folder: string | undefined, flags: NewFlags, locale: Locale): Promise<void> {
  const say = (en: string, ko: string) => (locale === "ko" ? ko : en);
  if (folder === undefined && flags.into.length === 0) {
    throw new UsageError(say("Name a folder, or files with --into.", "폴더나 --into 파일을 지정하십시오."));
  }
  const answers = await complete(answersOf(flags, say), locale, say);
  if (!answers) {
    process.exitCode = 2;
    return;
  }
  const made = planOf(answers, randomBytes(KEY_LENGTH).toString("hex"), choicesOf(flags));
  if ("problem" in made) throw new UsageError(made.problem[locale]);
  const planned = plannedFiles(made.plan, folder, flags, say);
  const drafted = await draft(planned, findFile);
  for (const { path, text } of drafted.problems) process.stderr.write(`${printable(`${path}: ${text[locale]}`)}\n`);
  if (drafted.problems.length > 0) {
    process.exitCode = 2;
    return;
  }
  if (flags.dryRun) {
    // What is there already may hold passwords of others, and a log keeps what is printed.
    for (const { path, text } of drafted.changes) {
      process.stdout.write(`==> ${printable(path)}\n${printableLines(maskSecrets(text))}\n`);
    }
    return;
  }
  if (!(flags.force || (await mayOverwrite(drafted, locale, say)))) {
    process.exitCode = 2;
    return;
  }
  await write(drafted, locale, say);
  process.stdout.write(`${nextSteps(planned, isCloud(made.plan))[locale]}\n`);
}

type Say = (en: string, ko: string) => string;

/** The flags as answers; what no flag says stays open. */
function answersOf(flags: NewFlags, say: Say): Answers {
  const { nodes, host } = flags;
  let hosts = host.flatMap(hostsIn);
  const [only] = hosts;
  if (nodes !== undefined && hosts.length === 1 && only !== undefined)
    hosts = Array.from({ length: nodes }, () => only);
  if (nodes !== undefined && hosts.length > 0 && hosts.length !== nodes) {
    throw new UsageError(
      say(`--nodes ${nodes}, but ${hosts.length} addresses.`, `--nodes는 ${nodes}인데 주소는 ${hosts.length}개입니다.`),
    );
  }
  const given: Readonly<Record<string, string | undefined>> = {
    tomcat: flags.tomcatVersion,
    membership: flags.membership,
    hosts: hosts.length > 0 ? hosts.join(", ") : undefined,
    service: flags.service,
    sending: flags.send,
    manager: flags.manager,
    encryption: flags.encrypt === undefined ? undefined : flags.encrypt ? "on" : "off",
    target: flags.into.length > 0 ? "existing" : undefined,
    // Asked on a terminal only: a script without the flag gets no load balancer.
    balancer: flags.balancer ?? (process.stdin.isTTY && process.stdout.isTTY ? undefined : "none"),
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]): [string, string][] => (value === undefined ? [] : [[id, value]])),
  );
}

function choicesOf({ name, httpPort, shutdownPort, receiverPort, ajpPort }: NewFlags): NodeChoices {
  return { names: name, ports: { http: httpPort, shutdown: shutdownPort, receiver: receiverPort, ajp: ajpPort } };
}

/** The flag that answers a question. */
const FLAGS: Readonly<Record<string, string>> = {
  tomcat: "--tomcat-version",
  hosts: "--host",
  sending: "--send",
  encryption: "--encrypt",
};

/** Asks what is open on a terminal; elsewhere says which flags are missing. */
async function complete(answers: Answers, locale: Locale, say: Say): Promise<Answers | undefined> {
  const open = openQuestions(answers);
  // A flag with a value that is wrong is not asked for again.
  for (const question of open) {
    const value = answers[question.id];
    const problem = value === undefined ? undefined : question.problem(value, answers);
    if (problem) throw new UsageError(problem[locale]);
  }
  if (open.length === 0) return answers;
  if (process.stdin.isTTY && process.stdout.isTTY) return askOpen(answers, locale);
  const missing = open.map(({ id }) => FLAGS[id] ?? `--${id}`).join(", ");
  throw new UsageError(say(`Not said: ${missing}.`, `지정하지 않은 항목: ${missing}`));
}

function plannedFiles(
  plan: ClusterPlan,
  folder: string | undefined,
  flags: NewFlags,
  say: Say,
): readonly PlannedFile[] {
  const { into, distributable, replace } = flags;
  if (into.length === 0) {
    const ofApplications = insertions(plan, { servers: [], applications: distributable, replace });
    const ofNodes = newFiles(plan).map((file) => ({ ...file, path: join(folder ?? "", file.path) }));
    return [...ofNodes, ...ofApplications];
  }
  if (!isCloud(plan) && into.length !== plan.nodes.length) {
    throw new UsageError(
      say(
        `${into.length} files with --into, but ${plan.nodes.length} nodes.`,
        `--into 파일은 ${into.length}개인데 노드는 ${plan.nodes.length}개입니다.`,
      ),
    );
  }
  return insertions(plan, { servers: into, applications: distributable, replace });
}

async function mayOverwrite({ changes }: DraftedFiles, locale: Locale, say: Say): Promise<boolean> {
  const there = changes.filter(({ overwrites }) => overwrites).map(({ path }) => path);
  if (there.length === 0) return true;
  const list = there.map((path) => `  ${printable(path)}\n`).join("");
  process.stderr.write(`${say("These files are there already:", "이미 있는 파일:")}\n${list}`);
  if (process.stdin.isTTY && process.stdout.isTTY) return agrees(say("Overwrite them?", "덮어쓰겠습니까?"), locale);
  process.stderr.write(
    `${say("Nothing was written. --force overwrites them.", "아무것도 쓰지 않았습니다. --force로 덮어쓸 수 있습니다.")}\n`,
  );
  return false;
}

/** Writes each file as a whole or not at all; one that was there keeps its owner and its rights. */
async function write({ changes, unchanged }: DraftedFiles, locale: Locale, say: Say): Promise<void> {
  for (const { path, text, before, secret } of changes) {
    const problem = before === undefined ? await create(path, text, secret) : await editFile(path, before, text);
    if (problem) throw new UsageError(`${path}: ${problem[locale]}`);
    process.stdout.write(
      `${before === undefined ? say("new    ", "생성") : say("changed", "변경")} ${printable(path)}\n`,
    );
    const open = secret ? openToAll(path, await secrets.rightsOf(path)) : undefined;
    if (open) process.stderr.write(`${printable(open[locale])}\n`);
  }
  for (const path of unchanged) process.stdout.write(`${say("same   ", "동일")} ${printable(path)}\n`);
}

async function create(path: string, text: string, secret: boolean): Promise<Localized | undefined> {
  if (secret) return secrets.create(path, text);
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    return whyFailed(error);
  }
  return createFile(path, text);
}

function several(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function number(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("A number.");
  return Number(value);
}

function severalNumbers(value: string, before: readonly number[]): readonly number[] {
  return [...before, number(value)];
}
