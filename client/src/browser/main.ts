import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { start, stop } from "../start.ts";

/** The extension in a browser: its server is a Web Worker. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist", "browser", "server.js").toString(true);
  let worker: Worker | undefined;
  return start(context, {
    clientFor: (options) =>
      new LanguageClient(
        "tomcatCluster",
        "Tomcat Cluster",
        async () => {
          worker = new Worker(script);
          // VS Code replaces the browser's Worker class, so the client does not recognise this worker by itself.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
    end: async () => worker?.terminate(),
  });
}

export const deactivate = stop;
