import * as vscode from "vscode";
import { type Choice, edited, type FileEdits, joined, wholeText, workspaceEditOf } from "./changes.ts";

/** The URI scheme of documents that show a file after the changes. */
const SCHEME = "tomcat-cluster-review";

/** Writes files with a key before all others, where it can write them with the rights they need. */
export interface SecretWriter {
  /** Gives back what it made; undefined where it failed, has said so, and left nothing behind. */
  write(files: readonly FileEdits[]): Promise<readonly vscode.Uri[] | undefined>;
}

type Item = vscode.QuickPickItem & { readonly choice?: Choice };

/** Shows changes before they are made, side by side with the present text, and applies those that stay selected. */
export class Review implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly #texts = new Map<string, string>();
  #count = 0;
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  /** Asks once, and applies the selected choices. True when something was written. */
  async apply(title: string, choices: readonly Choice[], secrets?: SecretWriter): Promise<boolean> {
    const files = await this.#choose(title, choices);
    if (!files) return false;
    const made = secrets ? await secrets.write(files.filter(({ secret }) => secret)) : [];
    if (!made) return false;
    const rest = files.filter(({ uri }) => !made.some((each) => each.toString() === uri.toString()));
    // As for a rename: whether files are saved is the user's own setting (files.refactoring.autoSave).
    if (await vscode.workspace.applyEdit(workspaceEditOf(rest), { isRefactoring: true })) return true;
    for (const uri of made) await vscode.workspace.fs.delete(uri);
    void vscode.window.showErrorMessage(vscode.l10n.t("The changes could not be made; nothing was written."));
    return false;
  }

  /** The files of the selected choices; undefined when there is nothing to do. */
  async #choose(title: string, choices: readonly Choice[]): Promise<readonly FileEdits[] | undefined> {
    const all = joined(choices);
    if (all.size === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("There is nothing to change."));
      return undefined;
    }
    const originals = new Map<string, { readonly document: vscode.TextDocument; readonly version: number }>();
    for (const [key, { uri, isNew }] of all) {
      if (isNew) continue;
      const document = await vscode.workspace.openTextDocument(uri);
      originals.set(key, { document, version: document.version });
    }
    const shownAs = this.#shownUris(all.values());
    const show = (files: ReadonlyMap<string, FileEdits>) => {
      for (const [key, uri] of shownAs) {
        const { edits = [], isNew = false } = files.get(key) ?? {};
        const document = originals.get(key)?.document;
        const text = document ? edited(document, edits) : isNew ? wholeText(edits) : "";
        this.#texts.set(uri.toString(), text);
        this.#changed.fire(uri);
      }
    };
    show(joined(choices.filter(({ ticked }) => ticked)));
    await vscode.commands.executeCommand(
      "vscode.changes",
      title,
      [...all].map(([key, { uri, isNew }]) => [uri, isNew ? undefined : uri, shownAs.get(key)]),
    );
    const picked = await pick(title, choices, (now) => show(joined(now)));
    await closeTab(title);
    for (const uri of shownAs.values()) this.#texts.delete(uri.toString());
    if (!picked) return undefined;
    if (picked.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Nothing was ticked, so nothing was changed."));
      return undefined;
    }
    const files = joined(picked);
    for (const key of files.keys()) {
      const original = originals.get(key);
      if (!original || original.document.version === original.version) continue;
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          "{0} was changed meanwhile; nothing was written.",
          vscode.workspace.asRelativePath(original.document.uri),
        ),
      );
      return undefined;
    }
    return [...files.values()];
  }

  #shownUris(files: Iterable<FileEdits>): ReadonlyMap<string, vscode.Uri> {
    const count = ++this.#count;
    return new Map(
      [...files].map(({ uri }) => [uri.toString(), uri.with({ scheme: SCHEME, authority: "", query: `${count}` })]),
    );
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

/** The selected choices; undefined when the user cancelled. */
function pick(
  title: string,
  choices: readonly Choice[],
  onChange: (ticked: readonly Choice[]) => void,
): Promise<readonly Choice[] | undefined> {
  const input = vscode.window.createQuickPick<Item>();
  const items: Item[] = [];
  let heading: string | undefined;
  for (const choice of choices) {
    if (choice.heading !== undefined && choice.heading !== heading) {
      items.push({ label: choice.heading, kind: vscode.QuickPickItemKind.Separator });
    }
    heading = choice.heading;
    items.push({ label: choice.label, description: choice.description, picked: choice.ticked, choice });
  }
  const chosen = (from: readonly Item[]) => {
    const set = new Set(from.flatMap(({ choice }) => choice ?? []));
    return choices.filter((choice) => set.has(choice));
  };
  input.title = title;
  input.placeholder = vscode.l10n.t("Enter makes the ticked changes, Escape none");
  input.canSelectMany = true;
  input.ignoreFocusOut = true;
  input.items = items;
  input.selectedItems = items.filter(({ picked }) => picked);
  return new Promise((resolve) => {
    input.onDidChangeSelection((now) => onChange(chosen(now)));
    input.onDidAccept(() => {
      resolve(chosen(input.selectedItems));
      input.dispose();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/**
 * The API identifies a tab of several comparisons by its label only, in which the number of files follows the title.
 */
async function closeTab(title: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const found = tabs.filter(({ label, input }) => label.startsWith(title) && !(input instanceof vscode.TabInputText));
  if (found.length > 0) await vscode.window.tabGroups.close(found);
}
