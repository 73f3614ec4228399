import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  EFFECTIVE_CHANGED,
  EFFECTIVE_REQUEST,
  EFFECTIVE_SCHEME,
  type EffectiveParams,
  OTHER_NODES_REQUEST,
  type OtherNodesParams,
} from "../../server/src/protocol.ts";
import { notRunning, serverRuns } from "./server-message.ts";
import { subjectOf } from "./subject.ts";
import { wake } from "./wake/asleep.ts";

/** The read-only documents, and the commands that open them. */
export function registerEffective(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const { source, marks } = sourceOf(uri);
      const params: EffectiveParams = { uri: source.toString(), marks };
      await wake(client);
      if (!client.isRunning()) return `<!-- ${notRunning()} -->\n`;
      const text = await client.sendRequest(EFFECTIVE_REQUEST, params);
      return text ?? `<!-- ${vscode.l10n.t("No Tomcat file")} -->\n`;
    },
  };
  const changeAll = () => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === EFFECTIVE_SCHEME) changed.fire(uri);
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(EFFECTIVE_SCHEME, provider),
    client.onNotification(EFFECTIVE_CHANGED, changeAll),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Starting) changeAll();
    }),
    vscode.commands.registerCommand("tomcatCluster.showEffective", async (named?: unknown) => {
      const source = sourceFor(named);
      if (!source || !(await serverRuns(client))) return;
      const document = await vscode.workspace.openTextDocument(effectiveUri(source, true));
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }),
    vscode.commands.registerCommand("tomcatCluster.compareEffective", async (named?: unknown) => {
      const source = sourceFor(named);
      if (source && (await serverRuns(client))) await compare(source, client);
    }),
  );
}

async function compare(source: vscode.Uri, client: BaseLanguageClient): Promise<void> {
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
  const title = `${vscode.workspace.asRelativePath(source)} ↔ ${vscode.workspace.asRelativePath(other)}`;
  await vscode.commands.executeCommand("vscode.diff", effectiveUri(source, false), effectiveUri(other, false), title);
}

/** The file a command is for; for an effective document its source. */
function sourceFor(named: unknown): vscode.Uri | undefined {
  const uri = subjectOf(named);
  return uri?.scheme === EFFECTIVE_SCHEME ? sourceOf(uri).source : uri;
}

/**
 * The path stays that of the source, so that tabs and breadcrumbs distinguish the nodes; the query names the source.
 */
function effectiveUri(source: vscode.Uri, marks: boolean): vscode.Uri {
  const query = new URLSearchParams({ source: source.toString(), marks: `${marks}` });
  return vscode.Uri.from({ scheme: EFFECTIVE_SCHEME, path: source.path, query: query.toString() });
}

function sourceOf(uri: vscode.Uri): { readonly source: vscode.Uri; readonly marks: boolean } {
  const query = new URLSearchParams(uri.query);
  return { source: vscode.Uri.parse(query.get("source") ?? ""), marks: query.get("marks") !== "false" };
}
