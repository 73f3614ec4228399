import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentSelector,
  type RemoteClient,
  TextDocumentSyncKind,
} from "vscode-languageserver";

/** Asks a client to send the texts of some documents while they are open. */
export async function registerDocuments(client: RemoteClient, documentSelector: DocumentSelector): Promise<void> {
  await client.register(DidOpenTextDocumentNotification.type, { documentSelector });
  await client.register(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  await client.register(DidCloseTextDocumentNotification.type, { documentSelector });
}
