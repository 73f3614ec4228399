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
          // VS Code puts its own Worker in the place of the browser's, which the client then does not know for one.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
    end: async () => worker?.terminate(),
  });
}

export const deactivate = stop;
