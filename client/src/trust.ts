import * as vscode from "vscode";

/** True, with a message, in a workspace that is not trusted: nothing is run or sent for its files. */
export function refusedHere(): boolean {
  if (vscode.workspace.isTrusted) return false;
  void vscode.window.showWarningMessage(
    vscode.l10n.t("This needs a trusted workspace: it runs programs or uses the network as the files here say."),
  );
  return true;
}
