import { type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import type { LSPClient } from "@codemirror/lsp-client";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { make } from "../view/make.ts";
import type { Editors } from "./editors.ts";
import { pathOf, uriOf } from "./project.ts";
import type { Translate } from "./texts.ts";

/** A finding at its place, with what mends it. */
interface Found {
  readonly path: string;
  readonly diagnostic: Diagnostic;
  readonly actions: readonly CodeAction[];
}

/** Names of the severities, by LSP's numbers. */
const SEVERITIES = ["error", "error", "warning", "info", "hint"] as const;

/** The findings of all files: marked in their editors, and in a list. */
export class Findings {
  readonly #editors: Editors;
  readonly #list: HTMLElement;
  readonly #t: Translate;
  /** The texts that the findings shown are about. */
  #about: ReadonlyMap<string, Text> = new Map();
  #run = 0;
  /** The last list, as text: showing the same again moves no focus. */
  #before = "";

  constructor(editors: Editors, list: HTMLElement, t: Translate) {
    this.#editors = editors;
    this.#list = list;
    this.#t = t;
  }

  /** Asks for the findings of all files; gives how many there are, or undefined where a text changed meanwhile. */
  async pull(client: LSPClient): Promise<number | undefined> {
    const run = ++this.#run;
    client.sync();
    const about = new Map([...this.#editors.views].map(([path, view]) => [path, view.state.doc]));
    const found = (await Promise.all([...about].map(([path, text]) => foundIn(client, path, text)))).flat();
    const stale = [...this.#editors.views].some(([path, view]) => view.state.doc !== about.get(path));
    if (run !== this.#run || stale) return undefined;
    this.#about = about;
    for (const [path, view] of this.#editors.views) {
      const marks = found.filter((each) => each.path === path).map((each) => this.#mark(each, view));
      view.dispatch(setDiagnostics(view.state, marks));
    }
    this.#show(found);
    return found.filter(({ diagnostic }) => diagnostic.severity !== 4).length;
  }

  #mark(found: Found, view: EditorView): Mark {
    const { range, severity, code, tags } = found.diagnostic;
    const message = textOf(found.diagnostic);
    const { from, to } = spanOf(range, view.state.doc);
    return {
      ...{ from, to, message, source: `${code ?? ""}`, severity: SEVERITIES[severity ?? 1] ?? "error" },
      ...(tags ? { markClass: tags.includes(2) ? "cm-deprecated" : "cm-unnecessary" } : {}),
      actions: found.actions.map((action) => ({ name: action.title, apply: () => this.#apply(action) })),
    };
  }

  #show(found: readonly Found[]): void {
    const now = JSON.stringify(found);
    if (now === this.#before) return;
    this.#before = now;
    const worstFirst = found.toSorted((a, b) => (a.diagnostic.severity ?? 1) - (b.diagnostic.severity ?? 1));
    this.#list.replaceChildren(...worstFirst.map((each) => this.#item(each)));
    if (found.length === 0) this.#list.append(make("li", { class: "none" }, this.#t("No findings")));
  }

  #item(found: Found): HTMLElement {
    const { range, severity, code, codeDescription } = found.diagnostic;
    const message = textOf(found.diagnostic);
    const kind = SEVERITIES[severity ?? 1] ?? "error";
    const place = make("button", { type: "button", class: "opener" }, `${found.path}:${range.start.line + 1}`);
    place.addEventListener("click", () => this.#open(found));
    const id = codeDescription
      ? make("a", { href: codeDescription.href }, `${code}`)
      : make("code", {}, `${code ?? ""}`);
    const fixes = found.actions.map((action) => {
      const button = make("button", { type: "button" }, action.title);
      button.addEventListener("click", () => this.#apply(action));
      return button;
    });
    const name = make("span", { class: "severity" }, this.#severity(kind));
    return make(
      "li",
      { class: kind },
      name,
      " ",
      message,
      " ",
      id,
      " ",
      place,
      make("div", { class: "fixes" }, ...fixes),
    );
  }

  #severity(kind: (typeof SEVERITIES)[number]): string {
    const names = { error: this.#t("Error"), warning: this.#t("Warning"), info: this.#t("Information") };
    return kind === "hint" ? this.#t("Hint") : names[kind];
  }

  #open({ path, diagnostic }: Found): void {
    const text = this.#editors.views.get(path)?.state.doc;
    if (text) this.#editors.reveal(path, spanOf(diagnostic.range, text));
  }

  /** Makes the edits of an action, over all files it changes; not where one of these is another text than then. */
  #apply({ edit }: CodeAction): void {
    const changes = edit ? editsIn(edit) : [];
    const stale = changes.some(([path]) => this.#editors.views.get(path)?.state.doc !== this.#about.get(path));
    if (stale) return;
    for (const [path, edits] of changes) {
      const view = this.#editors.views.get(path);
      view?.dispatch({
        changes: edits.map(({ range, newText }) => ({ ...spanOf(range, view.state.doc), insert: newText })),
        userEvent: "input.fix",
      });
    }
    const [first] = changes;
    if (first) this.#editors.reveal(first[0]);
  }
}

async function foundIn(client: LSPClient, path: string, text: Text): Promise<readonly Found[]> {
  const textDocument = { uri: uriOf(path) };
  const report = await client.request<unknown, DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
  if (report.kind !== "full" || report.items.length === 0) return [];
  const range = {
    start: { line: 0, character: 0 },
    end: { line: text.lines - 1, character: text.line(text.lines).length },
  };
  const context = { diagnostics: report.items, only: ["quickfix"] };
  const params = { textDocument, range, context };
  const actions = (await client.request<unknown, CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
  const keyOf = ({ range: at, code, message }: Diagnostic) => JSON.stringify([at, code, message]);
  const byFinding = new Map<string, CodeAction[]>(report.items.map((diagnostic) => [keyOf(diagnostic), []]));
  for (const action of actions) {
    for (const diagnostic of action.diagnostics ?? []) byFinding.get(keyOf(diagnostic))?.push(action);
  }
  return report.items.map((diagnostic) => ({ path, diagnostic, actions: byFinding.get(keyOf(diagnostic)) ?? [] }));
}

function textOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** The edits of files of the project, by path. */
function editsIn({ changes = {}, documentChanges = [] }: WorkspaceEdit): readonly (readonly [string, TextEdit[]])[] {
  const listed = documentChanges.flatMap((each) =>
    "textDocument" in each ? [[each.textDocument.uri, each.edits as TextEdit[]] as const] : [],
  );
  return [...Object.entries(changes), ...listed].flatMap(([uri, edits]) => {
    const path = pathOf(uri);
    return path === undefined ? [] : [[path, edits] as const];
  });
}

/** Where a range of LSP's is in a text. */
export function spanOf({ start, end }: Range, text: Text): { readonly from: number; readonly to: number } {
  return { from: offsetOf(start, text), to: offsetOf(end, text) };
}

function offsetOf({ line, character }: Position, text: Text): number {
  if (line >= text.lines) return text.length;
  const { from, length } = text.line(line + 1);
  return from + Math.min(character, length);
}
