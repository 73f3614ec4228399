import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { wake } from "./wake/asleep.ts";

/** Resolves at the next change of the client's state. */
export function stateChange(client: BaseLanguageClient): Promise<void> {
  return new Promise((resolve) => {
    const listener = client.onDidChangeState(() => {
      listener.dispose();
      resolve();
    });
  });
}

/** Reports what happened to the server, and offers remedies. */
export async function offerRestart(message: string): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const log = vscode.l10n.t("Open Log");
  const picked = await vscode.window.showErrorMessage(message, restart, log);
  if (picked === restart) await vscode.commands.executeCommand("tomcatCluster.restart");
  else if (picked === log) await vscode.commands.executeCommand("tomcatCluster.openLog");
}

/**
 * True where the server runs or is starting; otherwise tells the user what to do. Starts a server that is not started
 * yet.
 */
export async function serverRuns(client: BaseLanguageClient): Promise<boolean> {
  await wake(client);
  if (client.needsStop() && !client.isRunning()) await stateChange(client);
  if (client.isRunning()) return true;
  void offerRestart(notRunning());
  return false;
}

export function notRunning(): string {
  return vscode.l10n.t("The Tomcat Cluster language server does not run.");
}
