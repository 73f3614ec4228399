import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MigratedFile } from "../../../server/src/migrate/model.ts";
import { planMigration } from "../../../server/src/migrate/plan.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import type { AttributeFacts, TomcatVersion } from "../../../server/src/schema/model.ts";
import { memoryFiles } from "../../../server/src/workspace/memory-files.ts";
import { workspaceOf } from "../../harness/workspace.ts";
import type { Live } from "../live.ts";
import { askTomcat } from "../oracle/oracle.ts";
import type { RealTomcat } from "../tomcats.ts";

/** What a real Tomcat made of one configuration. */
export interface Run {
  readonly parsed: boolean;
  readonly exception?: unknown;
  readonly start?: { readonly ok: boolean; readonly exception?: unknown };
  readonly logs?: readonly { readonly phase?: string; readonly level: string; readonly msg?: string }[];
  readonly objects?: Live;
}

/** Says what it minds of a configuration: that it does not start, and each warning. Empty where there is nothing. */
export function mindedBy({ parsed, exception, start, logs = [] }: Run): readonly string[] {
  const loud = logs
    .filter(({ level, phase }) => level !== "INFO" && phase !== "stop" && phase !== "inspect")
    .map(({ level, msg }) => `${level} ${msg}`)
    .filter((each) => !OF_THE_MACHINE.test(each));
  if (!parsed) return [`not read: ${JSON.stringify(exception)}`, ...loud];
  return start?.ok ? loud : [`not started: ${JSON.stringify(start)}`, ...loud];
}

/** What tells of this machine and of the base that all of them share, and not of a configuration. */
const OF_THE_MACHINE = /Failed to scan|SecureRandom|APR based Apache Tomcat Native library|tomcat-native/;

/** Every setting that is documented for one of the lines and not deprecated there, by class: what the objects are asked for. */
export function settingsOf(versions: readonly TomcatVersion[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { line } of versions) {
    const catalog = catalogOf(line);
    const note = (className: string, facts: Iterable<AttributeFacts> = []) => {
      const known = found.get(className) ?? new Set();
      for (const { name, documented, deprecated } of facts) if (documented && !deprecated) known.add(name);
      found.set(className, known);
    };
    for (const className of catalog.classNames) note(className, catalog.classNamed(className)?.attributes.values());
    for (const protocol of ["HTTP/1.1", "AJP/1.3"]) {
      note(CONNECTOR, catalog.connectorAttributes(protocol)?.values());
    }
  }
  found.get(CONNECTOR)?.add("protocol");
  return found;
}

/** True for what is a setting of this object: not all protocols have those of another. */
export function isSettingOf({ class: className, attributes }: Live, name: string, line: Line): boolean {
  if (className !== CONNECTOR) return true;
  // Minus one is the answer of a Connector that has no threads of its own.
  if (attributes[name] === -1 && /^(?:maxQueueSize|threadsMaxIdleTime)$/.test(name)) return false;
  const facts = catalogOf(line).connectorAttributes(`${attributes["protocol"]}`)?.get(name);
  return name === "protocol" || (facts?.documented === true && !facts.deprecated);
}

const CONNECTOR = "org.apache.catalina.connector.Connector";

/** The places of the texts that a real Tomcat reads without a word. */
export function readable(tomcat: RealTomcat, texts: readonly string[], folder: string): ReadonlySet<number> {
  const runs = askTomcat<Run>(tomcat, "--parse", "--no-tree", `@${written(texts, folder)}`);
  const isSilent = ({ parsed, logs = [] }: Run) => parsed && logs.length === 0;
  return new Set(runs.flatMap((run, index) => (isSilent(run) ? [index] : [])));
}

/** Writes a file for each text, and one that lists them. */
function written(texts: readonly string[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, "list");
  const paths = texts.map((text, index) => {
    const path = join(folder, `${index}.xml`);
    writeFileSync(path, text);
    return path;
  });
  writeFileSync(list, `${paths.join("\n")}\n`);
  return list;
}

/** Lets a real Tomcat start with each of these texts; `folder` takes the files. */
export function startAll(
  tomcat: RealTomcat,
  texts: readonly string[],
  settings: ReadonlyMap<string, ReadonlySet<string>>,
  folder: string,
): readonly Run[] {
  if (texts.length === 0) return [];
  const list = written(texts, folder);
  const names = join(folder, "attributes");
  writeFileSync(names, [...settings].map(([className, all]) => [className, ...all].join(" ")).join("\n"));
  return askTomcat<Run>(tomcat, "--start", "--no-tree", "--timeout=20", `--attributes=${names}`, `@${list}`);
}

/** The plan for one file that stands alone: a server.xml where nothing else is said. */
export async function moved(
  text: string,
  from: TomcatVersion,
  to: TomcatVersion,
  { keepDefaults = false, path = "conf/server.xml" } = {},
): Promise<MigratedFile> {
  const files = new Map([[path, text]]);
  const {
    files: [file],
  } = await planMigration({
    workspace: workspaceOf(files, `${from.release ?? from.line}`),
    files: memoryFiles(files),
    paths: [...files.keys()],
    to,
    keepDefaults,
    rules,
    onRuleError: (rule, error) => {
      throw new Error(`${rule.id}: ${String(error)}`);
    },
  });
  if (!file) throw new Error("not taken for a file of Tomcat's");
  return file;
}
