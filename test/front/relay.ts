import { type ChildProcess, spawn } from "node:child_process";
import type { Place } from "../tomcat/cluster/network.ts";

/** Passes bytes, and the end of a connection, each so many milliseconds later: a long way between two machines. */
const RELAY = `
const { connect, createServer } = require("node:net");
const [port, host, to, delay] = process.argv.slice(1);
const pass = (from, into) => {
  const later = (act) => setTimeout(act, Number(delay));
  from.on("data", (data) => later(() => into.writable && into.write(data)));
  from.on("end", () => later(() => into.end()));
  from.on("error", () => later(() => into.destroy()));
};
createServer({ allowHalfOpen: true }, (near) => {
  const far = connect({ port: Number(to), host, allowHalfOpen: true });
  pass(near, far);
  pass(far, near);
}).listen(Number(port), "127.0.0.1", () => console.log("listens"));`;

export interface Way {
  readonly port: number;
  readonly to: { readonly host: string; readonly port: number };
  /** In each direction, in milliseconds. */
  readonly delay: number;
}

/** A long way to a port, which begins at a port of the place itself. */
export class Relay {
  readonly #child: ChildProcess;

  constructor({ enter }: Place, { port, to, delay }: Way) {
    const words = ["-e", RELAY, `${port}`, to.host, `${to.port}`, `${delay}`];
    const [command = "", ...rest] = ["setpriv", "--pdeathsig", "KILL", ...enter, process.execPath, ...words];
    this.#child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
  }

  async listens(): Promise<void> {
    await new Promise((resolve, reject) => {
      this.#child.stdout?.once("data", resolve);
      this.#child.once("exit", () => reject(new Error("the relay ends")));
    });
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }
}
