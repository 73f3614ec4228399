import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { Diagnostic } from "vscode-languageserver-types";
import { bundledServer, ServerProcess } from "../harness/client.ts";
import { outside, outsideTokens } from "./fuzz-answers.ts";
import { offeredRequests } from "./fuzz-offered.ts";
import { REQUESTS, SLOW } from "./fuzz-requests.ts";
import { FuzzText, Random, randomEdit } from "./fuzz-text.ts";

/** `FUZZ_EDITS=20000 FUZZ_SEED=7` tries more, and another run. */
const EDITS = Number(process.env["FUZZ_EDITS"] ?? 2_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261128);

/** The server's texts are compared with ours after so many edits. */
const COMPARED_EVERY = 40;
/** An answer that takes longer than this never comes, in milliseconds. */
const NEVER = 60_000;
/** What a server may hold more at the end of a run than after its first third, in MB. */
const MORE_MEMORY = 64;

const ABLE = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    formatting: {},
    rangeFormatting: {},
    onTypeFormatting: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    inlineCompletion: {},
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: [],
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const MODES = {
  "a client that asks for diagnostics": { ...ABLE, textDocument: { ...ABLE.textDocument, diagnostic: {} } },
  "a client that is told them": ABLE,
};

/** Errors with which a request may end; any other is a mistake of ours. */
const ALLOWED = new Set([-32800, -32801, -32803]);
/** A document may have no Cluster of this number. */
const INVALID_PARAMS = -32602;

/** Resident memory of a process, in MB; undefined on systems that do not tell. */
function memoryOf({ child }: ServerProcess): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function inTime<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), NEVER);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

test("the requests that are tried are those the server offers", async () => {
  const server = new ServerProcess([bundledServer, "--stdio"]);
  after(() => server.kill());
  const { capabilities } = await server.initialize(MODES["a client that asks for diagnostics"]);
  assert.deepEqual(Object.keys(REQUESTS).sort(), offeredRequests(capabilities));
});

describe(`${EDITS} random edits and as many requests, seed ${SEED}`, () => {
  for (const [name, capabilities] of Object.entries(MODES)) {
    test(name, async (context) => {
      const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-fuzz-"));
      cpSync("examples", folder, { recursive: true });
      const server = new ServerProcess([bundledServer, "--stdio"]);
      const control = new ServerProcess([bundledServer, "--stdio"]);
      after(() => {
        server.kill();
        control.kill();
        rmSync(folder, { recursive: true });
      });
      const run = new Run(server, control, folder, new Random(SEED));
      await run.start(capabilities);
      let early: number | undefined;
      for (let edit = 0; edit < EDITS; edit++) {
        await run.step();
        if (edit % COMPARED_EVERY === 0) {
          await run.compare();
          await run.mendOne();
        }
        if (edit === Math.floor(EDITS / 3)) early = memoryOf(server);
      }
      await run.end();
      assert.ok(run.answered > EDITS / 5, `${run.answered} answers of ${EDITS} say something`);
      const late = memoryOf(server);
      context.diagnostic(`${run.counts}; memory ${early?.toFixed()} MB, then ${late?.toFixed()} MB`);
      if (early !== undefined && late !== undefined)
        assert.ok(late < early + MORE_MEMORY, `${early} MB, then ${late} MB`);
    });
  }
});

/** One run: what the client has, and what it sent. */
class Run {
  readonly #server: ServerProcess;
  readonly #control: ServerProcess;
  readonly #folder: string;
  readonly #random: Random;
  readonly #first = new Map<string, string>();
  readonly #texts = new Map<string, FuzzText>();
  readonly #versions = new Map<string, number>();
  readonly #pushed = new Map<string, readonly Diagnostic[]>();
  readonly #open: Promise<unknown>[] = [];
  readonly #asked = new Map<string, number>();
  #version = 0;
  #cancelled = 0;
  /** Of the last completion that had any. */
  #offers: readonly object[] = [];
  /** Answers that say something. */
  #answered = 0;

