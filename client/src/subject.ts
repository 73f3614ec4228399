import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CLUSTERS_REQUEST, STATUS_REQUEST } from "../../server/src/protocol.ts";

/** A row of a tree that stands for a file. */
export interface WithFile {
  readonly file: vscode.Uri;
}

/** The file a command is for: the one that a menu, a lens or a row names, else that of the active editor. */
export function subjectOf(named: unknown): vscode.Uri | undefined {
  return namedFile(named) ?? vscode.window.activeTextEditor?.document.uri;
}

/**
 * The file of Tomcat's a command is for: the one that is named or active, else the one the user picks among those of the
 * workspace. Undefined, with a message, where there is none.
 */
export async function tomcatFileFor(client: BaseLanguageClient, named: unknown): Promise<vscode.Uri | undefined> {
  const uri = namedFile(named);
  if (uri) return uri;
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && (await client.sendRequest(STATUS_REQUEST, { uri: active.toString() }))) return active;
  const servers = (await client.sendRequest(CLUSTERS_REQUEST)).servers.map((each) => vscode.Uri.parse(each));
  const [only, ...others] = servers;
  if (others.length === 0) {
    if (!only) void vscode.window.showInformationMessage(vscode.l10n.t("Open a server.xml of the node first."));
    return only;
  }
  const items = servers.map((server) => ({ label: vscode.workspace.asRelativePath(server), server }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Of which node?") }))?.server;
}

function namedFile(named: unknown): vscode.Uri | undefined {
  if (named instanceof vscode.Uri) return named;
  if (typeof named === "string") return vscode.Uri.parse(named);
  const isRow = typeof named === "object" && named !== null && "file" in named && named.file instanceof vscode.Uri;
  return isRow ? (named.file as vscode.Uri) : undefined;
}
