import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { registerMcp } from "./agent/mcp.ts";
import { ServerProcess } from "./server-process.ts";
import { start, stop } from "./start.ts";

/** The extension with Node: on the desktop, and on a remote machine. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = new ServerProcess(vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath);
  registerMcp(context);
  return start(context, {
    clientFor: (options) => new LanguageClient("tomcatCluster", "Tomcat Cluster", () => server.start(), options),
    end: () => server.end(),
  });
}

export const deactivate = stop;
