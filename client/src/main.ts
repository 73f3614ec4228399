import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { XML_DOCUMENTS } from "./documents.ts";
import { effectiveFeature } from "./effective.ts";
import { activateWith } from "./extension.ts";
import { addOtherXmlExtension } from "./other-xml-extension.ts";
import { pagesFeature } from "./pages/pages.ts";
import { withoutFindingsWhereReadOnly } from "./read-only.ts";
import { reviewing } from "./review/middleware.ts";
import { Review } from "./review/review.ts";
import { ServerKeeper } from "./server.ts";
import { ServerProcess } from "./server-process.ts";

const keeper = new ServerKeeper();
let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = new ServerProcess(vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath);
  const review = new Review();
  client = new LanguageClient("tomcatCluster", "Tomcat Cluster", () => server.start(), {
    documentSelector: [...XML_DOCUMENTS, { pattern: "**/.tomcat-cluster.json" }],
    middleware: {
      workspace: { configuration: addOtherXmlExtension },
      provideDiagnostics: withoutFindingsWhereReadOnly,
      ...reviewing(review, () => client),
    },
    initializationOptions: () => keeper.options,
    errorHandler: keeper,
  });
  client.registerFeature(effectiveFeature);
  client.registerFeature(pagesFeature);
  context.subscriptions.push(keeper.watch(client, () => server.end()));
  activateWith(context, client, review);
  await client.start();
}

export function deactivate(): Promise<void> | undefined {
  keeper.leave();
  return client?.stop();
}