  constructor(server: ServerProcess, control: ServerProcess, folder: string, random: Random) {
    this.#server = server;
    this.#control = control;
    this.#folder = folder;
    this.#random = random;
  }

  get answered(): number {
    return this.#answered;
  }

  get counts(): string {
    const asked = [...this.#asked.values()].reduce((sum, count) => sum + count, 0);
    return `${asked} requests of ${this.#asked.size} kinds, ${this.#cancelled} of them cancelled, ${this.#answered} answers that say something`;
  }

  async start(capabilities: object): Promise<void> {
    const root = pathToFileURL(this.#folder).href;
    this.#server.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.#pushed.set(params.uri, params.diagnostics);
    });
    for (const server of [this.#server, this.#control]) server.connection.onRequest(() => null);
    await this.#server.initialize(capabilities, [root]);
    await this.#control.initialize(MODES["a client that asks for diagnostics"], [root]);
    for (const path of ["node1/conf/server.xml", "node2/conf/server.xml", "node1/webapps/ROOT/WEB-INF/web.xml"]) {
      const uri = `${root}/${path}`;
      let text = "<web-app><distributable/></web-app>";
      if (path.endsWith("server.xml")) text = readFileSync(join(this.#folder, path), "utf8");
      this.#first.set(uri, text);
      await this.#openDocument(uri, text);
    }
  }

  async #openDocument(uri: string, text: string): Promise<void> {
    this.#texts.set(uri, new FuzzText(text));
    this.#versions.set(uri, ++this.#version);
    await this.#server.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "xml", version: this.#version, text },
    });
  }

  /** An edit, or several at once, and a request. */
  async step(): Promise<void> {
    const random = this.#random;
    const uri = random.pick([...this.#texts.keys()]);
    const contentChanges: object[] = [];
    for (let count = random.below(8) === 0 ? 3 : 1; count > 0; count--) {
      const before = this.#textOf(uri);
      const { start, end, text } = randomEdit(random, before.text, this.#first.get(uri) ?? "");
      // A place within CR LF is none that LSP can name.
      const [from, to] = [before.placeOf(start), before.placeOf(end)];
      const after = before.text.slice(0, before.offsetOf(from)) + text + before.text.slice(before.offsetOf(to));
      contentChanges.push(random.below(400) === 0 ? { text: after } : { range: { start: from, end: to }, text });
      this.#texts.set(uri, new FuzzText(after));
    }
    this.#versions.set(uri, ++this.#version);
    await this.#server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version },
      contentChanges,
    });
    if (random.below(1000) === 0) await this.#reopen(uri);
    const method = random.pick(Object.keys(REQUESTS));
    if (random.below(4) === 0 || SLOW.has(method)) this.#askAndCancel(uri, method);
    else await this.#askAndHold(uri, method);
  }

  async #reopen(uri: string): Promise<void> {
    await this.#server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await this.#openDocument(uri, this.#textOf(uri).text);
  }

  #textOf(uri: string): FuzzText {
    const text = this.#texts.get(uri);
    assert.ok(text);
    return text;
  }

  #paramsOf(method: string, uri: string): object {
    this.#asked.set(method, (this.#asked.get(method) ?? 0) + 1);
    const make = REQUESTS[method];
    assert.ok(make);
    if (method === "completionItem/resolve" && this.#offers.length > 0) return this.#random.pick(this.#offers);
    return make(this.#random, uri, this.#textOf(uri), this.#versions.get(uri) ?? 0);
  }

  /** Whether it was cancelled in time or not, there is an answer; typing goes on meanwhile. */
  #askAndCancel(uri: string, method: string): void {
    const params = this.#paramsOf(method, uri);
    const source = new CancellationTokenSource();
    const answer = this.#server.connection.sendRequest<unknown>(method, params, source.token);
    source.cancel();
    this.#cancelled++;
    this.#open.push(
      inTime(
        answer.catch((error) => this.#hold(error, method)),
        method,
      ),
    );
  }

