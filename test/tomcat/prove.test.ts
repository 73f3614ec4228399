import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { FRONT_PORT, missingFront, RunningFront } from "../front/balancers.ts";
import { PROGRAM } from "../harness/shell.ts";
import { loggingOptions } from "./cluster/logged.ts";
import { makeNetwork, type Network } from "./cluster/network.ts";
import { edited, PROOFS, type ProofScene } from "./cluster/proofs.ts";
import { filesOf } from "./cluster/scenes/scene.ts";
import { Tomcat, until, writeBase } from "./cluster/tomcat.ts";
import { ALL, describeOn, missingTomcat, type RealTomcat, started } from "./tomcats.ts";

const ONLY = new RegExp(process.env["ONLY"] ?? "");
/** How often a healthy cluster is to pass: a single false "failed" among many is what is looked for. */
const HEALTHY_RUNS = Number(process.env["HEALTHY_RUNS"] ?? 1);
const NO_NETWORK = "needs ip and the right to make network namespaces";
const PATIENCE = 90_000;
const folder = mkdtempSync(join(tmpdir(), "tomcat-prove-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const isTurn = (scene: number, tomcat: number) => ALL || scene % started.length === tomcat;

/** What `prove --format json` says; only what is looked at here. */
interface Proof {
  readonly outcome: string;
  readonly links: readonly { readonly seen: number; readonly tried: number; readonly took: object | null }[];
  readonly verdicts: readonly { readonly id: string; readonly level: string }[];
  readonly causes: readonly { readonly id: string; readonly place: string }[];
  readonly sessionsLeft: number;
  readonly failover: { readonly state: string } | null;
}

/** Two Tomcats of a scene, with httpd in front where it stands there. */
class Cluster {
  readonly network: Network;
  readonly #tomcat: RealTomcat;
  readonly #scene: ProofScene;
  readonly #home: string;
  readonly tomcats: Tomcat[] = [];
  #front: RunningFront | undefined;

  constructor(network: Network, tomcat: RealTomcat, scene: ProofScene) {
    this.network = network;
    this.#tomcat = tomcat;
    this.#scene = scene;
    this.#home = mkdtempSync(join(folder, "cluster-"));
  }

  base(index: 0 | 1): string {
    return join(this.#home, `node${index + 1}`);
  }

  async start(index: 0 | 1): Promise<Tomcat> {
    const place = this.network.places[index];
    const parts = this.#scene.node?.(index, this.#tomcat) ?? {};
    const files = new Map(
      filesOf({ line: this.#tomcat.line, place, index, layout: "org.apache.juli.OneLineFormatter" }, parts),
    );
    files.set("conf/server.xml", edited(this.#scene, files.get("conf/server.xml") ?? "", index));
    const base = this.base(index);
    writeBase(base, files);
    const options = [...loggingOptions(base, "en"), ...(parts.options ?? [])];
    const tomcat = new Tomcat({ real: this.#tomcat, place, base, options });
    this.tomcats[index] = tomcat;
    await tomcat.answers();
    return tomcat;
  }

  async startAll(): Promise<void> {
    this.#scene.before?.(this.network);
    await this.start(0);
    await this.start(1);
    if (this.#scene.outcome === "passed") {
      await Promise.all(this.tomcats.map((each) => each.says(/Replication member added/)));
    }
    if (!this.#scene.balanced) return;
    const members = this.network.places.map(
      ({ address }, index) => `BalancerMember http://${address}:8080 route=node${index + 1} retry=1`,
    );
    const text = `<Proxy balancer://cluster>\n${members.join("\n")}\nProxySet stickysession=JSESSIONID\n</Proxy>\nProxyPass / balancer://cluster/\n`;
    const [, place] = this.network.places;
    this.#front = new RunningFront({ product: "httpd", text }, join(this.#home, "front"), place);
    await this.#front.listens(place);
  }

  /** Begins a proof; it runs on the first machine. */
  prove(...more: readonly string[]): ChildProcess {
    const addresses = this.network.places.map(({ address }) => address);
    const urls = this.#scene.urls?.(addresses) ?? addresses.map((address) => `http://${address}:8080/`);
    const balancer = this.#scene.balanced ? ["--balancer", `http://${addresses[1]}:${FRONT_PORT}/`] : [];
    const [command = "", ...words] = this.network.places[0].enter;
    const program = [process.execPath, PROGRAM, "prove", ...urls, ...balancer, ...more];
    return spawn(command, [...words, ...program], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LANG: "C" },
    });
  }

  /** Where the logs of the nodes are, as they are now. */
  logs(): readonly string[] {
    return this.tomcats.map(({ log }, index) => {
      const path = join(this.#home, `node${index + 1}/logs/catalina.out`);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, log);
      return path;
    });
  }

  async end(): Promise<void> {
    await this.#front?.end();
    await Promise.all(this.tomcats.map((each) => each.kill()));
    this.network.remove();
  }
}

async function outputOf(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (data) => (stdout += data));
  child.stderr?.on("data", (data) => (stderr += data));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

describe("prove", { concurrency: 2 }, () => {
  for (const [turn, tomcat] of started.entries()) {
    describeOn(tomcat, `nodes of a real Tomcat ${tomcat.release}`, { concurrency: 1, skip: missingTomcat }, (check) => {
      for (const [index, scene] of PROOFS.entries()) {
        if (!isTurn(index, turn) || !ONLY.test(`${tomcat.release} ${scene.name}`)) continue;
        check(scene.name, async (context) => {
          const network = scene.balanced && missingFront ? undefined : makeNetwork();
          if (!network) {
            context.skip(NO_NETWORK);
            return;
          }
          const cluster = new Cluster(network, tomcat, scene);
          try {
            await cluster.startAll();
            // Nodes that never met say so by then; what a log tells is read at the end.
            if (scene.cause) await new Promise((resolve) => setTimeout(resolve, 4000));
            const conf = ([0, 1] as const).flatMap((node) => ["--conf", cluster.base(node)]);
            for (let time = 0; time < (scene.outcome === "passed" ? HEALTHY_RUNS : 1); time++) {
              const logs = cluster.logs().flatMap((path) => ["--logs", path]);
              const words = ["--format", "json", "--no-failover", "--patience", "4", ...conf, ...logs];
              const proving = outputOf(cluster.prove(...words));
              // What the nodes say meanwhile is read at the end.
              const writing = setInterval(() => cluster.logs(), 500);
              const { code, stdout, stderr } = await proving.finally(() => clearInterval(writing));
              const shown = `${stdout}${stderr}\n${cluster.tomcats.map(({ log }) => log).join("\n---\n")}`;
              const proof: Proof = JSON.parse(stdout);
              assert.equal(proof.outcome, scene.outcome, shown);
              assert.equal(code, { passed: 0, partly: 1, failed: 1, unknown: 2 }[scene.outcome], shown);
              assert.ok(
                proof.verdicts.some(({ id }) => id === scene.verdict),
                shown,
              );
              assert.equal(proof.sessionsLeft, 0, shown);
              if (scene.cause)
                assert.ok(
                  proof.causes.slice(0, 3).some(({ id }) => id === scene.cause),
                  shown,
                );
              assert.doesNotMatch(`${stdout}${stderr}`, /[0-9A-F]{32}/, "a session's id");
            }
          } finally {
            await cluster.end();
          }
        });
      }

      const title = "a session goes through a failover that the user makes";
      const healthy = PROOFS.find(
        ({ balanced, outcome }) => outcome === "passed" && (balanced ?? false) === !missingFront,
      );
      if (!healthy || !isTurn(0, turn) || !ONLY.test(`${tomcat.release} ${title}`)) return;
      check(title, async (context) => {
        const network = makeNetwork();
        if (!network) {
          context.skip(NO_NETWORK);
          return;
        }
        const cluster = new Cluster(network, tomcat, healthy);
        try {
          await cluster.startAll();
          const child = cluster.prove("--format", "json", "--failover", "--rounds", "5");
          const result = outputOf(child);
          let asked = "";
          child.stderr?.on("data", (data) => (asked += data));
          assert.ok(await until(() => /^Stop /m.test(asked), PATIENCE), asked);
          const [first] = cluster.tomcats;
          await first?.kill();
          assert.ok(await until(() => /^Start /m.test(asked), PATIENCE), asked);
          await cluster.start(0);
          const { code, stdout } = await result;
          const proof: Proof = JSON.parse(stdout);
          const shown = `${stdout}\n${cluster.tomcats.map(({ log }) => log).join("\n---\n")}`;
          assert.equal(proof.failover?.state, "done", shown);
          assert.ok(
            proof.verdicts.some(({ id, level }) => id === "survived" && level === "passed"),
            shown,
          );
          assert.equal(code, 0, shown);
        } finally {
          await cluster.end();
        }
      });
    });
  }
});
