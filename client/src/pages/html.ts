import * as vscode from "vscode";
import { EXPLAIN_COMMAND } from "../../../server/src/protocol.ts";

/** A whole page made from Markdown, without external resources and scripts. */
export async function pageHtml(
  webview: vscode.Webview,
  folder: vscode.Uri,
  style: string,
  markdown: string,
): Promise<string> {
  const href = webview.asWebviewUri(vscode.Uri.joinPath(folder, style)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${href}">
  <title>Tomcat Cluster</title>
</head>
<body>
  <main>${withLinks(await rendered(markdown))}</main>
</body>
</html>
`;
}

/** As VS Code's own preview renders it, with its colours of code; as plain text where that extension is switched off. */
async function rendered(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>("markdown.api.render", markdown);
  } catch {
    const escaped = markdown.replace(/[&<]/g, (character) => (character === "&" ? "&amp;" : "&lt;"));
    return `<pre>${escaped}</pre>`;
  }
}

/** Links between pages name files; here they become the command that opens a page. */
function withLinks(html: string): string {
  return html.replace(/href="(?:\.\.\/)+([a-z-]+)\/README(?:\.ko)?\.md"/g, (_, code: string) => {
    return `href="command:${EXPLAIN_COMMAND}?${encodeURIComponent(JSON.stringify([code]))}"`;
  });
}
