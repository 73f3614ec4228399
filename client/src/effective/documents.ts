import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EFFECTIVE_REQUEST, EFFECTIVE_SCHEME, type EffectiveAnswer } from "../../../server/src/protocol.ts";
import { notRunning } from "../server-message.ts";
import { wake } from "../wake/asleep.ts";
import { addressOf, type Shown, shownAt } from "./address.ts";

/** The text of a document, and what was answered; without an answer the text says why. */
interface State {
  readonly text: string;
  readonly answer: EffectiveAnswer | undefined;
  readonly mtime: number;
}

interface Known {
  readonly state: Promise<State>;
  /** True once the server has said that it would answer otherwise. */
  stale: boolean;
}

/**
 * The effective documents as files of a read-only file system: those have a lock in their tab, a language by their first
 * line, and a place in the window that is opened again.
 */
export class EffectiveDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #known = new Map<string, Known>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** The address of what is to be shown; undefined where Tomcat makes no objects of the file. */
  async find(shown: Shown): Promise<vscode.Uri | undefined> {
    const answer = await this.#ask(shown);
    if (!answer) return undefined;
    const uri = addressOf(shown, answer.label);
    await this.#take(uri, Promise.resolve(answer));
    return uri;
  }

  async answer(uri: vscode.Uri): Promise<EffectiveAnswer | undefined> {
    return (await this.#stateOf(uri)).answer;
  }

  /** Reads what is open anew, and forgets the rest. */
  refresh(): void {
    const open = new Map(vscode.workspace.textDocuments.map(({ uri }) => [uri.toString(), uri]));
    const events: vscode.FileChangeEvent[] = [];
    for (const [key, known] of this.#known) {
      const uri = open.get(key);
      if (!uri) this.#known.delete(key);
      else {
        known.stale = true;
        events.push({ type: vscode.FileChangeType.Changed, uri });
      }
    }
    if (events.length > 0) this.#changed.fire(events);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, mtime } = await this.#stateOf(uri);
    const size = new TextEncoder().encode(text).length;
    return { type: vscode.FileType.File, ctime: 0, mtime, size, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.#stateOf(uri)).text);
  }

  /** The server says what changes; nothing is watched. */
  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #stateOf(uri: vscode.Uri): Promise<State> {
    const shown = shownAt(uri);
    if (!shown) throw vscode.FileSystemError.FileNotFound(uri);
    const known = this.#known.get(uri.toString());
    return known && !known.stale ? known.state : this.#take(uri, this.#ask(shown));
  }

  /** Keeps what is answered. A text that is the same keeps its time: VS Code reads what is newer only. */
  #take(uri: vscode.Uri, answered: Promise<EffectiveAnswer | undefined>): Promise<State> {
    const before = this.#known.get(uri.toString())?.state;
    const make = async (): Promise<State> => {
      const answer = await answered;
      const text = answer?.text ?? this.#why();
      const last = await before;
      return { text, answer, mtime: last?.text === text ? last.mtime : Math.max(Date.now(), (last?.mtime ?? 0) + 1) };
    };
    const state = make();
    this.#known.set(uri.toString(), { state, stale: false });
    return state;
  }

  /** Undefined also where the server ends over the request: what is shown is read again once it runs. */
  async #ask({ source, marks, view, against }: Shown): Promise<EffectiveAnswer | undefined> {
    await wake(this.#client);
    if (!this.#client.isRunning()) return undefined;
    const asked = this.#client.sendRequest(EFFECTIVE_REQUEST, {
      uri: source.toString(),
      marks,
      view,
      ...(against ? { against: against.toString() } : {}),
    });
    return (await asked.catch(() => null)) ?? undefined;
  }

  #why(): string {
    const why = this.#client.isRunning() ? vscode.l10n.t("No Tomcat file") : notRunning();
    return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${why} -->\n`;
  }
}

export function registerDocuments(documents: EffectiveDocuments): vscode.Disposable {
  const why = vscode.l10n.t("This is what Tomcat makes of the file. Change the file itself; this follows.");
  return vscode.workspace.registerFileSystemProvider(EFFECTIVE_SCHEME, documents, {
    isCaseSensitive: true,
    isReadonly: new vscode.MarkdownString(why),
  });
}
