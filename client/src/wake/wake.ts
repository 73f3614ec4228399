import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isLog, isXml, isYaml } from "../documents.ts";
import { isAsleep, letSleep, wake } from "./asleep.ts";
import { holdsTomcat, looksLikeTomcat, looksLikeTomcatsLog } from "./looks-like-tomcat.ts";

/** Files by which a workspace is Tomcat's before any of them is opened. */
const IN_WORKSPACE = [
  "**/{.tomcat-cluster.json,conf/server.xml}",
  // VS Code takes no braces within braces.
  "**/{*server*,*context*,*cluster*,web}.xml.{j2,erb,tpl,tmpl}",
];

/** So much of a log is looked at. */
const LOG_BEGIN = new vscode.Range(0, 0, 200, 0);

/**
 * Starts the server when the workspace contains a file that looks like Tomcat's, or when one is opened or typed. A
 * workspace of Maven or Spring, whose XML activates the extension, needs none.
 */
export async function wakeForTomcat(client: BaseLanguageClient): Promise<vscode.Disposable> {
  letSleep(client);
  const look = (document: vscode.TextDocument) => {
    if (!isAsleep(client) || !isTomcats(document)) return;
    listening.dispose();
    void wake(client);
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void lookInWorkspace()),
  );
  const lookInWorkspace = async () => {
    for (const pattern of IN_WORKSPACE) {
      const [found] = await vscode.workspace.findFiles(pattern, undefined, 1);
      if (!found) continue;
      listening.dispose();
      await wake(client);
      return;
    }
  };
  for (const document of vscode.workspace.textDocuments) look(document);
  if (isAsleep(client)) await lookInWorkspace();
  return listening;
}

function isTomcats(document: vscode.TextDocument): boolean {
  const { path } = document.uri;
  if (isLog(document)) return looksLikeTomcatsLog(document.getText(LOG_BEGIN));
  if (isYaml(document)) return holdsTomcat(document.getText());
  return path.endsWith("/.tomcat-cluster.json") || (isXml(document) && looksLikeTomcat(path, document.getText()));
}
