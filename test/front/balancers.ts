import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../tomcat/cluster/network.ts";
import { until } from "../tomcat/cluster/tomcat.ts";

/** Where a balancer of a test takes requests. */
export const FRONT_PORT = 8088;

/** What each haproxy.cfg begins with, up to the lines of its frontend. */
export const HAPROXY_HEAD = `defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend web
`;

/** How long a balancer may take to listen, in milliseconds. */
const PATIENCE = 20_000;

const MODULES = "/usr/lib/apache2/modules";
const WITH_MODULES = [
  ...[
    "mpm_event",
    "authz_core",
    "headers",
    "env",
    "proxy",
    "proxy_http",
    "proxy_ajp",
    "proxy_balancer",
    "proxy_hcheck",
  ],
  ...["slotmem_shm", "lbmethod_byrequests", "ssl", "jk"],
];

/** Why no balancer can be tried here; false where all can. */
export const missingFront: string | false = [
  "/usr/sbin/apache2",
  `${MODULES}/mod_jk.so`,
  "/usr/sbin/nginx",
  "/usr/sbin/haproxy",
].every((path) => existsSync(path))
  ? false
  : "balancers: needs apache2, libapache2-mod-jk, nginx and haproxy";

/** A balancer's files: the one that is under test, and what its product needs around it. */
export type Front =
  /** A part of httpd.conf, as it stands in a virtual host. */
  | { readonly product: "httpd"; readonly text: string }
  /** A workers.properties, with what stands in a virtual host; without that its balancer is called `balancer`. */
  | { readonly product: "mod_jk"; readonly text: string; readonly mounts?: string }
  /** What stands in the block `http`. */
  | { readonly product: "nginx"; readonly text: string }
  | { readonly product: "haproxy"; readonly text: string };

function httpdConf(folder: string, text: string): string {
  return `ServerRoot ${folder}
ServerName localhost
DefaultRuntimeDir ${folder}
PidFile ${folder}/httpd.pid
ErrorLog ${folder}/error.log
User www-data
Group www-data
Listen ${FRONT_PORT}
${WITH_MODULES.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join("\n")}
JkShmFile ${folder}/jk.shm
JkLogFile ${folder}/jk.log
${text}`;
}

/** The files of a front, and the command that runs it. */
function commandFor(front: Front, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  switch (front.product) {
    case "httpd": {
      const conf = file("httpd.conf", httpdConf(folder, front.text));
      return ["apache2", "-DFOREGROUND", "-f", conf];
    }
    case "mod_jk": {
      const workers = file("workers.properties", front.text);
      const conf = file(
        "httpd.conf",
        httpdConf(folder, `JkWorkersFile ${workers}\n${front.mounts ?? "JkMount /* balancer\n"}`),
      );
      return ["apache2", "-DFOREGROUND", "-f", conf];
    }
    case "nginx": {
      const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
      const temp = places.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
      const conf = file(
        "nginx.conf",
        `pid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temp}\n${front.text}}\n`,
      );
      return ["nginx", "-c", conf, "-g", "daemon off;"];
    }
    case "haproxy": {
      const conf = file("haproxy.cfg", front.text);
      return ["haproxy", "-db", "-f", conf];
    }
  }
}

/** A balancer in a process of its own. */
export class RunningFront {
  readonly #child: ChildProcess;
  #log = "";

  constructor(front: Front, folder: string, { enter }: Place) {
    const [command = "", ...words] = ["setpriv", "--pdeathsig", "KILL", ...enter, ...commandFor(front, folder)];
    this.#child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        this.#log += data.toString();
      });
    }
  }

  /** Resolves when it takes connections; throws with what it said where it never does. */
  async listens(place: Place): Promise<void> {
    const probe = `require("net").connect(${FRONT_PORT}, "127.0.0.1").on("connect", () => process.exit(0)).on("error", () => process.exit(1))`;
    const [command = "", ...words] = [...place.enter, process.execPath, "-e", probe];
    const there = await until(() => spawnSync(command, words).status === 0 || !this.#running, PATIENCE);
    if (!there || !this.#running) throw new Error(`the balancer does not listen:\n${this.#log}`);
  }

  get #running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends it and its children: a balancer that is told to end does that itself. */
  async end(): Promise<void> {
    this.#child.kill("SIGTERM");
    await until(() => !this.#running, PATIENCE);
    if (this.#running) this.#child.kill("SIGKILL");
  }
}
