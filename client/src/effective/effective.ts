import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  EFFECTIVE_CHANGED,
  EFFECTIVE_SCHEME,
  OTHER_NODES_REQUEST,
  type OtherNodesParams,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { subjectOf, tomcatFileFor } from "../subject.ts";
import { shownAt } from "./address.ts";
import { EffectiveDocuments, registerDocuments } from "./documents.ts";
import { EffectiveFolds } from "./folds.ts";
import { followCursor, shownPosition } from "./follow.ts";
import { sayIndentation } from "./indentation.ts";
import { LastView } from "./last-view.ts";
import { type Effective, open } from "./open.ts";
import { chooseView, findBoth, followView } from "./views.ts";

/** The read-only documents, and the commands that open them. */
export function registerEffective(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const documents = new EffectiveDocuments(client);
  const lastView = new LastView(context.workspaceState);
  const effective: Effective = { documents, folds: new EffectiveFolds(documents), lastView };
  context.subscriptions.push(
    documents,
    registerDocuments(documents),
    vscode.languages.registerFoldingRangeProvider({ scheme: EFFECTIVE_SCHEME }, effective.folds),
    followCursor(documents),
    followView(),
    sayIndentation(),
    client.onNotification(EFFECTIVE_CHANGED, () => documents.refresh()),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Starting) documents.refresh();
    }),
    vscode.commands.registerCommand("tomcatCluster.showEffective", async (named?: unknown, place?: unknown) => {
      const source = await sourceFor(client, named);
      if (source) await show(effective, source, placeAskedFor(source, place));
    }),
    vscode.commands.registerCommand("tomcatCluster.compareEffective", async (named?: unknown) => {
      const source = await sourceFor(client, named);
      if (source) await compare(effective, source, client);
    }),
    ...["tomcatCluster.filterEffective", "tomcatCluster.changeFilterOfEffective"].map((command) =>
      vscode.commands.registerCommand(command, () => chooseView(effective)),
    ),
  );
}

async function show(effective: Effective, source: vscode.Uri, place: vscode.Position | undefined): Promise<void> {
  const { documents, lastView } = effective;
  const uri = await documents.find({ source, marks: true, view: lastView.value });
  if (!uri) {
    await vscode.window.showInformationMessage(noObjectsOf(source));
    return;
  }
  const position = place && (await shownPosition(documents, uri, place));
  await open(effective, uri, position, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

function noObjectsOf(source: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(source);
  return vscode.l10n.t("{0} is no server.xml, context.xml or Cluster of Tomcat's.", path);
}

/** The place that a lens names, else that of the cursor in the file. */
function placeAskedFor(source: vscode.Uri, named: unknown): vscode.Position | undefined {
  if (isPosition(named)) return new vscode.Position(named.line, named.character);
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === source.toString() ? editor.selection.active : undefined;
}

/** Menus hand over a second argument of their own. */
function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  if (typeof value !== "object" || value === null || !("line" in value) || !("character" in value)) return false;
  return typeof value.line === "number" && typeof value.character === "number";
}

async function compare({ documents }: Effective, source: vscode.Uri, client: BaseLanguageClient): Promise<void> {
  const params: OtherNodesParams = { uri: source.toString() };
  const nodes = await client.sendRequest(OTHER_NODES_REQUEST, params);
  if (nodes.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("There is no other server.xml in this workspace."));
    return;
  }
  const items = nodes.map((node) => ({
    label: node.label,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(node.uri)),
    ...(node.cluster === null ? {} : { detail: node.cluster }),
    node,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t("Compare the effective configuration with which node?"),
    matchOnDescription: true,
  });
  if (!picked) return;
  const other = vscode.Uri.parse(picked.node.uri);
  const [left, right] = await findBoth(documents, source, other, "between");
  if (!left || !right) {
    await vscode.window.showInformationMessage(noObjectsOf(left ? other : source));
    return;
  }
  await vscode.commands.executeCommand("vscode.diff", left, right, await titleOf(documents, left, right));
  if (!(await differ(documents, left, right))) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Tomcat runs the same with both files."));
  }
}

async function differ(documents: EffectiveDocuments, left: vscode.Uri, right: vscode.Uri): Promise<boolean> {
  const [one, other] = await Promise.all([documents.answer(left), documents.answer(right)]);
  return one?.text !== other?.text;
}

/** The names of both nodes; their paths where both have one name. */
async function titleOf(documents: EffectiveDocuments, left: vscode.Uri, right: vscode.Uri): Promise<string> {
  const [one, other] = await Promise.all([left, right].map(async (uri) => (await documents.answer(uri))?.label ?? ""));
  const names =
    one === other
      ? [left, right].map((uri) => vscode.workspace.asRelativePath(shownAt(uri)?.source ?? uri))
      : [one, other];
  return vscode.l10n.t("{0} (effective)", names.join(" ↔ "));
}

/** The file a command is for; for an effective document its source. */
async function sourceFor(client: BaseLanguageClient, named: unknown): Promise<vscode.Uri | undefined> {
  const uri = subjectOf(named);
  const shown = uri && shownAt(uri);
  if (!(await serverRuns(client))) return undefined;
  return shown ? shown.source : tomcatFileFor(client, named);
}
