import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Place } from "./network.ts";
import { type Surroundings, until } from "./tomcat.ts";

const API_PORT = 8001;
/** The name of the headless Service in the wizard's files. */
const SERVICE = "tomcat";
/** Any certificates: the API below speaks plain HTTP, but the provider opens the file. */
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/**
 * Members are asked for every few seconds, and a pod runs before its Tomcat listens: what is met in between is met by
 * another way first, and Tomcat says so.
 */
export const MET_BEFORE_LISTED = /Member added, even though we weren't notified|Notified member is not registered/;

/** Answers every request with the text of a file. */
const API = `require("http").createServer((_, answer) => answer.end(require("fs").readFileSync(process.argv[1])))
  .listen(${API_PORT}, process.argv[2], () => console.log("ready"))`;

/** As much of Kubernetes as two pods see of it: its list of pods, its DNS, a name and an address for each. */
export class Pods {
  readonly #folder: string;
  readonly #places: readonly [Place, Place];
  readonly #api: ChildProcess;
  #ready = false;

  constructor(folder: string, places: readonly [Place, Place]) {
    this.#folder = folder;
    this.#places = places;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "token"), "a token");
    this.show([false, false]);
    const [place] = places;
    const node = [process.execPath, "-e", API, join(folder, "pods.json"), place.address];
    const [command = "", ...words] = ["setpriv", "--pdeathsig", "KILL", ...place.enter, ...node];
    this.#api = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"] });
    this.#api.stdout?.on("data", () => {
      this.#ready = true;
    });
  }

  /** Which of the two are there. */
  readonly show = (there: readonly boolean[]): void => {
    const running = this.#places.filter((_, index) => there[index]);
    const items = running.map(({ address }) => ({
      kind: "Pod",
      metadata: { name: address, uid: address, creationTimestamp: "2026-01-01T00:00:00Z" },
      status: { phase: "Running", podIP: address },
    }));
    writeFileSync(join(this.#folder, "pods.json"), JSON.stringify({ items }));
    // A pod's own name leads to its own address.
    this.#places.forEach(({ address }, index) => {
      const names = [`127.0.0.1 localhost`, `${address} ${hostname()}`];
      names.push(...running.map((place) => `${place.address} ${SERVICE}`));
      writeFileSync(join(this.#folder, `hosts${index}`), `${names.join("\n")}\n`);
    });
  };

  readonly around = (index: 0 | 1): Surroundings => ({
    environment: {
      HOSTNAME: `tomcat-${index}`,
      KUBERNETES_NAMESPACE: "shop",
      KUBERNETES_MASTER_PROTOCOL: "http",
      KUBERNETES_SERVICE_HOST: this.#places[0].address,
      KUBERNETES_SERVICE_PORT: `${API_PORT}`,
      SA_TOKEN_FILE: join(this.#folder, "token"),
      ...(existsSync(CERTIFICATES) ? { KUBERNETES_CA_CERTIFICATE_FILE: CERTIFICATES } : {}),
    },
    // Java keeps an answer of DNS for 30 seconds; the test has less patience.
    options: [`-Djdk.net.hosts.file=${join(this.#folder, `hosts${index}`)}`, "-Dsun.net.inetaddr.ttl=1"],
  });

  async ready(): Promise<void> {
    if (!(await until(() => this.#ready, 10_000))) throw new Error("the list of pods cannot be served");
  }

  end(): void {
    this.#api.kill("SIGKILL");
  }
}
