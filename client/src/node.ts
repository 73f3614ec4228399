import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { effectiveFeature } from "./effective.ts";
import { activateWith } from "./extension.ts";
import { addOtherXmlExtension } from "./other-xml-extension.ts";
import { SERVER_NODE_FLAGS } from "./server-node-flags.ts";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const server = (...flags: string[]) => ({
    module,
    transport: TransportKind.ipc,
    options: { execArgv: [...SERVER_NODE_FLAGS, ...flags] },
  });
  client = new LanguageClient(
    "tomcatCluster",
    "Tomcat Cluster",
    // The client library takes the second where the extension itself is debugged; `.vscode/launch.json` attaches there.
    { run: server(), debug: server("--inspect=6009") },
    {
      documentSelector: [{ language: "xml" }, { pattern: "**/.tomcat-cluster.json" }],
      middleware: { workspace: { configuration: addOtherXmlExtension } },
      initializationOptions: { suggestCommand: "editor.action.triggerSuggest" } satisfies InitializationOptions,
    },
  );
  client.registerFeature(effectiveFeature);
  await client.start();
  activateWith(context, client);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
