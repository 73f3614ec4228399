import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jdk, withFolder } from "../facts/run-java.ts";

/** A place in Tomcat's classes that writes a line of the log. */
export interface LogSite {
  /** As the stack trace has it: `org.apache.catalina.ha.tcp.SimpleTcpCluster`, with `$` in inner classes. */
  readonly class: string;
  /** `<init>` for a constructor, `lambda$run$0` for a lambda: what JULI prints. */
  readonly method: string;
  readonly level: Level;
  /** True where an exception is written below the line. */
  readonly thrown: boolean;
  /** The key of its text; undefined where the text is no resource, such as an exception's own. */
  readonly key: string | undefined;
  /** The class whose log it is: what log4j2 and logback print. */
  readonly logger: string;
}

/** As java.util.logging calls them; error and fatal are both SEVERE there. */
export type Level = "FINER" | "FINE" | "INFO" | "WARNING" | "SEVERE";

const LEVELS: Readonly<Record<string, Level>> = {
  trace: "FINER",
  debug: "FINE",
  info: "INFO",
  warn: "WARNING",
  error: "SEVERE",
  fatal: "SEVERE",
};

/** The jars that log of clusters, and those of what starts and stops around them. */
const JAR = /-(?:catalina-ha|tribes|catalina|coyote)-\d[\d.]*\.jar$/;
const CLUSTERING = /^org\/apache\/catalina\/(?:ha|tribes)\//;
/** Classes outside of ha and tribes that say what a cluster's log is read for. */
const AROUND: ReadonlySet<string> = new Set(
  [
    ...["core/StandardContext", "core/StandardEngine", "core/StandardServer", "core/StandardService"],
    ...[
      "core/StandardWrapperValve",
      "session/ManagerBase",
      "session/StandardSession",
      "session/PersistentManagerBase",
      "startup/Catalina",
    ],
    ...["startup/HostConfig", "util/LifecycleBase"],
  ]
    .map((name) => `org/apache/catalina/${name}.class`)
    .concat("org/apache/coyote/AbstractProtocol.class"),
);

/** The jars to read of all jars of a Tomcat. */
export function clusterJars(jars: readonly string[]): readonly string[] {
  return jars.filter((jar) => JAR.test(jar));
}

/** True for a class of ha or tribes: there every call of a log is listed. */
export function isClustering(name: string): boolean {
  return CLUSTERING.test(name.replaceAll(".", "/"));
}

/** Every call of a log in those classes of the jars that matter, in the order of their code. Needs a JDK. */
export function logSitesIn(jars: readonly string[]): readonly LogSite[] {
  return withFolder((folder) => {
    for (const jar of jars) execFileSync(jdk("jar"), ["--extract", "--file", jar], { cwd: folder });
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    const classes = files
      .filter((name) => name.endsWith(".class") && (CLUSTERING.test(name) || AROUND.has(name)))
      .map((name) => join(folder, name));
    const keys = new Set(
      files
        .filter((name) => name.endsWith("LocalStrings.properties"))
        .flatMap((name) => keysOf(readFileSync(join(folder, name), "utf8"))),
    );
    const code = execFileSync(jdk("javap"), ["-c", "-p", ...classes], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return [...sitesInCode(code, keys)];
  });
}

/** The keys of a resource file: names only, its sentences are left where they are. */
function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/^([\w.]+)\s*=/gm)].map(([, key = ""]) => key);
}

const CLASS = /^(?:[\w]+ )*(?:class|interface|enum) ([\w.$]+)/;
const METHOD = /^ {2}(?:[\w.$<>?,[\] ]+? )?([\w.$]+)\(.*\)(?: throws .*)?;$/;
const KEY = /\/\/ String ([\w.]+)$/;
const LOG =
  /InterfaceMethod org\/apache\/juli\/logging\/Log\.(\w+):\(Ljava\/lang\/Object;(Ljava\/lang\/Throwable;)?\)V/;
const FIELD = /\/\/ Field (?:([\w/$]+)\.)?(\w+):Lorg\/apache\/juli\/logging\/Log;/;
const STORE = /\bastore(?:_| +)(\d+)/;
const LOAD = /\baload(?:_| +)(\d+)/;

/** Reads what `javap -c` prints: which key was made a text last before each call of a log. */
function* sitesInCode(code: string, keys: ReadonlySet<string>): Generator<LogSite> {
  let [className, method, logger] = ["", "", ""];
  let named: string | undefined;
  let made: string | undefined;
  let loaded: string | undefined;
  let kept = new Map<string, string>();
  for (const line of code.split("\n")) {
    const head = CLASS.exec(line)?.[1];
    if (head !== undefined) className = head;
    const name = /^ {2}static \{\};$/.test(line) ? "<clinit>" : METHOD.exec(line)?.[1];
    if (name !== undefined) {
      method = name === className ? "<init>" : name;
      [named, made, loaded, logger] = [undefined, undefined, undefined, className.replace(/\$.*/, "")];
      kept = new Map();
      continue;
    }
    const field = FIELD.exec(line);
    if (field) logger = field[1]?.replaceAll("/", ".") ?? className;
    const key = KEY.exec(line)?.[1];
    if (key !== undefined && keys.has(key)) named = key;
    if (line.includes("StringManager.getString:")) [made, named] = [named, undefined];
    const store = STORE.exec(line)?.[1];
    if (store !== undefined && made !== undefined) {
      kept.set(store, made);
      made = undefined;
    }
    const load = LOAD.exec(line)?.[1];
    if (load !== undefined) loaded = kept.get(load) ?? loaded;
    const [, call = "", thrown] = LOG.exec(line) ?? [];
    const level = LEVELS[call];
    if (level !== undefined) {
      yield { class: className, method, level, thrown: thrown !== undefined, key: made ?? loaded, logger };
      [made, loaded] = [undefined, undefined];
    }
    if (/\b(?:athrow|return|areturn|ireturn|lreturn|pop)\b/.test(line)) [made, loaded] = [undefined, undefined];
  }
}
