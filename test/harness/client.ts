import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { DocumentDiagnosticReport, ServerCapabilities } from "vscode-languageserver-protocol";
import type { Diagnostic, Position } from "vscode-languageserver-types";

/** Our server as it is shipped. */
export const bundledServer = fileURLToPath(new URL("../../dist/server.cjs", import.meta.url));

/** Capabilities of a client that asks for diagnostics. */
export const PULLING = { textDocument: { diagnostic: {} } };

const DYNAMIC = { dynamicRegistration: true };
/** The capabilities of a client whose documents of other languages are registered later. */
export const REGISTERING = {
  textDocument: {
    synchronization: DYNAMIC,
    diagnostic: DYNAMIC,
    hover: DYNAMIC,
    codeAction: DYNAMIC,
    definition: DYNAMIC,
    formatting: DYNAMIC,
  },
};

/** A language server in a process of its own, spoken to over stdio. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  #version = 0;
  /** The last report of each document, whose id an editor sends with the next question. */
  readonly #reports = new Map<
    string,
    { readonly resultId: string | undefined; readonly items: readonly Diagnostic[] }
  >();

  constructor(words: readonly string[], stderr: "ignore" | "pipe" = "ignore") {
    this.child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", stderr] });
    assert.ok(this.child.stdout && this.child.stdin);
    const reader = new StreamMessageReader(this.child.stdout);
    // The timer that reports half a message starts itself again for ever: a server that is killed while it writes would
    // keep the test's process from ending.
    reader.partialMessageTimeout = 0;
    this.connection = createMessageConnection(reader, new StreamMessageWriter(this.child.stdin));
    this.connection.listen();
    // A request to a server that has ended is answered with an error, not waited for.
    this.child.once("close", () => this.connection.dispose());
  }

  /** Of the document that was opened or changed last. */
  get version(): number {
    return this.#version;
  }

  async initialize(
    capabilities: object,
    folders: readonly string[] = [],
    initializationOptions: object | undefined = undefined,
  ): Promise<{ readonly capabilities: ServerCapabilities }> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    const params = { processId: process.pid, rootUri: null, capabilities, workspaceFolders, initializationOptions };
    const answer: { readonly capabilities: ServerCapabilities } = await this.connection.sendRequest(
      "initialize",
      params,
    );
    await this.connection.sendNotification("initialized", {});
    return answer;
  }

  async open(uri: string, text: string, languageId = "xml"): Promise<void> {
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: ++this.#version, text },
    });
  }

  /** Replaces the text between two places. */
  async edit(uri: string, start: Position, end: Position, text: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const last = this.#reports.get(uri);
    const answer: DocumentDiagnosticReport = await this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(last?.resultId === undefined ? {} : { previousResultId: last.resultId }),
    });
    if (answer.kind === "unchanged") return last?.items ?? assert.fail(`nothing is known of ${uri}`);
    this.#reports.set(uri, { resultId: answer.resultId, items: answer.items });
    return answer.items;
  }

  ask<T>(method: string, uri: string, position: Position): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position });
  }

  /** How the process ends, as its exit code. */
  get ended(): Promise<number | null> {
    const { child } = this;
    if (child.exitCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((resolve) => child.once("exit", resolve));
  }

  /** Ends the process whatever it does. */
  kill(): void {
    this.connection.dispose();
    this.child.kill("SIGKILL");
  }
}
