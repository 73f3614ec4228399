import * as vscode from "vscode";
import { notRunning } from "../server-message.ts";

/** The only commands that a page may run. */
export const SERVER_COMMANDS: readonly string[] = ["tomcatCluster.restart", "tomcatCluster.openLog"];

/** The page of a view, by the name of its bundle: nothing from outside, and no script but ours. */
export function pageOf(webview: vscode.Webview, folder: vscode.Uri, view: string): string {
  const uriOf = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = `default-src 'none'; style-src ${webview.cspSource}; img-src data:; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${uriOf(`${view}.css`)}">
  <title>Tomcat Cluster</title>
</head>
<body>
  <main id="main" aria-live="off"></main>
  <script nonce="${nonce}" src="${uriOf(`${view}.js`)}"></script>
</body>
</html>
`;
}

/** Shown instead of what a server would tell while there is none. */
export function messagePageOf(webview: vscode.Webview, folder: vscode.Uri, sheet: string): string {
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, sheet)).toString();
  const link = (command: string, text: string) => `<a href="command:${command}">${text}</a>`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}">
  <link rel="stylesheet" href="${style}">
  <title>Tomcat Cluster</title>
</head>
<body>
  <p role="alert">${notRunning()}</p>
  <p>${link("tomcatCluster.restart", vscode.l10n.t("Restart"))} · ${link("tomcatCluster.openLog", vscode.l10n.t("Open Log"))}</p>
</body>
</html>
`;
}
