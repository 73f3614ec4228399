import * as vscode from "vscode";

/** The page: nothing from outside, and no script but ours. */
export function pageOf(webview: vscode.Webview, folder: vscode.Uri): string {
  const uriOf = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${uriOf("topology-view.css")}">
  <title>Tomcat Cluster</title>
</head>
<body>
  <main id="main" aria-live="off"></main>
  <script nonce="${nonce}" src="${uriOf("topology-view.js")}"></script>
</body>
</html>
`;
}
