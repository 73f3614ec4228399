import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EXPLAIN_LOG_REQUEST, type ExplainLogParams } from "../../../server/src/protocol.ts";
import { pageHtml } from "../pages/html.ts";
import { serverRuns } from "../server-message.ts";

const STYLE = "page-view.css";

/** In characters: what is explained is read by people. */
const LONGEST = 1_000_000;

/** The command that explains the lines of a log that are selected, or the whole text, wherever they were pasted. */
export function registerExplainLog(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist");
  context.subscriptions.push(
    vscode.commands.registerCommand("tomcatCluster.explainLog", async () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t("Open a log, or paste its lines into a new file, first."),
        );
        return undefined;
      }
      if (!(await serverRuns(client))) return undefined;
      const params: ExplainLogParams = { text: selectedText(editor), uri: editor.document.uri.toString() };
      const page = await client.sendRequest(EXPLAIN_LOG_REQUEST, params);
      const title = vscode.l10n.t("Log Lines");
      const options = { localResourceRoots: [folder], enableScripts: false, enableFindWidget: true };
      const panel = vscode.window.createWebviewPanel(
        "tomcatCluster.logLines",
        title,
        vscode.ViewColumn.Beside,
        options,
      );
      panel.webview.html = await pageHtml(panel.webview, folder, STYLE, page);
      return page;
    }),
  );
}

/** Whole lines: a line that is selected in part is not understood. */
function selectedText({ document, selections }: vscode.TextEditor): string {
  const whole = selections.every(({ isEmpty }) => isEmpty);
  const ranges = whole
    ? [new vscode.Range(0, 0, document.lineCount, 0)]
    : selections
        .filter(({ isEmpty }) => !isEmpty)
        .toSorted((one, other) => one.start.compareTo(other.start))
        .map(({ start, end }) => new vscode.Range(start.line, 0, end.character === 0 ? end.line : end.line + 1, 0));
  const text = ranges.map((range) => document.getText(range).replace(/(?<!\n)$/, "\n")).join("");
  if (text.length > LONGEST) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("Only the first {0} characters are explained. The command line reads logs of any size.", LONGEST),
    );
  }
  return text.slice(0, LONGEST);
}
