import * as vscode from "vscode";
import type { EffectiveView } from "../../../server/src/protocol.ts";
import { type Shown, shownAt } from "./address.ts";
import type { EffectiveDocuments } from "./documents.ts";
import { shownPosition, sourcePosition } from "./follow.ts";
import { type Effective, open } from "./open.ts";

/** The choice of the active editor, for menus; absent where it shows no effective document. */
const CONTEXT = "tomcatCluster.effectiveView";

/** What is to be shown; `between` is what two nodes do not have alike. */
type Choice = EffectiveView | "between";

/** Keeps the context key. */
export function followView(): vscode.Disposable {
  const update = (editor: vscode.TextEditor | undefined) =>
    vscode.commands.executeCommand("setContext", CONTEXT, editor && choiceOf(editor.document.uri));
  void update(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(update);
}

/** Asks what the active document, or the active comparison, is to show of the nodes, and shows it in its place. */
export async function chooseView(effective: Effective): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const now = tab && choiceIn(tab);
  if (!now) return;
  const items = (tab.input instanceof vscode.TabInputTextDiff ? choicesOfTwo() : choices()).map((each) => ({
    ...each,
    iconPath: new vscode.ThemeIcon(each.choice === now ? "check" : "blank"),
  }));
  const placeHolder = vscode.l10n.t("What of the effective configuration is to be shown?");
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  if (!picked || picked.choice === now) return;
  await showInstead(effective, tab, picked.choice);
}

interface Item<Of extends Choice> {
  readonly label: string;
  readonly detail: string;
  readonly choice: Of;
}

function everything(): Item<"all"> {
  return {
    label: vscode.l10n.t("Everything"),
    detail: vscode.l10n.t("All that Tomcat runs, with defaults."),
    choice: "all",
  };
}

function clusterOnly(): Item<"cluster"> {
  return {
    label: vscode.l10n.t("Cluster only"),
    detail: vscode.l10n.t("The Cluster, and what is written around it."),
    choice: "cluster",
  };
}

function choices(): readonly Item<Choice>[] {
  return [
    everything(),
    clusterOnly(),
    {
      label: vscode.l10n.t("Only what differs from what I wrote"),
      detail: vscode.l10n.t("What Tomcat adds, drops, changes or fills in; no defaults."),
      choice: "differs",
    },
  ];
}

function choicesOfTwo(): readonly Item<Choice>[] {
  return [
    {
      label: vscode.l10n.t("Only what differs between both"),
      detail: vscode.l10n.t("What the two nodes do not run alike, and the elements around it."),
      choice: "between",
    },
    everything(),
    clusterOnly(),
  ];
}

function choiceIn({ input }: vscode.Tab): Choice | undefined {
  if (input instanceof vscode.TabInputText) return choiceOf(input.uri);
  return input instanceof vscode.TabInputTextDiff ? choiceOf(input.modified) : undefined;
}

function choiceOf(uri: vscode.Uri): Choice | undefined {
  const shown = shownAt(uri);
  return shown?.against ? "between" : shown?.view;
}

async function showInstead(effective: Effective, tab: vscode.Tab, choice: Choice): Promise<void> {
  const { input, group, isPreview, label } = tab;
  const options = { viewColumn: group.viewColumn, preview: isPreview };
  if (input instanceof vscode.TabInputTextDiff) {
    const [one, other] = [input.original, input.modified].map((uri) => shownAt(uri)?.source);
    if (!one || !other) return;
    const [left, right] = await findBoth(effective.documents, one, other, choice);
    if (!left || !right) return;
    await vscode.commands.executeCommand("vscode.diff", left, right, label, options);
  } else if (input instanceof vscode.TabInputText && choice !== "between") {
    await effective.lastView.choose(choice);
    const uri = await sameIn(effective.documents, input.uri, choice);
    if (!uri) return;
    await open(effective, uri, await samePlace(effective.documents, input.uri, uri), options);
  }
  // A tab of a preview has been taken over already.
  const left = group.tabs.find((each) => isSame(each, tab));
  if (left) await vscode.window.tabGroups.close(left, true);
}

/** The two documents of a comparison; undefined for a file of which Tomcat makes no objects. */
export function findBoth(
  documents: EffectiveDocuments,
  one: vscode.Uri,
  other: vscode.Uri,
  choice: Choice,
): Promise<readonly (vscode.Uri | undefined)[]> {
  const shown = (source: vscode.Uri, against: vscode.Uri): Shown =>
    choice === "between" ? { source, marks: false, view: "all", against } : { source, marks: false, view: choice };
  return Promise.all([documents.find(shown(one, other)), documents.find(shown(other, one))]);
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
