import * as vscode from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler, State } from "vscode-languageclient";
import { BUSY_NOTIFICATION, type InitializationOptions, STATUS_REQUEST } from "../../server/src/protocol.ts";
import { ACCEPT_COMMAND, SEVERITY_COMMAND } from "./decisions.ts";
import { notRunning, offerRestart, stateChange } from "./server-message.ts";

/** After this number of ends in this time, in milliseconds, the server is not restarted automatically. */
const MOST_CRASHES = 5;
const CRASH_TIME = 3 * 60_000;

/** How often a running server is asked whether it answers, and how long the answer may take, in milliseconds. */
const PULSE = 5_000;
const PATIENCE = 15_000;

/** How long a server may take to end by itself, in milliseconds. */
const GOODBYE = 2_000;

/** Keeps the server running, and reports when it does not. */
export class ServerKeeper implements ErrorHandler {
  #crashes: number[] = [];
  /** The document that the server reads or checks. */
  #busyWith: string | null = null;
  readonly #setAside = new Set<string>();
  #client: BaseLanguageClient | undefined;
  /** True where a message already reports that the server is off, or none is needed because it is ended on purpose. */
  #told = false;
  #restarting: Promise<void> | undefined;
  #kill: () => Promise<void> = async () => undefined;

  /** `kill` ends the server's process where there is one. */
  watch(client: BaseLanguageClient, kill: () => Promise<void>): vscode.Disposable {
    this.#client = client;
    this.#kill = kill;
    client.onNotification(BUSY_NOTIFICATION, ({ uri }) => {
      this.#busyWith = uri;
    });
    client.onDidChangeState(({ newState }) => {
      const off = newState === State.Stopped || newState === State.StartFailed;
      if (!off || this.#restarting || this.#told) return;
      this.#told = true;
      void offerRestart(notRunning());
    });
    const timer = setInterval(() => void this.#feelPulse(), PULSE);
    return vscode.Disposable.from(
      { dispose: () => clearInterval(timer) },
      vscode.commands.registerCommand("tomcatCluster.restart", () => this.restart()),
      vscode.commands.registerCommand("tomcatCluster.openLog", () => client.outputChannel.show()),
    );
  }

  /** The options for the start of a server. */
  get options(): InitializationOptions {
    return {
      suggestCommand: "editor.action.triggerSuggest",
      severityCommand: SEVERITY_COMMAND,
      acceptCommand: ACCEPT_COMMAND,
      reportBusy: true,
      validatesJson: true,
      setAside: [...this.#setAside],
      trusted: vscode.workspace.isTrusted,
    };
  }

  /** A write fails when the pipe is closed, and `closed` reports that. */
  error() {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed() {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_TIME), now];
    this.#blame();
    if (this.#crashes.length < MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
    this.#told = true;
    void offerRestart(
      vscode.l10n.t("The Tomcat Cluster language server ended {0} times in three minutes and stays off.", MOST_CRASHES),
    );
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** From now on no message is shown when the server ends. */
  leave(): void {
    this.#told = true;
  }

  /** Starts the server anew, even when the old one no longer answers. */
  restart(): Promise<void> {
    this.#restarting ??= this.#restart().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  async #restart(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#crashes = [];
    this.#told = false;
    this.#setAside.clear();
    // A server that does not answer, or is still starting, reacts to no shutdown request.
    await client.stop(GOODBYE).catch(() => undefined);
    await this.#kill();
    this.#blame();
    // The client notices the closed pipes in a later turn; until then it would take them for the new server's.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await client.start();
  }

  /** Leaves out the document that the server was busy with when it ended, so that it does not bring down the next. */
  #blame(): void {
    const uri = this.#busyWith;
    this.#busyWith = null;
    if (uri === null) return;
    this.#setAside.add(uri);
    const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    void offerRestart(
      vscode.l10n.t(
        "The Tomcat Cluster language server ended at {0}. It leaves this file out until you restart it.",
        name,
      ),
    );
  }

  async #feelPulse(): Promise<void> {
    const client = this.#client;
    if (!client?.isRunning() || this.#restarting || this.#waiting) return;
    this.#waiting = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<"silent">((resolve) => {
      timer = setTimeout(() => resolve("silent"), PATIENCE);
    });
    const answer = client.sendRequest(STATUS_REQUEST, { uri: "" }).then(
      () => "there",
      () => "there",
    );
    if ((await Promise.race([answer, silent])) === "silent") {
      void offerRestart(
        vscode.l10n.t("The Tomcat Cluster language server has not answered for {0} seconds.", PATIENCE / 1000),
      );
      // The next pulse follows the answer, or the start of another server.
      await Promise.race([answer, stateChange(client)]);
    }
    clearTimeout(timer);
    this.#waiting = false;
  }

  #waiting = false;
}
