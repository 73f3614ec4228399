import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver-types";
import { writtenIn } from "../config/launch/held-path.ts";
import type { FrontSnapshot } from "../workspace/front-snapshot.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The number of files whose reports are sent together. */
const FILES_AT_ONCE = 20;

/** How long typing must pause before other files are checked anew, in milliseconds. */
const QUIET = 400;

/** What the check of a workspace needs of the server. */
export interface WorkspaceDiagnosticsHost {
  readonly workspace: Workspace;
  readonly uriOf: (path: string) => string;
  /** Open documents are asked for one by one; they are left out here. */
  readonly isOpen: (path: string) => boolean;
  readonly render: (snapshot: Snapshot | FrontSnapshot) => Promise<LspDiagnostic[]>;
  /** What is wrong in a configuration of this program. */
  readonly mistakesIn: (path: string) => Promise<LspDiagnostic[]>;
}

/**
 * Answers `workspace/diagnostic`: files that are not open are checked and sent one after the other. Then the request
 * stays open, and each change is sent when it happens, so the client need not poll. It ends when it is cancelled.
 */
export class WorkspaceDiagnostics {
  readonly #host: WorkspaceDiagnosticsHost;
  readonly #ids = new WeakMap<Snapshot | FrontSnapshot, string>();
  /** By the path of a configuration, what was last wrong in it. */
  readonly #mistakes = new Map<string, { readonly text: string; readonly id: string }>();
  #nextId = 1;
  #wake: (() => void) | undefined;
  /** True where something changed since the last check began: it may have read what was there before. */
  #isBehind = false;

  constructor(host: WorkspaceDiagnosticsHost) {
    this.#host = host;
  }

  /** Something changed, in a document or on disk. */
  changed(): void {
    this.#isBehind = true;
    this.#wake?.();
  }

  async answer(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const first = await this.#collect(known, token, progress);
    if (!progress) return { items: first };
    while (!token.isCancellationRequested) {
      await this.#change(token);
      await this.#collect(known, token, progress);
    }
    return { items: [] };
  }

  /** Checks every file and sends what the client does not know yet; without a progress, gives it back. */
  async #collect(
    known: Map<string, string>,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { workspace, uriOf, isOpen, render, mistakesIn } = this.#host;
    this.#isBehind = false;
    const gone = new Set(known.keys());
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (report: WorkspaceDocumentDiagnosticReport) => {
      items.push(report);
      if (!progress || items.length < FILES_AT_ONCE) return;
      progress.report({ items });
      items = [];
    };
    const report = async (uri: string, resultId: string, items: () => Promise<LspDiagnostic[]>): Promise<void> => {
      gone.delete(uri);
      if (known.get(uri) === resultId) {
        if (!progress) send({ kind: "unchanged", uri, version: null, resultId });
        return;
      }
      known.set(uri, resultId);
      send({ kind: "full", uri, version: null, resultId, items: await items() });
    };
    for (const path of await workspace.ownConfigurations()) {
      if (token.isCancellationRequested) return [];
      const uri = uriOf(path);
      if (isOpen(path)) gone.delete(uri);
      else {
        const items = await mistakesIn(path);
        await report(uri, this.#idOfMistakes(path, JSON.stringify(items)), () => Promise.resolve(items));
      }
    }
    const paths = [...(await workspace.configurationFiles()), ...(await workspace.frontPaths())];
    for (const path of new Set(paths.map(writtenIn))) {
      if (token.isCancellationRequested) return [];
      const uri = uriOf(path);
      if (isOpen(path)) {
        gone.delete(uri);
        continue;
      }
      const snapshots = await workspace.checkedIn(path);
      if (snapshots.length === 0) continue;
      const resultId = snapshots.map((snapshot) => this.#idOf(snapshot)).join(" ");
      await report(uri, resultId, async () => (await Promise.all(snapshots.map(render))).flat());
    }
    for (const uri of gone) {
      known.delete(uri);
      send({ kind: "full", uri, version: null, items: [] });
    }
    if (progress && items.length > 0) progress.report({ items });
    return items;
  }

  #idOf(snapshot: Snapshot | FrontSnapshot): string {
    const id = this.#ids.get(snapshot) ?? `${this.#nextId++}`;
    this.#ids.set(snapshot, id);
    return id;
  }

  #idOfMistakes(path: string, text: string): string {
    const last = this.#mistakes.get(path);
    const id = last?.text === text ? last.id : `${this.#nextId++}`;
    this.#mistakes.set(path, { text, id });
    return id;
  }

  /** Resolves a moment after the last of several changes, or when the request is cancelled. */
  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const finish = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(finish);
      this.#wake = () => {
        clearTimeout(timer);
        timer = setTimeout(finish, QUIET);
      };
      if (token.isCancellationRequested) finish();
      else if (this.#isBehind) this.#wake();
    });
  }
}
