import { type ChildProcess, fork } from "node:child_process";
import { SERVER_NODE_FLAGS } from "./server-node-flags.ts";

/** The process of the language server. The client owns it, so that it can end one that no longer answers. */
export class ServerProcess {
  readonly #module: string;
  #child: ChildProcess | undefined;

  constructor(module: string) {
    this.#module = module;
  }

  /** Starts a process. The client speaks with it over stdio. */
  async start(): Promise<ChildProcess> {
    const child = fork(this.#module, ["--stdio"], {
      execArgv: [...SERVER_NODE_FLAGS],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" },
      silent: true,
    });
    this.#child = child;
    child.once("exit", () => {
      if (this.#child === child) this.#child = undefined;
    });
    return child;
  }

  /** Ends the process whatever it does, and waits until it and its pipes are closed. */
  async end(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await closed;
  }
}
