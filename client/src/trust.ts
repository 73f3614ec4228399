import * as vscode from "vscode";

/** True, with a message, in a workspace that is not trusted: nothing is run or sent for its files. */
export function refusedHere(): boolean {
  if (vscode.workspace.isTrusted) return false;
  void offerTrust();
  return true;
}

async function offerTrust(): Promise<void> {
  const manage = vscode.l10n.t("Manage Trust");
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t("This needs a trusted workspace: it runs programs or uses the network as the files here say."),
    manage,
  );
  if (picked === manage) await vscode.commands.executeCommand("workbench.trust.manage");
}
