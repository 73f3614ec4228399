import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { SeverityChoice } from "../../server/src/protocol.ts";

export const SEVERITY_COMMAND = "tomcatCluster.changeSeverity";

/** Asks for the severity of a rule, and writes it into the configuration. */
export function registerSeverity(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(SEVERITY_COMMAND, async (choices: readonly SeverityChoice[]) => {
    const picked = await vscode.window.showQuickPick([...choices]);
    const edit = picked && (await client.protocol2CodeConverter.asWorkspaceEdit(picked.edit));
    if (edit) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  });
}
