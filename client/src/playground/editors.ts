import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { xml } from "@codemirror/lang-xml";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  type LSPClient,
  renameKeymap,
  serverCompletion,
} from "@codemirror/lsp-client";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { make } from "../view/make.ts";
import { type Pane, type Project, panesOf, uriOf } from "./project.ts";
import { Tabs } from "./tabs.ts";
import type { Translate } from "./texts.ts";
import { theme } from "./theme.ts";

/** The editors of all files, in panes side by side, each behind a tab. */
export class Editors {
  readonly #views = new Map<string, EditorView>();
  readonly #places = new Map<string, { readonly tabs: Tabs; readonly index: number }>();
  readonly #root: HTMLElement;
  readonly #t: Translate;
  /** The file that was looked at last. */
  current = "";

  constructor(root: HTMLElement, t: Translate) {
    this.#root = root;
    this.#t = t;
  }

  /** The editors by the paths of their files. */
  get views(): ReadonlyMap<string, EditorView> {
    return this.#views;
  }

  /** Shows a project in place of the last one. */
  show(project: Project, client: LSPClient, changed: () => void): void {
    for (const view of this.#views.values()) view.destroy();
    this.#views.clear();
    this.#places.clear();
    const panes = panesOf(project);
    this.#root.replaceChildren(...panes.map((pane) => this.#pane(pane, project, client, changed)));
    this.current = panes[0]?.paths[0] ?? "";
  }

  /** Brings a file to the front, and the cursor to a stretch of it. */
  reveal(path: string, range?: { readonly from: number; readonly to: number }): void {
    const place = this.#places.get(path);
    const view = this.#views.get(path);
    if (!place || !view) return;
    place.tabs.show(place.index);
    if (!range) return;
    view.dispatch({
      selection: { anchor: range.from, head: range.to },
      effects: EditorView.scrollIntoView(range.from, { y: "center" }),
    });
    view.focus();
  }

  texts(): Record<string, string> {
    return Object.fromEntries([...this.#views].map(([path, view]) => [path, view.state.doc.toString()]));
  }

  #pane({ name, paths }: Pane, project: Project, client: LSPClient, changed: () => void): HTMLElement {
    const list = make("div", { class: "files", "aria-label": this.#t("Files") });
    const panels = paths.map((path) => {
      const panel = make("div", { class: "editor" });
      const about = [
        EditorView.contentAttributes.of({ "aria-label": path }),
        EditorView.updateListener.of((update) => {
          if (update.focusChanged && update.view.hasFocus) this.#looked(path, changed);
          if (update.docChanged) changed();
        }),
        client.plugin(uriOf(path), /\.xml$/.test(path) ? "xml" : "plaintext"),
      ];
      const doc = project.files[path] ?? "";
      this.#views.set(path, new EditorView({ parent: panel, doc, extensions: [editing(path, this.#t), about] }));
      return panel;
    });
    const names = paths.map((path) => (path.startsWith(`${name}/`) ? path.slice(name.length + 1) : path));
    const tabs = new Tabs(
      list,
      panels.map((panel, index) => ({ panel, label: names[index] ?? "" })),
      (index) => this.#looked(paths[index] ?? "", changed),
    );
    for (const [index, path] of paths.entries()) this.#places.set(path, { tabs, index });
    const heading = make("h2", {}, name);
    return make("section", { class: "pane", "aria-label": name || this.#t("Files") }, heading, list, ...panels);
  }

  #looked(path: string, changed: () => void): void {
    if (path === this.current) return;
    this.current = path;
    changed();
  }
}

/** What every editor of a text has, whether it can be changed or not. */
export function reading(path: string, t: Translate): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    indentUnit.of("  "),
    theme,
    EditorState.phrases.of(phrases(t)),
    /\.xml$/.test(path) ? xml() : [],
  ];
}

function editing(path: string, t: Translate): Extension {
  return [
    reading(path, t),
    history(),
    closeBrackets(),
    lintGutter(),
    autocompletion(),
    serverCompletion({ override: true }),
    hoverTooltips(),
    keymap.of([
      ...[closeBracketsKeymap, defaultKeymap, historyKeymap, completionKeymap, lintKeymap].flat(),
      ...[formatKeymap, renameKeymap, jumpToDefinitionKeymap, findReferencesKeymap].flat(),
    ]),
  ];
}

/** Texts of the editor's own. */
function phrases(t: Translate): Readonly<Record<string, string>> {
  return {
    Completions: t("Completions"),
    Diagnostics: t("Findings"),
    "No diagnostics": t("No findings"),
    close: t("Close"),
    "New name": t("New name"),
    Rename: t("Rename"),
  };
}
