import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CONFIGTEST_REQUEST,
  type ConfigtestAnswer,
  type ConfigtestFinding,
  type ConfigtestParams,
  SECTION,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { tomcatFileFor } from "../subject.ts";
import { refusedHere } from "../trust.ts";

const SEVERITIES: Readonly<Record<ConfigtestFinding["severity"], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** The command that runs a real Tomcat; its messages are shown beside our findings until the file is changed. */
export function registerConfigtest(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const said = vscode.languages.createDiagnosticCollection("Tomcat configtest");
  context.subscriptions.push(
    said,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) said.delete(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => said.delete(uri)),
    vscode.commands.registerCommand("tomcatCluster.configtest", (named?: unknown) => configtest(client, said, named)),
  );
}

async function configtest(
  client: BaseLanguageClient,
  said: vscode.DiagnosticCollection,
  named: unknown,
): Promise<ConfigtestAnswer | undefined> {
  if (refusedHere() || !(await serverRuns(client))) return undefined;
  const uri = await tomcatFileFor(client, named);
  if (!uri) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  // Tomcat reads the file from disk.
  if (document.isDirty && !(await document.save())) return undefined;
  const home = vscode.workspace.getConfiguration(SECTION, uri).get<string>("catalinaHome")?.trim();
  const params: ConfigtestParams = { uri: uri.toString(), catalinaHome: home ? home : null };
  const { version } = document;
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Tomcat reads the configuration…"),
      cancellable: true,
    },
    (_, token) => client.sendRequest(CONFIGTEST_REQUEST, params, token),
  );
  // After an edit in the meantime the places would not match.
  if (document.version === version) said.set(uri, answer.findings.map(toDiagnostic));
  if (answer.outcome === "accepted") void vscode.window.showInformationMessage(answer.text);
  else void complain(answer);
  return answer;
}

async function complain({ outcome, text }: ConfigtestAnswer): Promise<void> {
  const settings = vscode.l10n.t("Open Settings");
  const picked = await vscode.window.showWarningMessage(text, ...(outcome === "failed" ? [settings] : []));
  if (picked === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.catalinaHome`);
  }
}

function toDiagnostic({ range: { start, end }, severity, message }: ConfigtestFinding): vscode.Diagnostic {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, message, SEVERITIES[severity]);
  diagnostic.source = "Tomcat configtest";
  return diagnostic;
}
