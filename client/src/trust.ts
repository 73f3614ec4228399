import * as vscode from "vscode";

/** True, and says so, where the user has not said that the files may be trusted: nothing is run or sent for them. */
export function refusedHere(): boolean {
  if (vscode.workspace.isTrusted) return false;
  void vscode.window.showWarningMessage(
    vscode.l10n.t("This needs a trusted workspace: it runs programs or uses the network as the files here say."),
  );
  return true;
}