  /** Nothing is typed until the answer is there, so every place in it must be in the text. */
  async #askAndHold(uri: string, method: string): Promise<void> {
    const params = this.#paramsOf(method, uri);
    let answer: unknown;
    try {
      answer = await inTime(this.#server.connection.sendRequest<unknown>(method, params), method);
    } catch (error) {
      this.#hold(error, method);
      return;
    }
    if (answer !== null && JSON.stringify(answer).length > 40) this.#answered++;
    const text = this.#textOf(uri);
    if (method === "textDocument/completion") this.#offers = offersIn(answer);
    // Its places are those of the offer, which is about an earlier text.
    if (method === "completionItem/resolve") return;
    const found = [
      ...outside(answer, uri, (each) => this.#knownText(each)),
      ...(method.includes("semanticTokens") && !method.endsWith("delta") ? outsideTokens(answer, text) : []),
    ];
    assert.deepEqual(found, [], `${method} ${JSON.stringify(params)} on ${JSON.stringify(text.text)}`);
  }

  #hold(error: unknown, method: string): void {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (typeof code === "number" && (ALLOWED.has(code) || (code === INVALID_PARAMS && SLOW.has(method)))) return;
    throw new Error(`${method}: ${String(error)}`, { cause: error });
  }

  #knownText(uri: string): FuzzText | undefined {
    const open = this.#texts.get(uri);
    if (open) return open;
    try {
      return new FuzzText(readFileSync(new URL(uri), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** A server that was given the whole texts says the same as the one that was given every edit. */
  async compare(): Promise<void> {
    await Promise.all(this.#open.splice(0));
    for (const [uri, { text }] of this.#texts) {
      await this.#control.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "xml", version: 1, text },
      });
    }
    for (const uri of this.#texts.keys()) {
      const params = { textDocument: { uri } };
      for (const method of [
        "textDocument/semanticTokens/full",
        "textDocument/documentSymbol",
        "textDocument/codeLens",
      ]) {
        const [ours, theirs] = await Promise.all(
          [this.#server, this.#control].map((each) =>
            inTime(each.connection.sendRequest<unknown>(method, params), method),
          ),
        );
        assert.deepEqual(withoutIds(ours), withoutIds(theirs), `${method} after ${this.#version} edits`);
      }
      const end = this.#textOf(uri).placeOf(this.#textOf(uri).text.length);
      const effective = { uri, marks: true, view: "all" };
      const [ours, theirs] = await Promise.all(
        [this.#server, this.#control].map((each) =>
          inTime(each.connection.sendRequest<unknown>("tomcatCluster/effective", effective), "effective"),
        ),
      );
      assert.deepEqual(ours, theirs, `the effective configuration after ${this.#version} edits, to ${end.line}`);
    }
    for (const uri of this.#texts.keys()) {
      await this.#control.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    }
  }

  /** After a hundred random edits hardly anything is Tomcat's: one document becomes what it was, by a last edit. */
  async mendOne(): Promise<void> {
    const uri = this.#random.pick([...this.#texts.keys()]);
    const text = this.#first.get(uri) ?? "";
    const before = this.#textOf(uri);
    const range = { start: before.placeOf(0), end: before.placeOf(before.text.length) };
    this.#texts.set(uri, new FuzzText(text));
    this.#versions.set(uri, ++this.#version);
    await this.#server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /** What was pushed last is about the last text. */
  async end(): Promise<void> {
    await this.compare();
    for (const uri of this.#texts.keys()) {
      const pushed = this.#pushed.get(uri);
      if (pushed)
        assert.deepEqual(
          outside(pushed, uri, (each) => this.#knownText(each)),
          [],
        );
    }
    await inTime(this.#server.connection.sendRequest("shutdown"), "shutdown");
  }
}

function offersIn(answer: unknown): readonly object[] {
  const items = typeof answer === "object" && answer !== null && "items" in answer ? answer.items : answer;
  return Array.isArray(items) ? items.filter((each) => typeof each === "object" && each !== null) : [];
}

/** The ids of results count on their own. */
function withoutIds(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;
}
