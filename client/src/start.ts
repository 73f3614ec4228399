import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { EFFECTIVE_CAPABILITY, PAGE_CAPABILITY } from "../../server/src/protocol.ts";
import { announcing } from "./capabilities.ts";
import { LOG_DOCUMENTS, XML_DOCUMENTS } from "./documents.ts";
import { activateWith } from "./extension.ts";
import { addOtherXmlExtension } from "./other-xml-extension.ts";
import { lessInEffectiveDocuments, withoutFindingsWhereReadOnly } from "./read-only.ts";
import { reviewing } from "./review/middleware.ts";
import { Review } from "./review/review.ts";
import { serveFiles } from "./serve-files.ts";
import { ServerKeeper } from "./server.ts";
import { wakeForTomcat } from "./wake/wake.ts";

/** The place of the server, which differs between the desktop and a browser. */
export interface ServerPlace {
  /** A client that starts a server whenever it starts. */
  clientFor(options: LanguageClientOptions): BaseLanguageClient;
  /** Ends the server, also one that no longer answers. */
  end(): Promise<void>;
}

const keeper = new ServerKeeper();
let client: BaseLanguageClient | undefined;

export async function start(context: vscode.ExtensionContext, place: ServerPlace): Promise<void> {
  const review = new Review();
  const pages = vscode.Uri.joinPath(context.extensionUri, "server", "src").toString();
  client = place.clientFor({
    documentSelector: [...XML_DOCUMENTS, ...LOG_DOCUMENTS, { pattern: "**/.tomcat-cluster.json" }],
    middleware: {
      workspace: { configuration: addOtherXmlExtension },
      provideDiagnostics: withoutFindingsWhereReadOnly,
      ...lessInEffectiveDocuments,
      ...reviewing(review, () => client),
    },
    initializationOptions: () => ({ ...keeper.options, servesFiles: true, pages }),
    errorHandler: keeper,
  });
  client.registerFeature(announcing(EFFECTIVE_CAPABILITY, PAGE_CAPABILITY));
  context.subscriptions.push(
    keeper.watch(client, () => place.end()),
    serveFiles(client),
  );
  activateWith(context, client, review);
  context.subscriptions.push(await wakeForTomcat(client));
}

export function stop(): Promise<void> | undefined {
  keeper.leave();
  return client?.stop();
}
