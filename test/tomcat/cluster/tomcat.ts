import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { RealTomcat } from "../tomcats.ts";
import type { Place } from "./network.ts";

/** The compiler of Jasper. */
const COMPILER = "/usr/share/java/eclipse-jdt-core.jar";

/** What Tomcat ships as conf/web.xml, without what the test page does not need. */
export const DEFAULTS = `<web-app>
  <servlet>
    <servlet-name>default</servlet-name>
    <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
    <load-on-startup>1</load-on-startup>
  </servlet>
  <servlet>
    <servlet-name>jsp</servlet-name>
    <servlet-class>org.apache.jasper.servlet.JspServlet</servlet-class>
    <load-on-startup>3</load-on-startup>
  </servlet>
  <servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
  <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern></servlet-mapping>
  <welcome-file-list><welcome-file>index.jsp</welcome-file></welcome-file-list>
</web-app>
`;

/** The class path holds Tomcat's own libraries only: looking for tags in them takes a third of a start. */
const CONTEXT = `<Context><JarScanner scanClassPath="false"/></Context>`;

/** How long anything may take before a test fails, in milliseconds: far more than it does. */
const PATIENCE = 90_000;

const JAVA = [
  // Quick to start, small to run.
  ...["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Duser.language=en"],
  // One line each: level, logger, text.
  "-Djava.util.logging.SimpleFormatter.format=%4$s %3$s %5$s%6$s%n",
];

/** Where Tomcat says that it has started, or cannot, whatever its language: SimpleFormatter ends the line there. */
const STARTED = /org\.apache\.catalina\.startup\.Catalina[ .]start\s/;

/** Lines of a log that tell of the machine the test runs on, and not of the configuration. */
const OF_THE_MACHINE = /SecureRandom|JreMemoryLeakPreventionListener|APR based Apache Tomcat Native library/;

/** What is around a Tomcat besides its files. */
export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Java. */
  readonly options?: readonly string[];
}

export interface Start extends Surroundings {
  readonly real: RealTomcat;
  readonly place: Place;
  /** CATALINA_BASE. */
  readonly base: string;
}

/** Writes the files of a Tomcat, and what every Tomcat has besides. */
export function writeBase(base: string, files: ReadonlyMap<string, string>): void {
  const ofEvery = [
    ["conf/web.xml", DEFAULTS],
    ["conf/context.xml", CONTEXT],
    ["lib/.keep", ""],
    ["temp/.keep", ""],
  ] as const;
  for (const [path, text] of new Map([...ofEvery, ...files])) {
    const target = join(base, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** One Tomcat in a process of its own. */
export class Tomcat {
  readonly address: string;
  readonly #child: ChildProcess;
  #log = "";

  constructor({ real, place, base, environment = {}, options = [] }: Start) {
    this.address = place.address;
    const classPath = [...real.jars, COMPILER].join(":");
    const folders = [`-Dcatalina.base=${base}`, `-Dcatalina.home=${base}`, `-Djava.io.tmpdir=${join(base, "temp")}`];
    const script = `[ ! -f "$0" ] || . "$0"; exec java "$@" $CATALINA_OPTS -cp "$CLASSES" org.apache.catalina.startup.Bootstrap start`;
    const words = ["sh", "-c", script, join(base, "bin/setenv.sh"), ...JAVA, ...folders, ...options];
    // Ends with this process, however that ends.
    const [command = "", ...rest] = ["setpriv", "--pdeathsig", "KILL", ...place.enter, ...words];
    this.#child = spawn(command, rest, {
      env: { ...process.env, ...environment, CLASSES: classPath },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        this.#log += data.toString();
      });
    }
  }

  get log(): string {
    return this.#log;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it warns of. */
  get warnings(): readonly string[] {
    return this.#log.split("\n").filter((each) => /^(WARNING|SEVERE) /.test(each) && !OF_THE_MACHINE.test(each));
  }

  /** Milliseconds until the log says something; throws with the log when the process ends first, or never says it. */
  async says(pattern: RegExp, patience = PATIENCE): Promise<number> {
    const begin = performance.now();
    await until(() => pattern.test(this.#log) || !this.running, patience);
    if (!pattern.test(this.#log)) {
      throw new Error(`${this.address} never said ${pattern}${this.running ? "" : " and ended"}:\n${this.#log}`);
    }
    return performance.now() - begin;
  }

  started(): Promise<number> {
    return this.says(/Server startup in/);
  }

  /** Waits until it has started, in a log of any language: its class says so last. */
  answers(): Promise<number> {
    return this.says(STARTED);
  }

  /** Waits until the process has ended by itself, or says that it does not start. */
  async ended(): Promise<void> {
    await until(() => !this.running || STARTED.test(this.#log), PATIENCE);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  /** Ends it in order, as `catalina.sh stop` does. */
  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    await until(() => !this.running, PATIENCE);
  }

  /** Lets the process stand still (SIGSTOP) and go on (SIGCONT). */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#child.kill(signal);
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await until(() => !this.running, PATIENCE);
  }
}

/** Waits, in short steps, until something is true; gives up after `patience` milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Asks for a page, and prints the cookies it sets and then the page. It runs where the nodes are, so it is a program. */
const REQUEST = `
const [url, cookie, body] = process.argv.slice(1);
const headers = { ...(cookie && { cookie }), ...(body && { "content-type": "application/x-www-form-urlencoded" }) };
const request = require("http").request(url, { method: body ? "POST" : "GET", headers, timeout: 30_000 }, (answer) => {
  for (const each of answer.headers["set-cookie"] ?? []) console.log(each);
  answer.pipe(process.stdout);
});
request.on("timeout", () => request.destroy(new Error("no answer")));
request.end(body);`;

/** A browser with one session. */
export class Browser {
  readonly #place: Place;
  #cookie = "";

  constructor(place: Place) {
    this.#place = place;
  }

  /** The session's id without the route behind it. */
  get session(): string | undefined {
    return /JSESSIONID=([0-9A-F]+)/.exec(this.#cookie)?.[1];
  }

  /** The page with what the session holds; adds an entry where one is given. A session the node does not know is kept. */
  async visit(address: string, entry?: string, port = 8080): Promise<string> {
    const body = entry === undefined ? "" : `entry=${entry}`;
    const words = [process.execPath, "-e", REQUEST, `http://${address}:${port}/`, this.#cookie, body];
    const [command = "", ...rest] = [...this.#place.enter, ...words];
    const { stdout } = await promisify(execFile)(command, rest);
    const set = /^JSESSIONID=[^;\s]+/m.exec(stdout)?.[0];
    if (set && (this.#cookie === "" || set.includes(this.session ?? "?"))) this.#cookie = set;
    return stdout;
  }
}
