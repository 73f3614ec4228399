import * as vscode from "vscode";
import type { EffectiveView } from "../../../server/src/protocol.ts";
import { type Shown, shownAt } from "./address.ts";
import type { EffectiveDocuments } from "./documents.ts";
import { shownPosition, sourcePosition } from "./follow.ts";
import { type Effective, open } from "./open.ts";

/** The view of the active editor, for menus; absent where it shows no effective document. */
const CONTEXT = "tomcatCluster.effectiveView";

/** Keeps the context key. */
export function followView(): vscode.Disposable {
  const update = (editor: vscode.TextEditor | undefined) =>
    vscode.commands.executeCommand("setContext", CONTEXT, editor && shownAt(editor.document.uri)?.view);
  void update(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(update);
}

/** Asks what the active document, or the active comparison, is to show of the nodes, and shows it in its place. */
export async function chooseView(effective: Effective): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const now = tab && viewOf(tab);
  if (!now) return;
  const items = choices().map((choice) => ({
    ...choice,
    iconPath: new vscode.ThemeIcon(choice.view === now ? "check" : "blank"),
  }));
  const placeHolder = vscode.l10n.t("What of the effective configuration is to be shown?");
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (!picked || picked.view === now) return;
  await effective.lastView.choose(picked.view);
  await showInstead(effective, tab, picked.view);
}

function choices(): readonly { readonly label: string; readonly detail: string; readonly view: EffectiveView }[] {
  return [
    {
      label: vscode.l10n.t("Everything"),
      detail: vscode.l10n.t("All that Tomcat runs, with defaults."),
      view: "all",
    },
    {
      label: vscode.l10n.t("Cluster only"),
      detail: vscode.l10n.t("The Cluster, and what is written around it."),
      view: "cluster",
    },
    {
      label: vscode.l10n.t("Only what differs from what I wrote"),
      detail: vscode.l10n.t("What Tomcat adds, drops, changes or fills in; no defaults."),
      view: "differs",
    },
  ];
}

function viewOf({ input }: vscode.Tab): EffectiveView | undefined {
  if (input instanceof vscode.TabInputText) return shownAt(input.uri)?.view;
  return input instanceof vscode.TabInputTextDiff ? shownAt(input.modified)?.view : undefined;
}

async function showInstead(effective: Effective, tab: vscode.Tab, view: EffectiveView): Promise<void> {
  const { input, group, isPreview, label } = tab;
  const options = { viewColumn: group.viewColumn, preview: isPreview };
  if (input instanceof vscode.TabInputTextDiff) {
    const sides = await Promise.all(
      [input.original, input.modified].map((uri) => sameIn(effective.documents, uri, view)),
    );
    const [left, right] = sides;
    if (!left || !right) return;
    await vscode.commands.executeCommand("vscode.diff", left, right, label, options);
  } else if (input instanceof vscode.TabInputText) {
    const uri = await sameIn(effective.documents, input.uri, view);
    if (!uri) return;
    await open(effective, uri, await samePlace(effective.documents, input.uri, uri), options);
  }
  // A tab of a preview has been taken over already.
  const left = group.tabs.find((each) => isSame(each, tab));
  if (left) await vscode.window.tabGroups.close(left, true);
}

/** The document of the same file in another view. */
async function sameIn(
  documents: EffectiveDocuments,
  uri: vscode.Uri,
  view: EffectiveView,
): Promise<vscode.Uri | undefined> {
  const shown = shownAt(uri);
  const other: Shown | undefined = shown && { ...shown, view };
  return other && (await documents.find(other));
}

/** Where the other view shows what the cursor is at. */
async function samePlace(
  documents: EffectiveDocuments,
  from: vscode.Uri,
  to: vscode.Uri,
): Promise<vscode.Position | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== from.toString()) return undefined;
  const source = await sourcePosition(documents, from, editor.selection.active.line);
  return source && (await shownPosition(documents, to, source));
}

function isSame({ input }: vscode.Tab, { input: other }: vscode.Tab): boolean {
  if (input instanceof vscode.TabInputText && other instanceof vscode.TabInputText) {
    return input.uri.toString() === other.uri.toString();
  }
  if (!(input instanceof vscode.TabInputTextDiff && other instanceof vscode.TabInputTextDiff)) return false;
  return (
    input.original.toString() === other.original.toString() && input.modified.toString() === other.modified.toString()
  );
}
